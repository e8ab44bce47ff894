//! Documents that are hard to set: nothing, a great many of everything, letters that the font lacks.

use super::*;
use crate::chart::Theme;
use crate::format::Language;
use crate::report::document::{Align, Block, Cell, Section, Table};

/// A table of this many rows and columns of numbers behind a column of names.
fn table(rows: usize, columns: usize) -> Table {
    let titles = (0..columns).map(|column| {
        if column == 0 {
            "Name".to_owned()
        } else {
            format!("Month {column}")
        }
    });
    let mut table = Table::new("What it shows".to_owned(), titles);
    for row in 0..rows {
        let cell = |column: usize| match column {
            0 => Cell::from(format!("row {row}")),
            _ => Cell::number((row * column) as f64, format!("{} €", 1_000 + row * column)),
        };
        table.row((0..columns).map(cell).collect());
    }
    table
}

#[test]
fn an_empty_document_is_one_page() {
    let laid = Laid::of(&fixture::empty(Language::English));
    assert_eq!(laid.pages.len(), 1);
    assert_eq!(pages_of(&bytes(&fixture::empty(Language::English))), 1);
    let blocks = vec![
        Block::Lead(vec![]),
        Block::Lead(vec![String::new()]),
        Block::Paragraph("\u{202e} \n".to_owned()),
        Block::Heading(String::new()),
        Block::List(vec![String::new()]),
        Block::Facts(vec![]),
        Block::Facts(vec![fixture::fact("", "", "")]),
        Block::Table(Table::new(String::new(), [])),
        Block::Table(table(0, 3)),
        Block::Table(table(3, 1)),
    ];
    let document = fixture::of(blocks);
    assert_eq!(pages_of(&bytes(&document)), Laid::of(&document).pages.len());
}

#[test]
fn three_hundred_sections_have_three_hundred_bookmarks() {
    let section = |number: usize| Section {
        blocks: if number.is_multiple_of(3) {
            vec![]
        } else {
            vec![Block::Paragraph(format!("Paragraph {number}."))]
        },
        ..Section::new("many", format!("Section {number}"))
    };
    let document = Document {
        sections: (0..300).map(section).collect(),
        ..fixture::empty(Language::English)
    };
    let file = bytes(&document);
    assert_eq!(count(&file, "/Dest"), 300);
    // a heading takes 51 pt with the space above it, its line of text 22 pt: 300 of them fill 27 pages of 736 pt, less what is
    // empty at the foot of each
    assert!((27..=31).contains(&pages_of(&file)), "{} pages", pages_of(&file));
}

#[test]
fn a_long_table_has_its_headings_on_every_page() {
    let document = fixture::of(vec![Block::Table(table(5_000, 5))]);
    let laid = Laid::of(&document);
    assert!((120..160).contains(&laid.pages.len()), "{} pages", laid.pages.len());
    for page in &laid.pages {
        let heads = page
            .marks
            .iter()
            .filter(|mark| matches!(&mark.shape, Shape::Text { text, .. } if text == "Month 4"));
        assert_eq!(heads.count(), 1);
    }
    assert_eq!(pages_of(&bytes(&document)), laid.pages.len());
    // neither the first row nor the last stands alone
    let last = laid.lines(laid.pages.len() - 1);
    assert!(last.iter().filter(|(role, ..)| **role == Role::RowHead).count() > 1);
}

#[test]
fn numbers_stand_below_each_other() {
    let laid = Laid::of(&fixture::of(vec![Block::Table(table(12, 4))]));
    let lines = laid.lines(0);
    for column in 1..4 {
        let cells = lines
            .iter()
            .filter(|(role, ..)| matches!(role, Role::Cell | Role::ColumnHead | Role::RowHead));
        let right = |(_, text, mark): &(&Role, &str, &Mark)| match mark.shape {
            Shape::Text { of, .. } => mark.x + width(text, of),
            _ => unreachable!("lines are texts"),
        };
        let edges: Vec<f64> = cells.skip(column).step_by(4).map(right).collect();
        assert_eq!(edges.len(), 13);
        // the edge is a sum of widths in another order
        assert!(edges.iter().all(|edge| (edge - edges[0]).abs() < 1e-6), "{edges:?}");
    }
}

#[test]
fn a_wide_table_comes_in_parts_with_its_first_column_in_each() {
    let document = fixture::of(vec![Block::Table(table(6, 60))]);
    let laid = Laid::of(&document);
    let text = laid.text();
    let parts = text.matches("row 5").count();
    assert!((5..12).contains(&parts), "{parts} parts");
    assert_eq!(text.matches("Name").count(), parts);
    for column in 1..60 {
        assert!(text.contains(&format!("Month {column} ")), "{column}");
        assert!(text.contains(&format!("{} €", 1_000 + 5 * column)), "{column}");
    }
    assert!(text.contains(&format!("What it shows (1 / {parts})")));
    assert_eq!(pages_of(&bytes(&document)), laid.pages.len());
}

#[test]
fn a_long_paragraph_goes_on_over_pages_and_keeps_two_lines_on_each() {
    for words in ["word ", "слово"] {
        let text = words.repeat(8_000);
        let document = fixture::of(vec![Block::Paragraph(text.clone())]);
        let laid = Laid::of(&document);
        assert!((6..15).contains(&laid.pages.len()), "{} pages", laid.pages.len());
        assert_eq!(laid.text().replace(' ', ""), format!("AtitleAllofit{}", text.replace(' ', "")));
        for page in 0..laid.pages.len() {
            let lines = laid.lines(page).iter().filter(|(role, ..)| **role == Role::Paragraph).count();
            assert!(lines >= 2, "page {}: {lines} lines", page + 1);
        }
        assert_eq!(pages_of(&bytes(&document)), laid.pages.len());
    }
}

#[test]
fn paragraphs_of_every_length_leave_no_line_alone() {
    // words that fill a line each, so that the end of the page comes between any two of them
    let word = format!("{} ", "m".repeat(50));
    assert!(width(&word, BODY) > WIDTH / 2.0 && width(&word, BODY) < WIDTH);
    for before in 30..50 {
        let blocks = vec![word.repeat(before), word.repeat(5)];
        let laid = Laid::of(&fixture::of(blocks.into_iter().map(Block::Paragraph).collect()));
        for page in 0..laid.pages.len() {
            let mut lines: Vec<(usize, usize)> = Vec::new();
            for (role, _, mark) in laid.lines(page) {
                let part = mark.part.expect("a part").index();
                match lines.last_mut() {
                    Some((last, count)) if *last == part => *count += 1,
                    _ if *role == Role::Paragraph => lines.push((part, 1)),
                    _ => {}
                }
            }
            assert!(lines.iter().all(|(_, count)| *count > 1), "{before}: page {}: {lines:?}", page + 1);
        }
    }
}

#[test]
fn texts_without_end_stay_inside_of_their_cells_and_cards() {
    let long = "Donaudampfschifffahrt ".repeat(400);
    let unbroken = "x".repeat(9_000);
    let mut rows = Table::new(long.clone(), [long.clone(), unbroken.clone(), "Number".to_owned()]).with_words_in(&[1]);
    for text in [&long, &unbroken] {
        rows.strong_row(vec![text.as_str().into(), unbroken.as_str().into(), long.as_str().into()]);
    }
    // a row with fewer cells than columns, which only a careless caller writes
    rows.rows[0].cells.truncate(2);
    rows.columns[2].align = Align::End;
    let facts = vec![
        fixture::fact(&long, &unbroken, &long),
        fixture::fact("a", "1", ""),
        fixture::fact("b", "2", &unbroken),
    ];
    let document = Document {
        title: long.clone(),
        subtitle: unbroken.clone(),
        footer: unbroken.clone(),
        ..fixture::of(vec![
            Block::Heading(unbroken.clone()),
            Block::Facts(facts),
            Block::Table(rows),
            Block::List(vec![long.clone(), unbroken.clone()]),
            Block::Lead(vec![unbroken, long]),
        ])
    };
    let laid = Laid::of(&document);
    assert_eq!(pages_of(&bytes(&document)), laid.pages.len());
}

#[test]
fn letters_that_the_font_lacks_are_boxes_and_marks_of_direction_are_gone() {
    let text = "漢字 🎁👩‍👩‍👧 عربى ไทย \u{202e}abc\u{0}\u{7}\u{2066} <b>&amp; )\\( %PDF endstream";
    let document = Document {
        title: text.to_owned(),
        author: Some(text.to_owned()),
        footer: text.to_owned(),
        ..fixture::of(vec![
            Block::Paragraph(text.to_owned()),
            Block::Facts(vec![fixture::fact(text, text, text)]),
            Block::List(vec![text.to_owned()]),
        ])
    };
    let laid = Laid::of(&document);
    assert!(laid.text().contains("abc <b>&amp; )\\( %PDF endstream"), "{}", laid.text());
    assert!(!laid.text().contains(['\u{202e}', '\u{0}', '\u{2066}', '\u{200d}']));
    assert_eq!(pages_of(&bytes(&document)), 1);
}

#[test]
fn a_dark_theme_has_dark_paper() {
    let light = bytes(&fixture::of(vec![]));
    let background = fixture::DARK.background;
    let dark = bytes(&Document {
        theme: Theme {
            background,
            ..Theme::LIGHT
        },
        ..fixture::of(vec![])
    });
    assert!(dark != light, "nothing but the paper differs");
}
