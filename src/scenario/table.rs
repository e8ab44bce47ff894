//! Tables of the file: type, reading, keys and JSON Schema from one list.

use std::ops::Range;

use schemars::{Schema, SchemaGenerator};

/// Properties of a table for its JSON Schema.
pub(super) struct Property {
    pub name: &'static str,
    pub docs: &'static str,
    pub required: bool,
    pub schema: fn(&mut SchemaGenerator) -> Schema,
}

/// The JSON Schema of a table.
pub(super) fn table_schema(docs: &str, properties: &[Property], generator: &mut SchemaGenerator) -> Schema {
    let mut map = serde_json::Map::new();
    for property in properties {
        let mut schema = (property.schema)(generator);
        if !property.docs.is_empty() {
            schema.insert("description".to_owned(), property.docs.trim().into());
        }
        map.insert(property.name.to_owned(), schema.into());
    }
    let required: Vec<_> = properties
        .iter()
        .filter(|property| property.required)
        .map(|property| property.name)
        .collect();
    schemars::json_schema!({
        "type": "object",
        "description": docs.trim(),
        "properties": map,
        "required": required,
        "additionalProperties": false,
    })
}

/// Defines a table of the file: its type, how it is read, its keys and its JSON Schema, all from one list.
macro_rules! table {
    ($(#[doc = $docs:literal])* $name:ident { $($(#[doc = $doc:literal])* $need:ident $field:ident: $type:ty,)* }) => {
        $(#[doc = $docs])*
        #[derive(Debug)]
        pub(super) struct $name {
            /// The table itself.
            here: super::table::Here,
            $($(#[doc = $doc])* pub $field: super::node::Field<$type>,)*
        }

        impl $name {
            pub const KEYS: &[&str] = &[$(stringify!($field),)* "source"];
        }

        impl super::table::Placed for $name {
            fn here(&self) -> &super::table::Here {
                &self.here
            }
        }

        impl super::node::FromToml for $name {
            fn from_toml(node: &super::node::Node<'_>, report: &mut super::findings::Findings<'_>) -> Option<Self> {
                let toml::de::DeValue::Table(table) = node.value else {
                    return node.wrong(report);
                };
                let mut read = Self {
                    here: super::table::Here { key: node.key.clone(), span: node.span.clone() },
                    $($field: super::node::Field::absent(node, stringify!($field)),)*
                };
                let mut meant = Vec::new();
                for (key, value) in table {
                    let name: &str = key.get_ref();
                    $(if name == stringify!($field) {
                        read.$field = super::node::Field::read(&node.child(name, value), report);
                        continue;
                    })*
                    if name == "source" {
                        // for the reader of the file: it has to be text, and nothing hangs on it
                        let _: super::node::Field<super::value::Prose> = super::node::Field::read(&node.child(name, value), report);
                        continue;
                    }
                    meant.extend(super::suggest::unknown_key(node, key, Self::KEYS, report));
                }
                $(if super::table::needed!($need) && !meant.contains(&stringify!($field)) {
                    read.$field.require(report);
                })*
                Some(read)
            }

            fn expected() -> String {
                let required: &[&str] = &[$(if super::table::needed!($need) { stringify!($field) } else { "" },)*];
                let required: Vec<&str> = required.iter().copied().filter(|key| !key.is_empty()).collect();
                if required.is_empty() { "a table".to_owned() } else { format!("a table with {}", required.join(", ")) }
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).trim_end_matches("Table").into()
            }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                super::table::table_schema(concat!($($docs,)*), &[
                    $(super::table::Property {
                        name: stringify!($field),
                        docs: concat!($($doc,)*),
                        required: super::table::needed!($need),
                        schema: |generator| generator.subschema_for::<$type>(),
                    },)*
                    super::table::Property {
                        name: "source",
                        docs: "Where the numbers of this table come from.",
                        required: false,
                        schema: |generator| generator.subschema_for::<super::value::Prose>(),
                    },
                ], generator)
            }
        }
    };
}
pub(super) use table;

/// Whether the word before a key of [`table!`] says that it must be there.
macro_rules! needed {
    (required) => {
        true
    };
    (optional) => {
        false
    };
}
pub(super) use needed;

/// A table that knows where it stands: where a mistake is the table's and not that of one key.
pub(super) trait Placed {
    /// Its key and its place.
    fn here(&self) -> &Here;
}

/// The key of a table and its place.
#[derive(Debug, Clone)]
pub(super) struct Here {
    pub key: String,
    pub span: Range<usize>,
}
