//! Words of the file that stand for one of a few things.

use super::diagnostic::Diagnostic;
use super::findings::Findings;
use super::node::{FromToml, Node, describe};
use super::suggest::nearest;

/// Reads one of a few words.
pub(super) fn read<T: Copy + FromToml>(node: &Node<'_>, words: &[(&str, T)], report: &mut Findings<'_>) -> Option<T> {
    let toml::de::DeValue::String(text) = node.value else {
        return node.wrong(report);
    };
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.as_ref()) {
        return Some(*value);
    }
    let mut diagnostic = Diagnostic::error(&node.key, format!("`{}` has no such choice", node.key))
        .found(describe(node.value))
        .allowed(T::expected());
    if let Some(near) = nearest(text, words.iter().map(|(word, _)| *word)) {
        diagnostic = diagnostic.hint(format!("did you mean \"{near}\"?"));
    }
    report.add(diagnostic, node.span.clone());
    None
}

/// Says which words of the file stand for the values of a type.
macro_rules! words {
    ($type:ty, $docs:literal: $($word:literal => $value:expr,)*) => {
        impl super::node::FromToml for $type {
            fn from_toml(node: &super::node::Node<'_>, report: &mut super::findings::Findings<'_>) -> Option<Self> {
                super::word::read(node, &[$(($word, $value)),*], report)
            }
            fn expected() -> String {
                [$(concat!('"', $word, '"')),*].join(", ")
            }
        }
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "description": $docs, "enum": [$($word),*] })
            }
        }
    };
}
pub(super) use words;
