//! The command line as a new user meets it: each folder in `tests/cli/` is a case.
//!
//! A case holds the files it needs, `commands` (one command a line, `< FILE` at its end for what is typed) and `transcript`: what each
//! command prints and how it ends. The scenarios of the project lie beside them as `scenarios/`. `OSA_BLESS=1 cargo test --test cli` writes the transcripts anew; read the
//! difference before you keep it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

#[test]
fn transcripts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join("tests/cli")).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    let mut failed = Vec::new();
    for case in cases {
        let place = tempfile::tempdir().unwrap();
        copy(&root.join("scenarios"), &place.path().join("scenarios"));
        copy(&case, place.path());
        let commands = fs::read_to_string(case.join("commands")).unwrap();
        let actual = commands
            .lines()
            .map(|line| transcript(line, place.path()))
            .collect::<Vec<_>>()
            .join("\n");
        let file = case.join("transcript");
        if std::env::var_os("OSA_BLESS").is_some() {
            fs::write(file, actual).unwrap();
        } else if fs::read_to_string(file).unwrap_or_default() != actual {
            failed.push(format!("{}:\n{actual}", case.display()));
        }
    }
    assert!(
        failed.is_empty(),
        "not as in their transcripts, which OSA_BLESS=1 writes anew:\n{}",
        failed.join("\n\n")
    );
}

#[test]
fn pages_fit_into_80_columns() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join("scenarios")).unwrap() {
        let scenario = entry.unwrap().path();
        for command in [
            vec!["check"],
            vec!["simulate"],
            vec!["simulate", "--series"],
            vec!["score"],
            vec!["analyze"],
            vec!["optimize"],
            vec!["optimize", "--best-budget"],
            vec!["optimize", "--target", "customers=100"],
            vec!["optimize", "--target", "visits=1e12"],
            vec!["optimize", "--frontier", "9"],
            vec!["optimize", "--cut", "20%"],
            vec!["lab", "--worlds", "2", "--cycles", "4", "--reveal"],
        ] {
            let output = Command::cargo_bin("osa").unwrap().args(&command).arg(&scenario).output().unwrap();
            for line in String::from_utf8(output.stdout).unwrap().lines() {
                assert!(
                    unicode_width::UnicodeWidthStr::width(line) <= 80,
                    "{command:?} {}: {line}",
                    scenario.display()
                );
            }
        }
    }
}

/// The command, what it printed, how it ended.
fn transcript(line: &str, place: &Path) -> String {
    let (command, typed) = line.split_once(" < ").map_or((line, None), |(command, file)| (command, Some(file)));
    let mut words = split(command);
    assert_eq!(words.remove(0), "osa", "{line}");
    let mut osa = Command::cargo_bin("osa").unwrap();
    osa.args(words).current_dir(place);
    if let Some(file) = typed {
        osa.write_stdin(fs::read(place.join(file)).unwrap());
    }
    let output = osa.output().unwrap();
    let mut text = format!("$ {line}\n{}", String::from_utf8_lossy(&output.stdout));
    if !output.stderr.is_empty() {
        text.push_str(&format!("[stderr]\n{}", String::from_utf8_lossy(&output.stderr)));
    }
    text.push_str(&format!("[exit {}]\n", output.status.code().unwrap()));
    text
}

/// Words parted by blanks; quotes keep blanks together.
fn split(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(c),
        }
    }
    words
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let copied = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &copied);
        } else {
            fs::copy(entry.path(), copied).unwrap();
        }
    }
}
