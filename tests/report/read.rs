//! Reads the forms of a report back: the numbers of a page, the cells of a workbook.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The numbers that the cells of a page carry, in the order of reading.
pub fn values_of(html: &str) -> Vec<f64> {
    let after = html.split(" data-value=\"").skip(1);
    let texts = after.map(|rest| rest.split('"').next().expect("an end"));
    texts.map(|text| text.parse().expect("a number")).collect()
}

/// The XML files of a workbook with their names.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("XML is text");
            (part.name().expect("a name").into_owned(), text)
        })
        .collect()
}

/// The numbers in a column of the first page of a workbook: in its cells, or as the results of its formulas.
pub fn first_page_column(bytes: &[u8], column: char) -> Vec<f64> {
    let parts = parts(bytes);
    let (_, page) = parts.iter().find(|(name, _)| name == "xl/worksheets/sheet1.xml").expect("a page");
    let page = roxmltree::Document::parse(page).expect("XML");
    let cells = page
        .descendants()
        .filter(|node| node.tag_name().name() == "c" && node.attribute("t").is_none());
    let of_column = cells.filter(|cell| {
        let place = cell.attribute("r").unwrap_or_default();
        place.trim_end_matches(|c: char| c.is_ascii_digit()) == column.to_string()
    });
    let results = of_column.filter_map(|cell| cell.children().find(|node| node.tag_name().name() == "v")?.text());
    results.filter_map(|text| text.parse().ok()).collect()
}

/// Whether two numbers are the same but for the order in which sums were made: a few hundred additions, each off by 1.1e-16 of the
/// largest amount in them (`scale`) at most.
pub fn same(one: f64, other: f64, scale: f64) -> bool {
    (one - other).abs() <= 1e-12 * scale.abs().max(one.abs()).max(f64::MIN_POSITIVE)
}
