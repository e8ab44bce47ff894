//! Plans written and read again.

use std::path::Path;

use proptest::prelude::*;

use crate::scenario::{Loaded, Scenario};

use super::{BASE, base_with, good};

fn rows(spend: &[Vec<f64>]) -> Vec<&[f64]> {
    spend.iter().map(Vec::as_slice).collect()
}

fn spends(loaded: &Loaded) -> Vec<Vec<f64>> {
    loaded.scenario.channels.iter().map(|channel| channel.spend.clone()).collect()
}

#[test]
fn only_what_changes_is_touched() {
    let text = base_with("spend = 100\n", "spend = 1_00 # much\n");
    let loaded = good(&text);
    let plan = loaded.write_plan(&[&[150.0; 4], &[1.0, 2.5, 3.0, 4.0]], &[true]).expect("a plan");
    let expected = text
        .replace("spend = 1_00 # much\n", "spend = 150 # much\n")
        .replace(
            "half_spend = 100 }\n\n",
            "half_spend = 100 }\nhistory = 100\nobserved = [100, 100]\n\n",
        )
        .replace("spend = [1, 2, 3, 4]", "spend = [1, 2.5, 3, 4]")
        .replace(
            "boosts = { search = 0.2 }\n",
            "boosts = { search = 0.2 }\nhistory = 1\nobserved = [1, 4]\n",
        )
        .replace("cost = 10\n", "cost = 10\ndone = true\n");
    assert_eq!(plan, expected);
}

#[test]
fn another_budget_is_written_with_its_plan() {
    let write = |plan: &str| {
        let loaded = good(&base_with("currency = \"EUR\"\n", &format!("currency = \"EUR\"\n{plan}")));
        let text = loaded.write_plan_for(&rows(&spends(&loaded)), &[false], 250.0).expect("a plan");
        (good(&text).scenario.plan, text)
    };
    for (before, after) in [("", "budget = 250\n"), ("budget = 410 # all\n", "budget = 250 # all\n")] {
        let (plan, text) = write(before);
        assert!(plan.budget == Some(250.0) && text.contains(after), "{text}");
    }
    for before in ["", "budget = 500\n"] {
        let (plan, text) = write(&format!("budget_by_period = [200, 100, 100, 100]\n{before}"));
        assert_eq!(plan.budget_by.expect("instalments").amounts, [100.0, 50.0, 50.0, 50.0], "{text}");
        assert_eq!(plan.budget, Some(250.0));
    }
}

#[test]
fn an_action_can_be_taken_out_again() {
    let loaded = good(&base_with("cost = 10", "cost = 10\ndone = true # now"));
    let spend = spends(&loaded);
    assert!(
        loaded
            .write_plan(&rows(&spend), &[false])
            .expect("a plan")
            .contains("done = false # now")
    );
    assert!(
        loaded
            .write_plan(&rows(&spend), &[true])
            .expect("a plan")
            .contains("done = true # now")
    );
}

#[test]
fn long_lists_are_wrapped() {
    let text = BASE.replace("periods = 4", "periods = 60").replace("[1, 2, 3, 4]", "1");
    let loaded = good(&text);
    let uneven: Vec<f64> = (0..60).map(|t| 1000.0 + f64::from(t) / 8.0).collect();
    let plan = loaded.write_plan(&[&uneven, &[3.0; 60]], &[false]).expect("a plan");
    assert!(plan.lines().all(|line| line.len() <= 100), "{plan}");
    assert_eq!(good(&plan).scenario.channels[0].spend, uneven);
}

#[test]
fn channels_written_inline_or_as_sub_tables() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(directory.path().join("s.csv"), "a,b\n1,2\n3,4\n5,6\n7,8\n").expect("written");
    let text = BASE.replace("spend = 100\n", "").replace(
        "half_spend = 100 }\n\n",
        "half_spend = 100 }\n[channel.spend] # from a file\ncsv = \"s.csv\"\ncolumn = \"b\"\n\n",
    );
    let loaded = Scenario::from_text(&text, "t", directory.path()).expect("a csv");
    assert_eq!(loaded.scenario.channels[0].spend, [2.0, 4.0, 6.0, 8.0]);
    let plan = loaded.write_plan(&[&[9.0, 8.0, 7.0, 6.5], &[1.0; 4]], &[false]).expect("a plan");
    let back = good(&plan).scenario;
    assert_eq!(
        (back.channels[0].spend.as_slice(), back.channels[0].history),
        ([9.0, 8.0, 7.0, 6.5].as_slice(), 2.0)
    );
    let head = BASE.split("[[channel]]").next().expect("a head");
    let inline = head.replace(
        "[plan]",
        "channel = [{ name = \"a\", spend = 3, act = { lift = 0.1, half_spend = 5 } }]\n[plan]",
    );
    let plan = good(&inline).write_plan(&[&[1.0, 2.0, 3.0, 4.0]], &[]).expect("a plan");
    let back = good(&plan).scenario;
    assert_eq!(
        (back.channels[0].spend.as_slice(), back.channels[0].history),
        ([1.0, 2.0, 3.0, 4.0].as_slice(), 3.0)
    );
}

#[test]
fn line_ends_stay() {
    let loaded = good(&BASE.replace('\n', "\r\n"));
    let plan = loaded.write_plan(&rows(&spends(&loaded)), &[true]).expect("a plan");
    assert_eq!(plan.matches("\r\n").count(), plan.matches('\n').count());
}

#[test]
fn mistakes_of_a_csv_file_have_their_line() {
    let directory = tempfile::tempdir().expect("a directory");
    let text = base_with("spend = 100\n", "spend = { csv = \"s.csv\", column = \"search\" }\n");
    for (csv, file, line, words) in [
        (None, "t", 27, "cannot read"),
        (Some("period,serch\n1,2\n"), "t", 27, "did you mean `serch`?"),
        (Some("search\n1\n2\n"), "t", 27, "found: 2"),
        (Some("search\n1\n2\n3\n4\n5\n"), "t", 27, "found: more"),
        (Some("search,b\n1,1\n\"2,5\",1\n3,1\n4,1\n"), "s.csv", 3, "\"2,5\""),
        (Some("search\n1\n2\n-3\n4\n"), "s.csv", 4, "\"-3\""),
        (Some("search\n1\n2\nNaN\n4\n"), "s.csv", 4, "\"NaN\""),
        (Some("b,search\n1,1\n2\n3,3\n4,4\n"), "s.csv", 3, "write 0"),
        (Some("search\n1\n2\n1e400\n4\n"), "s.csv", 4, "\"1e400\""),
    ] {
        let path = directory.path().join("s.csv");
        match csv {
            Some(csv) => std::fs::write(&path, csv).expect("written"),
            None => assert!(!path.exists()),
        }
        let problems = Scenario::from_text(&text, "t", directory.path()).expect_err(words).diagnostics;
        assert_eq!(problems.len(), 1, "{problems:#?}");
        let place = problems[0].location.as_ref().expect("a place");
        assert!(place.file.ends_with(file) && place.line == line, "{problems:#?}");
        assert!(problems[0].to_string().contains(words), "{}", problems[0]);
    }
}

fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        (0_u32..1_000_000).prop_map(f64::from),
        (0_u32..100_000_000).prop_map(|cents| f64::from(cents) / 100.0),
        0.0..1e15,
        any::<f64>().prop_map(|x| x.abs()).prop_filter("an amount", |x| *x <= 1e15),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("date".to_owned()),
        Just("period".to_owned()),
        "[\\PC]{1,12}".prop_map(|name| name.trim().to_owned())
    ]
    .prop_filter("a channel's name", |name| {
        !name.is_empty() && !matches!(name.as_str(), "organic" | "referral" | "tv") && !name.starts_with('\u{feff}')
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_is_read_back_bit_by_bit(first in prop::collection::vec(amount(), 4), second in prop::collection::vec(amount(), 4), done: bool, name in name()) {
        let quoted = toml_edit::Value::from(name.as_str()).to_string();
        let loaded = good(&BASE.replace("\"search\"", &quoted).replace("{ search =", &format!("{{ {} =", serde_json::to_string(&name).expect("a key"))));
        let spend = [first, second];
        let plan = good(&loaded.write_plan(&rows(&spend), &[done]).expect("a plan"));
        let again = good(&plan.write_plan(&rows(&spend), &[done]).expect("a plan"));
        prop_assert_eq!(&plan.source_text, &again.source_text);
        for (read, origin) in [(&plan, &loaded), (&again, &loaded)] {
            for ((channel, wanted), before) in read.scenario.channels.iter().zip(&spend).zip(&origin.scenario.channels) {
                prop_assert!(channel.spend.iter().zip(wanted).all(|(a, b)| a.to_bits() == b.to_bits()));
                prop_assert_eq!((channel.history, channel.observed), (before.history, before.observed));
            }
            prop_assert_eq!(read.scenario.actions[0].done, done);
        }
        // And through the table.
        let directory = tempfile::tempdir().expect("a directory");
        std::fs::write(directory.path().join("plan.csv"), loaded.write_plan_csv(&rows(&spend))).expect("written");
        let table = format!("spend = {{ csv = \"plan.csv\", column = {quoted} }}");
        let text = loaded.source_text.replace("\nspend = 100", &format!("\n{table}"));
        let read = Scenario::from_text(&text, "t", directory.path()).expect("the table is read");
        prop_assert!(read.scenario.channels[0].spend.iter().zip(&spend[0]).all(|(a, b)| a.to_bits() == b.to_bits()));
        prop_assert!(Path::new("plan.csv").is_relative());
    }
}

/// Limits are of the question, not of the plan: they stay as they are written, and are read back with the new plan.
#[test]
fn limits_stay_in_a_written_plan() {
    let loaded = good(&super::limits::limited());
    let plan = loaded
        .write_plan(&[&[0.0, 70.0, 60.0, 60.0], &[2.0; 4], &[5.0; 4]], &[false])
        .expect("a plan");
    let back = good(&plan).scenario;
    assert_eq!(back.plan, loaded.scenario.plan);
    for (channel, before) in back.channels.iter().zip(&loaded.scenario.channels) {
        assert_eq!((&channel.limits, channel.pacing), (&before.limits, before.pacing));
        assert_eq!(channel.history, before.history);
    }
    assert!(plan.contains("committed = [{ start = 2, periods = 2, amount = 60 }, "), "{plan}");
}

#[test]
fn a_plan_can_be_written_with_its_budget() {
    let written = |lines: &str| {
        let loaded = good(&base_with("periods = 4\n", &format!("periods = 4\n{lines}")));
        let spend = spends(&loaded);
        let text = loaded.write_plan_for(&rows(&spend), &[false], 750.5).expect("a plan");
        let plan = good(&text).scenario.plan;
        assert_eq!(plan.budget, Some(750.5), "{text}");
        (text, plan.budget_by.map(|parts| parts.amounts))
    };
    assert!(written("").0.contains("budget = 750.5\n"));
    let (text, parts) = written("budget = 500 # all\n");
    assert!(text.contains("budget = 750.5 # all\n") && parts.is_none(), "{text}");
    // quarters of 500 become quarters of 750.5, and a list stays one
    let (text, parts) = written("budget_by_period = [125, 125, 125, 125]\n");
    assert_eq!(parts, Some(vec![187.625; 4]), "{text}");
    assert!(!text.contains("budget ="), "{text}");
    let (text, parts) = written("budget = 500\nbudget_by_period = [0, 125, 125, 250]\n");
    assert_eq!(parts, Some(vec![0.0, 187.625, 187.625, 375.25]), "{text}");
}

/// A spreadsheet takes no name of the plan's table for a formula, and the table is read by the names as they are.
#[test]
fn names_of_the_table_of_a_plan_are_no_formulas() {
    for name in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "＝1"] {
        let quoted = toml_edit::Value::from(name).to_string();
        let key = serde_json::to_string(name).expect("a key");
        let loaded = good(&BASE.replace("\"search\"", &quoted).replace("{ search =", &format!("{{ {key} =")));
        let spend = [vec![1.0; 4], vec![2.5; 4]];
        let table = loaded.write_plan_csv(&rows(&spend));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        assert_eq!(&reader.headers().expect("a head")[2], format!("'{name}"), "{table}");
        let directory = tempfile::tempdir().expect("a directory");
        std::fs::write(directory.path().join("plan.csv"), &table).expect("written");
        let column = format!("\nspend = {{ csv = \"plan.csv\", column = {quoted} }}");
        let text = loaded.source_text.replacen("\nspend = 100", &column, 1);
        let read = Scenario::from_text(&text, "t", directory.path()).expect("the table is read");
        assert_eq!(read.scenario.channels[0].spend, spend[0], "{name}");
    }
}
