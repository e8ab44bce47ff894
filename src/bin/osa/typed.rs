//! What a learner types in a game: lines, the commands in them, and the names that they mean.

use osa::lab::Hold;

/// Most that a spend or a prediction may be: as in a scenario.
const MOST: f64 = 1e15;
/// Characters of a mistake that are shown again.
const SHOWN: usize = 40;

/// A command.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    Spend { name: String, amount: Amount },
    Do { name: String, hold: Hold },
    Undo,
    Show,
    Charts,
    Help,
    Go { customers: [f64; 2] },
    Quit,
}

/// A spend, or a change of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    To(f64),
    By(f64),
    ByShare(f64),
}

impl Amount {
    /// The spend that it makes of another, or why there is none.
    pub fn of(self, now: f64) -> Result<f64, String> {
        let wanted = match self {
            Self::To(spend) => spend,
            Self::By(change) => now + change,
            Self::ByShare(share) => now * (1.0 + share),
        };
        if (0.0..=MOST).contains(&wanted) {
            Ok(wanted)
        } else {
            Err(format!("a spend is 0 or more and at most 1e15, not {wanted}"))
        }
    }
}

/// A word, or what stands between two quotation marks.
#[derive(Debug, Clone, PartialEq)]
struct Word {
    text: String,
    is_quoted: bool,
}

/// A line as people see it: what moves cursors or colours becomes a mark that no name has.
pub fn clean(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let clean = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.trim().chars().map(clean).collect()
}

/// What was typed, so short that it fits into an answer.
pub fn short(text: &str) -> String {
    if text.chars().count() > SHOWN {
        text.chars().take(SHOWN - 1).chain(['…']).collect()
    } else {
        text.to_owned()
    }
}

/// The command of a line; `None` where the line is empty.
pub fn parse(line: &str) -> Result<Option<Typed>, String> {
    let words = split(line)?;
    // a name in quotes is a name, even that of a command
    let command = words.first().filter(|word| !word.is_quoted).map_or("", |word| word.text.as_str());
    let typed = match (command, words.as_slice()) {
        (_, []) => return Ok(None),
        ("undo", [_]) => Typed::Undo,
        ("show", [_]) => Typed::Show,
        ("charts", [_]) => Typed::Charts,
        ("help" | "?", [_]) => Typed::Help,
        ("quit" | "exit", [_]) => Typed::Quit,
        ("go", [_]) => {
            return Err(
                "predict first: write go and the new customers that you expect in this cycle, such as go 450 or go 400-500".to_owned(),
            );
        }
        ("go", [_, customers]) => Typed::Go {
            customers: prediction(&customers.text)?,
        },
        ("do", [_]) => return Err("do what? Write do and the name of an action".to_owned()),
        ("do", [_, name @ .., last]) if !name.is_empty() && !last.is_quoted && last.text == "hold" => Typed::Do {
            name: joined(name),
            hold: Hold::Held,
        },
        ("do", [_, name @ ..]) => Typed::Do {
            name: joined(name),
            hold: Hold::Left,
        },
        (_, [one]) => {
            return Err(format!(
                "{}: there is no such command; write help to see them all",
                short(&one.text)
            ));
        }
        (_, [name @ .., last]) => Typed::Spend {
            name: joined(name),
            amount: amount(&last.text).ok_or_else(|| format!("{}: an amount is wanted, such as 6000, +500 or -10%", short(&last.text)))?,
        },
    };
    Ok(Some(typed))
}

/// A name of several words may go without quotes.
fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Words, those between quotation marks as one; within them `\"` is a quotation mark, `\\` a backslash.
fn split(line: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut text = String::new();
            let mut characters = quoted.char_indices();
            let end = loop {
                match characters.next() {
                    Some((at, '"')) => break at + 1,
                    Some((at, '\\')) => match quoted[at + 1..].chars().next() {
                        Some(c @ ('"' | '\\')) => {
                            text.push(c);
                            characters.next();
                        }
                        _ => text.push('\\'),
                    },
                    Some((_, c)) => text.push(c),
                    None => return Err("a quotation mark is open: write the name between two of them".to_owned()),
                }
            };
            words.push(Word { text, is_quoted: true });
            rest = &quoted[end..];
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            words.push(Word {
                text: rest[..end].to_owned(),
                is_quoted: false,
            });
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    Ok(words)
}

/// A finite number, with `_` between its digits if need be.
fn number(text: &str) -> Option<f64> {
    text.replace('_', "").parse::<f64>().ok().filter(|number| number.is_finite())
}

fn amount(text: &str) -> Option<Amount> {
    let is_change = text.starts_with(['+', '-']);
    match text.strip_suffix('%') {
        Some(share) if is_change => Some(Amount::ByShare(number(share)? / 100.0)),
        Some(_) => None,
        None if is_change => Some(Amount::By(number(text)?)),
        None => Some(Amount::To(number(text)?)),
    }
}

/// A number of new customers, or a range of it.
fn prediction(text: &str) -> Result<[f64; 2], String> {
    let customers = |text: &str| number(text).filter(|customers| (0.0..=MOST).contains(customers));
    let range = match text.split_once('-') {
        Some((from, to)) if !from.is_empty() => customers(from).zip(customers(to)).filter(|(from, to)| from <= to),
        _ => customers(text).map(|customers| (customers, customers)),
    };
    // -0 is 0
    range.map(|(from, to)| [from + 0.0, to + 0.0]).ok_or_else(|| {
        format!(
            "go {}: a number of new customers from 0 to 1e15 is wanted, or a range, such as go 450 or go 400-500",
            short(text)
        )
    })
}

/// The place of a name, in any case of its letters where only one name is meant by it; or which names there are.
pub fn place(what: &str, name: &str, known: &[&str]) -> Result<usize, String> {
    if let Some(place) = known.iter().position(|known| *known == name) {
        return Ok(place);
    }
    let name_in_small = name.to_lowercase();
    let alike: Vec<usize> = (0..known.len()).filter(|&k| known[k].to_lowercase() == name_in_small).collect();
    match alike.as_slice() {
        [place] => Ok(*place),
        _ if known.is_empty() => Err(format!("there is no {what} in this plan")),
        _ => Err(format!("{}: there is no such {what}; there are: {}", short(name), known.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Typed {
        parse(line).expect(line).expect(line)
    }

    fn spend(line: &str) -> (String, Amount) {
        match typed(line) {
            Typed::Spend { name, amount } => (name, amount),
            other => panic!("{line}: {other:?}"),
        }
    }

    fn taken(line: &str) -> (String, Hold) {
        match typed(line) {
            Typed::Do { name, hold } => (name, hold),
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn each_command_in_each_of_its_forms() {
        for (line, command) in [
            ("undo", Typed::Undo),
            (" show ", Typed::Show),
            ("charts", Typed::Charts),
            ("help", Typed::Help),
            ("?", Typed::Help),
            ("quit", Typed::Quit),
            ("exit", Typed::Quit),
            ("go 450", Typed::Go { customers: [450.0; 2] }),
            ("go 150-200", Typed::Go { customers: [150.0, 200.0] }),
            ("go  1_450.5", Typed::Go { customers: [1450.5; 2] }),
        ] {
            assert_eq!(typed(line), command, "{line}");
        }
        assert_eq!(parse(""), Ok(None));
        assert_eq!(parse(" \t "), Ok(None));
        let Typed::Go { customers } = typed("go -0") else { panic!("go") };
        assert!(customers[0].is_sign_positive(), "-0 is 0");
    }

    #[test]
    fn spends_and_changes_of_them() {
        for (line, name, amount) in [
            ("search 6000", "search", Amount::To(6000.0)),
            ("search 6_000.5", "search", Amount::To(6000.5)),
            ("search +500", "search", Amount::By(500.0)),
            ("search -1e3", "search", Amount::By(-1000.0)),
            ("search -10%", "search", Amount::ByShare(-0.1)),
            ("\"search\" +5%", "search", Amount::ByShare(0.05)),
            ("paid search 10", "paid search", Amount::To(10.0)),
            ("\"paid  search\" 10", "paid  search", Amount::To(10.0)),
            (r#""a\"b\\c\d" 1"#, r#"a"b\c\d"#, Amount::To(1.0)),
            (r#"a"b 1"#, r#"a"b"#, Amount::To(1.0)),
            // in quotes, a name is no command
            ("\"go\" 5", "go", Amount::To(5.0)),
            ("\"do\" 5", "do", Amount::To(5.0)),
            ("undo 5", "undo", Amount::To(5.0)),
        ] {
            assert_eq!(spend(line), (name.to_owned(), amount), "{line}");
        }
    }

    #[test]
    fn actions_are_held_or_left() {
        for (line, name, hold) in [
            ("do Sign", "Sign", Hold::Left),
            ("do Sign hold", "Sign", Hold::Held),
            ("do Gift wrapping", "Gift wrapping", Hold::Left),
            ("do Gift wrapping hold", "Gift wrapping", Hold::Held),
            ("do \"Gift wrapping\" hold", "Gift wrapping", Hold::Held),
            ("do hold", "hold", Hold::Left),
            ("do hold hold", "hold", Hold::Held),
            ("do \"to hold\"", "to hold", Hold::Left),
            ("do strong \"hold\"", "strong hold", Hold::Left),
        ] {
            assert_eq!(taken(line), (name.to_owned(), hold), "{line}");
        }
    }

    #[test]
    fn each_mistake_says_what_to_write() {
        for (line, says) in [
            ("search", "no such command"),
            ("\"\"", "no such command"),
            ("go", "go 450"),
            ("go many", "go 450"),
            ("go -1", "go 450"),
            ("go nan", "go 450"),
            ("go 1e999", "go 450"),
            ("go 1e16", "1e15"),
            ("do", "name of an action"),
            ("search abc", "such as 6000"),
            ("search 10%", "such as 6000"),
            ("search +", "such as 6000"),
            ("search %", "such as 6000"),
            ("search nan", "such as 6000"),
            ("search +1e999", "such as 6000"),
            ("search 1,000", "such as 6000"),
            ("\"search 10", "between two"),
            ("\"search\\\" 10", "between two"),
        ] {
            let why = parse(line).expect_err(line);
            assert!(why.contains(says), "{line}: {why}");
        }
        let long = parse(&format!("search {}", "x".repeat(4000))).expect_err("no amount");
        assert!(long.chars().count() < 120, "{long}");
    }

    #[test]
    fn an_amount_makes_a_spend_of_another() {
        assert_eq!(Amount::To(5.0).of(100.0), Ok(5.0));
        assert_eq!(Amount::By(-100.0).of(100.0), Ok(0.0));
        assert_eq!(Amount::ByShare(0.5).of(100.0), Ok(150.0));
        for amount in [Amount::By(-101.0), Amount::ByShare(-1.5), Amount::To(2e15), Amount::ByShare(1e307)] {
            assert!(amount.of(100.0).expect_err("too far").contains("0 or more"), "{amount:?}");
        }
    }

    #[test]
    fn a_name_is_found_in_any_case_if_only_one_is_meant() {
        let known = ["Search", "search", "Flyers"];
        assert_eq!(place("channel", "search", &known), Ok(1));
        for name in ["flyers", "FLYERS"] {
            assert_eq!(place("channel", name, &known), Ok(2), "{name}");
        }
        let why = place("channel", "SEARCH", &known).expect_err("two of them");
        assert!(why.contains("Search, search, Flyers"), "{why}");
        assert_eq!(place("action", "x", &[]), Err("there is no action in this plan".to_owned()));
    }

    #[test]
    fn a_line_moves_no_cursor() {
        assert_eq!(clean(b" go\t5\r\n"), "go 5");
        assert_eq!(clean(b"\x1b[31mred\x07"), "\u{fffd}[31mred\u{fffd}");
        assert_eq!(clean(b"\xff\xfe5"), "\u{fffd}\u{fffd}5");
    }
}
