//! The least budget for a target: the smallest sum of money that reaches it, or the ceiling where none does.

use crate::model::{Decision, Form};
use crate::simulate::{Goal, Risk, Simulator};

use super::super::clash::Clash;
use super::super::proposal::Column;
use super::super::space::Space;
use super::bracket::{End, next};
use super::looks::{Look, MULTIPLES, least_money, most_money, needed, yardstick};
use super::reverse_funnel::ReverseFunnel;
use super::target::{ChannelChange, LeastBudget, LeastPlan, Target, Verdict};

/// The least budget is found to this share of itself; one that is smaller by more falls short.
const CLOSE: f64 = 1e-7;
/// The same with a probability, which moves in steps of one draw.
const CLOSE_IN_DRAWS: f64 = 1e-4;
/// Tries of one bracket: every third halves it, so that it is a billionth wide at the latest.
const TRIES: usize = 90;
/// Times that another choice of actions may turn out cheaper.
const ROUNDS: usize = 6;

/// Looks for the least money that reaches a target within the limits; the scenario's own budget is lifted.
///
/// The figure of a look is what the best plan for a budget brings, or with a probability the quantile that it exceeds in so many draws.
/// It rises with the budget, and is followed to where it comes to the target. Instalments grow and shrink with the budget.
///
/// # Errors
/// Where the limits clash with one another.
///
/// # Panics
/// Where a probability is not above 0 and below 1, or is asked for without draws ([`Simulator::expect`]).
pub fn least_budget(simulator: &Simulator, target: Target) -> Result<LeastBudget, Clash> {
    if let Some(probability) = target.probability {
        assert!(probability > 0.0 && probability < 1.0, "a probability above 0 and below 1");
        assert!(simulator.expected_over().is_some(), "a probability is one over draws");
    }
    let seeker = Seeker::new(simulator, target)?;
    let seen = seeker.seek()?;
    let today = seeker.mean.today();
    let mut answer = LeastBudget {
        target,
        verdict: seen.verdict,
        searched_over: simulator.expected_over(),
        budget_today: simulator.budget(),
        today: seeker.mean.clone().objective(&today),
        share_today: seeker.share(&today),
        ceiling: None,
        looked_at: seen.looked_at,
        plan: None,
    };
    if seen.verdict == Verdict::Impossible {
        answer.ceiling = Some(match target.probability {
            Some(_) => seeker.share(&seen.look.decision).unwrap_or(0.0),
            None => seen.figure,
        });
    } else {
        answer.plan = Some(Box::new(seeker.tell(simulator, &seen.look, seen.verdict)));
    }
    Ok(answer)
}

/// What is looked at, and how.
struct Seeker {
    target: Target,
    space: Space,
    /// What is told of the amount: at the medians, or its mean.
    mean: Simulator,
    /// Climbs the amount: the same, but with a probability at the medians, which is a hundredth of the work and as near.
    plain: Simulator,
    /// Climbs the probability.
    likely: Option<Simulator>,
}

/// How a search for the least budget ended.
struct Seen {
    verdict: Verdict,
    look: Look,
    figure: f64,
    looked_at: f64,
}

impl Seeker {
    fn new(simulator: &Simulator, target: Target) -> Result<Self, Clash> {
        let mut mean = simulator.clone();
        mean.aim(target.goal());
        mean.judge(Risk::Mean);
        let likely = target.probability.map(|_| {
            let mut likely = mean.clone();
            likely.judge(Risk::Probability { target: target.value });
            likely
        });
        let plain = if likely.is_some() { mean.at(mean.params()) } else { mean.clone() };
        Ok(Self {
            target,
            space: Space::new(&mean)?,
            mean,
            plain,
            likely,
        })
    }

    /// What of a look is held against the target.
    fn figure(&self, look: &Look) -> f64 {
        match self.target.probability {
            Some(probability) => exceeded(self.mean.reached_in_draws(&look.decision, Form::True), probability),
            None => look.found.search.end.value,
        }
    }

    /// In which share of the draws a plan reaches the target.
    fn share(&self, decision: &Decision) -> Option<f64> {
        self.target.probability?;
        let values = self.mean.reached_in_draws(decision, Form::True);
        let reached = values.iter().filter(|&&value| self.target.is_reached_by(value)).count();
        Some(reached as f64 / values.len() as f64)
    }

    fn seek(&self) -> Result<Seen, Clash> {
        let least = least_money(&self.plain, &self.space);
        // with nothing but minimums and done actions
        let resting = Look::choose(&self.plain, &self.space, least).ok();
        let low = resting.as_ref().map_or(f64::NEG_INFINITY, |look| self.figure(look));
        if let Some(look) = resting.filter(|_| self.target.is_reached_by(low)) {
            return Ok(Seen {
                verdict: Verdict::WithoutMore,
                figure: low,
                looked_at: least,
                look,
            });
        }
        let (first, looked_at) = self.grow()?;
        let figure = self.figure(&first);
        let close = self.likely.as_ref().map_or(CLOSE, |_| CLOSE_IN_DRAWS);
        let floor = self.end(&self.plain, least, low, None);
        let (mut best, mut figure) = if self.target.is_reached_by(figure) {
            self.close_in(&self.plain, floor, first, figure, close)
        } else {
            let Some((likely, figure)) = self.likely_plan(&first) else {
                return Ok(Seen {
                    verdict: Verdict::Impossible,
                    look: first,
                    figure,
                    looked_at,
                });
            };
            if !self.target.is_reached_by(figure) {
                return Ok(Seen {
                    verdict: Verdict::Impossible,
                    look: likely,
                    figure,
                    looked_at,
                });
            }
            (likely, figure)
        };
        let climbs = self.likely.as_ref().unwrap_or(&self.plain);
        if self.likely.is_some() {
            (best, figure) = self.close_in(climbs, floor, best, figure, close);
        }
        // another choice of actions, or another hill, may do it for less
        for _ in 0..ROUNDS {
            let money = best.needs * (1.0 - 2.0 * close);
            let Ok(cheaper) = Look::choose(climbs, &self.space, money) else {
                break;
            };
            let of_cheaper = self.figure(&cheaper);
            if !self.target.is_reached_by(of_cheaper) {
                break;
            }
            (best, figure) = self.close_in(climbs, floor, cheaper, of_cheaper, close);
        }
        Ok(Seen {
            verdict: Verdict::Reached,
            look: best,
            figure,
            looked_at,
        })
    }

    /// Larger and larger budgets until one reaches the target or leaves money unspent.
    fn grow(&self) -> Result<(Look, f64), Clash> {
        let base = yardstick(&self.plain, &self.space);
        let most = most_money(&self.plain, &self.space);
        let mut last: Option<Look> = None;
        let mut clash = None;
        let mut looked_at = base;
        for multiple in MULTIPLES {
            looked_at = multiple * base;
            match Look::choose(&self.plain, &self.space, looked_at) {
                Ok(look) => {
                    let ends = self.target.is_reached_by(self.figure(&look)) || look.is_enough() || looked_at >= most;
                    last = Some(look);
                    if ends {
                        break;
                    }
                }
                Err(reason) => clash = Some(reason),
            }
        }
        match (last, clash) {
            (Some(look), _) => Ok((look, looked_at)),
            (None, Some(clash)) => Err(clash),
            (None, None) => unreachable!("a budget is looked at, and gives a plan or a clash"),
        }
    }

    /// The most likely plan for the money of a look.
    fn likely_plan(&self, look: &Look) -> Option<(Look, f64)> {
        let likely = self.likely.as_ref()?;
        let fresh = Look::choose(likely, &self.space, look.purse).ok();
        let near = look.moved_to(likely, &self.space, look.purse);
        let better = [fresh, near].into_iter().flatten().map(|look| {
            let figure = self.figure(&look);
            (look, figure)
        });
        better.reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    fn end(&self, simulator: &Simulator, budget: f64, figure: f64, look: Option<&Look>) -> End {
        // the slope is that of what is climbed: with a probability it is not the figure's
        let slope = look
            .filter(|_| self.target.probability.is_none())
            .and_then(|look| look.slope(simulator, &self.space));
        End {
            budget,
            over: figure - self.target.value,
            slope,
        }
    }

    /// Closes in from a budget that falls short and a plan that does not, beside the actions of that plan.
    fn close_in(&self, climbs: &Simulator, floor: End, start: Look, figure: f64, close: f64) -> (Look, f64) {
        let (mut low, mut best, mut figure) = (floor, start, figure);
        for turn in 0..TRIES {
            let high = self.end(climbs, best.needs, figure, None);
            if high.budget - low.budget <= close * high.budget || high.over.abs() <= self.target.rounding() {
                break;
            }
            let money = next(low, high, turn);
            match best.moved_to(climbs, &self.space, money) {
                Some(look) => {
                    let found = self.figure(&look);
                    if self.target.is_reached_by(found) {
                        (best, figure) = (look, found);
                    } else {
                        low = self.end(climbs, money, found, Some(&look));
                    }
                }
                None => {
                    low = End {
                        budget: money,
                        over: f64::NEG_INFINITY,
                        slope: None,
                    }
                }
            }
        }
        (best, figure)
    }

    /// The answer's plan with all its figures, in the objective of the scenario.
    fn tell(&self, simulator: &Simulator, look: &Look, verdict: Verdict) -> LeastPlan {
        let mut objective = simulator.clone();
        objective.aim(Goal::Objective);
        objective.judge(Risk::Mean);
        let today = simulator.today();
        let mut column = |decision: &Decision, feasible: bool| Column {
            decision: decision.clone(),
            objective: objective.objective(decision),
            forecast: objective.forecast(decision),
            feasible,
        };
        let (today_column, plan) = (column(&today, true), column(&look.decision, true));
        let baseline = simulator.clone().forecast(&simulator.nothing());
        let channels = simulator.scenario().channels.iter().enumerate();
        LeastPlan {
            budget: needed(simulator, &look.decision),
            reached: self.mean.clone().objective(&look.decision),
            share: self.share(&look.decision),
            // what more money adds says nothing about a target that costs none, and the slope of a mean nothing about a probability
            price: (verdict == Verdict::Reached && self.target.probability.is_none())
                .then(|| look.slope(&self.plain, &self.space))
                .flatten(),
            channels: channels
                .map(|(c, channel)| ChannelChange {
                    name: channel.name.clone(),
                    before: today.channel_total(c),
                    after: look.decision.channel_total(c),
                    extrapolated: channel.leaves_observed(look.decision.channel(c)),
                })
                .collect(),
            funnel: ReverseFunnel::new(&plan.forecast, &today_column.forecast, &baseline, self.target.periods),
            today: today_column,
            plan,
        }
    }
}

/// The largest value that is reached or exceeded in the given share of the draws.
fn exceeded(mut values: Vec<f64>, probability: f64) -> f64 {
    values.sort_by(|a, b| b.total_cmp(a));
    // a share of a count may be above a whole number by rounding
    let draws = (probability * values.len() as f64 - 1e-9).ceil().max(1.0);
    values[(draws as usize).min(values.len()) - 1]
}
