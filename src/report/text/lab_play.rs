//! What a learner sees of a game: the board before a cycle, what came of it, and where everybody ended.

use crate::format::{ABSENT, Format, Language};
use crate::lab::{Board, ControlChart, CourseShown, CycleShown, Experiment, Hold, Order, Strategy, Watched};
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
        "You move the budget through {} in a world that need not be what the file believes. Before each cycle change what you like, predict \
         its new customers, and see what is measured. The other strategies play the same world with the same luck. {}",
        counted(cycles, "cycle"),
        objective(scenario)
    ));
    page.heading(TO_TYPE).list(&COMMANDS);
    page.finish()
}

const TO_TYPE: &str = "What you can type";

/// The commands of a game.
const COMMANDS: [&str; 7] = [
    "NAME 6000, NAME +500, NAME -10%: a channel's spend a period from here on; where all of the budget is spent, the other channels make room",
    "do NAME, do NAME hold: take up an action; with hold you pay for its gains to stay",
    "undo: forget what you have changed before this cycle",
    "show: the board again, with what limits and budget make of your changes",
    "charts: the control charts so far",
    "go 450, go 400-500: predict the new customers of this cycle, and play it",
    "quit: end the game; cycles that are left pass without a change",
];

/// The commands alone.
#[must_use]
pub fn play_help() -> String {
    Page::default().heading(TO_TYPE).list(&COMMANDS).finish()
}

/// A sentence to a learner.
#[must_use]
pub fn play_note(note: &str) -> String {
    Page::default().note(note).finish()
}

/// The board before a cycle; `yours` is what a learner has ordered, with the mean spend of each channel that it leads to.
#[must_use]
pub fn board(scenario: &Scenario, board: &Board<'_>, cycles: usize, yours: Option<(&Order, &[f64])>) -> String {
    let format = Format::new(&scenario.plan.currency);
    let word = scenario.plan.period.word();
    let mut page = Page::default();
    page.heading(&format!(
        "Cycle {} of {cycles}: {} from {}",
        board.cycle,
        counted(board.span.end - board.span.first, word),
        board.span.date
    ));
    if !board.channels.is_empty() {
        page.table(&channels(&format, word, board, yours.map(|(_, after)| after)));
    }
    if !board.actions.is_empty() {
        page.table(&actions(&format, board, yours.map(|(order, _)| order)));
    }
    page.note(&format!(
        "There is {} a {word} for channels, if no further action is paid. The file's own plan was expected to bring {} new customers in this \
         cycle.",
        format.money_exact(cents(board.money)),
        format.count(board.forecast)
    ));
    page.finish()
}

/// An amount to the cent: what is left of a sum is no fraction of one.
fn cents(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}

/// What channels spend, and would spend.
fn channels(format: &Format, word: &str, board: &Board<'_>, after: Option<&[f64]>) -> Table {
    let in_force = numbers(&format!("{} a {word}", format.currency()));
    let mut table = match after {
        Some(_) => Table::new([words("channel"), in_force, numbers("yours"), numbers("change")]),
        None => Table::new([words("channel"), in_force]),
    };
    let row = |name: &str, spend: f64, after: Option<f64>| {
        let mut cells = vec![name.to_owned(), format.amount_exact(cents(spend))];
        if let Some(after) = after {
            cells.push(format.amount_exact(cents(after)));
            let change = cents(after - spend);
            cells.push(if change == 0.0 {
                ABSENT.to_owned()
            } else {
                format.amount_exact_change(change)
            });
        }
        cells
    };
    for (c, channel) in board.channels.iter().enumerate() {
        table.row(row(&channel.name, channel.spend, after.map(|after| after[c])));
    }
    if board.channels.len() > 1 {
        let all = board.channels.iter().map(|channel| channel.spend).sum();
        table.rule().row(row("all channels", all, after.map(|after| after.iter().sum())));
    }
    table
}

/// What can be taken up, and what is.
fn actions(format: &Format, board: &Board<'_>, order: Option<&Order>) -> Table {
    let mut table = Table::new([
        words("action"),
        words("moves"),
        numbers("lift"),
        numbers("cost"),
        numbers("hold"),
        words(""),
    ]);
    for (a, action) in board.actions.iter().enumerate() {
        let ordered = order.and_then(|order| order.actions.iter().find(|(known, _)| *known == a));
        let state = match ordered {
            _ if action.is_taken => "taken",
            Some((_, Hold::Left)) => "yours",
            Some((_, Hold::Held)) => "yours, held",
            None => "",
        };
        table.row([
            action.name.clone(),
            action.moves.replace('_', " "),
            format.percent_short_change(action.lift),
            format.amount_exact(cents(action.cost)),
            format.amount_exact(cents(action.hold_cost)),
            state.to_owned(),
        ]);
    }
    table
}

/// What came of a cycle beside what the learner predicted, and beside the cycle before; then by channel.
#[must_use]
pub fn cycle_played(scenario: &Scenario, played: &CycleShown, before: Option<&CycleShown>) -> String {
    let format = Format::new(&scenario.plan.currency);
    let mut page = Page::default();
    let came = played.measured.customers;
    let (cycle, counted) = (played.cycle, format.count(came));
    let range = played.predicted.filter(|predicted| predicted.p10 < predicted.p90);
    page.heading(&match played.predicted.map(|predicted| predicted.p50) {
        _ if range.is_some() => range.map_or_else(String::new, |range| {
            let held = if (range.p10..=range.p90).contains(&came) {
                "within"
            } else {
                "outside"
            };
            format!(
                "Cycle {cycle}, new customers: you said {} to {}, {counted} came ({held})",
                format.count(range.p10),
                format.count(range.p90)
            )
        }),
        Some(said) if said > 0.0 => format!(
            "Cycle {cycle}, new customers: you said {}, {counted} came ({})",
            format.count(said),
            format.percent_short_change(came / said - 1.0)
        ),
        Some(said) => format!("Cycle {cycle}, new customers: you said {}, {counted} came", format.count(said)),
        None => format!("Cycle {cycle}, new customers: {counted} came"),
    });
    page.table(&measured(&format, played, before));
    if !scenario.channels.is_empty() {
        page.table(&by_channel(scenario, &format, played));
    }
    page.finish()
}

/// The sums of a cycle beside those of the one before.
fn measured(format: &Format, played: &CycleShown, before: Option<&CycleShown>) -> Table {
    let mut table = match before {
        Some(_) => Table::new([
            words("measured"),
            numbers("this cycle"),
            numbers("the one before"),
            numbers("change"),
        ]),
        None => Table::new([words("measured"), numbers("this cycle")]),
    };
    let (now, last) = (&played.measured, before.map(|cycle| &cycle.measured));
    let rows: [(&str, f64, Option<f64>, bool); 7] = [
        ("visits", now.visits, last.map(|last| last.visits), false),
        ("leads", now.leads, last.map(|last| last.leads), false),
        ("new customers", now.customers, last.map(|last| last.customers), false),
        ("orders", now.orders, last.map(|last| last.orders), false),
        ("revenue", now.revenue, last.map(|last| last.revenue), true),
        ("spend and actions", now.invest, last.map(|last| last.invest), true),
        ("profit", now.profit, last.map(|last| last.profit), true),
    ];
    for (name, now, last, is_money) in rows {
        let write = |amount: f64| if is_money { format.money(amount) } else { format.count(amount) };
        let mut cells = vec![name.to_owned(), write(now)];
        if let Some(last) = last {
            cells.push(write(last));
            cells.push(if last == 0.0 {
                ABSENT.to_owned()
            } else {
                format.percent_short_change((now - last) / last.abs())
            });
        }
        table.row(cells);
    }
    table
}

/// What was measured of each channel. One that brings no visits of its own has none to count.
fn by_channel(scenario: &Scenario, format: &Format, played: &CycleShown) -> Table {
    let mut table = Table::new([
        words("channel"),
        numbers(&format!("spend {}", format.currency())),
        numbers("its visits"),
        numbers("leads"),
        numbers("new customers"),
    ]);
    for (channel, measured) in scenario.channels.iter().zip(&played.measured.channels) {
        let count = |count: f64| format.count(channel.reach.is_some().then_some(count));
        table.row([
            channel.name.clone(),
            format.amount_exact(cents(measured.spend)),
            count(measured.visits),
            count(measured.leads),
            count(measured.customers),
        ]);
    }
    table
}

/// The control charts so far: the last point, its limits, the last signal.
#[must_use]
pub fn signals(scenario: &Scenario, charts: &[ControlChart]) -> String {
    let mut page = Page::default();
    page.heading("Control charts so far");
    let word = scenario.plan.period.word();
    if charts.iter().all(|chart| chart.limits.is_none()) {
        return page.note(&format!("Too few {word}s for limits.")).finish();
    }
    let lines: Vec<String> = charts
        .iter()
        .map(|chart| format!("{}{}", watched(chart.watched), told(chart, word)))
        .collect();
    page.list(&lines).finish()
}

fn told(chart: &ControlChart, word: &str) -> String {
    let format = Format::new("");
    let figure = |figure: f64| match chart.watched {
        Watched::Visits => format.count(figure),
        _ => format.percent(figure),
    };
    let Some(limits) = chart.limits else {
        return format!(": too few {word}s for limits");
    };
    let last = match chart.points.last() {
        Some(Some(last)) => format!(" {}", figure(*last)),
        _ => String::new(),
    };
    let within = format!("limits {} to {}", figure(limits.lower), figure(limits.upper));
    let signal = match chart.signals.last() {
        None => "no signal".to_owned(),
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
            format!("signal in {word} {}, {rule}", last.at + 1)
        }
    };
    format!("{last}, {within}: {signal}")
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
    if let Some((held, ranges)) = ranges_held(experiment) {
        page.note(&format!("{held} of your {ranges} ranges held what was measured."));
    }
    page.finish()
}

/// How many of the learner's ranges held, and of how many; `None` where there was none.
fn ranges_held(experiment: &Experiment) -> Option<(usize, usize)> {
    let mut courses = experiment.shown.courses.iter();
    let learner = courses.find(|course| course.strategy == Strategy::Learner)?;
    let said = learner
        .cycles
        .iter()
        .filter_map(|cycle| Some((cycle.predicted?, cycle.measured.customers)));
    let ranges: Vec<_> = said.filter(|(range, _)| range.p10 < range.p90).collect();
    let held = ranges.iter().filter(|(range, came)| (range.p10..=range.p90).contains(came)).count();
    (!ranges.is_empty()).then_some((held, ranges.len()))
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
