//! Every JSON document against the tables of `docs/interface.md`: no field that is not documented, none documented that never comes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const SCENARIOS: [&str; 5] = ["outdoor-shop", "b2b-software", "car-dealer", "corner-shop-online", "classroom"];

#[test]
fn simulate() {
    check("osa/simulate/1", &of_each_scenario("simulate"));
}

#[test]
fn score() {
    check("osa/score/1", &of_each_scenario("score"));
}

#[test]
fn analyze() {
    let mut documents = of_each_scenario("analyze");
    documents.push(json(&[
        "analyze",
        "scenarios/classroom.toml",
        "--set",
        "action.Gift wrapping.done=true",
    ]));
    documents.push(json(&["analyze", "scenarios/outdoor-shop.toml", "--draws", "256"]));
    // what has limits that clash has no proposal
    documents.push(json(&[
        "analyze",
        "scenarios/outdoor-shop.toml",
        "--draws",
        "64",
        "--set",
        "plan.budget=1",
    ]));
    check("osa/analyze/1", &documents);
}

#[test]
fn optimize() {
    let mut documents = of_each_scenario("optimize");
    let of_shop = |more: &[&str]| json(&[&["optimize", "scenarios/classroom.toml", "--draws", "64"], more].concat());
    documents.push(of_shop(&["--best-budget", "--hurdle", "0.5"]));
    documents.push(of_shop(&["--target", "customers=2000"]));
    documents.push(of_shop(&["--target", "customers=2000000"]));
    let uncertain = ["optimize", "scenarios/corner-shop-online.toml", "--draws", "64", "--expected", "64"];
    for more in [
        ["--target", "visits=9000", "--probability", "60%"],
        ["--target", "visits=900000000", "--probability", "60%"],
        ["--risk", "cvar", "--worst", "20%"],
        ["--risk", "deviation", "--lambda", "0.3"],
        ["--risk", "probability", "--at-least", "1000"],
    ] {
        documents.push(json(&[&uncertain[..], &more].concat()));
    }
    check("osa/optimize/1", &documents);
}

#[test]
fn frontier() {
    let mut documents: Vec<Value> = (SCENARIOS.iter())
        .map(|scenario| json(&["optimize", &path(scenario), "--frontier", "6", "--draws", "64"]))
        .collect();
    // without draws there are no bands; below the minimums there is no plan
    documents.push(json(&[
        "optimize",
        "scenarios/outdoor-shop.toml",
        "--frontier",
        "--from",
        "0",
        "--draws",
        "0",
    ]));
    check("osa/frontier/1", &documents);
}

#[test]
fn cut() {
    let documents: Vec<Value> = (SCENARIOS.iter())
        .map(|scenario| json(&["optimize", &path(scenario), "--cut", "30%"]))
        .collect();
    check("osa/cut/1", &documents);
}

#[test]
fn run() {
    let folder = tempfile::tempdir().unwrap();
    let mut documents = Vec::new();
    for scenario in ["classroom", "outdoor-shop"] {
        let out = folder.path().join(scenario);
        let printed = json(&["run", &path(scenario), "-q", "-o", out.to_str().unwrap()]);
        let written: Value = serde_json::from_slice(&std::fs::read(out.join("result.json")).unwrap()).unwrap();
        assert_eq!(printed, written);
        documents.push(written);
    }
    check("osa/run/1", &documents);
}

#[test]
fn compare() {
    let files = ["classroom", "b2b-software", "classroom"].map(path);
    check("osa/compare/1", &[json(&["compare", &files[0], &files[1], &files[2]])]);
}

#[test]
fn lab() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("game");
    let stall = "tests/cli/lab/stall.toml";
    let small = ["--worlds", "3", "--cycles", "3"];
    let mut documents = vec![
        json(&[&["lab", stall, "--reveal"][..], &small].concat()),
        json(&[&["lab", "scenarios/classroom.toml"][..], &small].concat()),
    ];
    let text = documents[0].to_string();
    for field in ["\"range\":[", "\"start\":5", "\"limits\":{", "\"stage\":\"act\"", "\"actions\":[\""] {
        assert!(text.contains(field), "no {field}");
    }
    assert!(documents[1]["shown"].get("truth").is_none());
    // a game writes the same document, with the learner's course
    Command::cargo_bin("osa")
        .unwrap()
        .args(["lab", stall, "--play", "-o", out.to_str().unwrap(), "--format", "csv"])
        .write_stdin("search +50\ngo 60\n")
        .assert()
        .success();
    let game: Value = serde_json::from_slice(&std::fs::read(out.join("result.json")).unwrap()).unwrap();
    assert_eq!(game["shown"]["courses"][8]["strategy"], "learner");
    documents.push(game);
    check("osa/lab/1", &documents);
}

#[test]
fn check_command() {
    let mut documents = of_each_scenario("check");
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.toml");
    std::fs::write(&broken, "[plan]\nname = \"x\"\nperiod = \"wek\"\n").unwrap();
    documents.push(json(&["check", broken.to_str().unwrap(), &path("classroom")]));
    check("osa/check/1", &documents);
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    let bytes = |threads: &str| {
        let arguments = ["optimize", "scenarios/outdoor-shop.toml", "--json", "--threads", threads];
        Command::cargo_bin("osa").unwrap().args(arguments).output().unwrap().stdout
    };
    let once = bytes("1");
    assert!(!once.is_empty());
    assert_eq!(once, bytes("3"));
}

fn path(scenario: &str) -> String {
    format!("scenarios/{scenario}.toml")
}

fn of_each_scenario(command: &str) -> Vec<Value> {
    SCENARIOS.iter().map(|scenario| json(&[command, &path(scenario)])).collect()
}

/// Standard output as JSON: it has to be nothing else.
fn json(arguments: &[&str]) -> Value {
    let output = Command::cargo_bin("osa").unwrap().args(arguments).arg("--json").output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{}", String::from_utf8_lossy(&output.stderr)))
}

/// The fields of a schema and their types, as documented.
fn documented(schema: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/interface.md")).unwrap();
    let section = text
        .split(&format!("### `{schema}`"))
        .nth(1)
        .unwrap_or_else(|| panic!("no section {schema}"));
    let section = section.split("\n### ").next().unwrap();
    let rows = section.lines().filter_map(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let field = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
        Some((field.to_owned(), cells.next()?.to_owned()))
    });
    rows.collect()
}

fn check(schema: &str, documents: &[Value]) {
    let fields = documented(schema);
    let mut seen = BTreeSet::new();
    for document in documents {
        assert_eq!(document["schema"], schema);
        walk("", document, &fields, &mut seen);
    }
    let missing: Vec<_> = fields.keys().filter(|field| !seen.contains(*field)).collect();
    assert!(missing.is_empty(), "documented for {schema} and never there: {missing:?}");
}

/// Whether it is a number with its standard error, and nothing else.
fn is_estimate(value: &Value) -> bool {
    let number = |name: &str| value[name].as_f64().is_some_and(f64::is_finite);
    value.as_object().is_some_and(|fields| fields.len() == 3)
        && number("value")
        && number("standard_error")
        && value["differs_from_zero"].is_boolean()
}

fn walk(path: &str, value: &Value, fields: &BTreeMap<String, String>, seen: &mut BTreeSet<String>) {
    let goes_on = |path: &str| {
        fields
            .keys()
            .any(|field| field.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '['])))
    };
    if let Some(kind) = fields.get(path) {
        seen.insert(path.to_owned());
        let fits = match (kind.trim_end_matches('?'), value) {
            (_, Value::Null) => kind.ends_with('?') || kind == "null",
            ("estimate", value) => is_estimate(value),
            ("array", Value::Array(_)) => true,
            ("number", Value::Number(_)) | ("string", Value::String(_)) | ("boolean", Value::Bool(_)) | ("object", Value::Object(_)) => {
                true
            }
            _ => false,
        };
        assert!(fits, "`{path}` is documented as {kind} and is {value}");
        if kind.starts_with("estimate") {
            return;
        }
    }
    match value {
        Value::Object(object) if path.is_empty() || goes_on(path) => {
            for (key, value) in object {
                let own = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                let documented = fields.contains_key(&own) || goes_on(&own);
                walk(&if documented { own } else { format!("{path}.*") }, value, fields, seen);
            }
        }
        Value::Array(array) => {
            assert!(goes_on(path), "`{path}` is not documented as an array");
            array.iter().for_each(|value| walk(&format!("{path}[]"), value, fields, seen));
        }
        // One of several of a kind that may be absent, such as `plans.scaled`.
        Value::Null if path.ends_with(".*") => {}
        Value::Object(_) if path.ends_with(['*', ']']) && !fields.contains_key(path) => panic!("`{path}` is not documented"),
        _ => assert!(fields.contains_key(path), "`{path}` is not documented"),
    }
}
