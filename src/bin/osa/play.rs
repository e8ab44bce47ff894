//! The game at the terminal, or in a pipe: before each cycle a learner changes the plan, predicts, and then sees.

use std::io::{self, BufRead, IsTerminal, Read, stdin};

use osa::lab::{Board, CycleShown, Design, Experiment, Hold, Order, Play, Refusal};
use osa::report::text;
use osa::scenario::Scenario;

use crate::failure::usage;
use crate::output::{print, print_page};
use crate::typed::{Amount, Typed, clean, parse, place, short};

/// Longest line that is read [bytes]: a command is a name and a number.
const LONGEST: usize = 4096;

/// Plays the game to its end.
pub fn play(scenario: &Scenario, design: &Design) -> anyhow::Result<Experiment> {
    let mut play = Play::new(scenario, design).map_err(usage)?;
    let mut pages = vec![text::play_rules(scenario, play.cycles())];
    let mut last: Option<CycleShown> = None;
    while let Some(board) = play.board() {
        pages.push(text::board(scenario, &board, play.cycles(), None));
        // the rules are the head of the page
        let mut page = if last.is_none() { String::new() } else { "\n".to_owned() };
        page.push_str(&pages.join("\n"));
        print_page(&page)?;
        print("\n")?;
        let Some(orders) = turn(scenario, &play, &board)? else { break };
        let played = play
            .go(&orders.order, Some(orders.customers))
            .map_err(|refusal| usage(told(&refusal)))?;
        pages = vec![
            text::cycle_played(scenario, &played, last.as_ref()),
            text::signals(scenario, &play.charts()),
        ];
        last = Some(played);
        if play.board().is_none() {
            print_page(&format!("\n{}", pages.join("\n")))?;
        }
    }
    let experiment = play.finish();
    print_page(&format!("\n{}", text::race(scenario, &experiment)))?;
    Ok(experiment)
}

/// What is to be done in a cycle.
struct Orders {
    order: Order,
    customers: [f64; 2],
}

/// A learner's orders for one cycle; `None` where the game ends here.
fn turn(scenario: &Scenario, play: &Play, board: &Board<'_>) -> anyhow::Result<Option<Orders>> {
    let mut order = Order::default();
    loop {
        let typed = match read()? {
            Line::End => return Ok(None),
            Line::TooLong => Err(format!(
                "a line of more than {LONGEST} bytes is no command; write help to see them all"
            )),
            Line::Typed(line) => parse(&line),
        };
        let next = match typed {
            Ok(None) => continue,
            Ok(Some(Typed::Go { customers })) => return Ok(Some(Orders { order, customers })),
            Ok(Some(Typed::Quit)) => return Ok(None),
            Ok(Some(Typed::Help)) => {
                section(&text::play_help())?;
                continue;
            }
            Ok(Some(Typed::Charts)) => {
                section(&text::signals(scenario, &play.charts()))?;
                continue;
            }
            Ok(Some(Typed::Undo)) => Ok(Order::default()),
            Ok(Some(Typed::Show)) => Ok(order.clone()),
            Ok(Some(Typed::Spend { name, amount })) => spend(play, board, &order, &name, amount),
            Ok(Some(Typed::Do { name, hold })) => take_up(board, &order, &name, hold),
            Err(why) => Err(why),
        };
        match next.and_then(|next| Ok((play.look_at(&next).map_err(|refusal| told(&refusal))?, next))) {
            Ok((after, next)) => {
                order = next;
                let yours = (order != Order::default()).then_some((&order, after.as_slice()));
                section(&text::board(scenario, board, play.cycles(), yours))?;
            }
            Err(why) => print_page(&text::play_note(&why))?,
        }
    }
}

/// Prints a page with an empty line around it.
fn section(page: &str) -> anyhow::Result<()> {
    print_page(&format!("\n{page}\n"))
}

/// What was typed.
enum Line {
    Typed(String),
    TooLong,
    End,
}

/// The next line.
fn read() -> anyhow::Result<Line> {
    let is_terminal = stdin().is_terminal();
    print("> ")?;
    let mut input = stdin().lock();
    let mut bytes = Vec::new();
    input.by_ref().take(LONGEST as u64).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        print("\n")?;
        return Ok(Line::End);
    }
    let is_too_long = bytes.len() == LONGEST && !bytes.ends_with(b"\n") && skip_line(&mut input)?;
    let line = clean(&bytes);
    // in a pipe nobody else shows what was typed
    if !is_terminal {
        let echo = if is_too_long { short(&line) } else { line.clone() };
        print(&format!("{echo}\n"))?;
    }
    Ok(if is_too_long { Line::TooLong } else { Line::Typed(line) })
}

/// Skips the rest of a line; whether there was any.
fn skip_line(input: &mut impl BufRead) -> io::Result<bool> {
    let mut skipped = false;
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let length = buffer.len();
        skipped |= end.unwrap_or(length) > 0;
        input.consume(end.map_or(length, |end| end + 1));
        if end.is_some() || length == 0 {
            return Ok(skipped);
        }
    }
}

/// The order with another spend of a channel, counted from what the order before makes of it.
fn spend(play: &Play, board: &Board<'_>, order: &Order, name: &str, amount: Amount) -> Result<Order, String> {
    let names: Vec<&str> = board.channels.iter().map(|channel| channel.name.as_str()).collect();
    let c = place("channel", name, &names)?;
    let after = play.look_at(order).map_err(|refusal| told(&refusal))?;
    let wanted = amount.of(after[c]).map_err(|why| format!("{}: {why}", names[c]))?;
    let mut next = order.clone();
    next.spends.retain(|(known, _)| *known != c);
    next.spends.push((c, wanted));
    Ok(next)
}

/// The order with one more action.
fn take_up(board: &Board<'_>, order: &Order, name: &str, hold: Hold) -> Result<Order, String> {
    let names: Vec<&str> = board.actions.iter().map(|action| action.name.as_str()).collect();
    let a = place("action", name, &names)?;
    let mut next = order.clone();
    next.actions.retain(|(known, _)| *known != a);
    next.actions.push((a, hold));
    Ok(next)
}

fn told(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoPlan => "no plan keeps limits and budget with that: it is left out".to_owned(),
        Refusal::Taken(name) => format!("{name} is in the plan already"),
    }
}
