//! The report as one page that stands alone: no network, no file beside it, and no script needed to read it.
//!
//! Every text passes the template's escaping; the pictures are drawn by `chart`, which escapes by itself. The page tells the browser to
//! load nothing and to run no script but the one that sorts tables, named by its hash.

#[cfg(test)]
mod tests;

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::document::{Block, Cell, Document, Logo};
use crate::chart::{Rgb, font_face_css};
use crate::say;
use crate::words::Words;

/// Sorts a table by the column whose heading is pressed; without it the tables stand as they are.
const SCRIPT: &str = include_str!("sort.js");
const STYLE: &str = include_str!("page.css");
/// Rows up to which a table is printed on one page: about half of it, so that what is left empty before it stays small.
const KEPT_WHOLE: usize = 20;
/// Columns beyond which a table is printed in smaller letters, to find room on A4.
const MANY_COLUMNS: usize = 8;

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    document: &'a Document,
    contents: String,
    /// Colours and fonts.
    variables: String,
    fonts: String,
    style: &'static str,
    script: &'static str,
    script_hash: String,
    scheme: &'static str,
    logo: Option<String>,
    logo_alternative: &'a str,
    sort: String,
}

/// Writes the page.
#[must_use]
pub fn html(document: &Document) -> String {
    let words = Words::new(document.language);
    let mut page = Page {
        document,
        contents: say!(words, "page-contents"),
        variables: variables(document),
        fonts: String::new(),
        style: STYLE,
        script: SCRIPT,
        script_hash: BASE64.encode(Sha256::digest(SCRIPT)),
        scheme: if document.theme.is_dark() { "dark" } else { "light" },
        logo: document.logo.as_ref().map(data_url),
        logo_alternative: document.logo.as_ref().map_or("", |logo| &logo.alternative),
        sort: say!(words, "page-sort"),
    };
    // The letters that the page writes decide which parts of the font it carries.
    page.fonts = font_face_css(&page.rendered());
    page.rendered()
}

impl Page<'_> {
    fn rendered(&self) -> String {
        // A template fails only where a text fails to be written, and none of these does.
        self.render().unwrap_or_default()
    }
}

/// The theme's colours as the style names them.
fn variables(document: &Document) -> String {
    let theme = &document.theme;
    let colours = [
        ("ground", theme.background),
        ("ink", theme.ink),
        ("muted", theme.muted),
        ("line", theme.grid),
        ("accent", document.accent),
        ("shade", theme.background.mixed(theme.ink, 0.04)),
    ];
    colours
        .map(|(name, Rgb(r, g, b))| format!("--{name}:#{r:02x}{g:02x}{b:02x};"))
        .concat()
}

fn data_url(logo: &Logo) -> String {
    format!("data:{};base64,{}", logo.kind.media_type(), BASE64.encode(&logo.bytes))
}

/// A number in full precision, as it is read by a machine; empty where there is none.
fn value(cell: &Cell) -> String {
    cell.number.map_or_else(String::new, |number| number.to_string())
}
