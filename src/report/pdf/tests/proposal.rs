//! A proposal in four languages: all of it is there, in its place, and can be read back.

use super::*;
use crate::chart::Theme;
use crate::format::Language;
use crate::report::document::Block;
use crate::report::pdf::fonts::glyphs;
use crate::scenario::LogoKind;

/// Writes the proposal of the fixture in every language into the folder that `OSA_PAPER` names, for `.ci/paper` and for the eye.
#[test]
fn papers_for_the_eye() {
    let Some(folder) = std::env::var_os("OSA_PAPER") else { return };
    for language in Language::ALL {
        for (name, theme) in [("light", Theme::LIGHT), ("dark", fixture::DARK)] {
            let path = std::path::Path::new(&folder).join(format!("{}-{name}.pdf", language.code()));
            std::fs::write(path, bytes(&fixture::proposal(language, theme))).expect("a folder to write to");
        }
    }
}

#[test]
fn every_text_stands_on_the_pages_in_every_language() {
    for language in Language::ALL {
        let document = fixture::proposal(language, Theme::LIGHT);
        let laid = Laid::of(&document);
        let text = laid.text();
        let mut wanted = vec![document.title.as_str(), &document.subtitle];
        for section in &document.sections {
            wanted.push(&section.title);
            for block in &section.blocks {
                match block {
                    Block::Lead(texts) | Block::List(texts) => wanted.extend(texts.iter().map(String::as_str)),
                    Block::Paragraph(text) | Block::Heading(text) => wanted.push(text),
                    Block::Facts(facts) => wanted.extend(facts.iter().flat_map(|fact| [fact.name.as_str(), &fact.value])),
                    Block::Table(table) => {
                        wanted.push(&table.caption);
                        wanted.extend(table.columns.iter().map(|column| column.title.as_str()));
                        let cells = table.rows.iter().flat_map(|row| &row.cells);
                        wanted.extend(cells.map(|cell| cell.text.as_str()));
                    }
                    Block::Figure(figure) => wanted.push(&figure.caption),
                }
            }
        }
        assert!(wanted.len() > 100);
        for wanted in wanted {
            assert!(text.contains(wanted), "{language:?}: {wanted}");
        }
    }
}

#[test]
fn every_letter_is_in_the_font() {
    for language in Language::ALL {
        for (_, mark) in Laid::of(&fixture::proposal(language, Theme::LIGHT)).marks() {
            let Shape::Text { text, of, .. } = &mark.shape else { continue };
            let letters = glyphs(text, of.weight);
            assert!(letters.iter().all(|glyph| glyph.glyph_id.to_u32() > 0), "{language:?}: {text}");
        }
    }
}

/// Among these rules: every glyph is one of the font and has its letter beside it, so that text can be selected, searched and copied.
#[test]
fn every_proposal_keeps_the_rules_of_pdf_ua() {
    for language in Language::ALL {
        for theme in [Theme::LIGHT, fixture::DARK] {
            let file = written(&fixture::proposal(language, theme), Proof::Accessible);
            assert!(file.is_ok(), "{language:?}: {file:?}");
        }
    }
    let missing = fixture::of(vec![Block::Paragraph("漢".to_owned())]);
    assert!(
        matches!(written(&missing, Proof::Accessible), Err(PdfError::Writing(_))),
        "krilla looks"
    );
}

#[test]
fn a_screen_reader_finds_headings_tables_and_figures() {
    let document = fixture::proposal(Language::Russian, fixture::DARK);
    let file = written(&document, Proof::Accessible).expect("a paper that keeps the rules of PDF/UA-1");
    let laid = Laid::of(&document);
    assert_eq!(pages_of(&file), laid.pages.len());
    assert_eq!((count(&file, "/S/H1"), count(&file, "/S/H2"), count(&file, "/S/H3")), (1, 5, 1));
    let figures = document.sections.iter().flat_map(|section| &section.blocks);
    let figures = figures.filter(|block| matches!(block, Block::Figure(_))).count();
    assert!(figures >= 6, "{figures} figures");
    // the logo is one too
    assert_eq!((count(&file, "/S/Figure"), count(&file, "/Alt")), (figures + 1, figures + 1));
    assert_eq!(count(&file, "/S/LI"), 3);
    assert!(count(&file, "/S/TH") > 50 && count(&file, "/S/TD") > 100);
    assert_eq!(count(&file, "/Dest"), 5, "a bookmark for each section");
    assert!(count(&file, "/Lang(ru)") > 0 && count(&file, "/CreationDate(D:20260305") == 1);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = fixture::proposal(Language::Vietnamese, Theme::LIGHT);
    let file = bytes(&document);
    assert!(file == bytes(&document));
    let other = Document {
        date: "2026-03-06".parse().expect("a date"),
        ..document
    };
    assert!(file != bytes(&other));
}

#[test]
fn headings_and_single_lines_do_not_stand_alone() {
    for language in Language::ALL {
        let laid = Laid::of(&fixture::proposal(language, Theme::LIGHT));
        for page in 0..laid.pages.len() - 1 {
            let mut lowest = laid.pages[page].marks.iter().filter(|mark| mark.part.is_some());
            let last = lowest.next_back().and_then(|mark| mark.part).expect("no page is empty");
            let role = &laid.structure.get(last).role;
            assert!(
                !matches!(role, Role::Heading(..) | Role::Caption | Role::ColumnHead),
                "{language:?}: page {} ends with {role:?}",
                page + 1
            );
        }
    }
}

#[test]
fn two_figures_stand_on_a_page_and_none_over_its_edge() {
    let figures = fixture::figures(Language::English, Theme::LIGHT, crate::chart::Size::Page);
    let blocks: Vec<Block> = figures.iter().cycle().take(8).cloned().map(Block::Figure).collect();
    let laid = Laid::of(&fixture::of(blocks));
    let on_page = |page: &Page| -> Vec<f64> {
        let height = |mark: &Mark| match mark.shape {
            Shape::Picture { height, .. } => Some(height),
            _ => None,
        };
        page.marks.iter().filter_map(height).collect()
    };
    let heights: Vec<_> = laid.pages.iter().map(on_page).collect();
    assert_eq!(heights.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 2, 2]);
    for pair in &heights {
        assert!((pair[0] - pair[1]).abs() < 1e-9, "two of one size: {pair:?}");
    }
    assert!(heights[0][0] < heights[1][0], "the title of the first page takes room: {heights:?}");
}

#[test]
fn a_figure_that_stays_alone_becomes_as_wide_as_the_text() {
    let figures = fixture::figures(Language::English, Theme::LIGHT, crate::chart::Size::Page);
    let figures = figures.into_iter().cycle().take(2).map(Block::Figure);
    let text = Block::Paragraph("line ".repeat(21 * 12));
    let laid = Laid::of(&fixture::of(std::iter::once(text).chain(figures).collect()));
    let wide = |mark: &(usize, &Mark)| match mark.1.shape {
        Shape::Picture { width, .. } => Some((mark.0, width + 2.0 * mark.1.x)),
        _ => None,
    };
    let wide: Vec<_> = laid.marks().iter().filter_map(wide).collect();
    assert_eq!(wide.iter().map(|(page, _)| *page).collect::<Vec<_>>(), [0, 1]);
    // the last bit of a product in another order
    assert!((wide[0].1 - WIDTH).abs() < 1e-6 && wide[1].1 < WIDTH, "{wide:?}");
}

#[test]
fn a_logo_of_pixels_is_drawn_and_what_is_no_picture_is_told() {
    let mut document = fixture::proposal(Language::English, Theme::LIGHT);
    let png = crate::chart::to_png(
        "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='10'><rect width='9' height='9'/></svg>",
        2.0,
    );
    let logo = document.logo.as_mut().expect("a logo");
    (logo.bytes, logo.kind) = (png.expect("a PNG"), LogoKind::Png);
    assert!(count(&bytes(&document), "/Subtype/Image") >= 1);
    for (kind, wrong) in [(LogoKind::Png, "<svg/>"), (LogoKind::Svg, "<p"), (LogoKind::Png, "")] {
        let logo = document.logo.as_mut().expect("a logo");
        (logo.bytes, logo.kind) = (wrong.as_bytes().to_vec(), kind);
        assert!(matches!(super::super::pdf(&document), Err(PdfError::Logo(_))), "{kind:?} {wrong}");
    }
    document.logo = None;
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Figure(figure) = block {
            figure.svg.truncate(40);
        }
    }
    assert!(matches!(super::super::pdf(&document), Err(PdfError::Figure(..))));
}
