//! What a picture file is by its content, and whether it may stand in a document that others open.

use roxmltree::{Document, Node, NodeType};

use super::LogoKind;
use super::node::shortened;

/// The first bytes of every PNG file.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The largest side of a picture: readers of PNG refuse more, or take gigabytes [pixels].
const MAX_SIDE: u32 = 16_384;
/// Elements in one another: what draws an SVG calls itself for each level.
const MAX_DEPTH: usize = 200;
/// Signs of attributes: to read those of one element takes the square of their number, some seconds at this one.
const MAX_EQUALS: usize = 50_000;
/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";

/// PNG or SVG; `None`: neither.
pub(super) fn kind(bytes: &[u8]) -> Option<LogoKind> {
    if bytes.starts_with(PNG) {
        return Some(LogoKind::Png);
    }
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
    let root = ["<svg", "<?xml", "<!--", "<!DOCTYPE svg"]
        .iter()
        .any(|start| text.starts_with(start));
    (root && text.contains("<svg") || text.starts_with('<') && text.contains(SVG)).then_some(LogoKind::Svg)
}

/// What is wrong with a PNG file; `None`: its parts are all there, and its size is one that can be drawn.
pub(super) fn png_fault(bytes: &[u8]) -> Option<&'static str> {
    let number = |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
    let mut at = PNG.len();
    let (mut first, mut data) = (true, false);
    loop {
        let (Some(length), Some(kind)) = (number(at), bytes.get(at + 4..at + 8)) else {
            return Some("it breaks off");
        };
        // length, kind and checksum are four bytes each
        let Some(end) = (at + 12).checked_add(length as usize).filter(|&end| end <= bytes.len()) else {
            return Some("it breaks off");
        };
        if first && (kind != b"IHDR" || length != 13) {
            return Some("it does not say its size");
        }
        if kind == b"IHDR" {
            let side = |at: usize| number(at).is_some_and(|side| (1..=MAX_SIDE).contains(&side));
            if !first || !side(at + 8) || !side(at + 12) {
                return Some("its width or height is not 1 to 16384 pixels");
            }
        }
        first = false;
        data |= kind == b"IDAT";
        if kind == b"IEND" {
            return if data { None } else { Some("it holds no picture") };
        }
        at = end;
    }
}

/// Why an SVG picture may not stand in a document that others open; `None`: it is well-formed, runs nothing, and fetches nothing.
///
/// Refused are scripts, event attributes, foreign objects and elements of HTML, document types with their entities, style sheets from elsewhere,
/// and every reference but those to its own parts (`#name`) and to PNG and JPEG pictures written into it (`data:image/png`).
#[must_use]
pub fn svg_fault(svg: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(svg) else {
        return Some("it is not text in UTF-8".to_owned());
    };
    let text = text.trim_start_matches('\u{feff}');
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
        return Some("it has a document type, which may hold entities".to_owned());
    }
    // HTML reads what XML calls characters as markup again.
    let in_characters = text
        .split("<![CDATA[")
        .skip(1)
        .any(|rest| rest.split("]]>").next().unwrap_or(rest).contains('<'));
    if in_characters || text.to_ascii_lowercase().contains("<script") {
        return Some("it holds a script".to_owned());
    }
    if text.bytes().filter(|&byte| byte == b'=').count() > MAX_EQUALS {
        return Some("it has too many attributes".to_owned());
    }
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return Some(format!("it is not well-formed ({error})")),
    };
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        return Some("it is no SVG picture".to_owned());
    }
    if depth(&document) > MAX_DEPTH {
        return Some("it is nested too deeply".to_owned());
    }
    document.descendants().find_map(fault_of)
}

/// The most elements in one another.
fn depth(document: &Document<'_>) -> usize {
    // in the order of the text, so that a parent is known before its children
    let mut depths = Vec::new();
    for node in document.descendants() {
        let around = node.parent().and_then(|parent| depths.get(parent.id().get_usize())).copied();
        depths.push(around.unwrap_or(0_usize) + usize::from(node.is_element()));
    }
    depths.into_iter().max().unwrap_or(0)
}

fn fault_of(node: Node<'_, '_>) -> Option<String> {
    match node.node_type() {
        NodeType::PI => return Some("it has a processing instruction, such as a style sheet from elsewhere".to_owned()),
        NodeType::Text => {
            let style = node.parent().is_some_and(|parent| parent.tag_name().name() == "style");
            return node.text().filter(|_| style).and_then(fault_of_style);
        }
        NodeType::Root | NodeType::Comment => return None,
        NodeType::Element => {}
    }
    let name = node.tag_name();
    if name
        .namespace()
        .is_some_and(|space| space.contains("/xhtml") || space.contains("/REC-html"))
    {
        return Some(format!("it holds the HTML element `{}`", shortened(name.name())));
    }
    let lower = name.name().to_ascii_lowercase();
    match lower.as_str() {
        "script" | "handler" | "listener" => return Some("it holds a script".to_owned()),
        "foreignobject" | "iframe" | "object" | "embed" | "audio" | "video" | "link" | "meta" | "base" => {
            return Some(format!("it holds `<{}>`", name.name()));
        }
        _ => {}
    }
    node.attributes().find_map(|attribute| {
        let name = attribute.name().to_ascii_lowercase();
        let value = attribute.value();
        if name.starts_with("on") {
            return Some(format!("it has the event attribute `{}`", shortened(attribute.name())));
        }
        let refers = matches!(
            name.as_str(),
            "href" | "src" | "action" | "formaction" | "srcset" | "srcdoc" | "data"
        );
        if refers && !stays_inside(value) {
            return Some(format!("it refers to {:?}", shortened(value)));
        }
        if name == "base" {
            return Some("it says where its references start from".to_owned());
        }
        // an animation that writes an attribute
        let target = value.trim().to_ascii_lowercase();
        if name == "attributename" && (target.ends_with("href") || target.starts_with("on")) {
            return Some(format!("it animates `{}`", shortened(value)));
        }
        fault_of_style(value)
    })
}

/// What a style, or an attribute that may be read as one, fetches from elsewhere.
fn fault_of_style(style: &str) -> Option<String> {
    let style = style.to_ascii_lowercase();
    for word in ["@import", "javascript:", "expression(", "image-set(", "-moz-binding"] {
        if style.contains(word) {
            return Some(format!("it has `{word}` in a style or an attribute"));
        }
    }
    // an escape can spell any of these words
    if style.contains('\\') && style.contains(['{', ':', '(']) {
        return Some("it has an escape in a style".to_owned());
    }
    let fetched = style
        .split("url(")
        .skip(1)
        .map(|rest| rest.trim_start().trim_start_matches(['"', '\'']));
    fetched
        .filter(|target| !stays_inside(target))
        .map(|target| format!("it refers to {:?}", shortened(target.split(')').next().unwrap_or_default())))
        .next()
}

/// Whether a reference is to a part of the same picture, or to a picture written out in it.
fn stays_inside(reference: &str) -> bool {
    let reference = reference.trim().to_ascii_lowercase();
    let written = reference.strip_prefix("data:image/").is_some_and(|kind| {
        ["png", "jpeg", "jpg"]
            .iter()
            .any(|known| kind.strip_prefix(known).is_some_and(|rest| rest.starts_with([';', ','])))
    });
    reference.is_empty() || reference.starts_with('#') || written
}
