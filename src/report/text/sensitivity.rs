//! The part of `osa analyze` that needs draws: the tornado, switching values, shares of the variance, what is worth measuring next.

use crate::analyze::{CountedIn, IndexRow, Indices, Information, Safe, Sensitivity, TornadoRow};
use crate::format::{Format, decade, ten_to};
use crate::math::Estimate;
use crate::scenario::Scenario;
use crate::score::Unit;

use super::figures::{Figures, objective_unit};
use super::page::Page;
use super::table::{Table, numbers, words};

/// Rows of each table; the rest is told in one line.
const ROWS: usize = 10;
/// Share of a variance below which a quantity is not worth a row.
const SMALLEST: f64 = 0.005;

/// Tornado, switching values, indices, information.
#[must_use]
pub fn sensitivity(scenario: &Scenario, found: &Sensitivity) -> String {
    let mut page = Page::default();
    let largest = found.tornado.iter().map(|row| row.today.low.abs().max(row.today.high.abs()));
    let sheet = Sheet {
        figures: Figures::of_columns(scenario, largest.fold(found.today.abs(), f64::max)),
        format: Format::new(&scenario.plan.currency),
        unit: objective_unit(found.objective),
    };
    let name = scenario.objective_name();
    page.heading(&format!("What {name} depends on"));
    if !found.tornado.is_empty() {
        page.table(&sheet.tornado(found));
        page.note(&format!(
            "Each quantity at its 10th and at its 90th percentile, the others at their medians; swing: how far {name} of today's plan moves."
        ));
    }
    if found.proposal.is_some() && !found.tornado.is_empty() {
        page.heading("What would change the choice between today's plan and the proposal");
        sheet.add_switching(&mut page, found);
    }
    if let Some(indices) = &found.indices {
        page.heading(&format!("Shares of the variance of {name}"))
            .table(&sheet.shares(indices));
        page.note(&sheet.shares_note(found, indices));
    }
    if let Some(information) = &found.information {
        page.heading("What is worth measuring next");
        sheet.add_information(&mut page, information);
    }
    if !found.notes.is_empty() {
        page.list(&found.notes);
    }
    page.finish()
}

/// How the numbers are written.
struct Sheet {
    figures: Figures,
    format: Format,
    unit: Unit,
}

impl Sheet {
    /// A value of the objective in a column.
    fn amount(&self, value: f64) -> String {
        match self.unit {
            Unit::Money => self.figures.amount(value),
            _ => self.figures.count(value),
        }
    }

    fn change(&self, value: f64) -> String {
        match self.unit {
            Unit::Money => self.figures.amount_change(value),
            unit => self.figures.difference(unit, Some(value)),
        }
    }

    fn counted_in(&self) -> &str {
        match self.unit {
            Unit::Money => self.figures.currency(),
            _ => "customers",
        }
    }

    /// An estimate in a sentence, with its standard error.
    fn worth(&self, estimate: Estimate) -> String {
        if !estimate.differs_from_zero() {
            return "nothing that the draws can tell from zero".to_owned();
        }
        let [worth, error] = self.with_error(estimate);
        format!("{worth} ±{error} {}", self.counted_in())
    }

    /// An estimate and its standard error, both to the first digit of the error.
    fn with_error(&self, estimate: Estimate) -> [String; 2] {
        let Estimate { value, standard_error } = estimate;
        let place = decade(standard_error);
        let unit = ten_to(place);
        [value, standard_error].map(|x| {
            if standard_error > 0.0 {
                self.format.number((x / unit).round() * unit, usize::try_from(-place).unwrap_or(0))
            } else {
                self.format.count(x)
            }
        })
    }

    fn tornado(&self, found: &Sensitivity) -> Table {
        let mut table = Table::new([
            words("quantity"),
            numbers("p10"),
            numbers("p90"),
            numbers(&format!("{} at p10", self.counted_in())),
            numbers("at p90"),
            numbers("swing"),
        ]);
        let shown = if found.tornado.len() > ROWS + 1 {
            ROWS
        } else {
            found.tornado.len()
        };
        for row in &found.tornado[..shown] {
            table.row([
                short(&row.key),
                value(&self.format, row.unit, row.p10),
                value(&self.format, row.unit, row.p90),
                self.amount(row.today.low),
                self.amount(row.today.high),
                self.change(row.swing),
            ]);
        }
        let rest = &found.tornado[shown..];
        if !rest.is_empty() {
            let together: f64 = rest.iter().map(|row| row.swing.abs()).filter(|swing| swing.is_finite()).sum();
            table.rule().row([
                format!("and {} more, together", rest.len()),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                format!("±{}", self.amount(together)),
            ]);
        }
        table
    }

    fn add_switching(&self, page: &mut Page, found: &Sensitivity) {
        let gain = found.proposal.map_or(0.0, |proposal| proposal - found.today);
        if gain == 0.0 {
            return;
        }
        let other = if gain > 0.0 { "today's plan" } else { "the proposal" };
        let mut switching: Vec<&TornadoRow> = found.tornado.iter().filter(|row| row.switching_value.is_some()).collect();
        let far = |row: &TornadoRow| (row.switching_level.unwrap_or(0.5) - 0.5).abs();
        switching.sort_by(|a, b| far(a).total_cmp(&far(b)));
        let better = if gain > 0.0 {
            "the proposal stays better"
        } else {
            "today's plan stays better"
        };
        if switching.is_empty() {
            page.note(&format!(
                "No quantity does so alone: {better} wherever one of them lies between its 0.1th and its 99.9th percentile, the others at \
                 their medians."
            ));
            return;
        }
        let sentences: Vec<String> = switching.iter().take(ROWS).filter_map(|row| self.switching(row, other)).collect();
        page.list(&sentences);
        let rest = switching.len().saturating_sub(ROWS);
        let more = if rest > 0 {
            format!(" So would {rest} more, further out.")
        } else {
            String::new()
        };
        let others = found.tornado.len() - switching.len();
        if others > 0 || rest > 0 {
            page.note(&format!(
                "One quantity at a time, the others at their medians.{more} With each of the other {others}, {better} all the way from its \
                 0.1th to its 99.9th percentile."
            ));
        }
    }

    /// `act.rate would have to fall below 2 % (its 3rd percentile) before today's plan is better.`
    fn switching(&self, row: &TornadoRow, other: &str) -> Option<String> {
        let (at, level) = (row.switching_value?, row.switching_level?);
        let falls = level < 0.5;
        let (verb, safe) = if falls {
            ("fall below", Safe::Above)
        } else {
            ("rise above", Safe::Below)
        };
        let both = if row.safe == Some(safe) { "" } else { ", or go far the other way," };
        Some(format!(
            "{} would have to {verb} {} ({}){both} before {other} is better.",
            row.key,
            value(&self.format, row.unit, at),
            percentile(level),
        ))
    }

    fn shares(&self, indices: &Indices) -> Table {
        let of_gain = indices.gain.is_some();
        let heads = ["alone", "with others"].map(numbers);
        let gain_heads = ["gain: alone", "with others"].map(numbers);
        let mut table = Table::new(
            std::iter::once(words("quantity"))
                .chain(heads)
                .chain(gain_heads.into_iter().filter(|_| of_gain)),
        );
        let cells = |name: String, estimates: [Option<Estimate>; 4]| {
            let taken = if of_gain { 4 } else { 2 };
            std::iter::once(name).chain(estimates.into_iter().take(taken).map(share))
        };
        let rows = largest(indices);
        for row in &rows {
            table.row(cells(
                short(&row.key),
                [Some(row.first_order), Some(row.total), row.gain_first_order, row.gain_total],
            ));
        }
        table.rule();
        if let Some(others) = &indices.others {
            table.row(cells(
                format!("{} others, taken together", others.count),
                [
                    Some(others.first_order),
                    Some(others.total),
                    others.gain_first_order,
                    others.gain_total,
                ],
            ));
        }
        let interaction = [
            Some(indices.today.interaction),
            None,
            indices.gain.map(|gain| gain.interaction),
            None,
        ];
        table.row(cells("interaction".to_owned(), interaction));
        table
    }

    fn shares_note(&self, found: &Sensitivity, indices: &Indices) -> String {
        let left_out = indices.rows.len() - largest(indices).len();
        let gain = if indices.gain.is_some() {
            " Gain is the proposal's less today's."
        } else {
            ""
        };
        let rest = if left_out > 0 {
            format!(" The other {left_out} are in the JSON.")
        } else {
            String::new()
        };
        format!(
            "Alone: what goes of the variance when this quantity becomes known (first-order Sobol' index). With others: what stays when all \
             others become known (total index). ± is the standard error of the {} draws, in sixteen replicates; ~0 is what they cannot tell from zero.{gain}{rest}",
            self.format.count(found.draws as f64)
        )
    }

    fn add_information(&self, page: &mut Page, information: &Information) {
        let chosen = if information.mean_gain > 0.0 {
            "the proposal"
        } else {
            "today's plan"
        };
        let better = match information.probability_better {
            0.0 => "none".to_owned(),
            1.0 => "all".to_owned(),
            share => self.format.percent_short(share),
        };
        page.note(&format!(
            "Without more knowledge {chosen} is the better choice; the proposal is better in {better} of the draws. To know every quantity \
             before choosing would be worth {}.",
            self.worth(information.all)
        ));
        let told: Vec<_> = information.rows.iter().filter(|row| row.worth.differs_from_zero()).collect();
        if told.is_empty() {
            page.note("No single quantity is worth measuring for this choice: the draws cannot tell the value of knowing any from zero.");
            return;
        }
        let mut table = Table::new([words("to know"), numbers(&format!("is worth {}", self.counted_in())), numbers("±")]);
        for row in told.iter().take(ROWS) {
            let [worth, error] = self.with_error(row.worth);
            table.row([short(&row.key), worth, error]);
        }
        page.table(&table);
        let rest = information.rows.len() - told.len().min(ROWS);
        if rest > 0 {
            page.note(&format!(
                "It is what the best measurement of this quantity could be worth for the choice, and so the most that one may cost. The other \
                 {rest} are worth less, or nothing that the draws can tell from zero."
            ));
        }
    }
}

/// Letters that the name of a channel or an action may have in a table before it is cut, so that what is asked of it can be read.
const NAME: usize = 14;

/// The key of a quantity in a table, where those of channels and actions go without that word and long names are cut.
pub(super) fn short(key: &str) -> String {
    let Some(named) = key.strip_prefix("channel.").or_else(|| key.strip_prefix("action.")) else {
        return key.to_owned();
    };
    let asked = match named.rmatch_indices('.').nth(1).or_else(|| named.rmatch_indices('.').next()) {
        Some((at, _)) if named[..at].chars().count() > NAME => at,
        _ => return named.to_owned(),
    };
    let name: String = named[..asked].chars().take(NAME - 1).collect();
    format!("{}…{}", name.trim_end(), &named[asked..])
}

/// The quantities that explain most of today's objective or of the gain, as far as the draws can tell them from nothing, in the order of
/// the larger of the two.
fn largest(indices: &Indices) -> Vec<&IndexRow> {
    let size = |row: &IndexRow| {
        let totals = std::iter::once(row.total).chain(row.gain_total);
        let told = totals.filter(Estimate::differs_from_zero);
        told.map(|total| total.value).fold(0.0, f64::max)
    };
    let mut rows: Vec<&IndexRow> = indices.rows.iter().filter(|row| size(row) >= SMALLEST).collect();
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    rows.truncate(ROWS);
    rows
}

/// A value of a quantity in its unit.
fn value(format: &Format, unit: CountedIn, value: f64) -> String {
    match unit {
        CountedIn::Share => format.percent(value),
        CountedIn::Money => format.money(value),
        CountedIn::Number => format.count(value),
    }
}

/// A share of a variance in percent with its standard error.
fn share(estimate: Option<Estimate>) -> String {
    match estimate {
        None => String::new(),
        // less than the last digit that is written
        Some(estimate) if estimate.differs_from_zero() && estimate.value < 0.0005 => "<0.1 %".to_owned(),
        Some(estimate) if estimate.differs_from_zero() => {
            let decimals = usize::from(estimate.standard_error < 0.005);
            let format = Format::new("");
            format!(
                "{} ±{} %",
                format.number(100.0 * estimate.value, decimals),
                format.number(
                    (100.0 * estimate.standard_error).max(if decimals == 0 { 1.0 } else { 0.1 }),
                    decimals
                )
            )
        }
        Some(_) => "~0".to_owned(),
    }
}

/// `its 2nd percentile`; beyond the first and the last, how likely that is.
fn percentile(level: f64) -> String {
    let chance = level.min(1.0 - level);
    if chance < 0.01 {
        return format!("a chance of {}", Format::new("").percent(chance));
    }
    let n = (100.0 * level).round() as u32;
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("its {n}{ending} percentile")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_words() {
        for (level, words) in [
            (0.02, "its 2nd percentile"),
            (0.111, "its 11th percentile"),
            (0.21, "its 21st percentile"),
            (0.934, "its 93rd percentile"),
            (0.0042, "a chance of 0.42 %"),
            (0.998, "a chance of 0.2 %"),
        ] {
            assert_eq!(percentile(level), words);
        }
    }

    #[test]
    fn long_names_are_cut_before_what_is_asked_of_them() {
        for (key, text) in [
            ("act.rate", "act.rate"),
            ("channel.search.reach.visits", "search.reach.visits"),
            ("channel.Out of home, big cities.reach.visits", "Out of home,….reach.visits"),
            ("action.A very long name of an action.lift", "A very long n….lift"),
        ] {
            assert_eq!(short(key), text);
        }
    }

    #[test]
    fn shares_have_no_false_digits() {
        let estimate = |value, standard_error| share(Some(Estimate { value, standard_error }));
        assert_eq!(estimate(0.3141, 0.0123), "31 ±1 %");
        assert_eq!(estimate(0.3141, 0.0023), "31.4 ±0.2 %");
        assert_eq!(estimate(0.0004, 0.0001), "<0.1 %");
        assert_eq!(estimate(0.0041, 0.0023), "~0");
        assert_eq!(estimate(0.0, 0.0), "~0");
        assert_eq!(share(None), "");
    }
}
