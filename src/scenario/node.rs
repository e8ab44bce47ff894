//! Reading one value or one table of the file into a type, with every mistake reported and none fatal.

use std::borrow::Cow;
use std::ops::Range;

use schemars::JsonSchema;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::Diagnostic;
use super::findings::Findings;

/// A value of the file, its key and its place.
pub(super) struct Node<'a> {
    /// The key with all that it stands in, such as `channel.search.spend`.
    pub key: String,
    pub span: Range<usize>,
    pub value: &'a DeValue<'a>,
}

impl<'a> Node<'a> {
    /// The value of `name` in this table.
    pub fn child(&self, name: &str, value: &'a Spanned<DeValue<'a>>) -> Self {
        Self {
            key: join(&self.key, name),
            span: value.span(),
            value: value.get_ref(),
        }
    }

    /// Reports that the value is none of what it could be.
    pub fn wrong<T: FromToml>(&self, report: &mut Findings<'_>) -> Option<T> {
        report.add(
            Diagnostic::error(&self.key, format!("`{}` cannot be {}", self.key, kind(self.value)))
                .found(describe(self.value))
                .allowed(T::expected()),
            self.span.clone(),
        );
        None
    }
}

/// What can be read from a value of the file.
pub(super) trait FromToml: Sized + JsonSchema {
    /// `None`: it was wrong, and that is reported.
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self>;

    /// What may stand there, in words.
    fn expected() -> String;
}

/// One key of a table: whether it is there, and what was read.
#[derive(Debug)]
pub(super) struct Field<T> {
    pub key: String,
    /// The value; where there is none, the table.
    pub span: Range<usize>,
    state: State<T>,
}

#[derive(Debug)]
enum State<T> {
    Absent,
    /// It is there and wrong, which is reported already.
    Wrong,
    Given(T),
}

impl<T> Field<T> {
    pub fn absent(table: &Node<'_>, name: &str) -> Self {
        Self {
            key: join(&table.key, name),
            span: table.span.clone(),
            state: State::Absent,
        }
    }

    pub fn get(&self) -> Option<&T> {
        match &self.state {
            State::Given(value) => Some(value),
            State::Absent | State::Wrong => None,
        }
    }

    pub fn is_absent(&self) -> bool {
        matches!(self.state, State::Absent)
    }

    /// Whether the key is written, rightly or wrongly.
    pub fn is_written(&self) -> bool {
        !self.is_absent()
    }

    /// Reports a mistake with this key.
    pub fn report(&self, report: &mut Findings<'_>, diagnostic: Diagnostic) {
        report.add(diagnostic, self.span.clone());
    }

    /// Reports that the key has no business here.
    pub fn forbid(&self, report: &mut Findings<'_>, why: &str, hint: &str) {
        if self.is_written() {
            self.report(report, Diagnostic::error(&self.key, format!("`{}` {why}", self.key)).hint(hint));
        }
    }

    /// Reports that the key is needed here and not there.
    pub fn require(&self, report: &mut Findings<'_>)
    where
        T: FromToml,
    {
        if self.is_absent() {
            report.missing(&self.key, self.span.clone(), &T::expected());
        }
    }
}

impl<T: FromToml> Field<T> {
    pub fn read(node: &Node<'_>, report: &mut Findings<'_>) -> Self {
        Self {
            key: node.key.clone(),
            span: node.span.clone(),
            state: T::from_toml(node, report).map_or(State::Wrong, State::Given),
        }
    }
}

/// A key as messages and `--set` write it: quoted where it is not a bare word.
pub(super) fn quoted(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if bare { name.to_owned() } else { format!("{name:?}") }
}

pub(super) fn join(table: &str, name: &str) -> String {
    if table.is_empty() {
        quoted(name)
    } else {
        format!("{table}.{}", quoted(name))
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// A value as a message shows it.
pub(super) fn describe(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{:?}", shortened(text)),
        DeValue::Integer(number) => shortened(&number.to_string()),
        DeValue::Float(number) => shortened(&number.to_string()),
        DeValue::Boolean(answer) => answer.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(values) => format!("a list of {}", values.len()),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

/// The beginning of a text that is too long for a message.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The entries of a table in the order of the file.
pub(super) fn entries<'a>(table: &'a DeTable<'a>) -> Vec<(&'a Spanned<Cow<'a, str>>, &'a Spanned<DeValue<'a>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}
