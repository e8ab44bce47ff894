//! `[lab.truth]` as a planner writes it: any quantity of the scenario by its key, read as it is read at its own place.

use std::borrow::Cow;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::de::{DeTable, DeValue};

use super::domain::{Any, Factor, Share, Within};
use super::file::{
    ActTable, ActionTable, CarryoverTable, ConvertTable, EngageTable, LiftTable, MoneyTable, QualityTable, ReachEffectTable, ReachTable,
    SurvivalTable,
};
use super::findings::Findings;
use super::node::{Field, FromToml, Node, entries, shortened};
use super::number::Uncertain;
use super::value::Prose;
use super::{Quantity, key};

/// What is so in the world, in the order of the file.
#[derive(Debug)]
pub(super) struct Truth(pub Vec<Entry>);

/// One key of `[lab.truth]`.
#[derive(Debug)]
pub(super) struct Entry {
    /// The key in `[lab.truth]`, as messages show it.
    pub written: String,
    pub span: Range<usize>,
    /// The parts of the key that it speaks of; `None`: it cannot be taken apart.
    pub path: Option<Vec<String>>,
    pub told: Told,
}

/// What a key of `[lab.truth]` says.
#[derive(Debug, Clone, Copy)]
pub(super) enum Told {
    Quantity(Quantity),
    /// It is wrong, which is reported already.
    Wrong,
    /// Nothing is known of it: no quantity of any scenario has such a key.
    Stranger,
}

impl FromToml for Truth {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let DeValue::Table(table) = node.value else {
            return node.wrong(report);
        };
        let mut told = Vec::new();
        walk(node, table, Some(&[]), &mut told, report);
        Some(Self(told))
    }

    fn expected() -> String {
        "a table of keys and quantities, such as \"act.rate\" = 0.05".to_owned()
    }
}

/// Keys stand in quotes (`"act.rate" = …`) or with points, which TOML reads as tables.
fn walk(node: &Node<'_>, table: &DeTable<'_>, around: Option<&[String]>, told: &mut Vec<Entry>, report: &mut Findings<'_>) {
    for (name, value) in entries(table) {
        let child = node.child(&shortened(name.get_ref()), value);
        let is_table = matches!(child.value, DeValue::Table(_));
        if name.get_ref() == "source" && !is_table {
            // for the reader of the file: it has to be text, and nothing hangs on it
            let _: Field<Prose> = Field::read(&child, report);
            continue;
        }
        let parts = key::split(name.get_ref());
        let path = around.zip(parts).map(|(around, parts)| [around, &parts].concat());
        let reader = path.as_deref().and_then(reader_of);
        // a channel may have the name `dist`; then it is a table, and no word
        let is_distribution = child.value.get("dist").is_some_and(|dist| dist.get_ref().as_str().is_some());
        if let DeValue::Table(inner) = child.value
            && !is_distribution
            && (reader.is_none() || path.as_ref().is_some_and(|path| *path == ["engage", "retention"]))
        {
            walk(&child, inner, path.as_deref(), told, report);
            continue;
        }
        told.push(Entry {
            told: match reader {
                Some(reader) => reader(&child, report).map_or(Told::Wrong, Told::Quantity),
                None => Told::Stranger,
            },
            path,
            written: child.key,
            span: child.span,
        });
    }
}

/// Reads a quantity inside a domain.
type Reader = fn(&Node<'_>, &mut Findings<'_>) -> Option<Quantity>;

/// How a quantity is read at its own place, by its key; `None`: no scenario has such a quantity.
fn reader_of(path: &[String]) -> Option<Reader> {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    Some(match *path.as_slice() {
        ["reach", "organic"] => like(|table: &ReachTable| &table.organic),
        ["reach", "audience"] => like(|table: &ReachTable| &table.audience),
        ["act", "rate"] => like(|table: &ActTable| &table.rate),
        ["convert", "rate"] => like(|table: &ConvertTable| &table.rate),
        ["convert", "capacity"] => like(|table: &ConvertTable| &table.capacity),
        ["convert", "backlog_loss"] => like(|table: &ConvertTable| &table.backlog_loss),
        ["engage", "retention"] => inside::<Share>,
        ["engage", "retention", "alpha"] => like(|table: &SurvivalTable| &table.alpha),
        ["engage", "retention", "beta"] => like(|table: &SurvivalTable| &table.beta),
        ["engage", "customers"] => like(|table: &EngageTable| &table.customers),
        ["engage", "repeat_rate"] => like(|table: &EngageTable| &table.repeat_rate),
        ["engage", "referral"] => like(|table: &EngageTable| &table.referral),
        ["money", "order_value"] => like(|table: &MoneyTable| &table.order_value),
        ["money", "repeat_value"] => like(|table: &MoneyTable| &table.repeat_value),
        ["money", "margin"] => like(|table: &MoneyTable| &table.margin),
        ["money", "fixed_cost"] => like(|table: &MoneyTable| &table.fixed_cost),
        ["money", "discount_rate"] => like(|table: &MoneyTable| &table.discount_rate),
        ["channel", _, "carryover", "half_life"] => like(|table: &CarryoverTable| &table.half_life),
        ["channel", _, "carryover", "decay"] => like(|table: &CarryoverTable| &table.decay),
        ["channel", _, "carryover", "shape"] => like(|table: &CarryoverTable| &table.shape),
        ["channel", _, "carryover", "scale"] => like(|table: &CarryoverTable| &table.scale),
        ["channel", _, "quality", "act"] => like(|table: &QualityTable| &table.act),
        ["channel", _, "quality", "convert"] => like(|table: &QualityTable| &table.convert),
        ["channel", _, "reach", "half_spend"] => like(|table: &ReachEffectTable| &table.half_spend),
        ["channel", _, "reach", "slope"] => like(|table: &ReachEffectTable| &table.slope),
        ["channel", _, "reach", "visits"] => like(|table: &ReachEffectTable| &table.visits),
        ["channel", _, "reach", "today"] => like(|table: &ReachEffectTable| &table.today),
        ["channel", _, "reach", "cost"] => like(|table: &ReachEffectTable| &table.cost),
        ["channel", _, "act" | "convert" | "retention" | "repeat", "half_spend"] => like(|table: &LiftTable| &table.half_spend),
        ["channel", _, "act" | "convert" | "retention" | "repeat", "slope"] => like(|table: &LiftTable| &table.slope),
        ["channel", _, "act" | "convert" | "retention" | "repeat", "lift"] => like(|table: &LiftTable| &table.lift),
        ["channel", _, "boosts", _] => inside::<Factor>,
        ["action", _, "lift"] => like(|table: &ActionTable| &table.lift),
        ["action", _, "cost"] => like(|table: &ActionTable| &table.cost),
        ["action", _, "running_cost"] => like(|table: &ActionTable| &table.running_cost),
        _ => return None,
    })
}

/// The reader of a key of a table, so that its domain is said once, where the key is declared.
fn like<T, D: Within>(_: fn(&T) -> &Field<Uncertain<D>>) -> Reader {
    inside::<D>
}

fn inside<D: Within>(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Quantity> {
    Uncertain::<D>::from_toml(node, report).map(|number| number.quantity)
}

impl JsonSchema for Truth {
    fn schema_name() -> Cow<'static, str> {
        "Truth".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let quantity = generator.subschema_for::<Uncertain<Any>>();
        let inner = generator.subschema_for::<Self>();
        json_schema!({
            "type": "object",
            "properties": { "source": { "type": "string" } },
            "additionalProperties": { "anyOf": [quantity, inner] },
        })
    }
}
