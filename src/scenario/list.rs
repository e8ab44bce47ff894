//! Lists of the file whose elements have no names of their own: commitments, names of channels.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::de::DeValue;

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
