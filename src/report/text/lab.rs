//! The page of `osa lab`: what each strategy got and what it believed, and what these figures teach.

use crate::format::{ABSENT, Format, Language};
use crate::lab::{Experiment, Findings, Span, Strategy, StrategyOutcome};
use crate::report::lab_terms;
use crate::scenario::Scenario;
use crate::score::Unit;
use crate::words::Words;

use super::figures::{objective_unit, signed};
use super::lab_lessons;
use super::likelihood::{grouped, span};
use super::page::Page;
use super::table::{Table, numbers, words};
use super::{counted, objective, title};

/// The experiment: results, beliefs, lessons.
#[must_use]
pub fn lab(scenario: &Scenario, experiment: &Experiment) -> String {
    let amounts = Amounts::new(scenario, experiment.objective);
    let findings = Findings::of(experiment);
    let ranked: Vec<&StrategyOutcome> = (findings.ranking.iter())
        .filter_map(|strategy| experiment.outcome(*strategy))
        .collect();
    let mut page = Page::default();
    page.heading(&title(scenario)).note(&played(scenario, experiment));
    page.heading(&format!(
        "What each strategy got: {} over changing nothing",
        scenario.objective_name()
    ))
    .table(&got(&ranked, &amounts));
    page.note(&format!(
        "Here {} is as it came, with luck; the best mean stands first in both tables. Median: the world in the middle; 8 in 10: the worlds \
         without the best and the worst tenth; best: share of the worlds in which it ends ahead of all but the oracle. The chart lab_profit \
         counts what comes within the horizon alone.",
        scenario.objective_name()
    ));
    page.heading("What each strategy believed").table(&believed(&ranked, &amounts));
    page.note(&format!(
        "Behind oracle: as it came, with luck. Claimed: what the strategy would report itself; true: what its plan is worth with luck taken \
         out; both over changing nothing. Kept: measured customers that lay within what was predicted. Changes: cycles in which it moved \
         something. Amounts are medians. {}",
        objective(scenario)
    ));
    if experiment.outcome(Strategy::BigBang).is_some() {
        page.note(
            "The jump is the plan that osa optimize FILE writes. Worlds are drawn from the ranges of the file: a file that is too sure of \
             itself makes the big bang look good.",
        );
    }
    page.list(&lab_lessons::sentences(experiment, findings, amounts));
    page.finish()
}

/// What was played, in a sentence.
fn played(scenario: &Scenario, experiment: &Experiment) -> String {
    let worlds = match experiment.worlds {
        1 => "1 hidden world".to_owned(),
        worlds => format!("{} hidden worlds", grouped(worlds as u64)),
    };
    let strategies = experiment.outcomes.len();
    let plural = if strategies == 1 { "y" } else { "ies" };
    format!(
        "Played: {strategies} strateg{plural} in the same {worlds}, {}, seed {}.",
        lasting(scenario, &experiment.cycles),
        experiment.seed
    )
}

/// `12 cycles of 1 month`, `12 cycles of 4 or 5 weeks`.
fn lasting(scenario: &Scenario, cycles: &[Span]) -> String {
    let word = scenario.plan.period.word();
    let lengths = || cycles.iter().map(|cycle| cycle.end.saturating_sub(cycle.first));
    let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    let each = if shortest == longest {
        counted(longest, word)
    } else {
        format!("{shortest} or {}", counted(longest, word))
    };
    format!("{} of {each}", counted(cycles.len(), "cycle"))
}

/// The name of a strategy on the terminal.
pub(super) fn called(strategy: Strategy) -> String {
    lab_terms::strategy(Words::new(Language::English), strategy)
}

/// The same within a sentence.
pub(super) fn quoted(strategy: Strategy) -> String {
    format!("“{}”", called(strategy))
}

fn got(ranked: &[&StrategyOutcome], amounts: &Amounts) -> Table {
    let mut table = Table::new([
        words("strategy"),
        numbers(&format!("mean {}", amounts.counted_in())),
        numbers("median"),
        numbers("8 in 10"),
        numbers("best"),
    ]);
    for outcome in ranked {
        let gain = &outcome.gain;
        let best = match outcome.strategy {
            Strategy::Oracle => ABSENT.to_owned(),
            _ => whole_percent(outcome.best_share),
        };
        table.row([
            called(outcome.strategy),
            amounts.change(gain.mean),
            amounts.change(gain.p50),
            span(amounts.change(gain.p10), amounts.change(gain.p90)),
            best,
        ]);
    }
    table
}

fn believed(ranked: &[&StrategyOutcome], amounts: &Amounts) -> Table {
    let mut table = Table::new([
        words("strategy"),
        numbers(&format!("behind oracle {}", amounts.counted_in())),
        numbers("claimed"),
        numbers("true"),
        numbers("kept"),
        numbers("changes"),
    ]);
    for outcome in ranked {
        let kept = outcome
            .coverage
            .map_or_else(|| ABSENT.to_owned(), |coverage| whole_percent(coverage.within));
        table.row([
            called(outcome.strategy),
            amounts.plain(outcome.regret.p50),
            amounts.change(outcome.claimed.p50),
            amounts.change(outcome.true_gain.p50),
            kept,
            Format::new("").number(outcome.changes, 1),
        ]);
    }
    table
}

/// A share in a column: `44 %`.
pub(super) fn whole_percent(share: f64) -> String {
    match share {
        share if share > 0.0 && share < 0.005 => "<1 %".to_owned(),
        share if share < 1.0 && share > 0.995 => ">99 %".to_owned(),
        share => Format::new("").percent((share * 100.0).round() / 100.0),
    }
}

/// Amounts of the objective.
pub(super) struct Amounts {
    format: Format,
    unit: Unit,
}

impl Amounts {
    pub(super) fn new(scenario: &Scenario, objective: &str) -> Self {
        Self {
            format: Format::new(&scenario.plan.currency),
            unit: objective_unit(objective),
        }
    }

    /// What stands in the head of a column.
    pub(super) fn counted_in(&self) -> &str {
        match self.unit {
            Unit::Money => self.format.currency(),
            _ => "customers",
        }
    }

    /// In a column.
    pub(super) fn plain(&self, amount: f64) -> String {
        self.format.compact(amount)
    }

    /// The same with its sign.
    pub(super) fn change(&self, amount: f64) -> String {
        signed(amount, self.plain(amount))
    }

    /// In a sentence.
    pub(super) fn whole(&self, amount: f64) -> String {
        match self.unit {
            Unit::Money => self.format.money(amount),
            _ => format!("{} customers", self.plain(amount)),
        }
    }

    /// In a sentence, with its sign.
    pub(super) fn whole_change(&self, amount: f64) -> String {
        signed(amount, self.whole(amount))
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::report::lab_fixture::{Shape, classroom, experiment};

    fn written(shape: &Shape) -> String {
        anstream::adapter::strip_str(&lab(&classroom(), &experiment(shape))).to_string()
    }

    /// The same on one line.
    fn flat(page: &str) -> String {
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn fits(page: &str) {
        for line in page.lines() {
            assert!(line.width() <= 80, "{} columns: {line}", line.width());
        }
    }

    #[test]
    fn the_best_stands_first_and_claims_beside_what_is_true() {
        let page = written(&Shape::default());
        fits(&page);
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in\n{page}"));
        assert!(at("\noracle") < at("\nkaizen") && at("\nkaizen") < at("\nbig bang") && at("\nchange nothing") < at("\ntampering"));
        for sentence in [
            "“Kaizen” ends best in 44 % of the worlds",
            "beat the one jump",
            "The gap between claimed and true is widest for “whatever looked better”: it claims +1",
            "the best mean stands first in both tables",
            "The jump is the plan that osa optimize FILE writes",
            "61 % came true, 80 % should have",
            "worse than to change nothing",
            "11.5 % better in the next",
            "show a signal in 26.3 % of the cases, though nothing was done: chance and the growth of the business make them",
        ] {
            assert!(flat(&page).contains(sentence), "no “{sentence}” in\n{page}");
        }
    }

    #[test]
    fn it_fits_the_terminal_at_any_size() {
        for scale in [1e-4, 1.0, 1e3, 1e7, 1e10] {
            for (worlds, cycles) in [(1, 1), (2, 1), (500, 24)] {
                for objective in ["profit", "customers"] {
                    fits(&written(&Shape {
                        objective,
                        worlds,
                        cycles,
                        scale,
                        ..Shape::default()
                    }));
                }
            }
        }
    }

    #[test]
    fn what_chance_could_have_made_is_not_said() {
        let few = written(&Shape {
            worlds: 7,
            ..Shape::default()
        });
        let few = flat(&few);
        assert!(few.contains("7 worlds tell little") && !few.contains("ends best in"), "{few}");
        let alike = written(&Shape {
            gains: [0.0, 0.02, 0.021, 0.01, 0.01, 0.01, 0.01, 0.03],
            boasts: [0.0; 8],
            ..Shape::default()
        });
        let alike = flat(&alike);
        assert!(alike.contains("cannot tell small measured steps"), "{alike}");
        assert!(
            !alike.contains("it claims") && !alike.contains("worse than to change nothing"),
            "{alike}"
        );
    }

    #[test]
    fn a_subset_and_an_upset_are_told_as_they_are() {
        let page = written(&Shape {
            strategies: vec![Strategy::Hold, Strategy::BigBang, Strategy::Kaizen, Strategy::Oracle],
            gains: [0.0, 15.0, 12.0, 0.0, 0.0, 0.0, 0.0, 18.0],
            ..Shape::default()
        });
        let page = flat(&page);
        assert!(page.contains("4 strategies"), "{page}");
        assert!(page.contains("The one jump") && page.contains("beats small measured"), "{page}");
        assert!(!page.contains("tampering"), "{page}");
    }

    #[test]
    fn predictions_as_stated_are_told_with_what_came_true() {
        let mut found = experiment(&Shape::default());
        for (outcome, within) in found
            .outcomes
            .iter_mut()
            .filter(|outcome| outcome.coverage.is_some())
            .zip([0.83, 0.79, 0.81])
        {
            outcome.coverage.as_mut().expect("predictions").within = within;
        }
        let page = flat(&anstream::adapter::strip_str(&lab(&classroom(), &found)).to_string());
        let sentence = "“big bang” 83 %, “kaizen” 79 %, “Thompson sampling” 81 %";
        assert!(page.contains(sentence) && page.contains("where 80 % was stated"), "{page}");
    }

    #[test]
    fn one_cycle_is_no_cycles() {
        let mut found = experiment(&Shape {
            cycles: 1,
            ..Shape::default()
        });
        let page = flat(&anstream::adapter::strip_str(&lab(&classroom(), &found)).to_string());
        assert!(page.contains("in 1 of 1 cycle and") && !page.contains("1 cycles"), "{page}");
        found.outcomes.retain(|outcome| outcome.strategy != Strategy::BigBang);
        let page = flat(&anstream::adapter::strip_str(&lab(&classroom(), &found)).to_string());
        assert!(!page.contains("The jump is"), "{page}");
    }
}
