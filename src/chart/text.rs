//! Text of a chart: cleaned of what could harm, cut or wrapped by its measured width.

use super::font::{self, Weight};
use crate::format::ABSENT;

/// What stands for the part of a name that was cut off.
const ELLIPSIS: char = '…';

/// A name or title from a scenario as it may stand in a picture: on one line, without control characters, without marks that turn the
/// direction of reading, and without characters that XML forbids. NFC is assumed.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // White space of every kind, line ends too: one space. No-break spaces stay.
            c if c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if c.is_control() => {}
            // Marks, embeddings, overrides and isolates of direction; zero-width characters; characters that are none.
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
            '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The name of something in a scenario, [`clean`]; what is left without a letter gets a dash, so that a sentence can hold it.
pub(crate) fn name(text: &str) -> String {
    let name = clean(text);
    if name.is_empty() { ABSENT.to_owned() } else { name }
}

/// `text` for the content of an XML element or a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c => out.push(c),
        }
    }
    out
}

/// `text`, or as much of its beginning as fits into `room` with an ellipsis behind it.
pub(super) fn cut(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if font::width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut taken = font::width("…", size, weight);
    for c in text.chars() {
        taken += font::width(c.encode_utf8(&mut [0; 4]), size, weight);
        if taken > room {
            break;
        }
        kept.push(c);
    }
    kept.truncate(kept.trim_end().len());
    kept.push(ELLIPSIS);
    kept
}

/// The words of a text; one of a single letter, such as `в`, `и`, `e`, `a`, stays with the word that it belongs to, the next.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut waiting = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        waiting.push_str(word);
        let mut letters = word.chars();
        if letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none() {
            waiting.push(' ');
        } else {
            words.push(std::mem::take(&mut waiting));
        }
    }
    words.extend(Some(waiting.trim_end().to_owned()).filter(|word| !word.is_empty()));
    words
}

/// `text` in at most `lines` lines no wider than `room`, broken at spaces; what is left over is cut off with an ellipsis.
pub(super) fn wrapped(text: &str, size: f64, weight: Weight, room: f64, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut words = words(text).into_iter().peekable();
    while words.peek().is_some() && out.len() < lines {
        let last = out.len() + 1 == lines;
        if last {
            let rest = words.by_ref().collect::<Vec<_>>().join(" ");
            out.push(cut(&rest, size, weight, room));
            break;
        }
        let mut line = String::new();
        while let Some(word) = words.peek() {
            let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
            if !line.is_empty() && font::width(&longer, size, weight) > room {
                break;
            }
            line = longer;
            words.next();
        }
        out.push(cut(&line, size, weight, room));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_turn_into_anything_else() {
        assert_eq!(clean("a\u{202e}b\u{200f}\u{0}\u{7}c\u{2066}"), "abc");
        assert_eq!(clean("  two\n\t lines  "), "two lines");
        assert_eq!(clean("1.2\u{a0}M\u{a0}€"), "1.2\u{a0}M\u{a0}€");
        assert_eq!(escaped("<script>'&\"]]>"), "&lt;script&gt;&apos;&amp;&quot;]]&gt;");
    }

    #[test]
    fn long_text_is_cut_to_its_room() {
        let name = "Quảng cáo tìm kiếm trả phí toàn quốc mùa hè";
        let short = cut(name, 16.0, Weight::Regular, 120.0);
        assert!(
            short.ends_with('…') && font::width(&short, 16.0, Weight::Regular) <= 120.0,
            "{short}"
        );
        assert_eq!(cut("Search", 16.0, Weight::Regular, 120.0), "Search");
        assert_eq!(cut("Search", 16.0, Weight::Regular, 0.0), "…");
    }

    #[test]
    fn long_text_is_wrapped_between_words() {
        let lines = wrapped("one two three four five six seven eight", 16.0, Weight::Regular, 110.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        for line in &lines {
            assert!(font::width(line, 16.0, Weight::Regular) <= 110.0);
        }
        let room = font::width("в неделю", 16.0, Weight::Regular);
        let small = wrapped("доля в неделю", 16.0, Weight::Regular, room, 2);
        assert_eq!(small, ["доля", "в неделю"]);
        assert!(wrapped("", 16.0, Weight::Regular, 110.0, 2).is_empty());
        assert_eq!(
            wrapped("Donaudampfschifffahrtsgesellschaft", 16.0, Weight::Regular, 90.0, 2).len(),
            1
        );
    }
}
