//! What a learner sees of a game: the board before a cycle, what came of it, and where everybody ended.

use crate::format::{ABSENT, Format, Language};
use crate::lab::{Board, ControlChart, CourseShown, CycleShown, Experiment, Strategy, Watched};
use crate::math::{Rule, Side};
use crate::report::lab_terms;
use crate::scenario::Scenario;
use crate::words::Words;

use super::lab::Amounts;
use super::page::Page;
use super::table::{Table, numbers, words};
use super::{counted, objective, title};

/// What is said before a game begins.
#[must_use]
pub fn play_rules(scenario: &Scenario, cycles: usize) -> String {
    let mut page = Page::default();
    page.heading(&title(scenario));
    page.note(&format!(
        "You move the budget through {} in a world that is not quite what the file believes. Before each cycle change what you like, predict its \
         new customers, and see. The other strategies play the same world with the same luck. {}",
        counted(cycles, "cycle"),
        objective(scenario)
    ));
    page.heading("What you can type").list(&COMMANDS);
    page.finish()
}

/// The commands of a game.
const COMMANDS: [&str; 7] = [
    "search 6000, search +500, search -10%: a channel's spend a period from here on (names with spaces in quotes)",
    "do NAME, do NAME hold: take up an action; hold pays for its gains to stay",
    "undo: forget what you have changed before this cycle",
    "show: the board again, with what limits and budget make of your changes",
    "charts: signals on the control charts so far",
    "go 450: predict 450 new customers in this cycle, and play it",
    "quit: end the game; cycles that are left pass without a change",
];

/// The commands alone.
#[must_use]
pub fn play_help() -> String {
    Page::default().heading("What you can type").list(&COMMANDS).finish()
}

/// The board before a cycle; `after` is the mean spend of each channel that an order leads to, where there is one.
#[must_use]
pub fn board(scenario: &Scenario, board: &Board<'_>, cycles: usize, after: Option<&[f64]>) -> String {
    let format = Format::new(&scenario.plan.currency);
    let word = scenario.plan.period.word();
    let mut page = Page::default();
    page.heading(&format!(
        "Cycle {} of {cycles}: {} from {}",
        board.cycle,
        counted(board.span.end - board.span.first, word),
        board.span.date
    ));
    let in_force = numbers(&format!("{} a {word}", format.currency()));
    let mut table = match after {
        Some(_) => Table::new([words("channel"), in_force, numbers("yours"), numbers("change")]),
        None => Table::new([words("channel"), in_force]),
    };
    for (c, channel) in board.channels.iter().enumerate() {
        let mut cells = vec![channel.name.clone(), format.amount_exact(channel.spend)];
        if let Some(after) = after {
            cells.push(format.amount_exact(after[c]));
            let change = after[c] - channel.spend;
            cells.push(if change.abs() < 0.005 {
                ABSENT.to_owned()
            } else {
                format.amount_exact_change(change)
            });
        }
        table.row(cells);
    }
    page.table(&table);
    if !board.actions.is_empty() {
        let mut table = Table::new([
            words("action"),
            words("moves"),
            numbers("lift"),
            numbers("cost"),
            numbers("hold"),
            words(""),
        ]);
        for action in &board.actions {
            table.row([
                action.name.clone(),
                action.moves.to_owned(),
                format.percent_short_change(action.lift),
                format.amount_exact(action.cost),
                format.amount_exact(action.hold_cost),
                if action.is_taken { "taken" } else { "" }.to_owned(),
            ]);
        }
        page.table(&table);
    }
    page.note(&format!(
        "There is {} a {word} for channels. The file's own plan was expected to bring {} new customers in this cycle.",
        format.money_exact(board.money),
        format.count(board.forecast)
    ));
    page.finish()
}

/// What came of a cycle beside what the learner predicted, and beside the cycle before.
#[must_use]
pub fn cycle_played(scenario: &Scenario, played: &CycleShown, before: Option<&CycleShown>) -> String {
    let format = Format::new(&scenario.plan.currency);
    let mut page = Page::default();
    let came = played.measured.customers;
    let said = match played.predicted.map(|predicted| predicted.p50) {
        Some(predicted) if predicted > 0.0 => format!(
            "Cycle {}: you said {} new customers, {} came ({}).",
            played.cycle,
            format.count(predicted),
            format.count(came),
            format.percent_short_change(came / predicted - 1.0)
        ),
        _ => format!("Cycle {}: {} new customers came.", played.cycle, format.count(came)),
    };
    page.heading(&said);
    let mut table = Table::new([
        words("measured"),
        numbers("this cycle"),
        numbers("the one before"),
        numbers("change"),
    ]);
    let (now, last) = (&played.measured, before.map(|cycle| &cycle.measured));
    let rows: [(&str, f64, Option<f64>, bool); 7] = [
        ("visits", now.visits, last.map(|last| last.visits), false),
        ("leads", now.leads, last.map(|last| last.leads), false),
        ("new customers", now.customers, last.map(|last| last.customers), false),
        ("orders", now.orders, last.map(|last| last.orders), false),
        ("revenue", now.revenue, last.map(|last| last.revenue), true),
        ("spend", now.invest, last.map(|last| last.invest), true),
        ("profit", now.profit, last.map(|last| last.profit), true),
    ];
    for (name, now, last, is_money) in rows {
        let write = |amount: Option<f64>| if is_money { format.money(amount) } else { format.count(amount) };
        let change = last.filter(|last| *last != 0.0).map(|last| (now - last) / last.abs());
        table.row([
            name.to_owned(),
            write(Some(now)),
            write(last),
            change.map_or_else(|| ABSENT.to_owned(), |change| format.percent_short_change(change)),
        ]);
    }
    page.table(&table);
    page.finish()
}

/// Signals on the control charts, or that there are none.
#[must_use]
pub fn signals(scenario: &Scenario, charts: &[ControlChart]) -> String {
    let mut page = Page::default();
    page.heading("Control charts so far");
    let word = scenario.plan.period.word();
    let lines: Vec<String> = charts
        .iter()
        .map(|chart| format!("{}: {}", watched(chart.watched), told(chart, word)))
        .collect();
    page.list(&lines).finish()
}

fn told(chart: &ControlChart, word: &str) -> String {
    let Some(limits) = chart.limits else {
        return format!("too few {word}s for limits");
    };
    let format = Format::new("");
    let figure = |figure: f64| match chart.watched {
        Watched::Visits => format.count(figure),
        _ => format.percent(figure),
    };
    let within = format!("limits {} to {}", figure(limits.lower), figure(limits.upper));
    match chart.signals.last() {
        None => format!("no signal; {within}"),
        Some(last) => {
            let side = match last.side {
                Side::Above => "above",
                Side::Below => "below",
            };
            let rule = match last.rule {
                Rule::Outside => format!("a {word} {side} the limits"),
                Rule::EightOnOneSide => format!("eight {word}s {side} the mean"),
                Rule::ThreeOfFour => format!("three of four {word}s far {side} the mean"),
            };
            format!("signal in {word} {}: {rule}; {within}", last.at + 1)
        }
    }
}

const fn watched(watched: Watched) -> &'static str {
    match watched {
        Watched::Visits => "visits, season taken out",
        Watched::Act => "act rate",
        Watched::Convert => "convert rate",
        Watched::Retention => "retention",
        Watched::Repeat => "repeat rate",
        Watched::Roi => "return on spend",
    }
}

/// Where everybody ended in the one world that was played, the best first.
#[must_use]
pub fn race(scenario: &Scenario, experiment: &Experiment) -> String {
    let amounts = Amounts::new(scenario, experiment.objective);
    let mut courses: Vec<&CourseShown> = experiment.shown.courses.iter().collect();
    courses.sort_by(|a, b| b.value.total_cmp(&a.value));
    let of_hold = experiment.shown.courses.first().map_or(0.0, |hold| hold.value);
    let mut page = Page::default();
    page.heading(&format!("The same world as everybody played it: {}", scenario.objective_name()));
    let mut table = Table::new([
        numbers(""),
        words("strategy"),
        numbers(&format!("result {}", amounts.counted_in())),
        numbers("over no change"),
        numbers("true"),
        numbers("claimed"),
    ]);
    for (place, course) in courses.iter().enumerate() {
        let claimed = match course.strategy {
            Strategy::Learner => ABSENT.to_owned(),
            _ => amounts.change(course.claimed),
        };
        table.row([
            format!("{}.", place + 1),
            lab_terms::strategy(Words::new(Language::English), course.strategy),
            amounts.plain(course.value),
            amounts.change(course.value - of_hold),
            amounts.change(course.true_gain),
            claimed,
        ]);
    }
    page.table(&table);
    page.note("True: what the plan is worth over changing nothing with luck taken out; claimed: what the strategy would report itself.");
    if let Some(off) = off_by(experiment) {
        page.note(&format!(
            "Your predictions of new customers were off by {} on average.",
            Format::new("").percent_short(off)
        ));
    }
    page.finish()
}

/// Mean distance of the learner's predictions from what came, as a share of it.
fn off_by(experiment: &Experiment) -> Option<f64> {
    let learner = experiment
        .shown
        .courses
        .iter()
        .find(|course| course.strategy == Strategy::Learner)?;
    let off: Vec<f64> = (learner.cycles.iter())
        .filter_map(|cycle| Some((cycle.predicted?.p50 / cycle.measured.customers - 1.0).abs()))
        .filter(|off| off.is_finite())
        .collect();
    (!off.is_empty()).then(|| off.iter().sum::<f64>() / off.len() as f64)
}
