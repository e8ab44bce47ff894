//! Places to write to that are taken, full, closed or gone; plans that are read again.

use super::*;

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
