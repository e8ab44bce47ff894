//! What the figures of `osa lab` teach, in sentences of the terminal: each only where it is more than chance.

use crate::format::Format;
use crate::lab::{Duel, Experiment, Findings, Kept, Strategy, StrategyOutcome};
use crate::simulate::Band;

use super::counted;
use super::figures::signed;
use super::lab::{Amounts, called, quoted, whole_percent};
use super::likelihood::{grouped, probability};
use super::scorecard::capitalized;

/// Cycles without a move whose figures make an illusion that stands out of chance. What the worst of some stages recovers is about as large as the
/// spread of one, and its standard error the spread times √2 / √cycles: a seventh of it.
const ENOUGH_CYCLES: usize = 100;
/// An illusion smaller than this reads as none.
const NO_ILLUSION: f64 = 0.001;

/// A sentence for each finding that there is.
pub(super) fn sentences(experiment: &Experiment, findings: Findings, amounts: Amounts) -> Vec<String> {
    Lessons {
        experiment,
        findings,
        amounts,
    }
    .sentences()
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
            self.alarms(),
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
            "The gap between claimed and true is widest for {}: it claims {} in the middle world; its plan is truly worth {}.",
            quoted(outcome.strategy),
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
            let rows = self.findings.predictions.iter();
            let came: Vec<_> = rows
                .filter_map(|(strategy, _)| Some((*strategy, self.outcome(*strategy)?.coverage?)))
                .collect();
            let (_, first) = came.first()?;
            let shares: Vec<String> = (came.iter())
                .map(|(strategy, coverage)| format!("{} {}", quoted(*strategy), whole_percent(coverage.within)))
                .collect();
            return Some(format!(
                "Predictions came true about as often as they should, where {} was stated: {}.",
                whole_percent(first.stated),
                shares.join(", ")
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
                " moves something in {:.0} of {} and",
                outcome.changes,
                counted(self.experiment.cycles.len(), "cycle")
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

    /// An illusion, where there are cycles enough for it to stand out of chance and it is large enough to be seen.
    fn seen(&self, figure: Option<f64>) -> Option<f64> {
        let cycles = self.experiment.worlds * self.experiment.cycles.len();
        figure.filter(|size| cycles >= ENOUGH_CYCLES && *size >= NO_ILLUSION)
    }

    /// What nobody did: luck that turns.
    fn illusions(&self) -> Option<String> {
        let illusions = &self.experiment.illusions;
        let percent = |share: f64| Format::new("").percent(share);
        let mut parts = Vec::new();
        if let Some(recovers) = self.seen(illusions.worst_stage_recovers) {
            parts.push(format!(
                "the stage that looks worst in a cycle is {} better in the next",
                percent(recovers)
            ));
        }
        if let Some(exceeds) = self.seen(illusions.best_channel_exceeds) {
            let after = illusions
                .best_channel_after
                .map(|after| format!(", {} the cycle after", signed(after, percent(after))))
                .unwrap_or_default();
            parts.push(format!(
                "the channel that looks best beats its own mean by {}{after}",
                percent(exceeds)
            ));
        }
        (!parts.is_empty()).then(|| format!("With nothing done at all, {}: that is chance.", parts.join("; ")))
    }

    /// Signals that no strategy has made. A chart cannot tell chance from a business that grows.
    fn alarms(&self) -> Option<String> {
        let alarms = self.seen(self.experiment.illusions.false_alarms)?;
        Some(format!(
            "Control charts of leads per visit, customers per lead, customers kept and repeat orders show a signal in {} of the cases, though \
             nothing was done: chance and the growth of the business make them.",
            Format::new("").percent(alarms)
        ))
    }
}

/// The name of a strategy at the beginning of a sentence.
fn capitalized_name(strategy: Strategy) -> String {
    format!("“{}”", capitalized(&called(strategy)))
}
