//! Text broken into lines: between words, and inside of a word that is wider than its line.

use super::fonts::{advance, width};
use super::style::Type;
use crate::chart::clean;

/// What stands for the part of a text that was cut off.
const ELLIPSIS: char = '…';

/// `text`, cleaned, in lines no wider than `room` [pt]. An empty text has no line.
pub(super) fn broken(text: &str, of: Type, room: f64) -> Vec<String> {
    let text = clean(text);
    let space = advance(' ', of);
    let mut lines = Vec::new();
    let (mut line, mut taken) = (String::new(), 0.0);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word, of);
        if !line.is_empty() && taken + space + wide <= room {
            line.push(' ');
            line.push_str(word);
            taken += space + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let rest = if wide <= room { word } else { split(word, of, room, &mut lines) };
        line.push_str(rest);
        taken = width(rest, of);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The same in as many lines, which are about equally long: for titles, whose last word would stand alone.
pub(super) fn balanced(text: &str, of: Type, room: f64) -> Vec<String> {
    let widest = broken(text, of, room);
    if widest.len() < 2 || widest.len() > 4 {
        return widest;
    }
    // halving this often finds the narrowest room to a thousandth of a line
    let (mut too_narrow, mut enough) = (room / 2.0, room);
    let mut lines = widest;
    for _ in 0..10 {
        let middle = (too_narrow + enough) / 2.0;
        let narrower = broken(text, of, middle);
        if narrower.len() == lines.len() {
            (enough, lines) = (middle, narrower);
        } else {
            too_narrow = middle;
        }
    }
    lines
}

/// The same in at most `most` lines; what is left over is cut off with an ellipsis.
pub(super) fn broken_to(text: &str, of: Type, room: f64, most: usize) -> Vec<String> {
    let mut lines = broken(text, of, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shortened(last, of, room);
        }
    }
    lines
}

/// `text`, cleaned, on one line: as much of it as fits, with an ellipsis where something is missing.
pub(super) fn cut(text: &str, of: Type, room: f64) -> String {
    let text = clean(text);
    if width(&text, of) <= room {
        text
    } else {
        shortened(&text, of, room)
    }
}

/// As much of the beginning of `text` as leaves room for an ellipsis behind it.
fn shortened(text: &str, of: Type, room: f64) -> String {
    let mut kept = text[..fitting(text, of, room - advance(ELLIPSIS, of))].trim_end().to_owned();
    kept.push(ELLIPSIS);
    kept
}

/// Pushes the full lines of a word that is wider than a line, and gives what is left of it.
fn split<'a>(word: &'a str, of: Type, room: f64, lines: &mut Vec<String>) -> &'a str {
    let mut rest = word;
    loop {
        let first = rest.chars().next().map_or(0, char::len_utf8);
        // one letter a line at least, or it would never end
        let end = fitting(rest, of, room).max(first);
        if end >= rest.len() {
            return rest;
        }
        // rather behind a mark or a no-break space than between two letters, but not for the price of most of the line
        let mark = rest[..end]
            .char_indices()
            .rev()
            .find(|(_, c)| matches!(c, '-' | '–' | '/' | '_' | '.' | ',' | '\u{a0}' | '\u{202f}'))
            .map(|(at, c)| at + c.len_utf8());
        let end = mark.filter(|mark| mark * 3 >= end).unwrap_or(end);
        let (line, behind) = rest.split_at(end);
        lines.push(line.trim_end().to_owned());
        rest = behind;
    }
}

/// How many bytes of the beginning of `text` fit into `room`.
fn fitting(text: &str, of: Type, room: f64) -> usize {
    let mut taken = 0.0;
    for (at, c) in text.char_indices() {
        taken += advance(c, of);
        if taken > room {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::pdf::style::BODY;

    fn all_fit(lines: &[String], room: f64) -> bool {
        // sums of the same widths in another order
        lines.iter().all(|line| width(line, BODY) <= room + 1e-9)
    }

    #[test]
    fn lines_break_between_words_and_lose_none() {
        let text = "Mỗi đồng chi thêm cho tìm kiếm mang lại nhiều hơn, а расходы на баннеры не окупаются до конца года";
        let lines = broken(text, BODY, 120.0);
        assert!(lines.len() > 3 && all_fit(&lines, 120.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
        assert!(broken(" \n\u{202e}\u{0} ", BODY, 120.0).is_empty());
        assert_eq!(broken("a\u{202e}b\nc", BODY, 120.0), ["ab c"]);
    }

    #[test]
    fn the_lines_of_a_title_are_about_equally_long() {
        let text = "Marketing proposal for the outdoor shop, one year";
        let room = width(text, BODY) - 1.0;
        assert_eq!(broken(text, BODY, room).last().map(String::as_str), Some("year"));
        let lines = balanced(text, BODY, room);
        assert!(lines.len() == 2 && all_fit(&lines, room), "{lines:?}");
        assert!(width(&lines[1], BODY) > 0.35 * room, "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_wider_than_its_line_is_broken() {
        let word = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(20);
        let lines = broken(&word, BODY, 90.0);
        assert!(lines.len() > 20 && all_fit(&lines, 90.0));
        assert_eq!(lines.concat(), word);
        assert_eq!(broken("漢字", BODY, 1.0), ["漢", "字"]);
        // there is room for one more digit, but a number is broken between its groups
        let room = width("1\u{a0}234\u{a0}5", BODY);
        let lines = broken("1\u{a0}234\u{a0}567,89\u{a0}₽", BODY, room);
        assert_eq!(lines.first().map(String::as_str), Some("1\u{a0}234"));
    }

    #[test]
    fn what_has_no_room_is_cut_off_in_sight() {
        let text = "one two three four five six seven eight nine ten";
        let lines = broken_to(text, BODY, 60.0, 2);
        assert!(lines.len() == 2 && lines[1].ends_with('…') && all_fit(&lines, 60.0), "{lines:?}");
        assert!(cut(text, BODY, 60.0).ends_with('…') && width(&cut(text, BODY, 60.0), BODY) <= 60.0);
        assert_eq!(cut("one", BODY, 60.0), "one");
    }
}
