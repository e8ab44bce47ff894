//! Where the money goes: the spend of every channel and action in every period, and by calendar quarter, for both plans.

use rust_xlsxwriter::XlsxError;

use super::Making;
use super::book::Book;
use super::formula::{Cell, Expr, Range};
use super::labels::{self, Side};
use super::style::{Kind, Role};
use crate::chart::text::name;
use crate::model::Decision;
use crate::say;

/// Rows of a page by period: groups, heads, totals, and the first period.
pub(super) const GROUPS: u32 = 3;
pub(super) const HEADS: u32 = 4;
pub(super) const TOTALS: u32 = 5;
pub(super) const FIRST: u32 = 6;

/// Most amounts of a plan that stand one by one; with both plans the workbook stays at a size that a laptop opens.
const AMOUNTS: usize = 1_000_000;
/// Most columns that a plan may take of the 16 384 of a sheet.
const COLUMNS: usize = 8_000;

/// One line of spend: a channel, or an action that either plan does.
pub(super) struct Line {
    pub name: String,
    /// Spend of each period \[money per period\], before and after.
    pub spend: [Vec<f64>; 2],
}

/// Where the plan stands.
pub(super) struct Places {
    pub page: usize,
    /// Lines that have a column of their own, the channels first.
    pub lines: usize,
    /// Channels among them.
    pub channels: usize,
    /// Channels and actions that are added up in one column.
    pub left_out: usize,
    /// Names of the columns of a plan, but that of the total.
    pub names: Vec<String>,
    periods: u32,
}

impl Places {
    /// Column of a line of a plan; one behind the last: what is added up, where something is, then the total.
    pub(super) fn column(&self, side: Side, line: usize) -> u16 {
        let start = match side {
            Side::Before => 2,
            Side::After => 2 + self.width(),
        };
        // fewer than COLUMNS
        (start + line) as u16
    }

    /// Columns of a plan, that of the total included.
    fn width(&self) -> usize {
        self.lines + usize::from(self.left_out > 0) + 1
    }

    /// Column of a plan's total.
    pub(super) fn total(&self, side: Side) -> u16 {
        self.column(side, self.width() - 1)
    }

    /// First and last row of the periods.
    pub(super) const fn rows(&self) -> (u32, u32) {
        (FIRST, FIRST + self.periods - 1)
    }

    /// The total of a line over the horizon.
    pub(super) fn line_total(&self, side: Side, line: usize) -> Cell {
        Cell::new(self.page, TOTALS, self.column(side, line))
    }
}

/// The lines of both plans, in the order of the scenario.
fn lines(making: &Making) -> Vec<Line> {
    let journal = making.input.journal;
    let decisions = [&journal.before.decision, &journal.after.decision];
    let scenario = making.input.scenario;
    let channels = scenario.channels.iter().enumerate().map(|(c, channel)| Line {
        name: name(&channel.name),
        spend: decisions.map(|decision| decision.channel(c).to_vec()),
    });
    let done = |decision: &Decision, a: usize| decision.actions.get(a).copied().unwrap_or(false);
    let actions = scenario.actions.iter().enumerate().filter_map(|(a, action)| {
        let sides = decisions.map(|decision| done(decision, a));
        sides.contains(&true).then(|| Line {
            name: say!(making.words, "workbook-action", name = name(&action.name)),
            spend: sides.map(|done| {
                (0..scenario.plan.periods)
                    .map(|t| if done { action.cost_in(t) } else { 0.0 })
                    .collect()
            }),
        })
    });
    channels.chain(actions).collect()
}

/// Writes the plan by period.
pub(super) fn write(making: &Making, book: &mut Book, page: usize) -> Result<Places, XlsxError> {
    let words = making.words;
    let lines = lines(making);
    let periods = making.dates.len();
    let most = (AMOUNTS / periods.max(1)).clamp(1, COLUMNS);
    let shown = if lines.len() > most { most - 1 } else { lines.len() };
    let left_out = lines.len() - shown;
    let count = making.format.number(left_out as f64, 0);
    let others = (left_out > 0).then(|| say!(words, "workbook-others", count = count, n = left_out));
    let places = Places {
        page,
        lines: shown,
        channels: making.input.scenario.channels.len().min(shown),
        left_out,
        names: lines[..shown].iter().map(|line| line.name.clone()).chain(others).collect(),
        // at most 10 000
        periods: periods as u32,
    };
    let note = match places.left_out {
        0 => say!(words, "workbook-plan-note", unit = making.currency()),
        more => say!(
            words,
            "workbook-plan-note-cut",
            unit = making.currency(),
            count = making.format.number(more as f64, 0),
            n = more
        ),
    };
    book.open(page, &say!(words, "workbook-plan-title"), &note)?;
    let first = labels::period(making.input.scenario.plan.period, words);
    heads(making, book, page, &places, &first)?;
    for (t, date) in making.dates.iter().enumerate() {
        let row = FIRST + t as u32;
        book.number(Cell::new(page, row, 0), (t + 1) as f64, Kind::Factor(0), Role::Beside)?;
        book.date(Cell::new(page, row, 1), date, Role::Body)?;
        for (s, side) in Side::BOTH.into_iter().enumerate() {
            for (l, line) in lines[..shown].iter().enumerate() {
                book.number(
                    Cell::new(page, row, places.column(side, l)),
                    line.spend[s][t],
                    making.spend,
                    Role::Body,
                )?;
            }
            if places.left_out > 0 {
                let rest: f64 = lines[shown..].iter().map(|line| line.spend[s][t]).sum();
                book.number(Cell::new(page, row, places.column(side, shown)), rest, making.spend, Role::Body)?;
            }
            let (first, total) = (places.column(side, 0), places.total(side));
            let sum = if total > first {
                Expr::Sum(Range::row(page, row, (first, total - 1)))
            } else {
                Expr::Number(0.0)
            };
            book.formula(Cell::new(page, row, total), &sum, making.spend, Role::Total)?;
        }
    }
    book.text(Cell::new(page, TOTALS, 0), &say!(words, "workbook-total"), Role::Total)?;
    book.text(Cell::new(page, TOTALS, 1), "", Role::Total)?;
    for column in 2..=places.total(Side::After) {
        let sum = Expr::Sum(Range::column(page, column, places.rows()));
        book.formula(Cell::new(page, TOTALS, column), &sum, making.spend, Role::Total)?;
    }
    book.freeze(page, GROUPS, FIRST, 2)?;
    Ok(places)
}

/// Groups and heads above the columns of both plans.
fn heads(making: &Making, book: &mut Book, page: usize, places: &Places, first: &str) -> Result<(), XlsxError> {
    let words = making.words;
    book.text(Cell::new(page, HEADS, 0), first, Role::Head)?;
    book.text(Cell::new(page, HEADS, 1), &say!(words, "workbook-first-day"), Role::Head)?;
    for side in Side::BOTH {
        let start = places.column(side, 0);
        book.text(Cell::new(page, GROUPS, start), &side.name(words), Role::Group)?;
        book.heads(page, HEADS, start, &places.names)?;
        book.text(
            Cell::new(page, HEADS, places.total(side)),
            &say!(words, "workbook-total"),
            Role::Head,
        )?;
    }
    Ok(())
}

/// A calendar quarter: year, quarter, and the first and last of its periods.
type Quarter = (i32, i32, (u32, u32));

/// The calendar quarters in which periods begin.
fn quarters(dates: &[String]) -> Vec<Quarter> {
    let mut quarters: Vec<Quarter> = Vec::new();
    for (t, date) in (0..).zip(dates) {
        // `YYYY-MM-DD`, after a sign where the year is below 0
        let mut parts = date.rsplit('-').skip(1);
        let month: i32 = parts.next().and_then(|month| month.parse().ok()).unwrap_or(1);
        let year: i32 = parts.next().and_then(|year| year.parse().ok()).unwrap_or(0);
        let quarter = (month - 1) / 3 + 1;
        match quarters.last_mut() {
            Some(last) if (last.0, last.1) == (year, quarter) => last.2.1 = t,
            _ => quarters.push((year, quarter, (t, t))),
        }
    }
    quarters
}

/// Writes the plan by calendar quarter.
pub(super) fn write_quarters(making: &Making, book: &mut Book, page: usize, plan: &Places) -> Result<(), XlsxError> {
    let words = making.words;
    book.open(
        page,
        &say!(words, "workbook-quarters-title"),
        &say!(words, "workbook-quarters-note"),
    )?;
    heads(making, book, page, plan, &say!(words, "workbook-quarter"))?;
    let quarters = quarters(&making.dates);
    let last = FIRST + quarters.len() as u32 - 1;
    for (row, &(year, quarter, (from, to))) in (FIRST..).zip(&quarters) {
        let name = say!(words, "workbook-quarter-of", quarter = quarter.to_string(), year = year.to_string());
        book.text(Cell::new(page, row, 0), &name, Role::Body)?;
        book.date(Cell::new(page, row, 1), &making.dates[from as usize], Role::Body)?;
        for column in 2..=plan.total(Side::After) {
            let sum = Expr::Sum(Range::column(plan.page, column, (FIRST + from, FIRST + to)));
            let role = if Side::BOTH.map(|side| plan.total(side)).contains(&column) {
                Role::Total
            } else {
                Role::Body
            };
            book.formula(Cell::new(page, row, column), &sum, making.spend, role)?;
        }
    }
    book.text(Cell::new(page, TOTALS, 0), &say!(words, "workbook-total"), Role::Total)?;
    book.text(Cell::new(page, TOTALS, 1), "", Role::Total)?;
    for column in 2..=plan.total(Side::After) {
        let sum = Expr::Sum(Range::column(page, column, (FIRST, last)));
        book.formula(Cell::new(page, TOTALS, column), &sum, making.spend, Role::Total)?;
    }
    book.freeze(page, GROUPS, FIRST, 2)
}

#[cfg(test)]
mod tests {
    use super::quarters;

    #[test]
    fn a_period_belongs_to_the_quarter_in_which_it_begins() {
        let dates = ["2026-03-23", "2026-03-30", "2026-04-06", "2027-04-05"].map(str::to_owned);
        assert_eq!(quarters(&dates), [(2026, 1, (0, 1)), (2026, 2, (2, 2)), (2027, 2, (3, 3))]);
    }
}
