//! Broken scenarios, places that cannot be written, readers that go away: a clear message, the right exit code, nothing half-written.

mod lab;
mod output;

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use assert_cmd::Command;
use tempfile::TempDir;

const CLASSROOM: &str = "scenarios/classroom.toml";

/// A scenario with `line` as the value of `act.rate`, or with any other line exchanged.
fn classroom_with(old: &str, new: &str) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(CLASSROOM)).unwrap();
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

fn osa(arguments: &[&str]) -> Output {
    Command::cargo_bin("osa").unwrap().args(arguments).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every command that reads a scenario refuses this one with exit code 2 and says why.
fn is_refused(contents: &[u8], says: &str) {
    is_refused_by(
        &["check", "simulate", "score", "analyze", "optimize", "run", "chart", "compare"],
        contents,
        says,
    );
}

fn is_refused_by(commands: &[&str], contents: &[u8], says: &str) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("scenario.toml");
    fs::write(&file, contents).unwrap();
    let (file, out) = (file.to_str().unwrap(), folder.path().join("out"));
    let out = out.to_str().unwrap();
    for &command in commands {
        let arguments = match command {
            "run" | "chart" => vec![command, file, "-o", out],
            "compare" => vec![command, CLASSROOM, file],
            _ => vec![command, file],
        };
        let output = osa(&arguments);
        let message = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}\n{message}");
        assert!(
            message.to_lowercase().contains(says),
            "{arguments:?}: `{says}` is not in\n{message}"
        );
        assert!(message.len() < 20_000, "{arguments:?} says too much: {} bytes", message.len());
        assert!(
            output.stdout.is_empty(),
            "{arguments:?} prints {}",
            String::from_utf8_lossy(&output.stdout)
        );
        assert!(!Path::new(out).exists(), "{arguments:?} leaves its directory behind");
    }
}

#[test]
fn an_empty_file() {
    is_refused(b"", "empty");
}

#[test]
fn binary_junk() {
    let junk: Vec<u8> = (0..4096_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    is_refused(&junk, "text");
}

#[test]
fn a_line_of_ten_megabytes() {
    is_refused_by(
        &["check", "simulate"],
        format!("name = \"{}\"", "x".repeat(10 << 20)).as_bytes(),
        "name",
    );
    is_refused_by(&["check"], "x".repeat(10 << 20).as_bytes(), "error");
}

#[test]
fn numbers_that_are_none() {
    for (value, says) in [
        ("nan", "act.rate"),
        ("inf", "act.rate"),
        ("-0.0", "act.rate"),
        ("1e400", "act.rate"),
        ("\"NaN\"", "act.rate"),
    ] {
        is_refused(classroom_with("rate = 0.10", &format!("rate = {value}")).as_bytes(), says);
    }
    is_refused(classroom_with("spend = 1_000", "spend = -5").as_bytes(), "spend");
    is_refused(classroom_with("periods = 12", "periods = 99999999999").as_bytes(), "periods");
}

#[test]
fn two_channels_of_one_name() {
    is_refused(classroom_with("name = \"flyers\"", "name = \"search\"").as_bytes(), "search");
}

#[test]
fn a_negative_zero_is_a_zero() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("zero.toml");
    fs::write(&file, classroom_with("spend = 1_000", "spend = -0.0")).unwrap();
    let output = osa(&["simulate", file.to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(!String::from_utf8_lossy(&output.stdout).contains("-0.0"));
}

#[test]
fn numbers_of_absurd_size_are_shown_short() {
    for (value, found, help) in [
        ("1e300", "found 1e300", "1e15"),
        ("1e-300", "found 1e-300", "1e-15"),
        ("\"1e-300 to 1e300\"", "1e-300 to 1e300", "1e-15 to 1e15"),
        ("{ dist = \"uniform\", min = 1, max = 1e300 }", "1e300", "1e15"),
    ] {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("scenario.toml");
        fs::write(&file, classroom_with("order_value = 100 ", &format!("order_value = {value} "))).unwrap();
        let output = osa(&["check", file.to_str().unwrap()]);
        let message = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{value}\n{message}");
        assert!(message.contains(found) && message.contains(help), "{value}\n{message}");
        assert!(message.len() < 600, "{value}\n{message}");
    }
}

#[test]
fn growth_without_end_is_said_and_no_number() {
    let endless = classroom_with("retention = 0.5 ", "referral = 50\nretention = 0.9 ").replace("periods = 12", "periods = 2_000");
    is_refused(endless.as_bytes(), "outgrows all numbers");
    is_refused_by(&["check", "run"], endless.as_bytes(), "reach.audience");
}

#[test]
fn tables_of_spend_that_are_none() {
    let folder = TempDir::new().unwrap();
    let (file, csv) = (folder.path().join("scenario.toml"), folder.path().join("spend.csv"));
    let spend = r#"spend = { csv = "spend.csv", column = "search" }"#;
    fs::write(&file, classroom_with("spend = 1_000", spend)).unwrap();
    let lines = |head: &str, line: &str| format!("{head}\n{}", format!("{line}\n").repeat(12)).into_bytes();
    let utf16: Vec<u8> = "\u{feff}period,search\n1,2\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (contents, says) in [
        (Vec::new(), "spend.csv` is empty"),
        (utf16, "not a text file"),
        (vec![0; 4096], "not a text file"),
        (lines("week;search", "1;2,5"), "set apart by ';'"),
        (lines("search,search", "1,2"), "more than once"),
        (lines("week,\"search", "1,2"), "search 1,2 1,2"),
        (lines("week,search", "1"), "write 0 where nothing is spent"),
        (lines("week,search", "1,nan"), "found \"nan\""),
        (lines("week,search", "1,1e300"), "found \"1e300\""),
        (lines("week,search", "1,\"a\nb\""), "found \"a\\nb\""),
    ] {
        fs::write(&csv, contents).unwrap();
        let output = osa(&["simulate", file.to_str().unwrap()]);
        let message = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{says}\n{message}");
        assert!(message.contains(says), "{says}\n{message}");
    }
    // A plan that osa wrote has two columns of its own before the channels, and a channel may be called like one of them.
    fs::write(&csv, lines("period,date,date", "1,2026-01-01,2000")).unwrap();
    fs::write(&file, classroom_with("spend = 1_000", &spend.replace("search", "date"))).unwrap();
    assert_eq!(osa(&["simulate", file.to_str().unwrap()]).status.code(), Some(0));
}

#[test]
fn files_that_cannot_be_read() {
    let folder = TempDir::new().unwrap();
    for (path, says) in [
        (folder.path().to_str().unwrap(), "directory"),
        ("no-such-file.toml", "no-such-file.toml"),
        ("", "required"),
    ] {
        let output = osa(&["simulate", path]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
    }
}

#[test]
fn changes_that_are_none() {
    for set in [
        "",
        "=",
        "act.rate",
        "act.rat=0.1",
        "channel.serch.spend=1",
        "act.rate=",
        "act.rate=yes",
        "act.rate=0.1\nx=1",
        "[=1",
        "a.b.c.d=1",
    ] {
        let output = osa(&["simulate", CLASSROOM, "--set", set]);
        assert_eq!(output.status.code(), Some(2), "--set {set:?}: {}", stderr(&output));
        assert!(!stderr(&output).is_empty());
    }
}

#[test]
fn draws_and_their_options() {
    for arguments in [
        &["--draws", "0"][..],
        &["--draws", "1", "--seed", "18446744073709551615"],
        &["--draws", "1_000", "--sequence", "random", "--noise"],
    ] {
        let output = osa(&[&["simulate", CLASSROOM][..], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
    }
    for arguments in [
        &["--draws", "-1"][..],
        &["--draws", "x"],
        &["--draws", "1e6"],
        &["--draws", "40000001"],
        &["--draws", "99999999999999999999999"],
        &["--seed", "-1"],
        &["--seed", "18446744073709551616"],
        &["--sequence", "halton"],
        &["--threads", "0"],
        // a search averages over draws, a forecast does not search
        &["--expected", "100"],
    ] {
        let output = osa(&[&["simulate", CLASSROOM][..], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!stderr(&output).is_empty());
    }
    assert!(stderr(&osa(&["simulate", CLASSROOM, "--draws", "1e6"])).contains("a whole number from 0 to 40000000"));
    for expected in ["0", "16385", "many"] {
        assert_eq!(osa(&["optimize", CLASSROOM, "--expected", expected]).status.code(), Some(2));
    }
    assert_eq!(osa(&["optimize", CLASSROOM, "--expected", "64"]).status.code(), Some(0));
    assert_eq!(osa(&["report", CLASSROOM]).status.code(), Some(2));
}

#[test]
fn the_same_file_twice() {
    let output = osa(&["compare", CLASSROOM, CLASSROOM]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(osa(&["compare", CLASSROOM]).status.code(), Some(2));
    assert_eq!(osa(&["compare", "-", "-"]).status.code(), Some(2));
}
