//! Hostile names, numbers and lines through `osa lab`: told or refused, never a panic, no escape sequence let through, nothing half-written.

use super::*;

/// A small business in a world of its own; the placeholders are what a case makes hostile.
const STALL: &str = r#"
[plan]
name = "Stall"
period = "month"
periods = 9
start = 2026-01-01
currency = "EUR"
[reach]
organic = 100
[act]
rate = "0.08 to 0.14"
[convert]
rate = 0.25
[engage]
retention = 0.6
customers = 40
[money]
order_value = 60
margin = 0.5
"#;

fn channel(name: &str, spend: f64) -> String {
    format!("[[channel]]\nname = {name:?}\nspend = {spend}\nreach = {{ visits = 900, half_spend = 300 }}\n")
}

fn action(name: &str) -> String {
    format!("[[action]]\nname = {name:?}\nmoves = \"act\"\nlift = 0.2\ncost = 90\n")
}

/// What comes of a game in which this is typed.
fn played(file: &str, typed: &[u8]) -> Output {
    Command::cargo_bin("osa")
        .unwrap()
        .args(["lab", file, "--play", "--cycles", "1"])
        .write_stdin(typed)
        .output()
        .unwrap()
}

/// The scenario in a folder of its own.
fn written(text: &str) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("stall.toml");
    fs::write(&file, text).unwrap();
    let name = file.to_str().unwrap().to_owned();
    (folder, name)
}

fn is_fine(output: &Output, what: &str) -> String {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    assert_eq!(output.status.code(), Some(0), "{what}\n{}", stderr(output));
    for bad in ["NaN", "inf ", "\u{1b}", "-0 "] {
        assert!(!text.contains(bad), "{what}: {bad:?} in\n{text}");
    }
    text
}

#[test]
fn shapes_of_scenarios() {
    let search = channel("search", 500.0);
    let cases = [
        ("nothing to plan", STALL.to_owned()),
        ("one channel", format!("{STALL}{search}")),
        ("actions alone", format!("{STALL}{}", action("Sign"))),
        (
            "one period",
            format!("{STALL}{search}{}", action("Sign")).replace("periods = 9", "periods = 1"),
        ),
        (
            "a prime number of periods",
            format!("{STALL}{search}").replace("periods = 9", "periods = 13"),
        ),
        ("no spend", format!("{STALL}{}{}", channel("search", 0.0), action("Sign"))),
        (
            "every period by itself",
            format!("{STALL}{search}{}", channel("mail", 50.0)).replace("currency", "pacing = \"free\"\ncurrency"),
        ),
        (
            "all that life does",
            format!(
                "{STALL}{search}{}[lab]\nfade = 1e-3\nhold_cost = 1e9\ntamper_rule = 4\ndrift = {{ act = -0.99, price = 99 }}\n\
                 competitor = {{ organic = 0.99, price = 99 }}\n[[lab.shock]]\nmoves = \"retention\"\nlift = -0.99\n",
                action("Sign")
            ),
        ),
    ];
    for (what, text) in cases {
        let (_folder, file) = written(&text);
        for more in [&[][..], &["--cycles", "1", "--reveal"]] {
            is_fine(&osa(&[&["lab", &file, "--worlds", "2"][..], more].concat()), what);
        }
        let json = osa(&["lab", &file, "--worlds", "2", "--json", "--reveal"]);
        serde_json::from_slice::<serde_json::Value>(&json.stdout).unwrap_or_else(|error| panic!("{what}: {error}"));
        let game = is_fine(&played(&file, b"search +10\ndo sign hold\ngo 5\n"), what);
        assert!(game.contains("as everybody played it"), "{what}\n{game}");
        assert!(!game.contains("There is −"), "{what}\n{game}");
    }
}

#[test]
fn limits_of_every_kind_are_kept_in_a_game() {
    let text = STALL.replace(
        "currency",
        "budget = 9_000\nspend_all = false\nbudget_by_quarter = [3_000, 3_000, 3_000]\npacing = \"free\"\ncurrency",
    ) + "[plan.limits]\ncac = 600\nroi = -0.9\npayback = 8\nleads = 250\nstep = 0.5\n\
         [[plan.group]]\nname = \"print\"\nmedia = \"paid\"\nplace = \"offline\"\nmax_share = 0.9\n"
        + &channel("search", 500.0)
        + "limits = { min = 100, max = 700, ramp = 0.9 }\n"
        + &channel("tv", 300.0)
        + "place = \"offline\"\nlimits = { burst = 100, max_total = 3_000, committed = [{ start = 5, periods = 2, amount = 300 }] }\n"
        + &channel("print", 50.0)
        + "place = \"offline\"\nlimits = { locked = true }\n";
    let (_folder, file) = written(&text);
    let lab = osa(&["lab", &file, "--worlds", "1", "--cycles", "3"]);
    is_fine(&lab, "limits");
    assert!(!stderr(&lab).contains("clash"), "{}", stderr(&lab));
    let game = is_fine(&played(&file, b"search 1e15\nprint 0\ngo 5\n"), "limits");
    let row = |page: &str, name: &str| -> Vec<String> {
        let line = page
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap_or_else(|| panic!("no {name} in\n{page}"));
        line.split_whitespace().map(|cell| cell.replace(',', "")).collect()
    };
    let board = game.split("> print 0").nth(1).unwrap();
    let most: f64 = row(board, "search")[2].parse().unwrap();
    assert!(most > 500.0 && most <= 700.0, "{board}");
    assert_eq!(row(board, "print")[2], "50", "what is locked stays");
}

#[test]
fn names_that_look_like_something_else() {
    let channels = [
        "a\"b\\c",
        "<script>alert(1)</script>",
        "&amp; | `x` $y$ [[z]](u) *b* _i_ #",
        "=1+1",
        "go",
        "do",
        "{$name}",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "数据数据数据数据数据数据",
    ];
    let mut text = STALL.replace("\"Stall\"", "\"<b>Stall</b> & {$n} | `x`\"");
    for name in channels {
        text += &channel(name, 12_345.5);
    }
    let (folder, file) = written(&(text + &action("hold") + &action("do \"it\" hold")));
    let out = folder.path().join("out");
    let lab = osa(&[
        "lab",
        &file,
        "--worlds",
        "2",
        "--cycles",
        "2",
        "--reveal",
        "-o",
        out.to_str().unwrap(),
        "--format",
        "svg,csv",
    ]);
    is_fine(&lab, "names");
    for entry in fs::read_dir(&out).unwrap() {
        let path = entry.unwrap().path();
        let contents = fs::read_to_string(&path).unwrap();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("svg") => assert!(!contents.contains("<script") && !contents.contains("<b>"), "{}", path.display()),
            Some("csv") => assert!(
                !contents.lines().any(|line| line.split(',').any(|cell| cell.starts_with("=1"))),
                "{}",
                path.display()
            ),
            Some("md") => assert!(!contents.contains("<script") && !contents.contains("<b>"), "{}", path.display()),
            _ => {}
        }
    }
    let typed = "\"a\\\"b\\\\c\" 1\na\"b\\c 2\n<script>alert(1)</script> 3\n\"go\" 4\n\"do\" 5\n{$name} 6\ndo hold hold\n\"do \\\"it\\\" hold\" 7\n\
                 do \"do \\\"it\\\" hold\"\ngo 5\n";
    let game = is_fine(&played(&file, typed.as_bytes()), "names");
    assert_eq!(game.matches("there is no such").count(), 1, "{game}");
    assert!(game.contains("yours, held"), "{game}");
    for line in game.lines().filter(|line| !line.starts_with("> ")) {
        let columns = unicode_width::UnicodeWidthStr::width(line);
        assert!(columns <= 80, "{columns} columns: {line}");
    }
}

#[test]
fn a_name_with_an_escape_sequence_is_refused() {
    let text = format!("{STALL}{}", channel("search", 5.0)).replace("\"search\"", r#""\u001b[31mred""#);
    let (_folder, file) = written(&text);
    let output = osa(&["lab", &file]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!stderr(&output).contains('\u{1b}'), "{}", stderr(&output));
}

#[test]
fn lines_that_no_game_expects() {
    let (_folder, file) = written(&format!("{STALL}{}{}", channel("search", 500.0), action("Sign")));
    let mut typed = vec![b'x'; 1 << 20];
    typed.extend(b"\n\xff\xfe 5\n\x1b[2J\x07search 5\n\0\nsearch nan\nsearch 1e999\nsearch -1e999\nsearch -501\nsearch -0\nsearch 1e15\n");
    typed.extend(b"search 1e-320\nsearch -100%\nsearch -100.1%\nsearch +1e308%\ngo nan\ngo -1\ngo 1e999\ngo inf\n\r\n\"\ngo -0\r\n");
    let game = is_fine(&played(&file, &typed), "lines");
    assert_eq!(game.matches("4096").count(), 1, "one answer to one line, however long");
    assert!(game.contains("you said 0,"), "{game}");
    assert!(game.len() < 30_000, "{} bytes", game.len());

    // a line of the greatest length is still one
    for length in [4095, 4096] {
        let mut typed = b"go 5".to_vec();
        typed.resize(length, b' ');
        typed.push(b'\n');
        assert!(is_fine(&played(&file, &typed), "a long line").contains("you said 5,"));
    }
    // the end of input is the end of the game, in the middle of a line too
    for typed in [&b""[..], b"\n", b"search 5", b"go 5"] {
        assert!(is_fine(&played(&file, typed), "the end").contains("as everybody played it"));
    }
}

#[test]
fn what_cannot_be_written_is_said_before_anything_is_played() {
    let (folder, file) = written(&format!("{STALL}{}", channel("search", 500.0)));
    let place = folder.path().to_str().unwrap();
    for arguments in [
        &["lab", &file, "-o", place][..],
        &["lab", &file, "--play", "-o", place],
        &["lab", &file, "-o", &file],
        &["lab", &file, "-o", "-"],
    ] {
        let output = osa(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left behind");
}

/// Where no plan keeps limits and budget there is nothing to play.
#[test]
fn a_clash_is_told() {
    let search = channel("search", 1_000.0);
    let text = format!("{STALL}{search}limits = {{ min = 500 }}\n{}", action("Sign")).replace("currency", "budget = 1\ncurrency");
    let (_folder, file) = written(&text);
    for more in [&["--worlds", "2"][..], &["--play"][..]] {
        let output = osa(&[&["lab", &file][..], more].concat());
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert!(stderr(&output).contains("budget"), "{}", stderr(&output));
    }
}
