//! "Did you mean": the word that was probably meant.

use std::borrow::Cow;

use toml::Spanned;

use super::diagnostic::Diagnostic;
use super::findings::Findings;
use super::node::{Node, join, quoted, shortened};

/// Reports a key that no table of this kind has.
/// Gives the key that was probably meant.
pub(super) fn unknown_key<'k>(
    table: &Node<'_>,
    name: &Spanned<Cow<'_, str>>,
    known: &[&'k str],
    report: &mut Findings<'_>,
) -> Option<&'k str> {
    let shown = quoted(&shortened(name.get_ref()));
    let key = join(&table.key, &shortened(name.get_ref()));
    let place = if table.key.is_empty() {
        "a scenario".to_owned()
    } else {
        format!("`{}`", table.key)
    };
    let mut diagnostic = Diagnostic::error(key, format!("{place} has no key `{shown}`")).allowed(known.join(", "));
    let near = nearest(name.get_ref(), known.iter().copied());
    if let Some(near) = near {
        diagnostic = diagnostic.hint(format!("did you mean `{near}`?"));
    } else if let Some(home) = super::file::home_of(name.get_ref()) {
        diagnostic = diagnostic.hint(format!("`{shown}` belongs to `{home}`"));
    }
    report.add(diagnostic, name.span());
    near
}

/// The word that was probably meant.
pub(super) fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 100 {
        return None;
    }
    let lower = word.to_lowercase().replace(['-', ' '], "_");
    words
        .into_iter()
        .map(|candidate| (strsim::normalized_damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        // A third of the letters may be wrong.
        .filter(|(likeness, _)| *likeness >= 0.66)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
