//! A page of text: headings, tables, and notes in sentences, none wider than a terminal of 80 columns.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::table::{Table, plain};

/// Columns of the terminal that every page fits into.
pub const WIDTH: usize = 80;

const STRONG: Style = Style::new().bold();

/// Text with ANSI styles, put together block by block; an empty line parts two blocks.
#[derive(Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// A heading in bold.
    pub fn heading(&mut self, heading: &str) -> &mut Self {
        self.part();
        for line in wrapped(heading, WIDTH) {
            self.text.push_str(&format!("{STRONG}{line}{STRONG:#}\n"));
        }
        self
    }

    /// A table.
    pub fn table(&mut self, table: &Table) -> &mut Self {
        self.part();
        self.text.push_str(&table.render(WIDTH));
        self
    }

    /// A sentence or several, wrapped between words.
    pub fn note(&mut self, note: &str) -> &mut Self {
        self.part();
        for line in wrapped(note, WIDTH) {
            self.text.push_str(&line);
            self.text.push('\n');
        }
        self
    }

    /// Sentences of one list, a dash before each.
    pub fn list<S: AsRef<str>>(&mut self, items: &[S]) -> &mut Self {
        if !items.is_empty() {
            self.part();
        }
        for item in items {
            for (i, line) in wrapped(item.as_ref(), WIDTH - 2).iter().enumerate() {
                self.text.push_str(if i == 0 { "- " } else { "  " });
                self.text.push_str(line);
                self.text.push('\n');
            }
        }
        self
    }

    /// The whole page.
    pub fn finish(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn part(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

/// Lines of at most `width` columns, broken between words; a longer word stands alone on its line.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines().map(plain) {
        let mut line = String::new();
        for word in words(&paragraph) {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        lines.push(line);
    }
    lines
}

/// Words of a text; a number and its unit are one: `349 k €`.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for piece in text.split(' ').filter(|piece| !piece.is_empty()) {
        let belongs = |last: &String| {
            let before = last.rsplit(' ').next().unwrap_or_default();
            before.ends_with(|c: char| c.is_ascii_digit()) || (last.contains(' ') && ["k", "M", "bn", "tn"].contains(&before))
        };
        match words.last_mut() {
            Some(last) if belongs(last) => {
                last.push(' ');
                last.push_str(piece);
            }
            _ => words.push(piece.to_owned()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_wide_characters_count_twice() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("数据 数据", 8), ["数据", "数据"]);
        assert_eq!(wrapped("incomprehensibilities a", 5), ["incomprehensibilities", "a"]);
        assert_eq!(wrapped("a\nb", 5), ["a", "b"]);
        assert_eq!(wrapped("brings 349 k € net", 16), ["brings 349 k €", "net"]);
    }

    #[test]
    fn blocks_are_parted_by_an_empty_line() {
        let mut page = Page::default();
        page.note("first").list(&["second", "third"]).list::<&str>(&[]).note("last");
        assert_eq!(page.finish(), "first\n\n- second\n- third\n\nlast\n");
    }
}
