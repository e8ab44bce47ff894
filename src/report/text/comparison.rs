//! The page of `osa compare`: plans side by side, each with its difference to the first.

use crate::analyze::{ComparedPlan, Comparison, Line};
use crate::format::ABSENT;
use crate::scenario::Measure;
use crate::score::Unit;
use crate::simulate::Futures;

use super::figures::{Figures, label, objective_unit, unit};
use super::likelihood;
use super::page::Page;
use super::table::{Table, numbers, words};

/// So many plans fit beside the first one, each with its difference.
const BESIDE: usize = 2;

/// Legend, totals and KPIs, the spend of the channels that differ, actions that differ, notes.
#[must_use]
pub fn comparison(comparison: &Comparison, futures: Option<&Futures>) -> String {
    let largest = comparison
        .measures
        .iter()
        .flat_map(|line| &line.values)
        .flatten()
        .fold(0.0, |largest: f64, value| largest.max(value.abs()));
    let figures: Vec<Figures> = comparison
        .plans
        .iter()
        .map(|plan| Figures::of(&plan.currency, plan.period, largest))
        .collect();
    let mut page = Page::default();
    page.heading("Plans").table(&legend(&comparison.plans));
    let others: Vec<usize> = (1..comparison.plans.len()).collect();
    for beside in others.chunks(BESIDE) {
        page.table(&side_by_side(comparison, beside, &figures));
    }
    if let Some(futures) = futures {
        page.list(&chances(comparison, futures, &figures)).note(&likelihood::drawn(futures));
    }
    let differing: Vec<&Line> = comparison.channels.iter().filter(|line| line.differs()).collect();
    if differing.is_empty() {
        page.note("Every channel spends the same in all plans.");
    } else {
        for beside in others.chunks(BESIDE) {
            let mut table = head_of("spend", beside);
            for line in &differing {
                let values = beside.iter().flat_map(|&plan| {
                    [
                        figures[plan].money(line.values[plan]),
                        figures[plan].difference(Unit::Money, line.differences[plan]),
                    ]
                });
                table.row([line.name.clone(), figures[0].money(line.values[0])].into_iter().chain(values));
            }
            page.table(&table);
        }
        let same = comparison.channels.len() - differing.len();
        if same > 0 {
            page.note(&format!(
                "{same} other channel{} spend{} the same.",
                if same == 1 { "" } else { "s" },
                if same == 1 { "s" } else { "" }
            ));
        }
    }
    let actions: Vec<String> = comparison
        .actions
        .iter()
        .filter(|(_, done)| done.iter().any(|&d| d != done[0]))
        .map(|(name, done)| {
            let with: Vec<String> = (0..done.len()).filter(|&plan| done[plan]).map(letter).collect();
            format!("{name}: only in {}.", with.join(", "))
        })
        .collect();
    page.list(&actions).list(&comparison.notes).finish()
}

/// How sure each difference to the first plan is.
fn chances(comparison: &Comparison, futures: &Futures, figures: &[Figures]) -> Vec<String> {
    let first = &comparison.plans[0];
    let unit = objective_unit(first.objective);
    (1..comparison.plans.len())
        .filter(|&plan| comparison.plans[plan].difference.is_some())
        .map(|plan| {
            let difference = &futures.differences[plan - 1];
            likelihood::gain(&figures[plan], unit, [&letter(plan), "A"], first.objective_name, difference)
        })
        .collect()
}

fn legend(plans: &[ComparedPlan]) -> Table {
    let mut table = Table::new([words(""), words("file"), words("scenario"), words("horizon")]);
    for (i, plan) in plans.iter().enumerate() {
        let plural = if plan.periods == 1 { "" } else { "s" };
        table.row([
            letter(i),
            plan.label.clone(),
            plan.scenario.clone(),
            format!("{} {}{plural}", plan.periods, plan.period),
        ]);
    }
    table
}

/// First column, the first plan, then each of `beside` with its difference.
fn head_of(first: &str, beside: &[usize]) -> Table {
    let others = beside
        .iter()
        .flat_map(|&plan| [numbers(&letter(plan)), numbers(&format!("{} − A", letter(plan)))]);
    Table::new([words(first), numbers("A")].into_iter().chain(others))
}

fn side_by_side(comparison: &Comparison, beside: &[usize], figures: &[Figures]) -> Table {
    let mut table = head_of("over the horizon", beside);
    let plans = &comparison.plans;
    let objective = objective_unit(plans[0].objective);
    let name = plans[0].objective_name;
    let values = beside.iter().flat_map(|&i| {
        let plan = &plans[i];
        let own = if plan.objective_name == name {
            figures[i].figure(objective, Some(plan.value))
        } else {
            ABSENT.to_owned()
        };
        [own, figures[i].difference(objective, plan.difference)]
    });
    table.row(
        [name.to_owned(), figures[0].figure(objective, Some(plans[0].value))]
            .into_iter()
            .chain(values),
    );
    for line in &comparison.measures {
        let Some(&measure) = Measure::ALL.iter().find(|measure| measure.key() == line.name) else {
            continue;
        };
        if label(measure) == name {
            continue;
        }
        let unit = unit(measure);
        let values = beside.iter().flat_map(|&plan| {
            [
                figures[plan].figure(unit, line.values[plan]),
                figures[plan].difference(unit, line.differences[plan]),
            ]
        });
        table.row(
            [label(measure).to_owned(), figures[0].figure(unit, line.values[0])]
                .into_iter()
                .chain(values),
        );
    }
    table
}

/// A, B, … Z, then P27, P28, …
fn letter(plan: usize) -> String {
    u8::try_from(plan)
        .ok()
        .filter(|&plan| plan < 26)
        .map_or_else(|| format!("P{}", plan + 1), |plan| char::from(b'A' + plan).to_string())
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn plans_have_letters_then_numbers() {
        assert_eq!([0, 1, 25, 26].map(letter), ["A", "B", "Z", "P27"]);
    }
}
