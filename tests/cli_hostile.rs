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

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_are_said_before_the_work() {
    let folder = TempDir::new().unwrap();
    let (out, plan) = (folder.path().join("out"), folder.path().join("plan.toml"));
    for link in [&out, &plan] {
        std::os::unix::fs::symlink(folder.path().join("nowhere"), link).unwrap();
    }
    for arguments in [
        ["run", CLASSROOM, "-o", out.to_str().unwrap()],
        ["chart", CLASSROOM, "-o", out.to_str().unwrap()],
        ["optimize", CLASSROOM, "-o", plan.to_str().unwrap()],
    ] {
        let output = osa(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains("leads nowhere"), "{}", stderr(&output));
        assert!(!stderr(&output).contains("Cycle 1"), "{}", stderr(&output));
    }
}

#[test]
fn standard_output_is_no_directory() {
    for command in ["run", "chart"] {
        let output = osa(&[command, CLASSROOM, "-o", "-"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("name a directory"), "{}", stderr(&output));
    }
}

/// Whoever interrupts the search finds nothing of it: what is written is written at the end.
#[cfg(unix)]
#[test]
fn interrupted_work_leaves_nothing_behind() {
    use std::io::{BufRead, BufReader};
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("deep/out");
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("osa"))
        .args(["run", "scenarios/outdoor-shop.toml", "-o", out.to_str().unwrap()])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The first cycle is told: the place has been looked at, and the work is under way.
    let mut told = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(told.any(|line| line.unwrap().starts_with("Cycle 1")));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// More candidate actions than have subsets that could be tried, and money for a few of them: the search is greedy with exchange.
#[test]
fn many_actions_are_chosen_among_in_seconds() {
    let folder = TempDir::new().unwrap();
    let (file, out) = (folder.path().join("scenario.toml"), folder.path().join("out"));
    let actions: String = (0..300)
        .map(|i| {
            let moves = ["organic", "act", "convert", "order_value"][i % 4];
            let (lift, cost) = (0.001 * (1 + i * 7 % 23) as f64, 100 + i * 37 % 900);
            format!("[[action]]\nname = \"step {i}\"\nmoves = \"{moves}\"\nlift = {lift}\ncost = {cost}\n\n")
        })
        .collect();
    let scenario = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(CLASSROOM)).unwrap();
    fs::write(&file, format!("{scenario}\n{actions}")).unwrap();
    let file = file.to_str().unwrap();
    let begin = std::time::Instant::now();
    let found: serde_json::Value = serde_json::from_slice(&osa(&["optimize", file, "--json"]).stdout).unwrap();
    let looped: serde_json::Value = serde_json::from_slice(&osa(&["run", file, "-o", out.to_str().unwrap(), "--json"]).stdout).unwrap();
    // A tenth of a second each in release, seconds without optimization; every exchange tried took minutes.
    assert!(begin.elapsed().as_secs() < 120, "{:?}", begin.elapsed());
    let (found, looped) = (found["after"].as_f64().unwrap(), looped["end"].as_f64().unwrap());
    assert!(found >= looped, "one action after the other finds {looped}, the search {found}");
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
