//! Rows with a name as a JSON object that keeps their order.

use serde::{Serialize, Serializer};

/// A result row that has a name.
pub trait Named {
    /// The name that becomes the key.
    fn name(&self) -> &str;
}

/// Serializes rows as `{ name: row, … }`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer, T: Named + Serialize>(rows: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(rows.iter().map(|row| (row.name(), row)))
}
