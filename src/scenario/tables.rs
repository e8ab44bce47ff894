//! `[[channel]]`, `[[action]]`, `[[plan.group]]`: lists of tables, each known by its name.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::de::DeValue;

use super::diagnostic::Diagnostic;
use super::findings::Findings;
use super::node::{FromToml, Node};

/// A list of tables, each known by its name.
#[derive(Debug)]
pub(super) struct Tables<T>(pub Vec<T>);

impl<T: FromToml> FromToml for Tables<T> {
    fn from_toml(node: &Node<'_>, report: &mut Findings<'_>) -> Option<Self> {
        let DeValue::Array(array) = node.value else {
            let bare = node.key.as_str();
            if matches!(node.value, DeValue::Table(_)) {
                let diagnostic = Diagnostic::error(bare, format!("`[{bare}]` is one table, and there may be several"))
                    .allowed(Self::expected())
                    .hint(format!("write `[[{bare}]]` above each"));
                report.add(diagnostic, node.span.clone());
                return None;
            }
            return node.wrong(report);
        };
        if array.len() > MAX_TABLES {
            let diagnostic = Diagnostic::error(&node.key, format!("there are too many `[[{}]]`", node.key))
                .found(array.len().to_string())
                .allowed(format!("up to {MAX_TABLES}"));
            report.add(diagnostic, node.span.clone());
            return None;
        }
        let mut tables = Vec::new();
        for (number, element) in array.iter().enumerate() {
            let mut child = Node {
                key: format!("{}[{number}]", node.key),
                span: element.span(),
                value: element.get_ref(),
            };
            if let Some(name) = element.get_ref().get("name").and_then(|name| name.get_ref().as_str())
                && name.len() <= 100
            {
                child.key = super::node::join(&node.key, name.trim());
            }
            tables.extend(T::from_toml(&child, report));
        }
        Some(Self(tables))
    }

    fn expected() -> String {
        "a list of tables, each with a name".to_owned()
    }
}

impl<T: JsonSchema> JsonSchema for Tables<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Tables".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let element = generator.subschema_for::<T>();
        json_schema!({ "type": "array", "items": element })
    }
}

/// The most channels; actions and groups are fewer still.
pub(super) const MAX_TABLES: usize = 10_000;
