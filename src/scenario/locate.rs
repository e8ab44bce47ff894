//! Where a key is written.

use toml::de::{DeTable, DeValue};

use super::diagnostic::Location;
use super::source::Source;

/// Finds keys in one text, which is parsed once.
pub(super) struct Locator<'a> {
    pub source: &'a Source,
    root: Option<DeValue<'a>>,
}

impl<'a> Locator<'a> {
    pub fn new(source: &'a Source) -> Self {
        let root = DeTable::parse(&source.text).ok();
        Self {
            source,
            root: root.map(|root| DeValue::Table(root.into_inner())),
        }
    }

    /// The place of a key, such as `channel.search.spend`, or of the nearest table around it that is written.
    pub fn find(&self, key: &str) -> Option<Location> {
        let mut value = self.root.as_ref()?;
        let mut span = None;
        for part in super::key::split(key)? {
            let found = match value {
                DeValue::Table(table) => table
                    .iter()
                    .find(|(name, _)| name.get_ref().as_ref() == part)
                    .map(|(name, value)| (name.span(), value)),
                DeValue::Array(array) => array
                    .iter()
                    .find(|element| name_of(element.get_ref()) == Some(&part))
                    .map(|element| (element.span(), element)),
                _ => None,
            };
            let Some((name, found)) = found else { break };
            value = found.get_ref();
            span = Some(match value {
                DeValue::Table(_) | DeValue::Array(_) => name,
                _ => found.span(),
            });
        }
        Some(self.source.location(span?))
    }
}

/// The name of a channel, an action or a group.
fn name_of<'a>(table: &'a DeValue<'_>) -> Option<&'a str> {
    table.get("name")?.get_ref().as_str().map(str::trim)
}
