//! `[report]`: what it says, what it refuses, and which pictures may be a logo.

use std::path::Path;

use super::broken::one;
use super::{BASE, bad, good};
use crate::format::Language;
use crate::scenario::{Appearance, Diagnostic, LogoKind, ReportKeys, Scenario, Section, svg_fault};

/// A PNG of one grey pixel.
const PIXEL: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\x68\x00\x00\x00\x82\x00\x81\x77\xcd\x72\xb6\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";
const DRAWING: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!-- a logo -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
<style>.a { fill: url(#g); stroke: url('#g') }</style>
<rect class="a" width="10" height="10" style="fill:url( #g )"/><use xlink:href="#g"/>
<image href="data:image/png;base64,AAAA" width="1" height="1"/><image href="data:image/jpeg;base64,AAAA" width="1" height="1"/>
</svg>"##;

fn with_report(table: &str) -> String {
    format!("{BASE}\n[report]\n{table}\n")
}

#[test]
fn without_it_everything_is_shown() {
    let report = good(BASE).scenario.report;
    assert_eq!(report, ReportKeys::default());
    assert_eq!(report.sections, Section::ALL);
}

#[test]
fn every_key_is_read() {
    let text = with_report(
        "title = \" Where next \"\nclient = \"Client\"\nauthor = \"Author\"\naccent = \"#C41E3a\"\nlanguage = \"vi\"\ntheme = \"dark\"\n\
         date = 2026-02-03\nsections = [\"method\", \"answer\", \"kpis\"]\nhide = [\"charts\"]\nsource = \"us\"",
    );
    let report = good(&text).scenario.report;
    assert_eq!(report.title.as_deref(), Some("Where next"));
    assert_eq!(
        (report.client.as_deref(), report.author.as_deref()),
        (Some("Client"), Some("Author"))
    );
    assert_eq!(report.accent, Some([0xc4, 0x1e, 0x3a]));
    assert_eq!(
        (report.language, report.theme),
        (Some(Language::Vietnamese), Some(Appearance::Dark))
    );
    assert_eq!(report.date.map(|date| date.to_string()).as_deref(), Some("2026-02-03"));
    assert_eq!(report.sections, [Section::Answer, Section::Method, Section::Kpis]);
    assert!(report.shows(Section::Answer) && !report.shows(Section::Charts));
    let hidden = good(&with_report("hide = [\"risks\"]")).scenario.report;
    assert_eq!(hidden.sections.len(), Section::ALL.len() - 1);
    assert!(!hidden.shows(Section::Risks));
}

#[test]
fn words_are_those_of_the_file() {
    for &section in Section::ALL {
        let report = good(&with_report(&format!("sections = [\"{}\"]", section.word()))).scenario.report;
        assert_eq!(report.sections, [section]);
        assert_eq!(Section::from_word(section.word()), Some(section));
    }
    for language in Language::ALL {
        let report = good(&with_report(&format!("language = \"{}\"", language.code()))).scenario.report;
        assert_eq!(report.language, Some(language));
    }
    assert_eq!(Section::from_word("anything"), None);
}

#[test]
#[rustfmt::skip] // A table.
fn mistakes() {
    let at = |new: &str| format!("[report]\n{new}\n[plan]\nname");
    for (line, key, words) in [
        ("titel = \"x\"", "report.titel", &["did you mean `title`?"][..]),
        ("title = \"\"", "report.title", &["empty"]),
        ("language = \"italian\"", "report.language", &["\"en\", \"it\", \"ru\", \"vi\""]),
        ("theme = \"drak\"", "report.theme", &["did you mean \"dark\"?"]),
        ("date = \"2026-02-03\"", "report.date", &["without quotes"]),
        ("accent = \"blue\"", "report.accent", &["#0072b2", "red, green and blue"]),
        ("accent = \"#0cf\"", "report.accent", &["write \"#00ccff\""]),
        ("accent = \"0072b2\"", "report.accent", &["write \"#0072b2\""]),
        ("accent = \"#00é1b\"", "report.accent", &["no colour"]),
        ("accent = 7", "report.accent", &["a number"]),
        ("sections = [\"charts\", \"wekest\"]", "report.sections", &["did you mean \"weakest\"?", "assumptions"]),
        ("sections = \"charts\"", "report.sections", &["a list"]),
        ("sections = []", "report.sections", &["no section is left", "answer, money"]),
        ("hide = [\"answer\", \"money\", \"charts\", \"weakest\", \"plan\", \"risks\", \"assumptions\", \"method\", \"kpis\"]", "report.hide", &["no section is left"]),
        ("logo = \"nothing-of-that-name.png\"", "report.logo", &["cannot read", "relative to the scenario"]),
        ("logo = \"src\"", "report.logo", &["it is a directory"]),
    ] {
        one("[plan]\nname", &at(line), line.split(' ').next().expect("a key"), key, words);
    }
    let both = bad(&with_report("sections = [\"charts\"]\nhide = [\"charts\"]"));
    assert!(both[0].message.contains("both shown and hidden"), "{}", both[0]);
}

/// What is said of a scenario whose logo holds these bytes.
fn with_logo(bytes: &[u8]) -> Result<Option<LogoKind>, Vec<Diagnostic>> {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("the logo"), bytes).expect("a file");
    let path = folder.path().join("plan.toml");
    std::fs::write(&path, with_report("logo = \"the logo\"")).expect("a file");
    match Scenario::from_path(&path) {
        Ok(loaded) => {
            let logo = loaded.scenario.report.logo;
            assert!(logo.as_ref().is_none_or(|logo| &*logo.bytes == bytes));
            Ok(logo.map(|logo| logo.kind))
        }
        Err(problems) => Err(problems.diagnostics),
    }
}

#[test]
fn a_logo_is_known_by_its_content() {
    assert_eq!(with_logo(PIXEL), Ok(Some(LogoKind::Png)));
    assert_eq!(with_logo(DRAWING.as_bytes()), Ok(Some(LogoKind::Svg)));
    assert_eq!(
        with_logo(format!("\u{feff}\n{}", &DRAWING[DRAWING.find("<svg").expect("svg")..]).as_bytes()),
        Ok(Some(LogoKind::Svg))
    );
    let huge = |side: u8| {
        let mut bytes = PIXEL.to_vec();
        bytes[18] = side;
        bytes
    };
    let heavy = [PIXEL, &vec![0; 2 << 20]].concat();
    let refused: [(&[u8], &str); 9] = [
        (b"", "neither a PNG nor an SVG"),
        (b"\xff\xd8\xff\xe0 a photograph", "neither a PNG nor an SVG"),
        (b"<html><body>svg</body></html>", "neither a PNG nor an SVG"),
        (&PIXEL[..30], "it breaks off"),
        (&PIXEL[..PIXEL.len() - 5], "it breaks off"),
        (&huge(0xff), "1 to 16384 pixels"),
        (&[&PIXEL[..33], &PIXEL[PIXEL.len() - 12..]].concat(), "it holds no picture"),
        (&heavy, "too large"),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>", "not well-formed"),
    ];
    for (bytes, words) in refused {
        let problems = with_logo(bytes).expect_err(words);
        assert_eq!((problems.len(), problems[0].key.as_str()), (1, "report.logo"), "{words}");
        assert!(problems[0].to_string().contains(words), "{words}: {}", problems[0]);
        assert!(
            problems[0].location.as_ref().is_some_and(|place| place.excerpt.contains("logo =")),
            "{words}: no place"
        );
    }
}

#[test]
fn an_svg_that_runs_or_fetches_something_is_refused() {
    assert_eq!(svg_fault(DRAWING.as_bytes()), None);
    let deep = "<g>".repeat(100_000) + &"</g>".repeat(100_000);
    let attributes: String = (0..60_000).map(|number| format!(" a{number}=''")).collect();
    let many = format!("<g{attributes}/>");
    for inside in [
        "<script>alert(1)</script>",
        "<SCRIPT/>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>",
        "<g onload=\"alert(1)\"/>",
        "<g OnClick=\"\"/>",
        "<a href=\"https://example.org\"/>",
        "<a xlink:href=\" java&#115;cript:alert(1)\"/>",
        "<image href=\"logo.png\"/>",
        "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
        "<image href=\"data:image/pngx,AAAA\"/>",
        "<use href=\"other.svg#g\"/>",
        "<foreignObject/>",
        "<desc><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></desc>",
        "<desc><![CDATA[ ><img src=x> ]]></desc>",
        "<style>@import 'x.css';</style>",
        "<style><![CDATA[@import 'x.css';]]></style>",
        "<style>a { fill: url(https://example.org/x) }</style>",
        "<style>a { fill: u\\72l(https://example.org/x) }</style>",
        "<g style=\"fill:URL( 'https://example.org')\"/>",
        "<g fill=\"url(x.svg#g)\"/>",
        "<set attributeName=\"xlink:href\" to=\"https://example.org\"/>",
        "<animate attributeName=\"onclick\"/>",
        "<?xml-stylesheet href=\"x.css\"?>",
        "<g xml:base=\"https://example.org\"/>",
        "<iframe/>",
        deep.as_str(),
        many.as_str(),
    ] {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>");
        assert!(svg_fault(svg.as_bytes()).is_some(), "{}", &inside[..inside.len().min(80)]);
    }
    for whole in [
        "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<svg/>",
        "<g xmlns=\"http://www.w3.org/2000/svg\"/>",
        "no picture",
        "",
    ] {
        assert!(svg_fault(whole.as_bytes()).is_some(), "{whole}");
    }
    assert!(svg_fault(b"\xff").is_some());
}

#[test]
fn a_written_plan_finds_its_logo() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("logo.png"), PIXEL).expect("a file");
    let path = folder.path().join("plan.toml");
    std::fs::write(&path, with_report("logo = \"logo.png\"   # ours")).expect("a file");
    let loaded = Scenario::from_path(&path).unwrap_or_else(|problems| panic!("{problems}"));
    let spend: Vec<&[f64]> = loaded.scenario.channels.iter().map(|channel| channel.spend.as_slice()).collect();
    let text = loaded.write_plan(&spend, &[false]).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(text.contains("# ours"), "{text}");
    let elsewhere = Scenario::from_text(&text, "plan", Path::new("/")).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(elsewhere.scenario.report, loaded.scenario.report);
}
