//! The rules of the house, held: which floor may use which, who touches files, who prints, how long a file may be.
//!
//! The sources are read as text, comments and strings left out. `docs/architecture.md` says what the floors are for.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The folders of `src`, floor by floor from the ground. A folder uses those below its own floor and nothing else.
const FLOORS: [&[&str]; 10] = [
    &["math", "format"],
    &["scenario", "words"],
    &["model"],
    &["simulate"],
    &["optimize", "score", "analyze"],
    &["kaizen"],
    &["lab"],
    &["chart"],
    &["report"],
    &["bin"],
];

/// Longest file [lines].
const LONGEST: usize = 450;

/// What a folder may not do, unless it is one of those named.
const RESERVED: [(&[&str], &str, &[&str]); 4] = [
    (
        &["bin", "scenario"],
        "touches files",
        &["std::fs", "fs::", "File::", "OpenOptions", "std::net", "tempfile"],
    ),
    (
        &["bin"],
        "prints",
        &["print!", "println!", "eprint!", "eprintln!", "dbg!", "stdout()", "stderr()"],
    ),
    (
        &["bin"],
        "reads the clock",
        &["SystemTime", "Instant", "Timestamp::now", "Zoned::now"],
    ),
    (
        &["bin"],
        "exits, or asks the process",
        &["process::exit", "process::abort", "std::process", "std::env"],
    ),
];

/// What no file holds.
const UNFINISHED: [&str; 3] = ["todo!", "unimplemented!", "[ignore"];

/// A file of `src`.
struct Source {
    /// Its path from `src` on, such as `model/forward.rs`.
    path: String,
    text: String,
    /// Whether it is compiled for tests alone.
    is_test: bool,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            is_test: false,
        }
    }

    /// `model` of `model/forward.rs`, empty for `lib.rs`.
    fn folder(&self) -> &str {
        self.path.split_once('/').map_or("", |(folder, _)| folder)
    }

    /// How many `super`s lead from the file's module to the root.
    fn depth(&self) -> usize {
        let parts = self.path.matches('/').count();
        if self.path.ends_with("/mod.rs") { parts } else { parts + 1 }
    }

    /// Folders that its code names: `crate::x`, `crate::{x, y}`, and `super`s up to the root. From the root `self::x` is none.
    fn uses(&self, code: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let to_root = "super::".repeat(self.depth());
        for root in ["crate::", to_root.as_str()] {
            for (at, _) in code.match_indices(root).filter(|(at, _)| !code[..*at].ends_with("super::")) {
                found.extend(names(&code[at + root.len()..]));
            }
        }
        found
    }

    /// What is wrong with the file.
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut fault = |what: String| faults.push(format!("src/{}: {what}", self.path));
        if !self.text.starts_with("//! ") {
            fault("does not begin with the sentence that says what it is (`//! …`)".to_owned());
        }
        let lines = self.text.lines().count();
        if lines > LONGEST {
            fault(format!("{lines} lines, more than {LONGEST}: split it along the domain"));
        }
        let code = code_of(&self.text);
        for word in UNFINISHED.iter().filter(|word| code.contains(**word)) {
            fault(format!("holds `{word}`"));
        }
        for attribute in ["[allow(", "[expect("] {
            let silenced = code
                .split(attribute)
                .skip(1)
                .map(|rest| rest.split_once(")]").map_or(rest, |(inside, _)| inside));
            for lints in silenced.filter(|inside| !inside.contains("reason =")) {
                fault(format!("silences {lints} without a reason"));
            }
        }
        let folder = self.folder();
        if folder.is_empty() {
            return faults;
        }
        let Some(own) = floor(folder) else {
            fault("stands in a folder without a floor: give it one in this test and in docs/architecture.md".to_owned());
            return faults;
        };
        // the binary is a target of its own: `crate` is another there, and the compiler sees that it uses the public API alone
        for used in self.uses(&code).iter().filter(|used| *used != folder && folder != "bin") {
            match floor(used) {
                Some(other) if other < own => {}
                Some(other) => fault(format!("floor {own} uses `{used}`, floor {other}")),
                None => {}
            }
        }
        if !self.is_test {
            let code = without_tests(&code);
            for (folders, what, words) in RESERVED.iter().filter(|(folders, ..)| !folders.contains(&folder)) {
                for word in words.iter().filter(|word| has_word(code, word)) {
                    fault(format!("{what} (`{word}`), which is left to {}", folders.join(" and ")));
                }
            }
        }
        faults
    }
}

fn floor(folder: &str) -> Option<usize> {
    FLOORS.iter().position(|folders| folders.contains(&folder))
}

/// The first name of a path, or the first names of a list of paths in braces.
fn names(path: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(list) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let (mut depth, mut names) = (0_usize, vec![name(list.trim_start())]);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(list[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

/// Whether the word stands in the code with no letter before it.
fn has_word(code: &str, word: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(letter))
}

/// The code before the first module of tests, which stands last in a file.
fn without_tests(code: &str) -> &str {
    let tests = code.match_indices("#[cfg(test)]").find(|(at, found)| {
        let next = code[at + found.len()..].trim_start();
        next.starts_with("mod ")
            && next
                .split_once(['{', ';'])
                .is_some_and(|(name, _)| next[name.len()..].starts_with('{'))
    });
    tests.map_or(code, |(at, _)| &code[..at])
}

/// A text without its comments and without what its strings and characters hold.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let raw = rest
            .strip_prefix('r')
            .map(|hashed| (hashed.trim_start_matches('#'), hashed))
            .filter(|(quoted, _)| quoted.starts_with('"') && !code.ends_with(|before: char| before.is_alphanumeric() || before == '_'));
        rest = if rest.starts_with("//") {
            rest.find('\n').map_or("", |end| &rest[end..])
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or("", |end| &rest[end + 2..])
        } else if let Some((quoted, hashed)) = raw {
            let close = format!("\"{}", "#".repeat(hashed.len() - quoted.len()));
            quoted[1..].find(&close).map_or("", |end| &quoted[1 + end + close.len()..])
        } else if c == '"' {
            after_quote(after, '"')
        } else if c == '\'' && (after.starts_with('\\') || after.chars().nth(1) == Some('\'')) {
            after_quote(after, '\'')
        } else {
            code.push(c);
            after
        };
    }
    code
}

/// What comes after the closing quote.
fn after_quote(text: &str, quote: char) -> &str {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return &text[at + c.len_utf8()..],
            _ => {}
        }
    }
    ""
}

/// Every file of `src`.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources: Vec<Source> = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let inside = path.strip_prefix(&root).expect("a path inside");
                let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
                sources.push(Source::new(&parts.join("/"), &text));
            }
        }
    }
    // what is declared as `#[cfg(test)] mod name;`, and all that lies in a folder of that name
    let tests: BTreeSet<String> = sources
        .iter()
        .flat_map(|source| {
            let code = code_of(&source.text);
            let here = source.path.trim_end_matches(".rs").trim_end_matches("/mod").to_owned();
            let modules: Vec<String> = code
                .match_indices("#[cfg(test)]")
                .filter_map(|(at, found)| code[at + found.len()..].trim_start().strip_prefix("mod "))
                .filter_map(|module| module.split_once(';').filter(|(name, _)| !name.contains('{')))
                .map(|(name, _)| format!("{here}/{name}"))
                .collect();
            modules
        })
        .collect();
    for source in &mut sources {
        let module = source.path.trim_end_matches(".rs");
        source.is_test = tests.iter().any(|test| module == test || module.starts_with(&format!("{test}/")));
    }
    sources
}

#[test]
fn every_file_keeps_the_rules() {
    let sources = sources();
    assert!(sources.len() > 100, "only {} files found: is this the source tree?", sources.len());
    let faults: Vec<String> = sources.iter().flat_map(Source::faults).collect();
    let mut report = String::new();
    for fault in &faults {
        let _ = writeln!(report, "{fault}");
    }
    assert!(faults.is_empty(), "{} faults:\n{report}", faults.len());
}

/// The faults of a file of `model`, after its first line.
fn faults_of(code: &str) -> Vec<String> {
    Source::new("model/x.rs", &format!("//! What it is.\n{code}")).faults()
}

#[test]
fn a_file_that_keeps_the_rules_has_no_fault() {
    let code = "use crate::math::Real;\nuse super::super::scenario::Scenario;\nfn f() { let s = \"todo!\"; /* println!() */ }";
    assert!(faults_of(code).is_empty());
    assert!(faults_of("// crate::simulate, std::fs\nconst A: char = '\"'; const B: &str = r#\"Instant\"#;").is_empty());
    assert!(faults_of("#[expect(dead_code, reason = \"…\")]\nfn f() {}").is_empty());
    assert!(faults_of("#[cfg(test)]\nmod tests { fn f() { println!(); } }").is_empty());
}

#[test]
fn a_file_that_breaks_a_rule_is_found() {
    let broken = [
        "use crate::simulate::Forecast;",
        "fn f() -> crate::optimize::Status { panic!() }",
        "use crate::{math::{exp, ln}, kaizen};",
        "use super::super::simulate::Simulator;",
        "fn f() { std::fs::read(\"x\"); }",
        "use std::fs::File;",
        "fn f() { println!(\"x\"); }",
        "#[cfg(test)]\nuse a::b;\nfn f() { eprintln!(); }",
        "fn f() { let now = std::time::Instant::now(); }",
        "fn f() { std::process::exit(1); }",
        "fn f() { todo! {} }",
        "# [ignore]\nfn f() {}",
        "# [allow(dead_code)]\nfn f() {}",
    ];
    for code in broken {
        assert_eq!(faults_of(code).len().min(1), 1, "not found: {code}");
    }
    assert!(
        !Source::new("model/x.rs", "// What it is.\n").faults().is_empty(),
        "a file without its sentence"
    );
    assert!(
        !Source::new("helper/x.rs", "//! What it is.\n").faults().is_empty(),
        "a folder without a floor"
    );
    assert!(!faults_of(&"\n".repeat(LONGEST)).is_empty(), "a file too long");
    let sideways = Source::new("score/x.rs", "//! What it is.\nuse crate::analyze::Analysis;\n");
    assert!(!sideways.faults().is_empty(), "a folder of the same floor");
}
