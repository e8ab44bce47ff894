//! What an experiment teaches: only what its worlds can tell from chance.

use crate::simulate::Band;

use super::{Coverage, Experiment, Strategy, StrategyOutcome};

/// What is to be learnt from the figures of an experiment. What chance alone could have made is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// Strategies by the mean of what they came to, the best first; equals in the order of [`Strategy::ALL`].
    pub ranking: Vec<Strategy>,
    /// What is ahead at the end in the world in the middle, within the horizon and among all but the oracle; it may be hold.
    pub leader: Option<Leader>,
    /// Whether there are worlds enough for averages to say anything; without them all that follows is empty.
    pub enough_worlds: bool,
    /// What ends best most often among all but the oracle, where no other does so about as often.
    pub winner: Option<Strategy>,
    /// What kaizen came to beside the big bang.
    pub duel: Option<Duel>,
    /// Strategies that come to less than hold, the worst first.
    pub harmful: Vec<Strategy>,
    /// The strategy that claims most beyond what its plan is worth, by the medians, which tables and charts show.
    pub boaster: Option<Strategy>,
    /// How predictions came true, in the order of the outcomes, of strategies that predict.
    pub predictions: Vec<(Strategy, Kept)>,
}

/// What is ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leader {
    pub strategy: Strategy,
    /// The first cycle, from 1, at the end of which it is ahead for good.
    pub from: usize,
}

/// Kaizen against the big bang.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duel {
    /// Kaizen comes to more.
    Kaizen,
    /// The big bang comes to more.
    BigBang,
    /// The worlds cannot tell.
    Open,
}

/// How often predictions came true, beside how often they should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Too seldom: the ranges were too narrow.
    TooNarrow,
    AsStated,
    /// Too often: the ranges were too wide.
    TooWide,
}

/// Worlds below which nothing is said of averages: a standard deviation out of fewer is off by more than an eighth (1 / √(2 · 30)).
const ENOUGH: usize = 30;
/// Standard errors from which on a difference is no chance: one in 370 for each that is looked at.
const ERRORS: f64 = 3.0;

impl Findings {
    #[must_use]
    pub fn of(experiment: &Experiment) -> Self {
        let outcomes = &experiment.outcomes;
        let mut by_value: Vec<&StrategyOutcome> = outcomes.iter().collect();
        by_value.sort_by(|a, b| b.value.mean.total_cmp(&a.value.mean));
        let ranking = by_value.iter().map(|outcome| outcome.strategy).collect();
        let none = Self {
            ranking,
            leader: leader(outcomes),
            enough_worlds: experiment.worlds >= ENOUGH,
            winner: None,
            duel: None,
            harmful: Vec::new(),
            boaster: None,
            predictions: Vec::new(),
        };
        if !none.enough_worlds {
            return none;
        }
        let harmful = by_value.iter().rev().filter(|outcome| is_loss(&outcome.gain));
        Self {
            winner: winner(outcomes, experiment.worlds),
            duel: duel(experiment),
            harmful: harmful.map(|outcome| outcome.strategy).collect(),
            boaster: boaster(outcomes),
            predictions: outcomes
                .iter()
                .filter_map(|outcome| Some((outcome.strategy, kept(outcome.coverage?, experiment.worlds))))
                .collect(),
            ..none
        }
    }
}

impl Experiment {
    /// What a strategy came to, where it plays.
    #[must_use]
    pub fn outcome(&self, strategy: Strategy) -> Option<&StrategyOutcome> {
        self.outcomes.iter().find(|outcome| outcome.strategy == strategy)
    }
}

/// What is ahead at the end, by the medians of the lead over hold.
fn leader(outcomes: &[StrategyOutcome]) -> Option<Leader> {
    let others = || outcomes.iter().filter(|outcome| outcome.strategy != Strategy::Oracle);
    let at = |outcome: &StrategyOutcome, cycle: usize| outcome.lead.get(cycle).map_or(f64::NEG_INFINITY, |band| band.p50);
    let last = others().map(|outcome| outcome.lead.len()).max()?.checked_sub(1)?;
    let best = others().reduce(|best, other| if at(other, last) > at(best, last) { other } else { best })?;
    let is_ahead = |cycle: usize| {
        let rest = others()
            .filter(|other| other.strategy != best.strategy)
            .map(|other| at(other, cycle));
        rest.fold(f64::NEG_INFINITY, f64::max) <= at(best, cycle)
    };
    let from = (1..=last).rev().take_while(|cycle| is_ahead(*cycle)).last().unwrap_or(last);
    Some(Leader {
        strategy: best.strategy,
        from,
    })
}

/// What ends best most often, where the next is further behind than chance.
fn winner(outcomes: &[StrategyOutcome], worlds: usize) -> Option<Strategy> {
    let mut shares: Vec<(Strategy, f64)> = (outcomes.iter())
        .filter(|outcome| outcome.strategy != Strategy::Oracle)
        .map(|outcome| (outcome.strategy, outcome.best_share))
        .collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (strategy, best) = *shares.first()?;
    let next = shares.get(1).map_or(0.0, |next| next.1);
    // of two shares of one multinomial sample: (p + q − (p − q)²) / n
    let difference = best - next;
    let error = ((best + next - difference * difference).max(0.0) / worlds as f64).sqrt();
    (difference > ERRORS * error && difference > 0.0).then_some(strategy)
}

fn duel(experiment: &Experiment) -> Option<Duel> {
    experiment.outcome(Strategy::Kaizen)?;
    experiment.outcome(Strategy::BigBang)?;
    let duel = &experiment.duel;
    Some(match duel.differs_from_zero() {
        true if duel.mean > 0.0 => Duel::Kaizen,
        true => Duel::BigBang,
        false => Duel::Open,
    })
}

/// Claimed and came, most apart by their medians, where the means say that it is no chance.
fn boaster(outcomes: &[StrategyOutcome]) -> Option<Strategy> {
    let excesses = outcomes.iter().filter_map(|outcome| {
        excess(&outcome.claimed, &outcome.true_gain).filter(|excess| *excess > 0.0)?;
        Some((outcome.strategy, outcome.claimed.p50 - outcome.true_gain.p50))
    });
    excesses.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(strategy, _)| strategy)
}

/// Whether a gain over hold is a loss, in the mean and in the middle.
fn is_loss(gain: &Band) -> bool {
    gain.mean < 0.0 && gain.p50 < 0.0 && gain.differs_from_zero()
}

/// By how much the mean of a figure exceeds that of another, where that is no chance and the medians say the same.
///
/// The errors are those of independent figures. Strategies meet the same worlds, so the true error is smaller as a rule: what this calls a
/// difference is one.
fn excess(one: &Band, other: &Band) -> Option<f64> {
    let difference = one.mean - other.mean;
    let [one_error, other_error] = [one, other].map(Band::standard_error);
    let error = (one_error * one_error + other_error * other_error).sqrt();
    let same_way = (one.p50 - other.p50) * difference > 0.0;
    (same_way && difference.abs() > ERRORS * error).then_some(difference)
}

fn kept(coverage: Coverage, worlds: usize) -> Kept {
    // the predictions of one world hang together: it counts as one
    let independent = coverage.predictions.min(worlds).max(1) as f64;
    let error = (coverage.stated * (1.0 - coverage.stated) / independent).sqrt();
    match coverage.within - coverage.stated {
        short if short < -ERRORS * error => Kept::TooNarrow,
        more if more > ERRORS * error => Kept::TooWide,
        _ => Kept::AsStated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn predictions_are_judged_by_their_worlds() {
        let judged = |within, worlds| {
            let coverage = Coverage {
                within,
                stated: 0.8,
                predictions: 12 * worlds,
            };
            kept(coverage, worlds)
        };
        // 500 worlds: the standard error of a share of 80 % is 1.8 points
        assert_eq!(judged(0.74, 500), Kept::TooNarrow);
        assert_eq!(judged(0.75, 500), Kept::AsStated);
        assert_eq!(judged(0.85, 500), Kept::AsStated);
        assert_eq!(judged(0.86, 500), Kept::TooWide);
        // 30 worlds: 7.3 points
        assert_eq!(judged(0.61, 30), Kept::AsStated);
        assert_eq!(judged(0.57, 30), Kept::TooNarrow);
    }

    #[test]
    fn the_leader_is_ahead_for_good() {
        let outcome = |strategy, lead: [f64; 4]| {
            let nothing = Band::of(&[0.0], 1).expect("a value");
            StrategyOutcome {
                strategy,
                value: nothing,
                path: Vec::new(),
                lead: lead.map(|x| Band::of(&[x], 1).expect("a value")).to_vec(),
                gain: nothing,
                regret: nothing,
                best_share: 0.0,
                better_than_hold: 0.0,
                claimed: nothing,
                true_gain: nothing,
                coverage: None,
                changes: 0.0,
            }
        };
        let found = |kaizen: [f64; 4]| {
            leader(&[
                outcome(Strategy::Hold, [0.0; 4]),
                outcome(Strategy::BigBang, [0.0, 3.0, 1.0, 2.0]),
                outcome(Strategy::Kaizen, kaizen),
                outcome(Strategy::Oracle, [0.0, 9.0, 9.0, 9.0]),
            ])
        };
        let leads = |strategy, from| Some(Leader { strategy, from });
        assert_eq!(found([0.0, 1.0, 2.0, 4.0]), leads(Strategy::Kaizen, 2));
        assert_eq!(found([0.0, 4.0, 0.0, 4.0]), leads(Strategy::Kaizen, 3));
        assert_eq!(found([0.0, 1.0, 2.0, 1.0]), leads(Strategy::BigBang, 3));
        assert_eq!(leader(&[outcome(Strategy::Hold, [0.0; 4])]), leads(Strategy::Hold, 1));
        assert_eq!(leader(&[]), None);
    }

    #[test]
    fn a_difference_is_one_when_mean_and_median_say_so() {
        let band = |values: &[f64]| Band::of(values, values.len() as u64).expect("values");
        let spread: Vec<f64> = (0..100).map(|i| f64::from(i % 10)).collect();
        let moved = |by: f64| band(&spread.iter().map(|x| x + by).collect::<Vec<_>>());
        // standard deviation 2.9, so three errors of a difference are 3 · 2.9 · √2 / 10 = 1.2
        assert_eq!(excess(&moved(1.0), &moved(0.0)), None);
        assert!(excess(&moved(1.5), &moved(0.0)).is_some_and(|excess| (excess - 1.5).abs() < 1e-12));
        assert!(excess(&moved(0.0), &moved(1.5)).is_some_and(|excess| excess < 0.0));
        // a single world of great luck lifts the mean, and not the median
        let mut lucky = spread.clone();
        lucky[0] = 1e9;
        assert_eq!(excess(&band(&lucky), &moved(1.5)), None);
        assert!(is_loss(&moved(-6.0)) && !is_loss(&moved(-4.5)) && !is_loss(&moved(0.0)));
    }
}
