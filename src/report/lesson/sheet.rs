//! A sheet of Markdown, put together block by block; every text is escaped where it enters.

use crate::report::markdown::{as_address, escaped};

/// A line to write an answer on.
const ROOM: &str = "………………………………………………………………………………";

/// Blocks with an empty line between two.
#[derive(Default)]
pub(super) struct Sheet {
    text: String,
}

impl Sheet {
    fn put(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }

    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.put(&format!("{} {}", "#".repeat(level), escaped(text)));
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.put(&escaped(text));
    }

    pub(super) fn strong(&mut self, text: &str) {
        self.put(&format!("**{}**", escaped(text)));
    }

    pub(super) fn list(&mut self, items: &[String]) {
        let items: Vec<String> = items.iter().map(|item| format!("- {}", escaped(item))).collect();
        self.put(&items.join("\n"));
    }

    /// Words with what they mean.
    pub(super) fn terms(&mut self, terms: &[(String, String)]) {
        let items = terms
            .iter()
            .map(|(term, meaning)| format!("- **{}**: {}", escaped(term), escaped(meaning)));
        self.put(&items.collect::<Vec<_>>().join("\n"));
    }

    /// A question with room for two lines behind `label`.
    pub(super) fn question(&mut self, number: usize, text: &str, label: &str) {
        self.numbered(number, text);
        self.put(&format!("{} {ROOM}", escaped(label)));
        self.put(ROOM);
    }

    pub(super) fn numbered(&mut self, number: usize, text: &str) {
        self.put(&format!("**{number}.** {}", escaped(text)));
    }

    /// Columns by their heads, those of numbers marked.
    pub(super) fn table(&mut self, heads: &[(String, bool)], rows: Vec<Vec<String>>) {
        let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut lines = vec![
            line(heads.iter().map(|(head, _)| escaped(head)).collect()),
            line(
                heads
                    .iter()
                    .map(|(_, is_number)| if *is_number { "---:" } else { "---" }.to_owned())
                    .collect(),
            ),
        ];
        lines.extend(rows.into_iter().map(|row| line(row.iter().map(|cell| escaped(cell)).collect())));
        self.put(&lines.join("\n"));
    }

    /// A line to type.
    pub(super) fn command(&mut self, command: &str) {
        // a fence is longer than any that a name could hold
        let longest = command.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.put(&format!("{fence}sh\n{command}\n{fence}"));
    }

    pub(super) fn picture(&mut self, title: &str, file: &str) {
        self.put(&format!("![{}]({})", escaped(title), as_address(file)));
    }

    pub(super) fn rule(&mut self) {
        self.put("---");
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// An argument as a shell reads it as one.
pub(super) fn quoted(argument: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "_-./=+,:@%".contains(c);
    if !argument.is_empty() && argument.chars().all(is_plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}
