//! Values of the file that come in several shapes: spend, carryover, lag, retention, and tables with names as keys.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::de::DeValue;

use super::Measure;
use super::diagnostic::Diagnostic;
use super::domain::{Amount, Any, Factor, Share};
use super::file::{CarryoverTable, CsvTable, GammaTable, SurvivalTable};
use super::findings::Findings;
use super::names::NoCarryover;
use super::node::{Field, FromToml, Node, describe, entries, shortened};
use super::number::{Exact, Uncertain};
use super::suggest::{nearest, unknown_key};
use super::table::Here;
use super::value::{Prose, Series, Whole};

/// A type with several shapes: its JSON Schema is any of theirs.
macro_rules! any_of {
    ($name:ident: $($shape:ty),*) => {
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let shapes = [$(generator.subschema_for::<$shape>()),*];
                json_schema!({ "anyOf": shapes })
            }
        }
    };
}

/// A channel's spend: one number, `T` numbers, or a column of a file.
#[derive(Debug)]
pub(super) enum Spend {
    Series(Series<Amount>),
    Csv(Box<CsvTable>),
}

any_of!(Spend: Series<Amount>, CsvTable);

impl FromToml for Spend {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        match node.value {
            DeValue::Table(_) => CsvTable::from_toml(node, report).map(Box::new).map(Self::Csv),
            DeValue::Boolean(_) | DeValue::Datetime(_) => node.wrong(report),
            _ => Series::from_toml(node, report).map(Self::Series),
        }
    }

    fn expected() -> String {
        "money per period, 0 or more: one number, a list with one for each period, or { csv = \"file\", column = \"name\" }".to_owned()
    }
}

/// `"none"` or a table.
#[derive(Debug)]
pub(super) enum Carryover {
    None,
    Table(Box<CarryoverTable>),
}

any_of!(Carryover: NoCarryover, CarryoverTable);

impl FromToml for Carryover {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        match node.value {
            DeValue::String(text) if text == "none" => Some(Self::None),
            DeValue::Table(_) => CarryoverTable::from_toml(node, report).map(Box::new).map(Self::Table),
            _ => node.wrong(report),
        }
    }

    fn expected() -> String {
        "\"none\", { half_life = 2 }, { decay = 0.5 } or a table with a kind".to_owned()
    }
}

/// A whole number of periods, or `{ mean, sd }`.
#[derive(Debug)]
pub(super) enum Lag {
    Periods(Whole<0, 10_000>),
    Gamma(Box<GammaTable>),
}

any_of!(Lag: Whole<0, 10_000>, GammaTable);

impl FromToml for Lag {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        match node.value {
            DeValue::Table(_) => GammaTable::from_toml(node, report).map(Box::new).map(Self::Gamma),
            DeValue::Float(_) => {
                let diagnostic = Diagnostic::error(&node.key, format!("`{}` is no whole number of periods", node.key))
                    .found(describe(node.value))
                    .allowed(Self::expected())
                    .hint(format!("write {{ mean = {0}, sd = {0} }}", describe(node.value)));
                report.add(diagnostic, node.span.clone());
                None
            }
            DeValue::Integer(_) => Whole::from_toml(node, report).map(Self::Periods),
            _ => node.wrong(report),
        }
    }

    fn expected() -> String {
        "a whole number of periods up to 10000, or { mean = 0.5, sd = 0.5 }".to_owned()
    }
}

/// One share, or `{ alpha, beta }`.
#[derive(Debug)]
pub(super) enum Retention {
    Constant(Uncertain<Share>),
    Survival(Box<SurvivalTable>),
}

any_of!(Retention: Uncertain<Share>, SurvivalTable);

impl FromToml for Retention {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        match node.value {
            DeValue::Table(table) if !table.contains_key("dist") => {
                SurvivalTable::from_toml(node, report).map(Box::new).map(Self::Survival)
            }
            _ => Uncertain::from_toml(node, report).map(Self::Constant),
        }
    }

    fn expected() -> String {
        format!("{}; or {{ alpha = 1.2, beta = 8 }}", Uncertain::<Share>::expected())
    }
}

/// What a channel boosts: names and lifts, in the order of the file.
#[derive(Debug)]
pub(super) struct Boosts(pub Vec<(String, Field<Uncertain<Factor>>)>);

impl FromToml for Boosts {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let DeValue::Table(table) = node.value else {
            return node.wrong(report);
        };
        let boosts = entries(table).into_iter().filter(|(key, _)| key.get_ref() != "source");
        Some(Self(
            boosts
                .map(|(key, value)| {
                    (
                        key.get_ref().to_string(),
                        Field::read(&node.child(&shortened(key.get_ref()), value), report),
                    )
                })
                .collect(),
        ))
    }

    fn expected() -> String {
        "a table of channels and lifts, such as { search = 0.2, organic = 0.1 }".to_owned()
    }
}

impl JsonSchema for Boosts {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Boosts".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let lift = generator.subschema_for::<Uncertain<Factor>>();
        json_schema!({ "type": "object", "properties": { "source": { "type": "string" } }, "additionalProperties": lift })
    }
}

/// Figures by name: `plan.today`.
#[derive(Debug)]
pub(super) struct Today(pub Figures);
/// Figures by name: `plan.targets`.
#[derive(Debug)]
pub(super) struct Targets(pub Figures);

/// Each figure with its place.
pub(super) type Figures = Vec<(Measure, f64, Here)>;

macro_rules! figures {
    ($name:ident, $measures:expr) => {
        impl FromToml for $name {
            fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
                let measures: Vec<Measure> = Measure::ALL.iter().copied().filter($measures).collect();
                let DeValue::Table(table) = node.value else {
                    return node.wrong(report);
                };
                Some(Self(figures(node, table, &measures, report)))
            }

            fn expected() -> String {
                "a table of figures, such as revenue = 48_000".to_owned()
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let mut properties = serde_json::Map::new();
                let number = generator.subschema_for::<Exact<Any>>();
                for measure in Measure::ALL.iter().filter(|measure| ($measures)(measure)) {
                    properties.insert(measure.key().to_owned(), number.clone().into());
                }
                properties.insert("source".to_owned(), json_schema!({ "type": "string" }).into());
                json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
            }
        }
    };
}

figures!(Today, |measure: &Measure| of_one_period(*measure));
figures!(Targets, |_: &Measure| true);

/// Whether a normal period has such a figure: a total of it, a rate, or what the user tracks.
const fn of_one_period(measure: Measure) -> bool {
    use Measure::{
        ActRate, ConvertRate, Csi, Customers, Gross, Invest, Leads, MarketShare, Nps, Orders, Profit, RepeatOrders, Revenue, Visits,
    };
    matches!(
        measure,
        Visits
            | Leads
            | Customers
            | Orders
            | RepeatOrders
            | Revenue
            | Gross
            | Invest
            | Profit
            | ActRate
            | ConvertRate
            | Nps
            | Csi
            | MarketShare
    )
}

fn figures<'a>(node: &Node<'a>, table: &'a toml::de::DeTable<'a>, measures: &[Measure], report: &mut Findings<'_>) -> Figures {
    let known: Vec<&str> = measures.iter().map(|measure| measure.key()).chain(["source"]).collect();
    let mut figures = Figures::new();
    for (key, value) in entries(table) {
        let name = key.get_ref();
        let child = node.child(name, value);
        let Some(&measure) = measures.iter().find(|measure| measure.key() == name) else {
            match Measure::ALL.iter().find(|measure| measure.key() == name) {
                Some(_) => report.add(
                    Diagnostic::error(&child.key, format!("a normal period has no `{name}`"))
                        .allowed(known.join(", "))
                        .hint(format!("`{name}` is a figure of the whole horizon: `plan.targets.{name}`")),
                    key.span(),
                ),
                None if name == "source" => drop(Prose::from_toml(&child, report)),
                None => drop(unknown_key(node, key, &known, report)),
            }
            continue;
        };
        let number = match measure {
            Measure::ActRate | Measure::ConvertRate => Exact::<Share>::from_toml(&child, report).map(|number| number.value),
            Measure::Served => Exact::<super::domain::ShareOrOne>::from_toml(&child, report).map(|number| number.value),
            Measure::Profit | Measure::Npv | Measure::Roi | Measure::RoiHorizon | Measure::Nps | Measure::Gross => {
                Exact::<Any>::from_toml(&child, report).map(|number| number.value)
            }
            _ => Exact::<Amount>::from_toml(&child, report).map(|number| number.value),
        };
        if let Some(number) = number {
            let here = Here {
                key: child.key,
                span: child.span,
            };
            figures.push((measure, number, here));
        }
    }
    figures
}

/// `[plan.sources]`: any keys with text, in quotes (`"act.rate" = "…"`) or with points, which TOML reads as tables.
#[derive(Debug)]
pub(super) struct Sources;

impl FromToml for Sources {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let DeValue::Table(table) = node.value else {
            return node.wrong(report);
        };
        for (key, value) in table {
            let child = node.child(&shortened(key.get_ref()), value);
            match child.value {
                DeValue::Table(_) => drop(Self::from_toml(&child, report)),
                _ => drop(Prose::from_toml(&child, report)),
            }
        }
        Some(Self)
    }

    fn expected() -> String {
        "a table of texts".to_owned()
    }
}

impl JsonSchema for Sources {
    fn schema_name() -> Cow<'static, str> {
        "Sources".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let inner = generator.subschema_for::<Self>();
        json_schema!({ "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, inner] } })
    }
}

/// The name that was probably meant, quoted.
pub(super) fn did_you_mean<'a>(diagnostic: Diagnostic, word: &str, names: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    match nearest(word, names) {
        Some(near) => diagnostic.hint(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}
