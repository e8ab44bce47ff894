//! Reads a workbook back: its cells as the file has them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::ZipArchive;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(f64),
    Text(String),
}

/// A cell of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub formula: Option<String>,
    pub value: Value,
}

/// The cells of a page by row and column, counted from 0.
pub type Page = BTreeMap<(u32, u16), Cell>;

/// A workbook that was read back.
pub struct File {
    /// The XML files in it.
    pub parts: BTreeMap<String, String>,
    /// Names and cells of the pages, in the order of their tabs.
    pub pages: Vec<(String, Page)>,
}

impl File {
    pub fn of(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut parts = BTreeMap::new();
        for place in 0..archive.len() {
            let mut part = archive.by_index(place).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("XML is text");
            let name = part.name().expect("a name").into_owned();
            parts.insert(name, text);
        }
        for (name, text) in &parts {
            Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        let strings = strings(&parts["xl/sharedStrings.xml"]);
        let book = Document::parse(&parts["xl/workbook.xml"]).expect("XML");
        let names = book.descendants().filter(|node| node.has_tag_name_local("sheet"));
        let pages = names
            .enumerate()
            .map(|(i, sheet)| {
                let text = &parts[&format!("xl/worksheets/sheet{}.xml", i + 1)];
                (sheet.attribute("name").expect("a name").to_owned(), page(text, &strings))
            })
            .collect();
        Self { parts, pages }
    }

    pub fn page(&self, name: &str) -> &Page {
        let found = self.pages.iter().find(|(page, _)| page == name);
        &found.unwrap_or_else(|| panic!("no page {name}")).1
    }

    /// The number in the row whose first cells are these texts, in a column.
    pub fn number(&self, page: &str, row: &[&str], column: u16) -> Option<f64> {
        let page = self.page(page);
        let text = |row: u32, column: u16| match page.get(&(row, column)).map(|cell| &cell.value) {
            Some(Value::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let rows = page.keys().map(|&(row, _)| row).collect::<std::collections::BTreeSet<u32>>();
        let found = rows
            .into_iter()
            .find(|&at| row.iter().zip(0..).all(|(name, column)| text(at, column) == Some(*name)))
            .unwrap_or_else(|| panic!("no row {row:?}"));
        match page.get(&(found, column))?.value {
            Value::Number(number) => Some(number),
            Value::Text(_) => None,
        }
    }
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

fn strings(text: &str) -> Vec<String> {
    let document = Document::parse(text).expect("XML");
    let entries = document.descendants().filter(|node| node.has_tag_name_local("si"));
    entries
        .map(|entry| {
            let texts = entry.descendants().filter(|node| node.has_tag_name_local("t"));
            texts.filter_map(|node| node.text()).collect()
        })
        .collect()
}

/// Row and column of a place such as `AB12`.
pub fn place(text: &str) -> (u32, u16) {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase);
    let column = letters
        .clone()
        .fold(0_u16, |column, letter| column * 26 + u16::from(letter - b'A') + 1);
    let row: u32 = text[letters.count()..].parse().expect("a row");
    (row - 1, column - 1)
}

fn page(text: &str, strings: &[String]) -> Page {
    let document = Document::parse(text).expect("XML");
    let cells = document.descendants().filter(|node| node.has_tag_name_local("c"));
    cells
        .filter_map(|cell| {
            let of = |name: &str| {
                let node = cell.children().find(|node| node.has_tag_name_local(name))?;
                Some(node.text().unwrap_or_default().to_owned())
            };
            let formula = of("f");
            let raw = of("v")?;
            let value = match cell.attribute("t") {
                None => Value::Number(raw.parse().expect("a number")),
                Some("s") => Value::Text(strings[raw.parse::<usize>().expect("a place")].clone()),
                Some(_) => Value::Text(raw),
            };
            Some((place(cell.attribute("r").expect("a place")), Cell { formula, value }))
        })
        .collect()
}
