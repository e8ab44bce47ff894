//! Keys as messages and `--set` write them: words with points between them, quoted where they are not bare.

/// Splits `channel."TV spots".spend` at its points; `None` where a quote is not closed or a part is empty.
pub(super) fn split(key: &str) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut quote = None;
    let mut characters = key.trim().chars();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some('"'), '\\') => part.push(characters.next()?),
            (Some(open), close) if open == close => quote = None,
            (None, '"' | '\'') if part.trim().is_empty() => {
                part.clear();
                quoted = true;
                quote = Some(character);
            }
            (None, '.') => parts.push(end(&mut part, &mut quoted)?),
            (_, character) => part.push(character),
        }
    }
    if quote.is_some() {
        return None;
    }
    parts.push(end(&mut part, &mut quoted)?);
    Some(parts)
}

fn end(part: &mut String, quoted: &mut bool) -> Option<String> {
    let done = std::mem::take(part);
    if std::mem::take(quoted) {
        return Some(done);
    }
    let trimmed = done.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}
