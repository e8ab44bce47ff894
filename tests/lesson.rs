//! The commands on a lesson sheet are those that make it again.

use std::fs;

use assert_cmd::Command;

#[test]
fn each_option_stands_once_and_the_command_makes_the_same_sheet() {
    let place = tempfile::tempdir().unwrap();
    fs::copy(
        concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/classroom.toml"),
        place.path().join("classroom.toml"),
    )
    .unwrap();
    let sheet = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("osa").unwrap();
        command
            .current_dir(place.path())
            .args(arguments)
            .args(["--format", "svg", "-q"])
            .assert()
            .success();
        fs::read_to_string(place.path().join("lesson/lesson.md")).unwrap()
    };
    let given = [
        "lab",
        "classroom.toml",
        "--cycles",
        "3",
        "--worlds",
        "2",
        "--world",
        "2",
        "--seed",
        "9",
        "--set",
        "act.rate=0.1",
        "--lang",
        "it",
        "-o",
        "lesson",
    ];
    let first = sheet(&given);
    let commands: Vec<&str> = first.lines().filter(|line| line.starts_with("osa lab ")).collect();
    assert_eq!(commands.len(), 3, "{first}");
    for command in &commands {
        for option in [
            "--cycles 3",
            "--worlds 2",
            "--world 2",
            "--seed 9",
            "--set act.rate=0.1",
            "--lang it",
        ] {
            let name = option.split(' ').next().unwrap_or(option);
            assert!(command.contains(option), "no {option} in {command}");
            assert_eq!(command.split(' ').filter(|word| *word == name).count(), 1, "{command}");
        }
    }
    let again: Vec<&str> = commands[0].split(' ').skip(1).collect();
    assert_eq!(sheet(&again), first);
}
