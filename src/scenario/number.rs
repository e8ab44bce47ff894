//! Numbers of the file: known ones, percentages, intervals, named distributions.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::de::DeValue;

use super::diagnostic::Diagnostic;
use super::domain::{Any, Counts, Domain, End, LARGEST, Refusal, SMALLEST, SPREAD, Within, spelled};
use super::file::DistributionTable;
use super::findings::Findings;
use super::names::Shape;
use super::node::{Field, FromToml, Node, describe};
use super::written::{Written, written};
use super::{Distribution, Quantity};

/// A number that must be known, inside a domain.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exact<D> {
    pub value: f64,
    domain: PhantomData<D>,
}

/// A number that may be uncertain, inside a domain.
#[derive(Debug, Clone, Copy)]
pub(super) struct Uncertain<D> {
    pub quantity: Quantity,
    domain: PhantomData<D>,
}

impl<D: Within> FromToml for Exact<D> {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let value = match node.value {
            DeValue::String(text) => match written(text) {
                Ok(Written::Number(value)) => value,
                Ok(Written::Interval { .. }) => {
                    let diagnostic = Diagnostic::error(&node.key, format!("`{}` must be known exactly", node.key))
                        .found(describe(node.value))
                        .allowed(Self::expected())
                        .hint("only numbers of what is planned or aimed at; write one number");
                    report.add(diagnostic, node.span.clone());
                    return None;
                }
                Err(hint) => return unreadable::<Self>(node, report, hint),
            },
            value => match plain(value) {
                Some(value) => value,
                None => return node.wrong(report),
            },
        };
        let known = Distribution::Known(value);
        refuse(node, D::DOMAIN.refuse(&known), report).then_some(Self {
            value,
            domain: PhantomData,
        })
    }

    fn expected() -> String {
        format!("a number, {}, such as {}", D::DOMAIN.words, D::DOMAIN.example)
    }
}

impl<D: Within> FromToml for Uncertain<D> {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let distribution = match node.value {
            DeValue::String(text) => match written(text) {
                Ok(Written::Number(value)) => Distribution::Known(value),
                Ok(Written::Interval { low, high }) => interval(node, &D::DOMAIN, low, high, report)?,
                Err(hint) => return unreadable::<Self>(node, report, hint),
            },
            DeValue::Table(_) => named(node, report)?,
            value => match plain(value) {
                Some(value) => Distribution::Known(value),
                None => return node.wrong(report),
            },
        };
        refuse(node, D::DOMAIN.refuse(&distribution), report).then_some(Self {
            quantity: Quantity { distribution },
            domain: PhantomData,
        })
    }

    fn expected() -> String {
        let range = match D::DOMAIN.counts {
            Counts::Share => "\"2% to 4%\"",
            Counts::Factor => "\"0.1 to 0.3\"",
            Counts::Amount => "\"8_000 to 12_000\"",
        };
        let Domain { words, example, .. } = D::DOMAIN;
        format!("a number, {words}, such as {example}; a range such as {range}; or a distribution")
    }
}

/// Reports a refusal; `true` where there is none.
fn refuse(node: &Node<'_>, refusal: Option<Refusal>, report: &mut Findings<'_>) -> bool {
    let Some(refusal) = refusal else { return true };
    let mut diagnostic = Diagnostic::error(&node.key, format!("`{}` is outside its domain", node.key))
        .found(refusal.found)
        .allowed(refusal.allowed);
    diagnostic.hint = refusal.hint;
    report.add(diagnostic, node.span.clone());
    false
}

fn unreadable<T: FromToml>(node: &Node<'_>, report: &mut Findings<'_>, hint: Option<String>) -> Option<T> {
    let mut diagnostic = Diagnostic::error(&node.key, format!("`{}` is not a number", node.key))
        .found(describe(node.value))
        .allowed(T::expected());
    diagnostic.hint = hint;
    report.add(diagnostic, node.span.clone());
    None
}

/// An interval is the central 90 %: its ends lie inside (0, 1) for a share, above 0 for all else, the lower first.
fn interval(node: &Node<'_>, domain: &Domain, low: f64, high: f64, report: &mut Findings<'_>) -> Option<Distribution> {
    let share = domain.counts == Counts::Share;
    let inside = |end: f64| (SMALLEST..=if share { 1.0_f64.next_down() } else { LARGEST }).contains(&end);
    let wrong = |message: String, allowed: &str, hint: String| {
        Diagnostic::error(&node.key, message)
            .found(describe(node.value))
            .allowed(allowed)
            .hint(hint)
    };
    let diagnostic = if !inside(low) || !inside(high) {
        let allowed = if share { "two ends inside (0, 1)" } else { "two ends above 0" };
        let hint = if matches!(domain.low, End::Open(-1.0)) && low < high && domain.holds(low) && domain.holds(high) {
            let (low, high) = (spelled(low), spelled(high));
            format!("where it may hurt, write {{ dist = \"uniform\", min = {low}, max = {high} }}")
        } else if matches!(domain.low, End::Open(-1.0)) {
            "where it may hurt, write { dist = \"uniform\", min = -0.1, max = 0.2 }".to_owned()
        } else if share && low >= 1.0 {
            format!("write \"{low}% to {high}%\" for percent")
        } else if !share && low > 0.0 && high > 0.0 {
            format!("numbers from {SMALLEST:e} to {LARGEST:e} are taken: choose another unit")
        } else {
            "an interval cannot reach its limit; write { dist = \"uniform\", min = …, max = … } for hard ends".to_owned()
        };
        wrong(format!("an end of `{}` is outside its domain", node.key), allowed, hint)
    } else if low > high {
        wrong(
            format!("the ends of `{}` are swapped", node.key),
            "the lower end first",
            format!("write \"{} to {}\"", spelled(high), spelled(low)),
        )
    } else if low == high {
        wrong(
            format!("the ends of `{}` are equal", node.key),
            "two different ends",
            format!("write {} alone: it is known exactly", spelled(low)),
        )
    } else if share {
        return Some(Distribution::LogitNormalInterval { low, high });
    } else {
        return Some(Distribution::LogNormalInterval { low, high });
    };
    report.add(diagnostic, node.span.clone());
    None
}

/// `{ dist = "beta", mean = 0.03, sd = 0.005 }`.
pub(super) fn named(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Distribution> {
    let table = DistributionTable::from_toml(node, report)?;
    let shape = *table.dist.get()?;
    let needs_mean = matches!(shape, Shape::Normal | Shape::LogNormal | Shape::Gamma | Shape::Beta);
    let needs_mode = matches!(shape, Shape::Triangular | Shape::Pert);
    let mut value = |field: &Field<Exact<Any>>, needed: bool| {
        if needed {
            field.require(report);
            return field.get().map(|number| number.value);
        }
        let takes = if needs_mean {
            "mean and sd"
        } else if needs_mode {
            "min, mode and max"
        } else {
            "min and max"
        };
        field.forbid(report, "does not go with this distribution", &format!("it takes {takes}"));
        field.is_absent().then_some(0.0)
    };
    let [mean, sd] = [value(&table.mean, needs_mean), value(&table.sd, needs_mean)];
    let [min, max] = [value(&table.min, !needs_mean), value(&table.max, !needs_mean)];
    let mode = value(&table.mode, needs_mode);
    let (mean, sd, min, mode, max) = (mean?, sd?, min?, mode?, max?);

    let mut wrong = |field: &Field<Exact<Any>>, found: f64, allowed: &str, hint: String| {
        let diagnostic = Diagnostic::error(&field.key, format!("`{}` is outside its domain", field.key));
        field.report(report, diagnostic.found(spelled(found)).allowed(allowed).hint(hint));
        None
    };
    if needs_mean {
        let beta = shape == Shape::Beta;
        if sd <= 0.0 {
            return wrong(
                &table.sd,
                sd,
                "above 0",
                format!("write {} alone where it is known exactly", spelled(mean)),
            );
        }
        if shape != Shape::Normal && (mean <= 0.0 || beta && mean >= 1.0) {
            let allowed = if beta { "inside (0, 1)" } else { "above 0" };
            return wrong(&table.mean, mean, allowed, "a mean must lie where the distribution does".to_owned());
        }
        if matches!(shape, Shape::Gamma | Shape::LogNormal) && !SPREAD.contains(&(sd / mean)) {
            let hint = format!(
                "write {} alone where it is known; a range such as \"{} to {}\" where it is not",
                spelled(mean),
                spelled(mean / 2.0),
                spelled(mean * 2.0)
            );
            return wrong(
                &table.sd,
                sd,
                &format!(
                    "{} to {}, 1/10 000 to 5 times the mean",
                    spelled(mean * SPREAD.start()),
                    spelled(mean * SPREAD.end())
                ),
                hint,
            );
        }
        let largest = (mean * (1.0 - mean)).sqrt();
        // Nearer to the widest its two parameters vanish in rounding.
        if beta && sd >= largest * (1.0 - 1e-9) {
            let hint = "a beta distribution with this mean cannot be wider".to_owned();
            return wrong(&table.sd, sd, &format!("below {largest:.4}, √(mean · (1 - mean))"), hint);
        }
    } else {
        if min >= max {
            return wrong(
                &table.min,
                min,
                &format!("below max = {}", spelled(max)),
                "write the smaller one as min".to_owned(),
            );
        }
        if needs_mode && !(min..=max).contains(&mode) {
            return wrong(
                &table.mode,
                mode,
                &format!("from {} to {}", spelled(min), spelled(max)),
                "the mode is the likeliest value".to_owned(),
            );
        }
    }
    Some(match shape {
        Shape::Normal => Distribution::Normal { mean, sd },
        Shape::LogNormal => Distribution::LogNormal { mean, sd },
        Shape::Gamma => Distribution::Gamma { mean, sd },
        Shape::Beta => Distribution::Beta { mean, sd },
        Shape::Uniform => Distribution::Uniform { min, max },
        Shape::Triangular => Distribution::Triangular { min, mode, max },
        Shape::Pert => Distribution::Pert { min, mode, max },
    })
}

/// A number of TOML; `None` where it is something else. Infinities and NaN come through: no domain holds them.
pub(super) fn plain(value: &DeValue<'_>) -> Option<f64> {
    let number = match value {
        DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok()?,
        DeValue::Integer(integer) => i128::from_str_radix(integer.as_str(), integer.radix()).ok()? as f64,
        DeValue::Float(float) => float.as_str().parse().ok()?,
        _ => return None,
    };
    Some(no_negative_zero(number))
}

/// -0 is 0.
pub(super) fn no_negative_zero(number: f64) -> f64 {
    number + 0.0
}

/// What a domain says about a number, in JSON Schema.
fn bounds(domain: &Domain) -> Schema {
    let mut schema = json_schema!({ "type": "number" });
    match domain.low {
        End::Open(low) => drop(schema.insert("exclusiveMinimum".to_owned(), low.into())),
        End::Closed(low) => drop(schema.insert("minimum".to_owned(), low.into())),
        End::None => {}
    }
    match domain.high {
        End::Open(high) => drop(schema.insert("exclusiveMaximum".to_owned(), high.into())),
        End::Closed(high) => drop(schema.insert("maximum".to_owned(), high.into())),
        End::None => {}
    }
    schema
}

const NUMBER: &str = r"[-+]?[0-9][0-9_]*(\.[0-9_]+)?([eE][-+]?[0-9]+)?\s*%?";

impl<D: Within> JsonSchema for Exact<D> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [bounds(&D::DOMAIN), { "type": "string", "pattern": format!("^{NUMBER}$") }] })
    }
}

impl<D: Within> JsonSchema for Uncertain<D> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Quantity".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let distribution = generator.subschema_for::<DistributionTable>();
        json_schema!({ "anyOf": [
            bounds(&D::DOMAIN),
            { "type": "string", "pattern": format!(r"^{NUMBER}(\s+to\s+{NUMBER})?$") },
            distribution,
        ] })
    }
}
