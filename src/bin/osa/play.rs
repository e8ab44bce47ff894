//! The game at the terminal, or in a pipe: before each cycle a learner changes the plan, predicts, and then sees.

use std::io::{BufRead, IsTerminal, Read, stdin};

use osa::lab::{Board, CycleShown, Design, Experiment, Hold, Order, Play, Refusal};
use osa::report::text;
use osa::scenario::Scenario;

use crate::failure::usage;
use crate::output::{print, print_page};

/// Longest line that is read [bytes]: a command is a name and a number.
const LONGEST: u64 = 4096;

/// What a learner types.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Spend { name: String, amount: Amount },
    Do { name: String, hold: Hold },
    Undo,
    Show,
    Charts,
    Help,
    Go { customers: f64 },
    Quit,
}

/// A spend, or a change of one.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Amount {
    To(f64),
    By(f64),
    ByShare(f64),
}

/// Plays the game to its end.
pub fn play(scenario: &Scenario, design: &Design) -> anyhow::Result<Experiment> {
    let mut play = Play::new(scenario, design).map_err(usage)?;
    print_page(&text::play_rules(scenario, play.cycles()))?;
    let mut last: Option<CycleShown> = None;
    while let Some(board) = play.board() {
        let orders = match turn(scenario, &play, &board)? {
            Some(orders) => orders,
            None => break,
        };
        let played = play
            .go(&orders.order, Some(orders.customers))
            .map_err(|refusal| usage(told(&refusal)))?;
        print_page(&text::cycle_played(scenario, &played, last.as_ref()))?;
        print_page(&text::signals(scenario, &play.charts()))?;
        last = Some(played);
    }
    let experiment = play.finish();
    print_page(&text::race(scenario, &experiment))?;
    Ok(experiment)
}

/// What is to be done in a cycle.
struct Orders {
    order: Order,
    customers: f64,
}

/// A learner's orders for one cycle; `None` where the game ends here.
fn turn(scenario: &Scenario, play: &Play, board: &Board<'_>) -> anyhow::Result<Option<Orders>> {
    let mut order = Order::default();
    print_page(&text::board(scenario, board, play.cycles(), None))?;
    loop {
        let Some(line) = read()? else { return Ok(None) };
        let said = match parse(&line) {
            Ok(Some(said)) => said,
            Ok(None) => continue,
            Err(why) => {
                print(&format!("{why}\n"))?;
                continue;
            }
        };
        let mut next = order.clone();
        match said {
            Said::Go { customers } => return Ok(Some(Orders { order, customers })),
            Said::Quit => return Ok(None),
            Said::Help => {
                print_page(&text::play_help())?;
                continue;
            }
            Said::Charts => {
                print_page(&text::signals(scenario, &play.charts()))?;
                continue;
            }
            Said::Undo => next = Order::default(),
            Said::Show => {}
            Said::Spend { name, amount } => match spend(board, &next, &name, amount) {
                Ok(change) => {
                    next.spends.retain(|(c, _)| *c != change.0);
                    next.spends.push(change);
                }
                Err(why) => {
                    print(&format!("{why}\n"))?;
                    continue;
                }
            },
            Said::Do { name, hold } => match board.actions.iter().position(|action| action.name == name) {
                Some(a) => {
                    next.actions.retain(|(known, _)| *known != a);
                    next.actions.push((a, hold));
                }
                None => {
                    print(&format!(
                        "{}\n",
                        unknown("action", &name, board.actions.iter().map(|action| &action.name))
                    ))?;
                    continue;
                }
            },
        }
        match play.look_at(&next) {
            Ok(after) => {
                order = next;
                print_page(&text::board(scenario, board, play.cycles(), Some(&after)))?;
            }
            Err(refusal) => print(&format!("{}\n", told(&refusal)))?,
        }
    }
}

/// The next line; `None` where there is no more.
fn read() -> anyhow::Result<Option<String>> {
    let is_terminal = stdin().is_terminal();
    print("> ")?;
    let mut bytes = Vec::new();
    let read = stdin().lock().take(LONGEST).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        print("\n")?;
        return Ok(None);
    }
    let line = String::from_utf8_lossy(&bytes).trim().to_owned();
    // in a pipe nobody else shows what was typed
    if !is_terminal {
        print(&format!("{}\n", line.escape_debug()))?;
    }
    Ok(Some(line))
}

/// A command; `None` where the line is empty.
fn parse(line: &str) -> Result<Option<Said>, String> {
    let words = split(line)?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Ok(Some(match words.as_slice() {
        [] => return Ok(None),
        ["undo"] => Said::Undo,
        ["show"] => Said::Show,
        ["charts"] => Said::Charts,
        ["help" | "?"] => Said::Help,
        ["quit" | "exit"] => Said::Quit,
        ["go"] => return Err("predict first: write go and the new customers that you expect in this cycle, such as go 450".to_owned()),
        ["go", customers] => Said::Go {
            customers: number(customers)
                .filter(|customers| *customers >= 0.0)
                .ok_or_else(|| format!("go {customers}: a number of new customers, 0 or more, is wanted, such as go 450"))?,
        },
        ["do", name] => Said::Do {
            name: (*name).to_owned(),
            hold: Hold::Left,
        },
        ["do", name, "hold"] => Said::Do {
            name: (*name).to_owned(),
            hold: Hold::Held,
        },
        // a name of several words may go without quotes
        ["do", name @ .., "hold"] => Said::Do {
            name: name.join(" "),
            hold: Hold::Held,
        },
        ["do", name @ ..] if !name.is_empty() => Said::Do {
            name: name.join(" "),
            hold: Hold::Left,
        },
        [name @ .., last] if !name.is_empty() => Said::Spend {
            name: name.join(" "),
            amount: amount(last).ok_or_else(|| format!("{last}: an amount is wanted, such as 6000, +500 or -10%"))?,
        },
        [one] => return Err(format!("{one}: there is no such command; write help to see them all")),
        _ => return Err("write help to see what you can type".to_owned()),
    }))
}

/// Words, those in double quotes as one.
fn split(line: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    for (k, part) in line.split('"').enumerate() {
        if k % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    if line.matches('"').count() % 2 == 1 {
        return Err("a quotation mark is open: write the name between two of them".to_owned());
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

/// A channel's place and the spend that it is to have.
fn spend(board: &Board<'_>, order: &Order, name: &str, amount: Amount) -> Result<(usize, f64), String> {
    let place = board.channels.iter().position(|channel| channel.name == name);
    let Some(c) = place else {
        return Err(unknown("channel", name, board.channels.iter().map(|channel| &channel.name)));
    };
    let ordered = order.spends.iter().find(|(known, _)| *known == c).map(|(_, spend)| *spend);
    let now = ordered.unwrap_or(board.channels[c].spend);
    let wanted = match amount {
        Amount::To(spend) => spend,
        Amount::By(change) => now + change,
        Amount::ByShare(share) => now * (1.0 + share),
    };
    if (0.0..=1e15).contains(&wanted) {
        Ok((c, wanted))
    } else {
        Err(format!("{name}: a spend is 0 or more and below 1e15, not {wanted}"))
    }
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a String>) -> String {
    let known: Vec<&str> = known.map(String::as_str).collect();
    if known.is_empty() {
        return format!("there is no {what} in this plan");
    }
    format!("{}: there is no such {what}; there are {}", name.escape_debug(), known.join(", "))
}

fn told(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoPlan => "no plan keeps limits and budget with that; write undo, or take up fewer actions".to_owned(),
        Refusal::Taken(name) => format!("{name} is in the plan already"),
    }
}
