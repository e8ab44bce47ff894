//! The report as Markdown, for wikis: headings, lists and tables as every dialect reads them, pictures by the names of their files.

use std::fmt::Write as _;

use super::document::{Align, Block, Document, Figure, Table};

/// Writes the text; `picture` gives the address of a chart's file, or none where the charts are not at hand.
#[must_use]
pub fn markdown(document: &Document, picture: impl Fn(&Figure) -> Option<String>) -> String {
    let mut text = format!("# {}\n\n{}\n", escaped(&document.title), escaped(&document.subtitle));
    for section in &document.sections {
        put(&mut text, &format!("## {}", escaped(&section.title)));
        for block in &section.blocks {
            match block {
                Block::Lead(sentences) => sentences
                    .iter()
                    .for_each(|sentence| put(&mut text, &format!("**{}**", escaped(sentence)))),
                Block::Paragraph(paragraph) => put(&mut text, &escaped(paragraph)),
                Block::Heading(heading) => put(&mut text, &format!("### {}", escaped(heading))),
                Block::List(items) => {
                    let items: Vec<String> = items.iter().map(|item| format!("- {}", escaped(item))).collect();
                    put(&mut text, &items.join("\n"));
                }
                Block::Facts(facts) => {
                    let facts = facts.iter().map(|fact| {
                        let note = fact.note.as_ref().map(|note| format!(" ({})", escaped(note))).unwrap_or_default();
                        format!("- {}: **{}**{note}", escaped(&fact.name), escaped(&fact.value))
                    });
                    put(&mut text, &facts.collect::<Vec<_>>().join("\n"));
                }
                Block::Table(table) => put(&mut text, &of_table(table)),
                Block::Figure(figure) => {
                    let title = escaped(&figure.title);
                    match picture(figure) {
                        Some(address) => put(&mut text, &format!("![{title}]({})", as_address(&address))),
                        None => put(&mut text, &format!("**{title}**")),
                    }
                    put(&mut text, &format!("*{}*", escaped(&figure.caption)));
                }
            }
        }
    }
    put(&mut text, &format!("---\n\n{}", escaped(&document.footer)));
    text
}

/// Adds a block after an empty line.
fn put(text: &mut String, block: &str) {
    // writing into a text does not fail
    let _ = write!(text, "\n{block}\n");
}

fn of_table(table: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![line(table.columns.iter().map(|column| escaped(&column.title)).collect())];
    let rule = table.columns.iter().map(|column| match column.align {
        Align::Start => "---".to_owned(),
        Align::End => "---:".to_owned(),
    });
    lines.push(line(rule.collect()));
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| match (escaped(&cell.text), row.is_strong()) {
            (text, true) if !text.is_empty() => format!("**{text}**"),
            (text, _) => text,
        });
        lines.push(line(cells.collect()));
    }
    format!("{}\n\n{}", escaped(&table.caption), lines.join("\n"))
}

/// The path of a file as the address of a picture: blanks, brackets and what an address gives another meaning are written by their bytes.
pub(super) fn as_address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            c if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '/') => out.push(c),
            c => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    // writing into a text does not fail
                    let _ = write!(out, "%{byte:02X}");
                }
            }
        }
    }
    out
}

/// A text that no dialect of Markdown takes for markup, HTML or a link.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(c) = letters.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '^' => out.extend(['\\', c]),
            // wikis fill in what stands in braces, and mark what stands between pairs of these
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            '=' | '%' | ':' if before == Some(c) || letters.peek() == Some(&c) => out.extend(['\\', c]),
            // what would begin a heading, a list or a number of one
            '#' | '-' | '=' if before.is_none() => out.extend(['\\', c]),
            '+' if before.is_none() && letters.peek().is_none_or(|c| c.is_whitespace()) => out.extend(['\\', c]),
            '.' | ')' if !out.is_empty() && out.bytes().all(|b| b.is_ascii_digit()) && letters.peek().is_none_or(|c| c.is_whitespace()) => {
                out.extend(['\\', c]);
            }
            // an address that would turn into a link by itself
            ':' if letters.peek() == Some(&'/') => out.push_str("&#58;"),
            '.' if out.to_ascii_lowercase().ends_with("www") => out.push_str("&#46;"),
            '@' => out.push_str("&#64;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_file_stays_in_its_address() {
        for (path, address) in [
            ("plan-charts/roi.png", "plan-charts/roi.png"),
            ("my plan (1)-charts/roi.png", "my%20plan%20%281%29-charts/roi.png"),
            ("a) <b>#?%-charts/roi.png", "a%29%20%3Cb%3E%23%3F%25-charts/roi.png"),
            ("kế hoạch/roi.png", "kế%20hoạch/roi.png"),
        ] {
            assert_eq!(as_address(path), address);
        }
    }

    #[test]
    fn text_stays_text() {
        for (text, written) in [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("a | b", "a \\| b"),
            ("[click](javascript:x)", "\\[click\\](javascript:x)"),
            ("# no heading", "\\# no heading"),
            ("1. no list", "1\\. no list"),
            ("- no item", "\\- no item"),
            ("+ no item", "\\+ no item"),
            ("+1,434 and 60.5 k", "+1,434 and 60.5 k"),
            (
                "*bold* _it_ `code` ~~x~~ $y$",
                "\\*bold\\* \\_it\\_ \\`code\\` \\~\\~x\\~\\~ \\$y\\$",
            ),
            ("https://a.b", "https&#58;//a.b"),
            ("me@a.b", "me&#64;a.b"),
            ("www.a.b, WWW.a.b", "www&#46;a.b, WWW&#46;a.b"),
            ("{{ 7*7 }} {% raw %}", "&#123;&#123; 7\\*7 &#125;&#125; &#123;% raw %&#125;"),
            ("a ==b== %%c%% a = b, 5 %", "a \\=\\=b\\=\\= \\%\\%c\\%\\% a = b, 5 %"),
            ("two\nlines", "two lines"),
            ("−24 k €, 3.5 %", "−24 k €, 3.5 %"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
