//! No translation is missing: every language has every message with the same places, and the code asks for none that is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::Words;
use super::bundle::files;
use crate::format::Language;
use crate::say;

/// Places of a message: all of them, and those whose text is written.
#[derive(Debug, Default, PartialEq, Eq)]
struct Places {
    all: BTreeSet<String>,
    written: BTreeSet<String>,
}

impl Places {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut places = Self::default();
        places.read(pattern);
        places
    }

    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable {
                    expression: Expression::Inline(inline),
                } => self.read_inline(inline, true),
                PatternElement::Placeable {
                    expression: Expression::Select { selector, variants },
                } => {
                    self.read_inline(selector, false);
                    variants.iter().for_each(|variant| self.read(&variant.value));
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>, written: bool) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.all.insert(id.name.to_owned());
                if written {
                    self.written.insert(id.name.to_owned());
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => self.read_arguments(arguments),
            InlineExpression::TermReference { arguments, .. } => arguments.iter().for_each(|arguments| self.read_arguments(arguments)),
            InlineExpression::Placeable { expression } => match &**expression {
                Expression::Inline(inline) => self.read_inline(inline, written),
                Expression::Select { selector, variants } => {
                    self.read_inline(selector, false);
                    variants.iter().for_each(|variant| self.read(&variant.value));
                }
            },
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } | InlineExpression::MessageReference { .. } => {
            }
        }
    }

    fn read_arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments.positional.iter().for_each(|inline| self.read_inline(inline, true));
        arguments.named.iter().for_each(|named| self.read_inline(&named.value, true));
    }
}

/// The messages of a language with their places; a file that cannot be read in full, or a message that stands twice, ends the test.
fn messages(language: Language) -> BTreeMap<String, (&'static str, Places)> {
    let mut messages = BTreeMap::new();
    for (file, text) in files(language) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(_, errors)| panic!("{language:?}/{file}: {errors:?}"));
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let name = message.id.name.to_owned();
            let pattern = message
                .value
                .as_ref()
                .unwrap_or_else(|| panic!("{language:?}/{file}: {name} says nothing"));
            let before = messages.insert(name.clone(), (*file, Places::of(pattern)));
            assert!(before.is_none(), "{language:?}/{file}: {name} stands twice");
        }
    }
    messages
}

#[test]
fn every_language_has_every_message_with_its_places() {
    let english = messages(Language::English);
    let mut faults = Vec::new();
    for language in Language::ALL {
        let other = messages(language);
        faults.extend(
            english
                .keys()
                .filter(|name| !other.contains_key(*name))
                .map(|name| format!("{language:?} lacks {name}")),
        );
        for (name, (file, places)) in &other {
            let Some((english_file, english)) = english.get(name) else {
                faults.push(format!("{language:?}: {name} is not in English"));
                continue;
            };
            if file != english_file {
                faults.push(format!("{language:?}: {name} stands in {file}, in English in {english_file}"));
            }
            if !places.all.is_subset(&english.all) || places.written != english.written {
                faults.push(format!("{language:?}: {name} has the places {places:?}, in English {english:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every source file with its text, the messages themselves left out.
fn sources() -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "html") {
                let text = std::fs::read_to_string(&path).expect("a text");
                sources.push((path, text));
            }
        }
    }
    sources
}

/// What stands between the parenthesis that `text` begins after and its other half.
fn inside(text: &str) -> &str {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => return &text[..at],
            ')' | ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
    }
    text
}

/// The parts of a list, parted by commas outside of parentheses and quotes.
fn parts(list: &str) -> Vec<&str> {
    let (mut depth, mut quoted, mut escaped, mut start) = (0_usize, false, false, 0);
    let mut parts = Vec::new();
    for (at, c) in list.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(list[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

#[test]
fn the_code_asks_for_messages_that_are_there_and_fills_their_places() {
    let english = messages(Language::English);
    let mut faults = Vec::new();
    for (path, text) in sources()
        .iter()
        .filter(|(path, _)| !path.ends_with("words/tests.rs") && !path.ends_with("words/mod.rs"))
    {
        for (at, call) in text.match_indices("say!(") {
            let parts = parts(inside(&text[at + call.len()..]));
            let Some(name) = parts.get(1).and_then(|part| part.strip_prefix('"')?.strip_suffix('"')) else {
                continue;
            };
            let filled: BTreeSet<String> = parts[2..]
                .iter()
                .filter_map(|part| Some(part.split_once('=')?.0.trim().to_owned()))
                .collect();
            match english.get(name) {
                None => faults.push(format!("{}: no message “{name}”", path.display())),
                Some((_, places)) if places.all != filled => {
                    faults.push(format!("{}: “{name}” has {:?}, filled are {filled:?}", path.display(), places.all));
                }
                Some(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_message_is_left_over() {
    let sources = sources();
    let unused: Vec<String> = messages(Language::English)
        .into_keys()
        .filter(|name| {
            let quoted = format!("\"{name}\"");
            !sources
                .iter()
                .any(|(path, text)| !path.ends_with("words/tests.rs") && text.contains(&quoted))
        })
        .collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

#[test]
fn a_number_chooses_the_form_of_a_word() {
    let weeks = |language, n: usize| say!(Words::new(language), "period-weeks", count = n.to_string(), n = n);
    assert_eq!(
        [1, 2, 5, 21].map(|n| weeks(Language::Russian, n)),
        ["1 неделя", "2 недели", "5 недель", "21 неделя"]
    );
    assert_eq!([1, 2].map(|n| weeks(Language::English, n)), ["1 week", "2 weeks"]);
    assert_eq!([1, 52].map(|n| weeks(Language::Italian, n)), ["1 settimana", "52 settimane"]);
    assert_eq!(weeks(Language::Vietnamese, 52), "52 tuần");
}

#[test]
fn what_fills_a_place_is_put_in_as_it_is() {
    for text in ["{ $n }", "<b>", "\u{202e}", "a\nb"] {
        assert_eq!(
            say!(Words::new(Language::English), "period-weeks", count = text, n = 2_usize),
            format!("{text} weeks")
        );
    }
}
