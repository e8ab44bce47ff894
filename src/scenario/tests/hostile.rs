//! Input that nobody means: it is refused with a clear message, quickly, and without much memory.

use std::path::Path;

use crate::scenario::{Colour, Scenario};

use super::{BASE, bad, base_with, good};

fn first(text: &str) -> String {
    bad(text)[0].to_string()
}

#[test]
fn what_is_no_scenario_at_all() {
    assert!(first("").contains("is empty"));
    assert!(first(" \n\t\n").contains("is empty"));
    assert!(first("\u{feff}").contains("is empty"));
    assert!(first("[plan]\nname = \"a\0b\"").contains("not a text file"));
    assert!(first("just some words").contains("not TOML"));
    assert!(first("{ \"json\": 1 }").contains("not TOML"));
    let directory = Scenario::from_path(Path::new(env!("CARGO_MANIFEST_DIR"))).expect_err("a directory");
    assert!(directory.to_string().contains("is a directory"), "{directory}");
    let missing = Scenario::from_path(Path::new("no/such/file.toml")).expect_err("no file");
    assert!(missing.to_string().contains("no such file"), "{missing}");
}

#[test]
fn bytes_that_are_no_text() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("junk.toml");
    for (bytes, words) in [(&[0xff_u8, 0xfe, b'[', 0][..], "UTF-16"), (&[b'\n', 0x80, 0x81][..], "line 2")] {
        std::fs::write(&path, bytes).expect("written");
        let problems = Scenario::from_path(&path).expect_err("no text").to_string();
        assert!(problems.contains("not a text file") && problems.contains(words), "{problems}");
    }
}

#[test]
fn a_byte_order_mark_and_foreign_line_ends_are_fine() {
    let expected = good(BASE).scenario;
    assert_eq!(good(&format!("\u{feff}{BASE}")).scenario, expected);
    assert_eq!(good(&BASE.replace('\n', "\r\n")).scenario, expected);
}

#[test]
fn depth_and_length() {
    for text in [
        "[".repeat(1 << 20),
        format!("a = {}", "{a = ".repeat(1 << 18)),
        format!("{}a = 1", "a.".repeat(1 << 18)),
        format!("[{}a]", "a.".repeat(1 << 18)),
    ] {
        assert!(first(&text).contains("not TOML"), "{}", first(&text));
    }
    let long = base_with("\"Base\"", &format!("\"{}\"", "x".repeat(10 << 20)));
    let problems = super::read(&long).expect_err("a long name");
    assert_eq!(problems.diagnostics[0].key, "plan.name");
    assert!(problems.to_string().len() < 2_000, "a long line is cut");
    assert!(first(&"# comment\n".repeat(2 << 20)).contains("too large"));
    assert!(first(&format!("x = [{}]", "1,".repeat(4 << 20))).contains("too many values"));
}

#[test]
fn sizes_within_limits() {
    let channels = |count: usize, periods: usize| {
        let list: String = (0..count).map(|c| format!("[[channel]]\nname = \"c{c}\"\nspend = 1\n")).collect();
        base_with("periods = 4", &format!("periods = {periods}")).replace("spend = [1, 2, 3, 4]", "spend = 1") + &list
    };
    assert!(first(&channels(10_000, 1)).contains("too many `[[channel]]`"));
    assert!(first(&channels(999, 10_000)).contains("too many channels for so many periods"));
    good(&channels(98, 10_000));
    assert!(first(&base_with("periods = 4", "periods = 10001")).contains("1 to 10000"));
    let actions = |count: usize| -> String {
        (0..count)
            .map(|a| format!("[[action]]\nname = \"a{a}\"\nmoves = \"act\"\nlift = 0.1\ncost = 1\n"))
            .collect()
    };
    assert!(first(&(BASE.to_owned() + &actions(1_000))).contains("too many actions"));
    // 1 000 actions × (4 + 365 · 50) periods.
    let long = BASE
        .replace("\"week\"", "\"day\"")
        .replace("margin = 0.4", "margin = 0.4\nlifetime = 50")
        + &actions(999);
    assert!(first(&long).contains("actions for so many periods"), "{}", first(&long));
    let windows: String = (0..101)
        .map(|c| format!("[[channel]]\nname = \"c{c}\"\nspend = 1\ncarryover = {{ decay = 0.5, window = 10_000 }}\n"))
        .collect();
    let windows = base_with("periods = 4", "periods = 10_000").replace("spend = [1, 2, 3, 4]", "spend = 1") + &windows;
    assert!(first(&windows).contains("windows"), "{}", first(&windows));
}

#[test]
fn many_problems_are_cut_to_fifty_and_counted() {
    let text = BASE.to_owned() + &(0..300).map(|n| format!("k{n} = 1\n")).collect::<String>();
    let problems = super::read(&text).expect_err("300 unknown keys");
    assert_eq!(problems.diagnostics.len() + problems.left_out, 300);
    let shown = problems.render(Colour::Plain);
    assert_eq!(shown.matches("error:").count(), 50);
    assert!(shown.ends_with("and 250 more"), "{}", &shown[shown.len() - 40..]);
    assert!(problems.render(Colour::Ansi).contains('\u{1b}') && !shown.contains('\u{1b}'));
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let text = base_with(
        "currency = \"EUR\"",
        "currency = \"\\u001b[31m\"\n\"\\u001b]0;x\" = 1\n\"\u{1b}\" = 2",
    );
    let shown = super::read(&text).expect_err("escapes").to_string();
    assert!(!shown.contains('\u{1b}'), "{shown:?}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    /// Whatever is done to a scenario's text, reading it gives a scenario or problems, never a panic; and problems can be shown.
    #[test]
    fn no_text_panics(at in 0..BASE.len(), length in 0..40_usize, piece in "[\\PC\n\r\t\"'\\[\\]{}=.,#%0-9-]{0,12}") {
        let end = (at + length).min(BASE.len());
        let text = format!("{}{piece}{}", &BASE[..at], &BASE[end..]);
        if let Err(problems) = super::read(&text) {
            proptest::prop_assert!(!problems.diagnostics.is_empty());
            proptest::prop_assert!(!problems.render(Colour::Ansi).is_empty());
        }
    }
}
