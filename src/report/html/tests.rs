//! What holds of every page: no text turns into markup, no address is named, and those who cannot see are told the same.

use std::path::Path;

use super::*;
use crate::chart::{Chart, ChartInput, Look, Theme, draw_all};
use crate::format::Language;
use crate::report::document::{Fact, Figure, Section, Table};
use crate::scenario::{LogoKind, Scenario};
use crate::simulate::Simulator;

const HOSTILE: &str = r#""'><script>alert(1)</script><img src=x onerror=alert(1)>]]>&lt;b&gt;--><!-- {{ title }} </style></title>"#;

/// A document of every kind of block, each text of which is this one, with the charts of the classroom.
fn document(text: &str, language: Language) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/classroom.toml");
    let scenario = Scenario::from_path(&path).expect("the classroom").scenario;
    let mut simulator = Simulator::new(&scenario);
    let today = simulator.today();
    let forecast = simulator.forecast(&today);
    let input = ChartInput::of_forecast(scenario.plan.period, &forecast, None).in_language(language);
    let look = Look {
        carry_font: false,
        ..Look::default()
    };
    let figure = |Chart { kind, title, svg, .. }| {
        Block::Figure(Figure {
            kind,
            title,
            caption: text.to_owned(),
            svg,
            size: look.size.pixels(),
        })
    };
    let charts = draw_all(&input, &look).expect("charts");
    assert!(charts.len() >= 3, "{} charts", charts.len());
    let text = || text.to_owned();
    let mut table = Table::new(text(), [text(), text()]);
    table.sortable = true;
    table.row(vec![Cell::from(text()), Cell::number(1.0 / 3.0, text())]);
    table.strong_row(vec![Cell::from(text()), Cell::number(f64::NAN, text())]);
    let fact = Fact {
        name: text(),
        value: text(),
        note: Some(text()),
    };
    let blocks = vec![
        Block::Lead(vec![text()]),
        Block::Paragraph(text()),
        Block::Heading(text()),
        Block::List(vec![text()]),
        Block::Facts(vec![fact]),
        Block::Table(table),
    ];
    let section = |id, blocks| Section { id, title: text(), blocks };
    Document {
        language,
        title: text(),
        subtitle: text(),
        client: Some(text()),
        author: Some(text()),
        date: "2026-03-05".parse().expect("a date"),
        logo: Some(Logo {
            bytes: HOSTILE.as_bytes().to_vec(),
            kind: LogoKind::Svg,
            alternative: text(),
        }),
        theme: Theme::LIGHT,
        accent: Theme::LIGHT.proposal,
        sections: vec![
            section("answer", blocks),
            section("charts", charts.into_iter().map(figure).collect()),
        ],
        footer: text(),
    }
}

/// Every tag of a page with the names of its attributes, as a browser reads them.
fn tags(page: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(begin) = rest.find('<') {
        let (mut quoted, mut name) = (false, String::new());
        let mut end = rest.len();
        for (at, c) in rest[begin..].char_indices() {
            match c {
                '"' => quoted = !quoted,
                '>' if !quoted => {
                    end = begin + at + 1;
                    break;
                }
                c if !quoted => name.push(c),
                _ => {}
            }
        }
        rest = &rest[end..];
        // the raw text of these ends with their own closing tag
        for raw in ["script", "style"] {
            if name.starts_with(&format!("<{raw}")) {
                rest = &rest[rest.find(&format!("</{raw}")).expect("an end")..];
            }
        }
        tags.push(name);
    }
    tags
}

/// What stands between two texts, wherever they stand.
fn between<'a>(page: &'a str, begin: &str, end: &str) -> Vec<&'a str> {
    page.split(begin)
        .skip(1)
        .map(|rest| rest.split(end).next().unwrap_or_default())
        .collect()
}

#[test]
fn no_text_becomes_markup() {
    for language in Language::ALL {
        let (plain, hostile) = (html(&document("plain", language)), html(&document(HOSTILE, language)));
        assert!(!plain.is_empty() && tags(&plain) == tags(&hostile), "{language:?}");
        assert_eq!(hostile.matches("<script").count(), 1);
        assert!(!hostile.contains("<img src=x") && hostile.contains("&#60;script&#62;alert(1)"));
    }
}

#[test]
fn the_policy_names_the_one_script_and_nothing_else_may_run_or_load() {
    let page = html(&document("plain", Language::Italian));
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")[0];
    let scripts = between(&page, "<script>", "</script>");
    assert_eq!(scripts.len(), 1);
    let hash = format!("'sha256-{}'", BASE64.encode(Sha256::digest(scripts[0])));
    assert_eq!(between(policy, "script-src ", ";"), [hash.as_str()]);
    assert!(policy.starts_with("default-src 'none';"));
    assert!(
        !page.contains(" on") || between(&page, "<", ">").iter().all(|tag| !tag.contains(" on")),
        "no handler beside it"
    );
}

#[test]
fn no_address_is_named_that_could_be_loaded() {
    let page = html(&document("plain", Language::English));
    let addresses =
        ["src=\"", "href=\"", "url(", "action=\"", "data=\""].map(|begin| between(&page, begin, if begin == "url(" { ")" } else { "\"" }));
    assert!(
        addresses[0].len() == 1 && addresses[1].len() >= 3 && addresses[2].len() >= 2,
        "logo, links, fonts"
    );
    for address in addresses.concat() {
        assert!(
            address.trim_matches(['"', '\'']).starts_with("data:") || address.starts_with('#'),
            "{address:.80}"
        );
    }
    assert!(!page.contains("@import") && !page.contains("<base") && !page.contains("<iframe"));
}

#[test]
fn headings_go_down_by_one_and_charts_and_tables_are_named() {
    let document = document("plain", Language::Vietnamese);
    let page = html(&document);
    let levels: Vec<u8> = (between(&page, "<h", ">").iter())
        .filter_map(|tag| tag.bytes().next().filter(u8::is_ascii_digit).map(|digit| digit - b'0'))
        .collect();
    assert_eq!((levels[0], levels.iter().filter(|level| **level == 1).count()), (1, 1));
    assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{levels:?}");
    let pictures = between(&page, "<svg", "</svg>");
    assert_eq!(pictures.len(), document.figures().count());
    for (picture, figure) in pictures.iter().zip(document.figures()) {
        assert!(picture.contains("role=\"img\"") && picture.contains("<title>") && !figure.title.is_empty());
        assert!(between(picture, "<title>", "</title>")[0].len() >= figure.title.len());
    }
    assert!(page.contains("alt=\"plain\""));
    for table in between(&page, "<table", "</table>") {
        assert!(table.contains("<caption>") && table.contains("scope=\"col\"") && table.contains("scope=\"row\""));
    }
    assert!(page.contains("<html lang=\"vi\">"));
}

#[test]
fn a_number_is_there_in_full_to_be_sorted_by() {
    let page = html(&document("plain", Language::Russian));
    assert_eq!(between(&page, "data-value=\"", "\""), ["0.3333333333333333"]);
    assert_eq!(
        between(&page, "title=\"", "\"")
            .iter()
            .filter(|title| **title == "0.3333333333333333")
            .count(),
        1
    );
}
