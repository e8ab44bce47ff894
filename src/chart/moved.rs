//! The rows of the reallocation: each channel and action before and after, and what is left.

use super::ChartInput;
use super::table::Table;
use super::text::name;
use crate::format::Format;
use crate::optimize::Bound;
use crate::say;
use crate::words::Words;

/// Money that is less than this share of the total is rounding.
pub(super) const ROUNDING: f64 = 1e-6;

/// What a row stands for.
#[derive(Debug, Clone)]
pub(super) enum Whose {
    /// The channel at this place of the scenario: its colour.
    Channel(String, usize),
    Action(String),
    /// All that no channel and no action is known for.
    Actions,
    /// So many rows together.
    Others(usize),
    Total,
}

/// What is told of a row besides.
#[derive(Debug, Clone, Copy)]
pub(super) enum Note {
    /// Its proposed spend is beyond what was ever observed.
    Beyond,
    At(Bound),
    Action,
}

impl Note {
    /// Its word in the table of the plotted numbers.
    const fn word(self) -> &'static str {
        match self {
            Self::Beyond => "beyond observed",
            Self::Action => "action",
            Self::At(bound) => match bound {
                Bound::Min => "at its min",
                Bound::Max => "at its max",
                Bound::MinTotal => "at its min_total",
                Bound::MaxTotal => "at its max_total",
                Bound::Locked => "locked",
                Bound::Committed => "committed",
                Bound::Step => "a step away",
                Bound::Ramp => "at its ramp",
                Bound::Burst => "at its burst",
            },
        }
    }

    pub(super) fn said(self, words: Words) -> String {
        match self {
            Self::Beyond => say!(words, "reallocation-beyond"),
            Self::Action => say!(words, "reallocation-action"),
            Self::At(bound) => match bound {
                Bound::Min => say!(words, "reallocation-min"),
                Bound::Max => say!(words, "reallocation-max"),
                Bound::MinTotal => say!(words, "reallocation-min-total"),
                Bound::MaxTotal => say!(words, "reallocation-max-total"),
                Bound::Locked => say!(words, "reallocation-locked"),
                Bound::Committed => say!(words, "reallocation-committed"),
                Bound::Step => say!(words, "reallocation-step"),
                Bound::Ramp => say!(words, "reallocation-ramp"),
                Bound::Burst => say!(words, "reallocation-burst"),
            },
        }
    }
}

/// One channel or action, or what is left.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) whose: Whose,
    pub(super) before: f64,
    pub(super) after: f64,
    pub(super) note: Option<Note>,
}

impl Row {
    pub(super) fn change(&self) -> f64 {
        self.after - self.before
    }

    pub(super) fn name(&self, words: Words, format: &Format) -> String {
        match &self.whose {
            Whose::Channel(name, _) | Whose::Action(name) => name.clone(),
            Whose::Actions => say!(words, "reallocation-actions"),
            Whose::Others(count) => say!(words, "reallocation-others", count = format.number(*count as f64, 0), n = *count),
            Whose::Total => say!(words, "reallocation-total"),
        }
    }

    /// Whether it has a bar: a sum of many would dwarf every bar that it stands below.
    pub(super) const fn is_single(&self) -> bool {
        matches!(self.whose, Whose::Channel(..) | Whose::Action(_) | Whose::Actions)
    }
}

/// Channels, actions, and whatever else the totals hold.
pub(super) fn rows(input: &ChartInput) -> Option<Vec<Row>> {
    let after = input.after?;
    let money = |x: f64| if x.is_finite() { x } else { 0.0 };
    let small = ROUNDING * input.before.totals.invest.abs().max(after.totals.invest.abs());
    let mut rows: Vec<Row> = Vec::new();
    for (index, channel) in input.before.channels.iter().enumerate() {
        let proposed = after
            .channels
            .iter()
            .find(|row| row.name == channel.name)
            .map_or(0.0, |row| money(row.invest));
        // A limit is told only where it is this very plan that it binds.
        let found = input.proposal.and_then(|p| p.channels.iter().find(|row| row.name == channel.name));
        let note = found.filter(|row| (row.after - proposed).abs() <= small).and_then(|row| {
            if row.extrapolated {
                Some(Note::Beyond)
            } else {
                row.limit.map(Note::At)
            }
        });
        rows.push(Row {
            whose: Whose::Channel(name(&channel.name), index),
            before: money(channel.invest),
            after: proposed,
            note,
        });
    }
    let rest = |total: f64, of: fn(&Row) -> f64| {
        let rest = money(total) - rows.iter().map(of).sum::<f64>();
        if rest.abs() > small { rest } else { 0.0 }
    };
    let (rest_before, rest_after) = (
        rest(input.before.totals.invest, |r| r.before),
        rest(after.totals.invest, |r| r.after),
    );
    let actions: Vec<Row> = input
        .proposal
        .iter()
        .flat_map(|p| &p.actions)
        .filter(|action| action.before || action.after)
        .map(|action| Row {
            whose: Whose::Action(name(&action.name)),
            before: if action.before { money(action.cost) } else { 0.0 },
            after: if action.after { money(action.cost) } else { 0.0 },
            note: Some(Note::Action),
        })
        .collect();
    let sum = |of: fn(&Row) -> f64| actions.iter().map(of).sum::<f64>();
    let agree = (sum(|r| r.before) - rest_before).abs() <= small && (sum(|r| r.after) - rest_after).abs() <= small;
    if agree {
        rows.extend(actions);
    } else if rest_before != 0.0 || rest_after != 0.0 {
        rows.push(Row {
            whose: Whose::Actions,
            before: rest_before,
            after: rest_after,
            note: None,
        });
    }
    Some(rows)
}

/// At most `most` rows; those with the smallest changes become one.
pub(super) fn folded(rows: Vec<Row>, most: usize) -> Vec<Row> {
    if rows.len() <= most {
        return rows;
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| rows[b].change().abs().total_cmp(&rows[a].change().abs()).then(a.cmp(&b)));
    let kept: std::collections::BTreeSet<usize> = order[..most - 1].iter().copied().collect();
    let (mut shown, mut rest) = (Vec::new(), (0_usize, 0.0, 0.0));
    for (i, row) in rows.into_iter().enumerate() {
        if kept.contains(&i) {
            shown.push(row);
        } else {
            rest = (rest.0 + 1, rest.1 + row.before, rest.2 + row.after);
        }
    }
    shown.push(Row {
        whose: Whose::Others(rest.0),
        before: rest.1,
        after: rest.2,
        note: None,
    });
    shown
}

pub(super) fn table(rows: &[Row], total: &Row) -> Table {
    let mut table = Table::new(&["row", "status_quo", "proposal", "change", "relative_change", "note"]);
    for row in rows.iter().chain([total]) {
        let relative = (row.before > 0.0).then(|| row.change() / row.before);
        let name = match &row.whose {
            Whose::Channel(name, _) | Whose::Action(name) => name.as_str(),
            Whose::Actions => "Actions",
            Whose::Others(_) => "others",
            Whose::Total => "Total",
        };
        table.row([
            name.into(),
            row.before.into(),
            row.after.into(),
            row.change().into(),
            relative.into(),
            row.note.map_or("", Note::word).into(),
        ]);
    }
    table
}
