//! Goals over common draws, their mean or another risk, for searches that are not content with the medians.

use std::sync::Arc;

use crate::model::{Decision, Form};

use super::batch::{Batch, Values};
use super::goal::Goal;
use super::risk::{Risk, width_of_step};
use super::rows::Detail;
use super::sampling::Sampling;
use super::simulator::Simulator;

/// Turns a seed into that of a search.
const APART: u64 = 0x5ea2_c4ed_0f7e_3a91;

/// Draws that every plan of a search is held against.
#[derive(Debug, Clone)]
pub(super) struct Common {
    /// `values[parameter * count + draw]`.
    values: Arc<[f64]>,
    count: usize,
    risk: Risk,
    /// Width of a probability's step.
    width: f64,
}

impl Simulator {
    /// Makes [`Self::objective`], [`Self::value_in`] and [`Self::slopes_in`] means over these draws, the same ones for every decision;
    /// [`Self::judge`] makes something else of them. Forecasts, and whatever is asked under a trial, stay at the medians.
    ///
    /// The draws are others than those of the same seed that a result is told over: a plan that was found on some draws looks better on
    /// these than it is. A draw in which today's plan or the baseline has no finite objective is left out.
    pub fn expect(&mut self, sampling: Sampling) {
        let count = sampling.draws;
        let mut values = vec![0.0; count * self.model.parameters().len()];
        let apart = Sampling {
            seed: sampling.seed ^ APART,
            ..sampling
        };
        self.draws(apart).fill(0, count, &mut values);
        let objectives = self.objectives(&[&self.today(), &self.nothing()], &values, count);
        let (today, nothing) = objectives.split_at(count);
        let kept: Vec<usize> = (0..count)
            .filter(|&draw| today[draw].is_finite() && nothing[draw].is_finite())
            .collect();
        let values: Vec<f64> = values
            .chunks_exact(count)
            .flat_map(|row| kept.iter().map(|&draw| row[draw]))
            .collect();
        // where no draw has a result the medians are all there is
        self.common = (!kept.is_empty()).then(|| Common {
            values: values.into(),
            count: kept.len(),
            risk: Risk::Mean,
            width: 0.0,
        });
    }

    /// Draws that the objective is the mean over; `None` where it is that of the medians.
    #[must_use]
    pub fn expected_over(&self) -> Option<usize> {
        self.common.as_ref().map(|common| common.count)
    }

    /// Work of one value of [`Self::objective`] [channel-periods], as [`Model::work`](crate::model::Model::work) counts it. On lanes a draw
    /// takes about an eighth of a run by itself.
    #[must_use]
    pub fn work(&self) -> usize {
        let runs = self.common.as_ref().map_or(1, |common| (common.count / 8).max(1));
        self.model.work().saturating_mul(runs)
    }

    /// Makes this of the goal's values in the draws, in the place of their mean, until [`Self::expect`] takes other draws. Without draws it
    /// changes nothing: the medians have no risk.
    ///
    /// # Panics
    /// Where a number is outside of its range.
    pub fn judge(&mut self, risk: Risk) {
        assert!(risk.is_valid(), "a share above 0 and up to 1, lambda from 0 to 1, a finite target");
        if let Some(common) = &mut self.common {
            common.risk = risk;
        }
        self.measure_width();
    }

    /// What is made of the draws; `None` where there are none.
    #[must_use]
    pub fn judged_by(&self) -> Option<Risk> {
        self.common.as_ref().map(|common| common.risk)
    }

    /// Sets the width of a probability's step by today's plan.
    pub(super) fn measure_width(&mut self) {
        if let Some(common) = &mut self.common.clone()
            && let Risk::Probability { target } = common.risk
        {
            let values = self.reached(common, &self.today(), Form::True);
            common.width = width_of_step(&values, target);
            self.common = Some(common.clone());
        }
    }

    /// What a decision reaches of the goal in each of the common draws, with the curves in the given form; none without draws.
    #[must_use]
    pub fn reached_in_draws(&self, decision: &Decision, form: Form) -> Vec<f64> {
        let common = self.common.as_ref();
        common.map_or_else(Vec::new, |common| self.reached(common, decision, form))
    }

    /// What a decision reaches of a goal in each draw of a sampling: the very draws that its futures are told over, with expected numbers of
    /// people. Draws without a finite result are left out.
    ///
    /// # Panics
    /// Where no draw is asked for.
    #[must_use]
    pub fn reached_over(&self, decision: &Decision, goal: Goal, sampling: Sampling) -> Vec<f64> {
        let count = sampling.draws;
        assert!(count > 0, "draws");
        let mut drawn = vec![0.0; count * self.model.parameters().len()];
        self.draws(sampling).fill(0, count, &mut drawn);
        let mut values = vec![0.0; count];
        self.batch(&[decision], &drawn, count, Form::True)
            .reach(goal, &mut values, &[], &mut []);
        values.retain(|value| value.is_finite());
        values
    }

    /// What is told of a decision.
    pub(super) fn told(&self, common: &Common, decision: &Decision) -> f64 {
        let values = self.reached(common, decision, Form::True);
        common.risk.told(&values, common.width)
    }

    /// What is climbed, and its derivatives by every spend (none where `slopes` is empty).
    pub(super) fn climbed(&self, common: &Common, decision: &Decision, form: Form, slopes: &mut [f64]) -> f64 {
        if slopes.is_empty() {
            return common.risk.climbed(&self.reached(common, decision, form), common.width);
        }
        let mut values;
        let over;
        if common.risk == Risk::Mean {
            // every draw has the same say, whatever the values are: one pass is enough
            values = vec![0.0; common.count];
            let say = common.risk.say(&values, common.width);
            over = say.over;
            self.batch(&[decision], &common.values, common.count, form)
                .reach(self.goal, &mut values, &say.weights, slopes);
        } else {
            values = self.reached(common, decision, form);
            let say = common.risk.say(&values, common.width);
            over = say.over;
            let heard: Vec<usize> = (0..common.count).filter(|&draw| say.weights[draw] != 0.0).collect();
            let pick = |row: &[f64]| heard.iter().map(|&draw| row[draw]).collect::<Vec<f64>>();
            if heard.is_empty() {
                slopes.fill(0.0);
            } else {
                let picked: Vec<f64> = common.values.chunks_exact(common.count).flat_map(pick).collect();
                let mut again = vec![0.0; heard.len()];
                self.batch(&[decision], &picked, heard.len(), form)
                    .reach(self.goal, &mut again, &pick(&say.weights), slopes);
            }
        }
        for slope in slopes {
            *slope /= over;
        }
        common.risk.climbed(&values, common.width)
    }

    fn reached(&self, common: &Common, decision: &Decision, form: Form) -> Vec<f64> {
        let mut values = vec![0.0; common.count];
        self.batch(&[decision], &common.values, common.count, form)
            .reach(self.goal, &mut values, &[], &mut []);
        values
    }

    fn batch<'a>(&'a self, decisions: &'a [&'a Decision], values: &'a [f64], count: usize, form: Form) -> Batch<'a> {
        Batch {
            simulator: self,
            decisions,
            values: Values::Given { values, count },
            detail: Detail::Objective,
            series: 0,
            form,
            chance: None,
        }
    }
}
