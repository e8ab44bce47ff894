//! Every number that a planner put in, with what is known of it and where it comes from: the page of assumptions of a report.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use toml::de::{DeTable, DeValue};

use super::node::{Node, join};
use super::number::{named, plain};
use super::overrides::Override;
use super::source::Source;
use super::sources::{Path, Sources, entries, is_named, written as written_key};
use super::written::{Written, written};
use super::{Distribution, Loaded, Quantity, Unit, defaults};
use crate::scenario::findings::Findings;

/// One number of a scenario, or one list of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assumption {
    /// The key as it is written, such as `act.rate` or `channel.search.reach.today`; names that are no bare words are quoted.
    pub key: String,
    /// The key without names, such as `channel.reach.today`; a boost is `channel.boosts`.
    pub field: String,
    /// The channel, the action or the group that it belongs to.
    pub name: Option<String>,
    /// What a boost enlarges: a channel, or `organic`.
    pub target: Option<String>,
    pub unit: Unit,
    pub figure: Figure,
    /// Where it comes from: what `[plan.sources]` or a `source` says of it, or of the closest table around it; on one line.
    pub source: Option<String>,
    pub origin: Origin,
}

impl Assumption {
    /// Whether it is what the planner decides or wants, such as a spend, a limit, a target, rather than how the world is.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        let field = self.field.as_str();
        let of_plan = field.starts_with("plan.") && !field.starts_with("plan.today.");
        let wanted = field.ends_with(".target") || field.ends_with("_target");
        of_plan || wanted || field.starts_with("channel.limits.") || matches!(field, "channel.spend" | "action.start")
    }
}

/// Who put a number in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The file.
    File,
    /// A `--set` argument; a source that the file gives for its own number is not told of it.
    Set,
    /// Nobody: it is what holds where the key is left out.
    Default,
}

/// What is known of a number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// It is known, or decided.
    Known(f64),
    /// It is uncertain: half of the time it is below `median`.
    Uncertain {
        median: f64,
        low: f64,
        high: f64,
        /// How much lies between `low` and `high`.
        ends: Ends,
        /// `range` as in `"2% to 4%"`, or the distribution's word: `normal`, `lognormal`, `gamma`, `beta`, `uniform`, `triangular`, `pert`.
        distribution: &'static str,
    },
    /// A list of known numbers, such as a season or a spend by period; its sum means something where they are money.
    Series { count: usize, least: f64, most: f64, total: f64 },
    /// Two ends, such as the range of spend that experience covers.
    Span { low: f64, high: f64 },
    /// A word of the scenario: a curve, a kind of carryover, `true`, `false`, `none`.
    Word(String),
}

/// How much of an uncertain number lies between its two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// 9 times in 10: the 5th and the 95th percentile, the range as it is written.
    Ninety,
    /// 8 times in 10: the 10th and the 90th percentile, of a distribution that is written by its mean and standard deviation.
    Eighty,
    /// Always: the least and the most, as they are written.
    All,
}

impl Figure {
    /// What is known of a quantity.
    #[must_use]
    pub fn of(quantity: &Quantity) -> Self {
        let distribution = quantity.distribution;
        let (word, bounds) = match distribution {
            Distribution::Known(value) => return Self::Known(value),
            Distribution::LogitNormalInterval { low, high } | Distribution::LogNormalInterval { low, high } => {
                ("range", Some((low, high, Ends::Ninety)))
            }
            Distribution::Normal { .. } => ("normal", None),
            Distribution::LogNormal { .. } => ("lognormal", None),
            Distribution::Gamma { .. } => ("gamma", None),
            Distribution::Beta { .. } => ("beta", None),
            Distribution::Uniform { min, max } => ("uniform", Some((min, max, Ends::All))),
            Distribution::Triangular { min, max, .. } => ("triangular", Some((min, max, Ends::All))),
            Distribution::Pert { min, max, .. } => ("pert", Some((min, max, Ends::All))),
        };
        let (low, high, ends) = bounds.unwrap_or_else(|| (quantity.quantile(0.1), quantity.quantile(0.9), Ends::Eighty));
        Self::Uncertain {
            median: quantity.median(),
            low,
            high,
            ends,
            distribution: word,
        }
    }

    /// A list of numbers; `None` where it is empty.
    pub(super) fn series(numbers: &[f64]) -> Option<Self> {
        let least = numbers.iter().copied().reduce(f64::min)?;
        let most = numbers.iter().copied().reduce(f64::max)?;
        Some(Self::Series {
            count: numbers.len(),
            least,
            most,
            total: numbers.iter().sum(),
        })
    }
}

impl Loaded {
    /// Every number of the file in its order, each with what is known of it and its source; behind those of a table the defaults that matter where the table
    /// leaves them out.
    ///
    /// A list is one row. Names, dates and words that only say what is planned are left out.
    #[must_use]
    pub fn assumptions(&self) -> Vec<Assumption> {
        let root = DeTable::parse(&self.source_text).map(toml::Spanned::into_inner).unwrap_or_default();
        let sources = Sources::new(&root);
        let spends: BTreeMap<&str, &[f64]> = self
            .scenario
            .channels
            .iter()
            .map(|channel| (channel.name.as_str(), channel.spend.as_slice()))
            .collect();
        let mut entries = entries(&root);
        entries.sort_by_key(|entry| entry.span.start);
        let mut rows = Vec::new();
        for entry in entries {
            let place = Place::of(&entry.path);
            let Some(unit) = Unit::of(&place.field) else { continue };
            let figure = match entry.value {
                DeValue::Table(table) if table.contains_key("csv") => {
                    let spend = place.name.as_deref().and_then(|name| spends.get(name));
                    spend.and_then(|spend| Figure::series(spend))
                }
                value => figure(value, unit, &place.field),
            };
            rows.extend(figure.map(|figure| Row {
                path: entry.path,
                unit,
                figure,
                origin: Origin::File,
            }));
        }
        let rows = with_defaults(rows, defaults::of(&self.scenario));
        rows.into_iter()
            .map(|row| {
                let Row {
                    path,
                    unit,
                    figure,
                    origin,
                } = row;
                let (key, place) = (written_key(&path), Place::of(&path));
                let is_set = |key: &str| self.overrides().iter().any(|change| Override::covers(change, key));
                let origin = if origin == Origin::File && is_set(&key) {
                    Origin::Set
                } else {
                    origin
                };
                let source = match origin {
                    Origin::File => sources.of(&path, |_, _| true),
                    Origin::Set => sources.of(&path, |path, of_plan| {
                        let text = written_key(path);
                        if of_plan {
                            is_set(&join("plan.sources", &text)) || is_set(&format!("plan.sources.{text}"))
                        } else {
                            is_set(&join(&text, "source"))
                        }
                    }),
                    Origin::Default => None,
                };
                Assumption {
                    source: source.map(str::to_owned),
                    key,
                    field: place.field,
                    name: place.name,
                    target: place.target,
                    unit,
                    figure,
                    origin,
                }
            })
            .collect()
    }
}

/// How many numbers that the file says of the world have a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sourced {
    /// Numbers of the file and of `--set` that are no choices.
    pub numbers: usize,
    /// Those without a source.
    pub bare: usize,
}

impl Sourced {
    /// Counts the rows of [`Loaded::assumptions`].
    #[must_use]
    pub fn of(rows: &[Assumption]) -> Self {
        let stated = || rows.iter().filter(|row| row.origin != Origin::Default && !row.is_choice());
        Self {
            numbers: stated().count(),
            bare: stated().filter(|row| row.source.is_none()).count(),
        }
    }
}

/// A number on its way into the list.
pub(super) struct Row {
    pub path: Path,
    pub unit: Unit,
    pub figure: Figure,
    pub origin: Origin,
}

/// The rows of the file, and behind those of each table, or of each channel, the defaults that the file leaves as they are.
fn with_defaults(written: Vec<Row>, defaults: Vec<Row>) -> Vec<Row> {
    let table = |path: &Path| path[..if is_named(&path[..1]) { 2 } else { 1 }].to_vec();
    let last: BTreeMap<Path, usize> = written.iter().enumerate().map(|(at, row)| (table(&row.path), at)).collect();
    let paths: BTreeSet<Path> = written.iter().map(|row| row.path.clone()).collect();
    let mut behind: BTreeMap<usize, Vec<Row>> = BTreeMap::new();
    for row in defaults {
        let is_written = paths
            .range(row.path.clone()..)
            .next()
            .is_some_and(|path| path.starts_with(&row.path));
        if !is_written {
            let at = last.get(&table(&row.path)).copied().unwrap_or(usize::MAX);
            behind.entry(at).or_default().push(row);
        }
    }
    let mut rows = Vec::new();
    for (at, row) in written.into_iter().enumerate() {
        rows.push(row);
        rows.extend(behind.remove(&at).unwrap_or_default());
    }
    rows.extend(behind.into_values().flatten());
    rows
}

/// A key taken apart.
struct Place {
    field: String,
    name: Option<String>,
    target: Option<String>,
}

impl Place {
    fn of(path: &[String]) -> Self {
        let lists = if path.first().is_some_and(|first| first == "plan") { 2 } else { 1 };
        let named = path.len() > lists && is_named(&path[..lists]);
        let mut parts: Vec<&str> = path.iter().map(String::as_str).collect();
        let name = named.then(|| parts.remove(lists).to_owned());
        let boost = parts.len() == 3 && parts[..2] == ["channel", "boosts"];
        let target = boost.then(|| parts.remove(2).to_owned());
        Self {
            field: parts.join("."),
            name,
            target,
        }
    }
}

/// What a value of the file says; `None` where it is a table of further numbers.
fn figure(value: &DeValue<'_>, unit: Unit, field: &str) -> Option<Figure> {
    match value {
        DeValue::String(text) if unit == Unit::Text => Some(Figure::Word(text.to_string())),
        DeValue::Boolean(answer) if unit == Unit::Text => Some(Figure::Word(answer.to_string())),
        DeValue::Table(table) if table.contains_key("dist") => {
            let source = Source::new("", "");
            let node = Node {
                key: String::new(),
                span: 0..0,
                value,
            };
            let distribution = named(&node, &mut Findings::new(&source))?;
            Some(Figure::of(&Quantity { distribution }))
        }
        DeValue::Array(_) if field == "channel.limits.committed" => Figure::series(&committed(value)),
        DeValue::Array(array) => {
            let numbers: Option<Vec<f64>> = array.iter().map(|element| known(element.get_ref())).collect();
            match numbers?.as_slice() {
                &[low, high] if field == "channel.observed" => Some(Figure::Span { low, high }),
                numbers => Figure::series(numbers),
            }
        }
        DeValue::String(text) => match written(text).ok()? {
            Written::Number(value) => Some(Figure::Known(value)),
            Written::Interval { low, high } => {
                let distribution = if unit == Unit::Share {
                    Distribution::LogitNormalInterval { low, high }
                } else {
                    Distribution::LogNormalInterval { low, high }
                };
                Some(Figure::of(&Quantity { distribution }))
            }
        },
        value => plain(value).map(Figure::Known),
    }
}

fn known(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::String(text) => match written(text).ok()? {
            Written::Number(value) => Some(value),
            Written::Interval { .. } => None,
        },
        value => plain(value),
    }
}

/// The amounts that are booked, one for each period.
fn committed(value: &DeValue<'_>) -> Vec<f64> {
    let number = |table: &DeValue<'_>, key: &str| table.get(key).and_then(|value| known(value.get_ref()));
    let elements = value.as_array().into_iter().flat_map(|array| array.iter());
    elements
        .flat_map(|element| {
            let periods = number(element.get_ref(), "periods").unwrap_or(1.0) as usize;
            let amount = number(element.get_ref(), "amount");
            amount.into_iter().flat_map(move |amount| std::iter::repeat_n(amount, periods))
        })
        .collect()
}
