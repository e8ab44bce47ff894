//! The JSON Schema of a scenario file, for editors: made from the same tables that are read.

use schemars::generate::SchemaSettings;

use super::file::ScenarioTable;

/// The JSON Schema (draft 2020-12) of a scenario file, with what each key means, its default and domain.
///
/// An editor finds it by a first line `#:schema ./osa.schema.json`.
#[must_use]
pub fn schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<ScenarioTable>().to_value()
}
