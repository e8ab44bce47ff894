//! Lists of the file whose elements have no names of their own: commitments, names of channels.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::de::DeValue;

use super::diagnostic::Diagnostic;
use super::findings::Findings;
use super::node::{Field, FromToml, Node};

/// A list of elements, each with its place. An element goes by the key of the list, which is what `--set` can reach.
#[derive(Debug)]
pub(super) struct List<T>(pub Vec<Field<T>>);

impl<T: FromToml> FromToml for List<T> {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let DeValue::Array(array) = node.value else {
            return node.wrong(report);
        };
        let elements = array.iter().map(|element| Node {
            key: node.key.clone(),
            span: element.span(),
            value: element.get_ref(),
        });
        Some(Self(elements.map(|element| Field::read(&element, report)).collect()))
    }

    fn expected() -> String {
        format!("a list, each element {}", T::expected())
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "List".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let element = generator.subschema_for::<T>();
        json_schema!({ "type": "array", "items": element })
    }
}

/// A table that stands in a list without a name of its own.
pub(super) trait Singular {
    /// The most of them.
    const MOST: usize;
}

/// A list of tables without names, each written under `[[list]]`; a [`List`] in all else.
#[derive(Debug)]
pub(super) struct Several<T>(pub List<T>);

impl<T: FromToml + Singular> FromToml for Several<T> {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let key = &node.key;
        let diagnostic = match node.value {
            DeValue::Table(_) => Diagnostic::error(key, format!("`[{key}]` is one table, and there may be several"))
                .allowed(Self::expected())
                .hint(format!("write `[[{key}]]` above each")),
            DeValue::Array(array) if array.len() > T::MOST => Diagnostic::error(key, format!("there are too many `[[{key}]]`"))
                .found(array.len().to_string())
                .allowed(format!("up to {}", T::MOST)),
            _ => return List::from_toml(node, report).map(Self),
        };
        report.add(diagnostic, node.span.clone());
        None
    }

    fn expected() -> String {
        List::<T>::expected()
    }
}

impl<T: JsonSchema> JsonSchema for Several<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Several".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        List::<T>::json_schema(generator)
    }
}
