//! `osa report` on the command line: what it writes is the same each time, and it writes all that is asked for or nothing.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

const CLASSROOM: &str = "scenarios/classroom.toml";
const SHOP: &str = "scenarios/corner-shop-online.toml";

fn osa(arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("osa").expect("the program");
    command.args(arguments).output().expect("an answer")
}

fn report(scenario: &str, options: &[&str]) -> Output {
    osa(&[&["report", scenario, "--draws", "128", "--date", "2026-01-31"][..], options].concat())
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The files below a folder with their contents, by name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            all.extend(
                files(&path)
                    .into_iter()
                    .map(|(inner, contents)| (format!("{name}/{inner}"), contents)),
            );
        } else {
            all.push((name, fs::read(&path).expect("a file")));
        }
    }
    all.sort();
    all
}

#[test]
fn two_runs_and_any_number_of_threads_give_the_same_bytes() {
    let made = |threads: &str| {
        let folder = TempDir::new().expect("a folder");
        let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        let places = ["x.html", "x.xlsx", "x.md", "slides"].map(path);
        let mut options = vec!["--threads", threads];
        options.extend(places.iter().flat_map(|place| ["-o", place.as_str()]));
        let paper = path("x.pdf");
        if cfg!(feature = "pdf") {
            options.extend(["-o", &paper]);
        }
        let output = report(SHOP, &options);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        files(folder.path())
    };
    let (one, two, again) = (made("1"), made("2"), made("2"));
    assert!(one.len() > 20, "{} files", one.len());
    for ((one, two), again) in one.iter().zip(&two).zip(&again) {
        assert_eq!(one.0, two.0);
        assert!(one.1 == two.1, "{} differs between 1 and 2 threads", one.0);
        assert!(two.1 == again.1, "{} differs between two runs", two.0);
    }
    assert_eq!([one.len(), again.len()], [two.len(); 2]);
}

#[test]
fn a_page_goes_to_standard_output_and_a_scenario_comes_from_standard_input() {
    let output = report(CLASSROOM, &["-o", "-"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(output.stdout.starts_with(b"<!doctype html>") && output.stdout.ends_with(b"</html>"));
    assert_eq!(said(&output), "", "the page is all that is said");
    let mut command = Command::cargo_bin("osa").expect("the program");
    let text = fs::read(CLASSROOM).expect("a scenario");
    let from_input = command
        .args(["report", "-", "--draws", "128", "--date", "2026-01-31", "-o", "-"])
        .write_stdin(text);
    let from_input = from_input.output().expect("an answer");
    assert_eq!(from_input.status.code(), Some(0), "{}", said(&from_input));
    assert!(from_input.stdout == output.stdout, "the same scenario gives the same page");
}

#[test]
fn where_one_output_cannot_be_made_none_is() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    fs::write(path("taken.xlsx"), "mine").expect("a file");
    fs::create_dir(path("foreign")).expect("a folder");
    fs::write(path("foreign/notes.txt"), "mine").expect("a file");
    fs::create_dir(path("notes-charts")).expect("a folder");
    fs::write(path("notes-charts/mine.png"), "mine").expect("a file");
    let before = files(folder.path());
    for (second, code) in [
        ("taken.xlsx", 2),
        ("foreign", 2),
        ("notes.md", 2),
        ("x.docx", 2),
        ("nowhere/x.html", 1),
        ("page.html", 2),
        ("foreign/../page.html", 2),
    ] {
        let output = report(CLASSROOM, &["-o", &path("page.html"), "-o", &path(second)]);
        assert_eq!(output.status.code(), Some(code), "{second}: {}", said(&output));
        assert!(files(folder.path()) == before, "{second}: something was written");
    }
    for options in [
        &["--logo", "none.png"][..],
        &["--accent", "green"],
        &["--lang", "de"],
        &["--hide", "all"],
        &["--date", "32"],
    ] {
        let page = path("page.html");
        let output = report(CLASSROOM, &[&["-o", &page][..], options].concat());
        assert_eq!(output.status.code(), Some(2), "{options:?}: {}", said(&output));
        assert!(files(folder.path()) == before, "{options:?}: something was written");
        assert!(!said(&output).contains("--set"), "{options:?}: {}", said(&output));
    }
}

#[test]
fn options_take_the_place_of_what_the_file_says_and_keep_the_rest() {
    let page = |options: &[&str]| String::from_utf8(report(CLASSROOM, &[options, &["-o", "-"]].concat()).stdout).expect("a page");
    let plain = page(&[]);
    assert!(plain.contains("<h1>Two channels and one next euro</h1>") && plain.contains("31 January 2026"));
    let dressed = page(&[
        "--client",
        "Alpina = \"S.p.A.\" <b>",
        "--lang",
        "it",
        "--set",
        "report.title='Una proposta'",
    ]);
    assert!(dressed.contains("<h1>Una proposta</h1>"));
    assert!(
        dressed.contains("Alpina = &#34;S.p.A.&#34; &#60;b&#62;"),
        "{}",
        &dressed[dressed.len() - 2000..]
    );
    assert!(dressed.contains("31 gennaio 2026") && !dressed.contains("<b>"));
}

#[test]
fn a_wiki_text_finds_its_pictures() {
    let folder = TempDir::new().expect("a folder");
    let place = folder.path().join("my plan (1).md");
    let output = report(CLASSROOM, &["-o", &place.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = fs::read_to_string(&place).expect("a text");
    let addresses = text
        .split("\n![")
        .skip(1)
        .map(|rest| rest.split("](").nth(1).and_then(|rest| rest.split(')').next()).expect("an address"));
    let mut count = 0;
    for address in addresses {
        let name = address.replace("%20", " ").replace("%28", "(").replace("%29", ")");
        assert!(folder.path().join(&name).is_file(), "{address}");
        count += 1;
    }
    assert!(count > 5, "{count} pictures");
}
