//! The page of `osa lab`: what each strategy got and what it believed, and what these figures teach.

use crate::format::{ABSENT, Format, Language};
use crate::lab::{Duel, Experiment, Findings, Kept, Span, Strategy, StrategyOutcome};
use crate::report::lab_terms;
use crate::scenario::Scenario;
use crate::score::Unit;
use crate::simulate::Band;
use crate::words::Words;

use super::figures::{objective_unit, signed};
use super::likelihood::{grouped, probability, span};
use super::page::Page;
use super::scorecard::capitalized;
use super::table::{Table, numbers, words};
use super::{counted, objective, title};

/// Cycles without a move whose figures make an illusion that stands out of chance. What the worst of some stages recovers is about as large as the
/// spread of one, and its standard error the spread times √2 / √cycles: a seventh of it.
const ENOUGH_CYCLES: usize = 100;
/// An illusion smaller than this reads as none.
const NO_ILLUSION: f64 = 0.001;

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
    page.note(
        "Median: the world in the middle; 8 in 10: the worlds without the best and the worst tenth; best: share of the worlds in which it \
         ends ahead of all but the oracle.",
    );
    page.heading("What each strategy believed").table(&believed(&ranked, &amounts));
    page.note(&format!(
        "True: what the plan is worth with luck taken out; claimed: what the strategy would report itself; both over changing nothing. Kept: \
         measured customers that lay within what was predicted. Changes: cycles in which it moved something. Amounts are medians. {}",
        objective(scenario)
    ));
    let lessons = Lessons {
        experiment,
        findings,
        amounts,
    };
    page.list(&lessons.sentences());
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
fn called(strategy: Strategy) -> String {
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
fn whole_percent(share: f64) -> String {
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

/// What the figures of an experiment teach, in sentences.
struct Lessons<'a> {
    experiment: &'a Experiment,
    findings: Findings,
    amounts: Amounts,
}

impl Lessons<'_> {
    /// A sentence for each finding that there is.
    fn sentences(&self) -> Vec<String> {
        if !self.findings.enough_worlds {
            let worlds = match self.experiment.worlds {
                1 => "One world tells".to_owned(),
                worlds => format!("{worlds} worlds tell"),
            };
            return vec![format!(
                "{worlds} little: chance decides as much as the strategy. Play 30 or more to compare them."
            )];
        }
        [
            self.winner(),
            self.duel(),
            self.boaster(),
            self.predictions(),
            self.harmful(),
            self.illusions(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn outcome(&self, strategy: Strategy) -> Option<&StrategyOutcome> {
        self.experiment.outcome(strategy)
    }

    /// A share of the worlds.
    fn share(&self, share: f64) -> String {
        probability(share, self.experiment.worlds as u64)
    }

    fn winner(&self) -> Option<String> {
        let outcome = self.outcome(self.findings.winner?)?;
        let mut text = format!(
            "{} ends best in {} of the worlds",
            capitalized_name(outcome.strategy),
            self.share(outcome.best_share)
        );
        if outcome.strategy != Strategy::Hold {
            text.push_str(&format!(
                ", and above {} in {}",
                quoted(Strategy::Hold),
                self.share(outcome.better_than_hold)
            ));
        }
        Some(text + ".")
    }

    fn duel(&self) -> Option<String> {
        let (kaizen, jump) = (self.outcome(Strategy::Kaizen)?, self.outcome(Strategy::BigBang)?);
        let of = |gain: &Band| self.amounts.whole_change(gain.p50);
        let (steps, one) = (of(&kaizen.gain), of(&jump.gain));
        Some(match self.findings.duel? {
            Duel::Kaizen => {
                format!("Small measured steps ({steps} in the middle world) beat the one jump to the believed optimum ({one}).")
            }
            Duel::BigBang => format!(
                "The one jump to the believed optimum ({one} in the middle world) beats small measured steps ({steps}): here the model was \
                 near enough to the truth, or waiting was dear."
            ),
            Duel::Open => format!(
                "{} worlds cannot tell small measured steps ({steps} in the middle world) from the one jump ({one}).",
                grouped(self.experiment.worlds as u64)
            ),
        })
    }

    fn boaster(&self) -> Option<String> {
        let outcome = self.outcome(self.findings.boaster?)?;
        let (claimed, came) = (outcome.claimed.p50, outcome.true_gain.p50);
        Some(format!(
            "{} claims {} in the middle world; its plan is truly worth {}.",
            capitalized_name(outcome.strategy),
            self.amounts.whole_change(claimed),
            self.amounts.whole_change(came)
        ))
    }

    /// The strategy whose predictions came true most unlike what was stated.
    fn predictions(&self) -> Option<String> {
        let rows = self.findings.predictions.iter().filter(|(_, kept)| *kept != Kept::AsStated);
        let worst = rows
            .filter_map(|(strategy, kept)| Some((*strategy, *kept, self.outcome(*strategy)?.coverage?)))
            .max_by(|a, b| (a.2.within - a.2.stated).abs().total_cmp(&(b.2.within - b.2.stated).abs()));
        let Some((strategy, kept, coverage)) = worst else {
            let (_, coverage) = self
                .findings
                .predictions
                .first()
                .and_then(|(strategy, _)| Some((strategy, self.outcome(*strategy)?.coverage?)))?;
            return Some(format!(
                "Predictions came true as often as was stated: in {} of the cycles.",
                whole_percent(coverage.stated)
            ));
        };
        let verdict = match kept {
            Kept::TooWide => "it knows more than it says",
            Kept::TooNarrow | Kept::AsStated => "it is surer than it may be",
        };
        Some(format!(
            "Of the predictions of {} {} came true, {} should have: {verdict}.",
            quoted(strategy),
            whole_percent(coverage.within),
            whole_percent(coverage.stated)
        ))
    }

    /// The strategy that does worst, where holding still does better.
    fn harmful(&self) -> Option<String> {
        let outcome = self.outcome(*self.findings.harmful.first()?)?;
        let moved = if outcome.changes >= 1.0 {
            format!(
                " moves something in {:.0} of {} cycles and",
                outcome.changes,
                self.experiment.cycles.len()
            )
        } else {
            String::new()
        };
        Some(format!(
            "{}{moved} comes to {} in the middle world: worse than to change nothing.",
            capitalized_name(outcome.strategy),
            self.amounts.whole_change(outcome.gain.p50)
        ))
    }

    /// What nobody did.
    fn illusions(&self) -> Option<String> {
        if self.experiment.worlds * self.experiment.cycles.len() < ENOUGH_CYCLES {
            return None;
        }
        let illusions = &self.experiment.illusions;
        let seen = |figure: Option<f64>| figure.filter(|size| *size >= NO_ILLUSION);
        let percent = |share: f64| Format::new("").percent(share);
        let mut parts = Vec::new();
        if let Some(recovers) = seen(illusions.worst_stage_recovers) {
            parts.push(format!(
                "the stage that looks worst in a cycle is {} better in the next",
                percent(recovers)
            ));
        }
        if let Some(exceeds) = seen(illusions.best_channel_exceeds) {
            let after = illusions
                .best_channel_after
                .map(|after| format!(", {} the cycle after", signed(after, percent(after))))
                .unwrap_or_default();
            parts.push(format!(
                "the channel that looks best beats its own mean by {}{after}",
                percent(exceeds)
            ));
        }
        if let Some(alarms) = seen(illusions.false_alarms) {
            parts.push(format!("{} of the control charts show a signal", percent(alarms)));
        }
        (!parts.is_empty()).then(|| format!("With nothing done at all, {}: that is chance.", parts.join("; ")))
    }
}

/// The name of a strategy at the beginning of a sentence.
fn capitalized_name(strategy: Strategy) -> String {
    format!("“{}”", capitalized(&called(strategy)))
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
            "“Whatever looked better” claims +1",
            "61 % came true, 80 % should have",
            "worse than to change nothing",
            "11.5 % better in the next",
            "26.3 % of the control charts show a signal",
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
            !alike.contains("claims") && !alike.contains("worse than to change nothing"),
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
}
