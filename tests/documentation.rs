//! The documents are true of the program: every key of a scenario is told, every link leads somewhere.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Names of all properties inside a JSON Schema.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == "properties" {
                    found.extend(value.as_object().into_iter().flatten().map(|(key, _)| key.clone()));
                }
                keys(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

#[test]
fn every_key_is_told() {
    let schema = serde_json::to_value(osa::scenario::schema()).expect("JSON");
    let mut found = BTreeSet::new();
    keys(&schema, &mut found);
    assert!(found.len() > 80, "only {} keys in the schema", found.len());
    let page = std::fs::read_to_string(root().join("docs/scenario.md")).expect("the page");
    let missing: Vec<&String> = found
        .iter()
        .filter(|key| !page.contains(&format!("`{key}`")) && !page.contains(&format!("{key} =")) && !page.contains(&format!("[{key}]")))
        .collect();
    assert!(missing.is_empty(), "docs/scenario.md does not tell {missing:?}");
}

/// The page shows limits without the keys that are not its subject; with them it is a scenario, and a plan that keeps its limits.
#[test]
fn the_example_of_limits_is_a_scenario() {
    let page = std::fs::read_to_string(root().join("docs/scenario.md")).expect("the page");
    let (_, after) = page.split_once("An example of them all").expect("the example");
    let example = after
        .split("```toml\n")
        .nth(1)
        .and_then(|text| text.split("```").next())
        .expect("a block");
    let plan = "name = \"example\"\nperiod = \"week\"\nperiods = 52\nstart = 2026-01-05\ncurrency = \"EUR\"\n";
    let reach = "reach = { visits = 5_000, half_spend = 3_000 }\n";
    let rest = "[act]\nrate = 0.1\n[convert]\nrate = 0.2\n[engage]\nretention = 0.9\n[money]\norder_value = 90\nmargin = 0.4\n";
    let text = example.replacen("# …\n", plan, 1).replace("# …\n", reach) + rest;
    let loaded = osa::scenario::Scenario::from_text(&text, "the example", root()).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    let plan = &loaded.scenario.plan;
    assert_eq!(
        (plan.budget, plan.groups[0].channels.as_slice()),
        (Some(600_000.0), [2, 3].as_slice())
    );
}

/// The page shows `[lab]` with every table of it; below the shop it is read without a warning.
#[test]
fn the_example_of_the_lab_is_read() {
    let page = std::fs::read_to_string(root().join("docs/scenario.md")).expect("the page");
    let (_, after) = page.split_once("## The lab").expect("the section");
    let example = after
        .split("```toml\n")
        .nth(1)
        .and_then(|text| text.split("```").next())
        .expect("a block");
    let shop = std::fs::read_to_string(root().join("scenarios/outdoor-shop.toml")).expect("the shop");
    let loaded = osa::scenario::Scenario::from_text(&format!("{shop}\n{example}"), "the example", &root().join("scenarios"))
        .unwrap_or_else(|problems| panic!("{problems}"));
    let lab = &loaded.scenario.lab;
    assert_eq!((lab.drift.len(), lab.shocks.len(), lab.truth.len()), (2, 1, 2), "{lab:?}");
    let about_lab = |key: &str| key.starts_with("lab");
    assert!(
        !loaded.warnings.iter().any(|warning| about_lab(&warning.key)),
        "{:?}",
        loaded.warnings
    );
}

/// All pages of documentation.
fn pages() -> Vec<PathBuf> {
    let mut folders = vec![root().join("docs")];
    let mut pages = vec![
        root().join("README.md"),
        root().join("CHANGELOG.md"),
        root().join("assets/fonts/README.md"),
        root().join("scenarios/lessons/README.md"),
    ];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

#[test]
fn every_link_leads_somewhere() {
    for page in pages() {
        let text = std::fs::read_to_string(&page).expect("a page");
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split(')').next().unwrap_or_default();
            let file = target.split('#').next().unwrap_or_default();
            if file.is_empty() || target.contains("://") {
                continue;
            }
            let path = page.parent().expect("a folder").join(file);
            assert!(path.exists(), "{}: there is no {target}", page.display());
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest: toml::Table = std::fs::read_to_string(root().join("Cargo.toml"))
        .expect("the manifest")
        .parse()
        .expect("TOML");
    let page = std::fs::read_to_string(root().join("docs/decisions/0001-dependencies.md")).expect("the page");
    for kind in ["dependencies", "dev-dependencies"] {
        for name in manifest[kind].as_table().expect("a table").keys() {
            assert!(
                page.contains(&format!("`{name}`")),
                "docs/decisions/0001-dependencies.md does not tell {name}"
            );
        }
    }
}
