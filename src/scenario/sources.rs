//! Where the numbers of a file come from: the `source` of each table, and `[plan.sources]`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::Loaded;
use super::diagnostic::Diagnostic;
use super::key;
use super::node::{join, quoted};
use super::suggest::nearest;

/// The parts of a key; a channel, an action, a group is one of them by its name.
pub(super) type Path = Vec<String>;

/// For so many keys that name nothing the likeliest is sought; that takes a look at every name beside it.
const SOUGHT: usize = 20;

/// One value of a file and its place.
pub(super) struct Entry<'a> {
    pub path: Path,
    pub span: Range<usize>,
    pub value: &'a DeValue<'a>,
}

/// All tables and values of a file, each before what it holds; not those of `[plan.sources]`.
pub(super) fn entries<'a>(root: &'a DeTable<'a>) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    walk(root, &Path::new(), &mut entries);
    entries
}

fn walk<'a>(table: &'a DeTable<'a>, path: &Path, entries: &mut Vec<Entry<'a>>) {
    for (name, value) in table {
        let path = below(path, name.get_ref());
        if path == ["plan", "sources"] {
            continue;
        }
        entries.push(Entry {
            path: path.clone(),
            span: value.span(),
            value: value.get_ref(),
        });
        match value.get_ref() {
            DeValue::Table(inner) => walk(inner, &path, entries),
            DeValue::Array(array) if is_named(&path) => {
                for element in array.iter() {
                    let name = element
                        .get_ref()
                        .get("name")
                        .and_then(|name| name.get_ref().as_str())
                        .unwrap_or_default();
                    let path = below(&path, name.trim());
                    entries.push(Entry {
                        path: path.clone(),
                        span: element.span(),
                        value: element.get_ref(),
                    });
                    if let DeValue::Table(inner) = element.get_ref() {
                        walk(inner, &path, entries);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether the tables of this list go by their names.
pub(super) fn is_named(path: &[String]) -> bool {
    path == ["channel"] || path == ["action"] || path == ["plan", "group"]
}

fn below(path: &[String], name: &str) -> Path {
    path.iter().cloned().chain([name.to_owned()]).collect()
}

/// A path as messages and `--set` write it.
pub(super) fn written(path: &[String]) -> String {
    path.iter().fold(String::new(), |key, part| join(&key, part))
}

/// Text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is said about where numbers come from, each by the key of a table or a value.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// `source = "…"` of a table.
    of_tables: BTreeMap<Path, String>,
    /// `[plan.sources]`.
    of_plan: BTreeMap<Path, String>,
}

impl Sources {
    pub fn new(root: &DeTable<'_>) -> Self {
        let mut sources = Self::default();
        for entry in entries(root) {
            if let (Some(("source", table)), Some(text)) = (last(&entry.path), entry.value.as_str())
                && !text.trim().is_empty()
            {
                sources.of_tables.insert(table.to_vec(), one_line(text));
            }
        }
        if let Some(table) = root
            .get("plan")
            .and_then(|plan| plan.get_ref().get("sources"))
            .and_then(|sources| sources.get_ref().as_table())
        {
            collect(table, &Path::new(), &mut sources.of_plan);
        }
        sources
    }

    /// The text nearest to a key: what `[plan.sources]` or a table says of it, or of the closest table around it; `[plan.sources]` goes first
    /// where both speak of the same. Only those that `counts` are taken.
    pub fn of(&self, path: &[String], counts: impl Fn(&[String], bool) -> bool) -> Option<&str> {
        (1..=path.len()).rev().map(|length| &path[..length]).find_map(|path| {
            let of_plan = self.of_plan.get(path).filter(|_| counts(path, true));
            of_plan
                .or_else(|| self.of_tables.get(path).filter(|_| counts(path, false)))
                .map(String::as_str)
        })
    }
}

fn last(path: &[String]) -> Option<(&str, &[String])> {
    path.split_last().map(|(last, rest)| (last.as_str(), rest))
}

/// The texts of `[plan.sources]`: keys in quotes, or with points, which TOML reads as tables.
fn collect(table: &DeTable<'_>, path: &Path, texts: &mut BTreeMap<Path, String>) {
    for (name, value) in table {
        let Some(parts) = parts(path, name.get_ref()) else { continue };
        match value.get_ref() {
            DeValue::Table(inner) => collect(inner, &parts, texts),
            value => {
                if let Some(text) = value.as_str().filter(|text| !text.trim().is_empty()) {
                    texts.insert(parts, one_line(text));
                }
            }
        }
    }
}

fn parts(path: &[String], name: &str) -> Option<Path> {
    Some(path.iter().cloned().chain(key::split(name)?).collect())
}

/// Keys of `[plan.sources]` that name nothing of the file.
pub(super) fn unknown(text: &str) -> Vec<Diagnostic> {
    // a file without the word says nothing there
    if !text.contains("sources") {
        return Vec::new();
    }
    let Ok(root) = DeTable::parse(text) else { return Vec::new() };
    let root = root.into_inner();
    let texts = Sources::new(&root).of_plan;
    if texts.is_empty() {
        return Vec::new();
    }
    let known: BTreeSet<Path> = entries(&root).into_iter().map(|entry| entry.path).collect();
    let strangers = texts.keys().filter(|path| !known.contains(*path));
    strangers
        .enumerate()
        .map(|(number, path)| {
            let key = written(path);
            let warning = Diagnostic::warning(
                format!("plan.sources.{}", quoted(&key)),
                format!("`[plan.sources]` speaks of `{key}`, and nothing of that name is in the file"),
            );
            let near = if number < SOUGHT { likeliest(path, &known) } else { None };
            warning.hint(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a table or a key that the file holds, such as \"act.rate\" or \"channel.search\"".to_owned(),
            })
        })
        .collect()
}

/// The key that was probably meant: the first part that leads nowhere is taken for its likeliest neighbour.
fn likeliest(path: &Path, known: &BTreeSet<Path>) -> Option<String> {
    let length = (0..path.len()).find(|&length| !known.contains(&path[..=length]))?;
    let around = &path[..length];
    let beside = known
        .range(around.to_vec()..)
        .take_while(|other| other.starts_with(around))
        .filter(|other| other.len() == length + 1);
    let near = nearest(&path[length], beside.map(|other| other[length].as_str()))?;
    let meant: Path = around
        .iter()
        .cloned()
        .chain([near.to_owned()])
        .chain(path[length + 1..].iter().cloned())
        .collect();
    let whole = if known.contains(&meant) {
        meant.as_slice()
    } else {
        &meant[..=length]
    };
    Some(written(whole))
}

impl Loaded {
    /// `[plan.sources]` as it is written: text by key, such as `act.rate`, each on one line.
    #[must_use]
    pub fn sources(&self) -> BTreeMap<String, String> {
        let root = DeTable::parse(&self.source_text).map(toml::Spanned::into_inner).unwrap_or_default();
        let texts = Sources::new(&root).of_plan;
        texts.into_iter().map(|(path, text)| (written(&path), text)).collect()
    }
}
