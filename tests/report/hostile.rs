//! Text of a scenario that would be something else: markup, a formula, a template, marks that turn the direction of reading.

use osa::chart::{Kind, draw};
use osa::format::Language;
use osa::report::document::Block;

use super::made::{Made, load};
use super::read::parts;

fn names() -> Vec<String> {
    let written = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onload='alert(1)",
        "]]><script>alert(1)</script>",
        "</svg></style></title><script>alert(1)</script>",
        "=HYPERLINK(\"http://example.org\",\"click\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "＝1+1",
        "a\u{202e}b\u{200f}c\u{200b}d\u{feff}e",
        "{{ 7*7 }}",
        "{% raw %}",
        "{ $n }",
        "a\u{0}b\u{7}c\u{1b}[31md\u{fffe}",
        "two\nlines\r\n# heading\n\n- item",
        "[click](javascript:alert(1)) ![x](http://example.org/x.png)",
        "www.example.org https://example.org me@example.org",
        "a | b || c \\| d `code` *bold* __it__ ~~gone~~ $x$",
        "<!-- a --> &lt; &amp;",
        "😀 漢字かな العربية 한국어",
        "%00 %41 &#60;script&#62;",
        "\u{200b}\u{200e}",
    ];
    let mut names: Vec<String> = written.map(str::to_owned).into();
    names.push("x".repeat(10_000));
    names
}

/// A report in which this name stands wherever a text of the scenario stands.
fn named(name: &str) -> Made {
    let loaded = load("corner-shop-online");
    let mut scenario = loaded.scenario.clone();
    scenario.plan.name = name.to_owned();
    for (c, channel) in scenario.channels.iter_mut().enumerate() {
        channel.name = format!("{name}{c}");
        channel.boosts.clear();
    }
    for (a, action) in scenario.actions.iter_mut().enumerate() {
        action.name = format!("{name}{a}");
    }
    let mut made = Made::of(&scenario, 16).expect("a plan");
    made.assumptions = loaded.assumptions();
    for assumption in &mut made.assumptions {
        assumption.key = name.to_owned();
        assumption.source = Some(name.to_owned());
    }
    (made.keys.title, made.keys.client, made.keys.author) = (Some(name.to_owned()), Some(name.to_owned()), Some(name.to_owned()));
    if let Some(sensitivity) = &mut made.sensitivity {
        for row in &mut sensitivity.tornado {
            row.key = format!("channel.{name}.reach.visits");
        }
    }
    for held in &mut made.journal.proposal.limits {
        held.limit = name.to_owned();
    }
    made
}

/// The names of the elements of a page in order.
fn tags(html: &str) -> Vec<&str> {
    let after = html.split('<').skip(1);
    after
        .map(|rest| rest.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default())
        .collect()
}

fn steers(c: char) -> bool {
    (c.is_control() && c != '\n') || ('\u{200b}'..='\u{200f}').contains(&c) || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{feff}'
}

#[test]
fn no_name_is_markup_in_the_page() {
    let known: std::collections::BTreeSet<String> = tags(&named("plain").html(Language::English))
        .into_iter()
        .map(str::to_owned)
        .collect();
    for name in names() {
        let page = named(&name).html(Language::English);
        let found = tags(&page);
        for tag in &found {
            assert!(known.contains(*tag) || ["tspan", "/tspan"].contains(tag), "{name:.60}: <{tag}>");
        }
        assert_eq!(found.iter().filter(|tag| **tag == "script").count(), 1, "{name:.60}");
        for foreign in [
            "alert(1)</script>",
            "<img",
            "onerror=alert(1)>",
            " onload='",
            "href=\"http",
            "src=\"http",
        ] {
            assert!(!page.contains(foreign), "{name:.60}: {foreign}");
        }
        assert!(!page.contains(steers), "{name:.60}");
    }
}

#[test]
fn every_chart_is_xml_without_anything_that_runs() {
    for name in names() {
        let made = named(&name);
        for figure in made.document(Language::Russian).figures() {
            let picture = roxmltree::Document::parse(&figure.svg).unwrap_or_else(|error| panic!("{name:.60} {:?}: {error}", figure.kind));
            for node in picture.descendants().filter(roxmltree::Node::is_element) {
                let tag = node.tag_name().name();
                assert!(
                    !["script", "foreignObject", "image", "a", "iframe", "set", "animate"].contains(&tag),
                    "{name:.60}: {tag}"
                );
                for attribute in node.attributes() {
                    let lower = attribute.name().to_ascii_lowercase();
                    assert!(!lower.starts_with("on") && lower != "href", "{name:.60}: {lower}");
                }
            }
            assert!(!figure.title.contains(steers) && !figure.svg.contains(steers), "{name:.60}");
        }
    }
}

#[test]
fn no_field_of_a_csv_is_a_formula() {
    for name in names() {
        let made = named(&name);
        let input = made.input(Language::English);
        for kind in Kind::ALL {
            let Some(chart) = draw(kind, &input.results, &input.look).expect("a chart") else {
                continue;
            };
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(chart.csv.as_bytes());
            for record in reader.records() {
                for field in &record.expect("a record of the length of the others") {
                    let number = field.parse::<f64>().is_ok();
                    let begins = field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
                    assert!(number || !begins, "{kind:?}: {field:.60}");
                    assert!(number || !field.contains(steers), "{kind:?}: {field:.60}");
                }
            }
        }
    }
}

#[test]
fn no_name_is_markup_in_the_wiki_text() {
    for name in names() {
        let made = named(&name);
        let (document, text) = (made.document(Language::English), made.markdown(Language::English));
        assert!(
            !text.contains('<') && !text.contains("://") && !text.contains("{{") && !text.contains("{%"),
            "{name:.60}"
        );
        assert!(!text.contains(steers), "{name:.60}");
        let bare = |of: char| text.match_indices(of).filter(|(at, _)| !text[..*at].ends_with('\\')).count();
        let pictures = document.figures().count();
        assert_eq!(text.matches("\n![").count(), pictures, "{name:.60}");
        // brackets belong to pictures alone
        assert_eq!([bare('['), bare(']')], [pictures; 2], "{name:.60}");
        assert_eq!(bare('`') + bare('~') + bare('$') + bare('{') + bare('}'), 0, "{name:.60}");
        let blocks = || document.sections.iter().flat_map(|section| &section.blocks);
        let headings = 1 + document.sections.len() + blocks().filter(|block| matches!(block, Block::Heading(_))).count();
        assert_eq!(text.lines().filter(|line| line.starts_with('#')).count(), headings, "{name:.60}");
        let items: usize = blocks()
            .map(|block| match block {
                Block::List(items) => items.len(),
                Block::Facts(facts) => facts.len(),
                _ => 0,
            })
            .sum();
        assert_eq!(text.lines().filter(|line| line.starts_with("- ")).count(), items, "{name:.60}");
        // each row of a table has as many cells as the one above it
        let mut cells = None;
        for line in text.lines() {
            if !line.starts_with("| ") {
                cells = None;
                continue;
            }
            let count = line.match_indices('|').filter(|(at, _)| !line[..*at].ends_with('\\')).count();
            assert_eq!(*cells.get_or_insert(count), count, "{name:.60}: {line:.200}");
        }
    }
}

#[test]
fn no_name_is_a_formula_in_the_workbook() {
    for name in names() {
        let made = named(&name);
        for (part, text) in parts(&made.workbook(Language::English)) {
            roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name:.60} {part}: {error}"));
            for formula in text.split("<f>").skip(1).map(|rest| rest.split("</f>").next().unwrap_or_default()) {
                assert!(
                    !formula.contains("HYPERLINK") && !formula.contains("SUM(A1)") && formula != "+1",
                    "{name:.60}: {formula}"
                );
            }
            assert!(
                !text.contains("<script") && !text.contains("relationships/hyperlink"),
                "{name:.60} {part}"
            );
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_paper_has_nothing_that_runs_or_leads_away() {
    for name in names() {
        let paper = osa::report::pdf::pdf(&named(&name).document(Language::English)).expect("a paper");
        for order in [
            "/JavaScript",
            "/JS ",
            "/Launch",
            "/URI",
            "/SubmitForm",
            "/OpenAction",
            "/EmbeddedFile",
        ] {
            assert!(
                !paper.windows(order.len()).any(|bytes| bytes == order.as_bytes()),
                "{name:.60}: {order}"
            );
        }
    }
}

#[test]
fn a_name_without_a_letter_is_a_dash() {
    let mut made = named("plain");
    made.keys.title = None;
    made.scenario.plan.name = "\u{200b}".to_owned();
    made.scenario.channels[0].name = "\u{200e}".to_owned();
    let document = made.document(Language::English);
    assert_eq!(document.title, "–");
    assert_eq!(super::made::table(&document, "plan").rows[0].cells[0].text, "–");
}
