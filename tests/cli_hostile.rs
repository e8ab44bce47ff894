//! Broken scenarios, places that cannot be written, readers that go away: a clear message, the right exit code, nothing half-written.

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
fn options_that_do_not_exist_yet() {
    assert_eq!(osa(&["simulate", CLASSROOM, "--draws", "0"]).status.code(), Some(0));
    for draws in ["100", "-1", "x"] {
        let output = osa(&["simulate", CLASSROOM, "--draws", draws]);
        assert_eq!(output.status.code(), Some(2));
    }
    assert!(stderr(&osa(&["simulate", CLASSROOM, "--draws", "100"])).contains("point run"));
    assert_eq!(osa(&["simulate", CLASSROOM, "--threads", "0"]).status.code(), Some(2));
    assert_eq!(osa(&["report", CLASSROOM]).status.code(), Some(2));
}

#[test]
fn the_same_file_twice() {
    let output = osa(&["compare", CLASSROOM, CLASSROOM]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(osa(&["compare", CLASSROOM]).status.code(), Some(2));
    assert_eq!(osa(&["compare", "-", "-"]).status.code(), Some(2));
}

#[test]
fn files_are_not_overwritten_by_accident() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("plan.toml");
    fs::write(&file, "mine").unwrap();
    let name = file.to_str().unwrap();
    for arguments in [
        vec!["optimize", CLASSROOM, "-o", name],
        vec!["new", name],
        vec!["schema", "-o", name],
    ] {
        let output = osa(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains("--force"), "{}", stderr(&output));
        assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    }
    assert_eq!(osa(&["new", name, "--force", "--template", "classroom"]).status.code(), Some(0));
    assert!(fs::read_to_string(&file).unwrap().contains("[plan]"));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "a temporary file is left behind");
}

#[test]
fn a_directory_is_no_file_and_a_file_no_directory() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "mine").unwrap();
    let (directory, file) = (folder.path().to_str().unwrap(), file.to_str().unwrap());
    for arguments in [
        vec!["simulate", CLASSROOM, "-o", directory],
        vec!["run", CLASSROOM, "-o", file],
        vec!["chart", CLASSROOM, "-o", file, "--force"],
        vec!["optimize", CLASSROOM, "-o", "plan.xlsx"],
    ] {
        assert_eq!(osa(&arguments).status.code(), Some(2), "{arguments:?}");
    }
    let nowhere = folder.path().join("nowhere/plan.toml");
    assert_eq!(
        osa(&["optimize", CLASSROOM, "-o", nowhere.to_str().unwrap()]).status.code(),
        Some(1)
    );
    let inside = folder.path().join("file/out");
    assert_eq!(osa(&["run", CLASSROOM, "-o", inside.to_str().unwrap()]).status.code(), Some(1));
}

#[test]
fn a_directory_of_osa_is_refreshed_and_a_foreign_one_left_alone() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("out");
    let run = |force: bool| {
        let mut arguments = vec!["run", CLASSROOM, "-o", out.to_str().unwrap()];
        arguments.extend(force.then_some("--force"));
        osa(&arguments).status.code()
    };
    assert_eq!(run(false), Some(0));
    fs::write(out.join("notes.txt"), "mine").unwrap();
    fs::write(out.join("plan.toml"), "stale").unwrap();
    assert_eq!(run(false), Some(0), "a directory that osa made is refreshed");
    assert_eq!(fs::read_to_string(out.join("notes.txt")).unwrap(), "mine");
    assert!(fs::read_to_string(out.join("plan.toml")).unwrap().contains("[plan]"));

    fs::remove_file(out.join(".osa")).unwrap();
    assert_eq!(run(false), Some(0), "result.json shows too that osa made it");
    fs::remove_file(out.join(".osa")).unwrap();
    fs::write(out.join("result.json"), "{}").unwrap();
    assert_eq!(run(false), Some(2), "a foreign directory is refused");
    assert_eq!(fs::read_to_string(out.join("result.json")).unwrap(), "{}");
    assert_eq!(run(true), Some(0));
    let hidden = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(".osa-");
    assert!(
        !fs::read_dir(&out).unwrap().any(|entry| hidden(&entry.unwrap())),
        "a temporary directory is left behind"
    );
}

#[test]
fn a_directory_holds_only_what_the_last_run_made() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("charts");
    let out_name = out.to_str().unwrap();
    let first = osa(&["chart", CLASSROOM, "-o", out_name]);
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    assert!(out.join("kaizen.svg").exists());
    assert_eq!(
        osa(&["chart", CLASSROOM, "-o", out_name, "--only", "funnel"]).status.code(),
        Some(0)
    );
    let mut names: Vec<_> = fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, [".osa", "funnel.csv", "funnel.png", "funnel.svg"]);
    assert_eq!(
        osa(&["chart", CLASSROOM, "-o", out_name, "--only", "nonsense"]).status.code(),
        Some(2)
    );
}

#[test]
fn plans_are_scenarios_again() {
    let folder = TempDir::new().unwrap();
    let plan = folder.path().join("plan.toml");
    let csv = folder.path().join("plan.csv");
    assert_eq!(osa(&["optimize", CLASSROOM, "-o", plan.to_str().unwrap()]).status.code(), Some(0));
    assert_eq!(osa(&["optimize", CLASSROOM, "-o", csv.to_str().unwrap()]).status.code(), Some(0));
    let promised: serde_json::Value = serde_json::from_slice(&osa(&["optimize", CLASSROOM, "--json"]).stdout).unwrap();
    let kept: serde_json::Value = serde_json::from_slice(&osa(&["simulate", plan.to_str().unwrap(), "--json"]).stdout).unwrap();
    assert_eq!(
        promised["plans"]["proposal"]["totals"], kept["totals"],
        "the plan keeps to the bit what was promised"
    );

    let text = osa(&["optimize", CLASSROOM, "-o", "-", "-q"]).stdout;
    assert_eq!(String::from_utf8(text.clone()).unwrap(), fs::read_to_string(&plan).unwrap());
    let piped = Command::cargo_bin("osa")
        .unwrap()
        .args(["simulate", "-", "--json"])
        .write_stdin(text)
        .output()
        .unwrap();
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(&piped.stdout).unwrap()["totals"],
        kept["totals"]
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_reads_is_no_error() {
    for arguments in [
        vec!["simulate", CLASSROOM],
        vec!["schema"],
        vec!["--help"],
        vec!["simulate", CLASSROOM, "--json"],
    ] {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("osa"));
        let mut child = command
            .args(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        assert_eq!(stderr(&output), "", "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    for arguments in [
        vec!["simulate", CLASSROOM],
        vec!["simulate", CLASSROOM, "--json"],
        vec!["schema"],
        vec!["--help"],
        vec!["check", CLASSROOM],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("osa"));
        let output = command.args(&arguments).stdout(full).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stderr(&output).contains("no space left"), "{arguments:?}: {}", stderr(&output));
    }
    let output = osa(&["optimize", CLASSROOM, "-o", "/dev/full"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no space left"), "{}", stderr(&output));
}

#[cfg(unix)]
#[test]
fn a_read_only_directory_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Root may write everywhere: then there is nothing to see.
    if fs::write(folder.path().join("probe"), "").is_ok() {
        return;
    }
    let (plan, out) = (folder.path().join("plan.toml"), folder.path().join("out"));
    for arguments in [
        vec!["optimize", CLASSROOM, "-o", plan.to_str().unwrap()],
        vec!["run", CLASSROOM, "-o", out.to_str().unwrap()],
    ] {
        let output = osa(&arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stderr(&output).contains("permission denied"), "{}", stderr(&output));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_system_that_takes_no_files_is_said() {
    for arguments in [
        vec!["optimize", CLASSROOM, "-o", "/proc/plan.toml"],
        vec!["run", CLASSROOM, "-o", "/proc/out"],
    ] {
        let output = osa(&arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains("/proc/"), "{}", stderr(&output));
    }
}
