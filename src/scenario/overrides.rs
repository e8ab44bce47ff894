//! `--set KEY=VALUE`: a scenario with some keys changed before it is checked.

use std::path::Path;

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::diagnostic::{Diagnostic, Location, Problems};
use super::edit;
use super::key;
use super::node::{join, quoted, shortened};
use super::suggest::nearest;
use super::{check, loaded};

/// One `--set` argument, taken apart.
#[derive(Debug, Clone)]
pub(super) struct Override {
    /// The argument as it was given.
    text: String,
    /// The parts of the key; none where it cannot be read.
    key: Vec<String>,
}

impl Override {
    pub fn new(argument: &str) -> Self {
        let key = argument.split_once('=').and_then(|_| key::split(&argument[..equals(argument)]));
        Self {
            text: argument.to_owned(),
            key: key.unwrap_or_default(),
        }
    }

    /// Whether a key, written with points, is set by this argument or stands inside what it sets.
    pub fn covers(&self, key: &str) -> bool {
        key::split(key).is_some_and(|key| !self.key.is_empty() && key.starts_with(&self.key))
    }

    /// Whether this argument sets something inside a key.
    pub fn is_inside(&self, key: &str) -> bool {
        key::split(key).is_some_and(|key| self.key.starts_with(&key))
    }

    /// The argument as a place.
    pub fn location(&self) -> Location {
        let value = (equals(&self.text) + 1).min(self.text.len());
        let excerpt: String = shortened(&self.text).replace(char::is_control, " ");
        Location {
            file: "--set".to_owned(),
            line: 1,
            column: 1,
            span: value..self.text.len(),
            mark: 0..excerpt.len(),
            excerpt,
        }
    }

    fn wrong(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(self.key.join("."), message).at(Some(self.location()))
    }

    /// The value: TOML, or text where it is none.
    fn value(&self) -> Result<Value, Problems> {
        let text = self.text[(equals(&self.text) + 1).min(self.text.len())..].trim();
        if let Ok(value) = text.parse::<Value>() {
            return Ok(value);
        }
        if text.starts_with(['[', '{', '"', '\'']) {
            let diagnostic = self.wrong("the value is not TOML").found(format!("{:?}", shortened(text)));
            return Err(diagnostic
                .hint("close every bracket and quote; in a shell, put the whole argument into single quotes")
                .into());
        }
        Ok(Value::from(text))
    }
}

/// Where the key of an argument ends: the first `=` outside quotes.
fn equals(argument: &str) -> usize {
    let mut quote = None;
    for (at, character) in argument.char_indices() {
        match (quote, character) {
            (None, '=') => return at,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    argument.len()
}

/// Changes a text; what cannot be changed is reported, the rest is done.
///
/// The past stays: where a channel's spend is set and its history is not, the original's history and observed range are written down first.
pub(super) fn apply(text: &str, base: &Path, overrides: &[Override]) -> (String, Vec<Diagnostic>) {
    let Ok(mut document) = text.parse::<DocumentMut>() else {
        // Reading it will say why.
        return (text.to_owned(), Vec::new());
    };
    let mut problems = Vec::new();
    let spends: Vec<&str> = overrides.iter().filter_map(|change| channel_key(change, "spend")).collect();
    if !spends.is_empty() {
        let sets = |name: &str, key: &str| overrides.iter().any(|change| channel_key(change, key) == Some(name));
        for (name, past) in loaded::pasts(text, base) {
            let Some(past) = past.filter(|_| spends.contains(&name.as_str())) else {
                continue;
            };
            if let Some(channel) = edit::find(document.as_table_mut(), "channel", &name) {
                pin(channel, past, !sets(&name, "history"), !sets(&name, "observed"));
            }
        }
    }
    for change in overrides {
        if let Err(wrong) = set(&mut document, change) {
            problems.extend(wrong.diagnostics);
        }
    }
    (document.to_string(), problems)
}

/// The channel whose `key` is set by an argument.
fn channel_key<'a>(change: &'a Override, key: &str) -> Option<&'a str> {
    match change.key.as_slice() {
        [channel, name, second, ..] if channel == "channel" && second == key => Some(name),
        _ => None,
    }
}

/// Writes a channel's past down, where the file does not.
fn pin(channel: &mut dyn TableLike, past: check::Past, history: bool, observed: bool) {
    if history && !channel.contains_key("history") {
        channel.insert("history", edit::number(past.history));
    }
    if observed && !channel.contains_key("observed") {
        channel.insert("observed", edit::range(past.observed));
    }
}

fn set(document: &mut DocumentMut, change: &Override) -> Result<(), Problems> {
    if !change.text.contains('=') || change.key.is_empty() {
        return Err(change
            .wrong("this sets nothing")
            .allowed("KEY=VALUE")
            .hint("such as channel.search.spend=9000 or act.rate=\"2% to 4%\"")
            .into());
    }
    let value = change.value()?;
    let (last, way) = change.key.split_last().unwrap_or((&change.text, &[]));
    let mut table: &mut dyn TableLike = document.as_table_mut();
    let mut path = String::new();
    let mut way = way.iter();
    while let Some(part) = way.next() {
        path = join(&path, part);
        if let "channel" | "action" | "plan.group" = path.as_str() {
            let Some(name) = way.next() else {
                return Err(change
                    .wrong(format!("`{path}` needs a name and a key"))
                    .hint(format!("such as {path}.NAME.{last}=…"))
                    .into());
            };
            let names = edit::names(table, part);
            table = edit::find(table, part, name).ok_or_else(|| {
                let diagnostic = change
                    .wrong(format!("there is no {part} {:?}", shortened(name)))
                    .allowed(names.join(", "));
                match nearest(name, names.iter().map(String::as_str)) {
                    Some(near) => diagnostic.hint(format!("did you mean {}?", quoted(near))),
                    None => diagnostic,
                }
            })?;
            path = join(&path, name);
            continue;
        }
        if table.get(part).is_none_or(Item::is_none) {
            // A table of its own at the top, a line of its parent below.
            let fresh = if path.contains('.') {
                Item::Value(toml_edit::InlineTable::new().into())
            } else {
                toml_edit::table()
            };
            table.insert(part, fresh);
        }
        let is_list = table.get(part).is_some_and(|item| item.is_array() || item.is_array_of_tables());
        table = table.get_mut(part).and_then(Item::as_table_like_mut).ok_or_else(|| {
            let diagnostic = change.wrong(format!("`{path}` is not a table"));
            let inside = if is_list {
                format!("[{{ {last} = … }}]")
            } else {
                format!("{{ {last} = … }}")
            };
            diagnostic.hint(format!("set `{path}` as a whole: --set '{path}={inside}'"))
        })?;
    }
    if path.is_empty() && matches!(last.as_str(), "channel" | "action") {
        return Err(change
            .wrong(format!("`{last}` needs a name and a key"))
            .hint(format!("such as {last}.NAME.spend=…"))
            .into());
    }
    edit::replace(table, last, value);
    Ok(())
}
