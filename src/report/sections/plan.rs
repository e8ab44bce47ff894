//! The plan by channel and quarter.

use super::figures::block;
use super::telling::Telling;
use crate::chart::{ChartError, Kind, name};
use crate::report::document::{Block, Cell, Table};
use crate::say;
use crate::simulate::{Quarter, SpendByQuarter};

/// Quarters that stand side by side on paper; of a longer plan each column is a year, and of one of more years they are left out.
const COLUMNS: usize = 8;

pub(super) fn blocks(telling: &Telling) -> Result<Vec<Block>, ChartError> {
    let words = telling.words;
    let mut blocks: Vec<Block> = block(telling, Kind::Reallocation)?.into_iter().collect();
    let [_, after] = telling.input.by_quarter;
    let columns = Columns::of(after);
    let currency = telling.format.currency();
    let caption = match columns.spans.first() {
        None => say!(words, "plan-caption-total", currency = currency),
        Some((Name::Year(_), _)) => say!(words, "plan-caption-years", currency = currency),
        Some((Name::Quarter(_), _)) => say!(words, "plan-caption", currency = currency),
    };
    blocks.push(Block::Table(table(telling, &columns, caption)));
    let actions = actions(telling);
    if !actions.is_empty() {
        blocks.push(Block::Heading(say!(words, "plan-actions")));
        blocks.push(Block::List(actions));
    }
    Ok(blocks)
}

/// The stretches of quarters that are summed up in a column each.
struct Columns {
    spans: Vec<(Name, std::ops::Range<usize>)>,
}

enum Name {
    Quarter(Quarter),
    Year(i16),
}

impl Columns {
    fn of(spend: &SpendByQuarter) -> Self {
        let quarters = &spend.quarters;
        if quarters.len() <= COLUMNS {
            let spans = quarters.iter().enumerate().map(|(q, quarter)| (Name::Quarter(*quarter), q..q + 1));
            return Self { spans: spans.collect() };
        }
        let mut spans: Vec<(Name, std::ops::Range<usize>)> = Vec::new();
        for (q, quarter) in quarters.iter().enumerate() {
            match spans.last_mut() {
                Some((Name::Year(year), span)) if *year == quarter.year => span.end = q + 1,
                _ => spans.push((Name::Year(quarter.year), q..q + 1)),
            }
        }
        if spans.len() > COLUMNS {
            spans.clear();
        }
        Self { spans }
    }

    fn titles(&self, telling: &Telling) -> impl Iterator<Item = String> {
        self.spans.iter().map(|(name, _)| match name {
            Name::Quarter(quarter) => {
                let (number, year) = (quarter.number.to_string(), quarter.year.to_string());
                say!(telling.words, "quarter", number = number, year = year)
            }
            Name::Year(year) => year.to_string(),
        })
    }

    fn sums(&self, amounts: &[f64]) -> Vec<f64> {
        self.spans.iter().map(|(_, span)| amounts[span.clone()].iter().sum()).collect()
    }
}

fn table(telling: &Telling, columns: &Columns, caption: String) -> Table {
    let words = telling.words;
    let [before, after] = telling.input.by_quarter;
    let compared = telling.results().after.is_some();
    let mut titles = vec![say!(words, "plan-channel")];
    titles.extend(columns.titles(telling));
    titles.push(say!(words, "plan-total"));
    if compared {
        titles.extend([say!(words, "plan-today"), say!(words, "plan-change")]);
    }
    let mut table = Table::new(caption, titles);
    table.sortable = true;
    let money = |amount: f64| Cell::number(amount, telling.format.amount_exact(amount));
    let row = |name: String, spend: &[f64], today: f64, total: f64| {
        let mut cells = vec![Cell::from(name)];
        cells.extend(columns.sums(spend).into_iter().map(money));
        cells.push(money(total));
        if compared {
            let change = total - today;
            cells.extend([money(today), Cell::number(change, telling.format.amount_exact_change(change))]);
        }
        cells
    };
    let sum = |amounts: &[f64]| amounts.iter().sum::<f64>();
    for (c, channel) in telling.scenario().channels.iter().enumerate() {
        // the totals are those of the forecast, to the last bit
        let total = |forecast: &crate::simulate::Forecast| forecast.channels.get(c).map_or(0.0, |row| row.invest);
        let cells = row(
            name(&channel.name),
            &after.channels[c],
            total(telling.before()),
            total(telling.after()),
        );
        table.row(cells);
    }
    if sum(&before.actions) != 0.0 || sum(&after.actions) != 0.0 {
        let cells = row(
            say!(words, "plan-actions-row"),
            &after.actions,
            sum(&before.actions),
            sum(&after.actions),
        );
        table.row(cells);
    }
    let invest = [telling.before(), telling.after()].map(|forecast| forecast.totals.invest);
    table.strong_row(row(say!(words, "plan-sum"), &after.totals, invest[0], invest[1]));
    table
}

/// Actions of either plan: which are taken up, kept or left out.
fn actions(telling: &Telling) -> Vec<String> {
    let words = telling.words;
    let Some(journal) = telling.results().journal else {
        return Vec::new();
    };
    let done = &journal.after.decision.actions;
    let before = &journal.before.decision.actions;
    let actions = telling.scenario().actions.iter().enumerate();
    actions
        .filter_map(|(a, action)| {
            let name = name(&action.name);
            match (before.get(a).copied()?, done.get(a).copied()?) {
                (true, true) => Some(say!(words, "plan-action-stays", name = name)),
                (false, true) => Some(say!(words, "plan-action-new", name = name)),
                (true, false) => Some(say!(words, "plan-action-dropped", name = name)),
                (false, false) => None,
            }
        })
        .collect()
}
