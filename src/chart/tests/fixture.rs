//! Results made by hand: they look like a plan, but no model has run.

#![expect(clippy::disallowed_methods, reason = "made-up numbers, whose last bit shows nowhere")]

use std::collections::BTreeMap;

use crate::analyze::{Analysis, Basis, ByMove, ChannelFinding, Lever, LeverKind, MoveAlone, Mover, ResponseCurve, StageFinding};
use crate::kaizen::{Cycle, Journal, Standing, Stop};
use crate::model::{Decision, Stage, StageRates};
use crate::optimize::{ActionChoice, Bound, ChannelMove, Column, Proposal, Status};
use crate::scenario::Moves;
use crate::score::Scorecard;
use crate::simulate::{ChannelRow, Cumulative, Forecast, Kpis, PeriodRow, Totals};

/// What a plan looks like.
#[derive(Clone)]
pub(in crate::chart) struct Made {
    pub scenario: &'static str,
    pub currency: &'static str,
    pub names: Vec<String>,
    pub periods: usize,
    /// Factor on all money.
    pub money: f64,
    /// Gross profit that a unit of spend brings at first.
    pub strength: f64,
    /// Gross profit of the period in which the spend falls, as a share; the rest comes later.
    pub at_once: f64,
    /// Share of the leads that become customers.
    pub convert: f64,
    pub actions: bool,
    pub cycles: usize,
}

impl Made {
    pub(in crate::chart) fn shop() -> Self {
        Self {
            scenario: "Outdoor shop, one year",
            currency: "EUR",
            names: ["Search", "Social", "Display", "Email", "Affiliates"].map(str::to_owned).into(),
            periods: 52,
            money: 1.0,
            strength: 2.6,
            at_once: 0.35,
            convert: 0.2277,
            actions: true,
            cycles: 7,
        }
    }

    pub(in crate::chart) fn channels(n: usize) -> Self {
        let names = (0..n).map(|i| match i % 3 {
            0 => format!("Quảng cáo tìm kiếm trả phí khu vực miền Bắc {}", i + 1),
            1 => format!("Контекстная реклама в поисковых системах {}", i + 1),
            _ => format!("Sponsorizzazioni e fiere di settore, edizione {}", i + 1),
        });
        Self {
            scenario: "Kế hoạch tiếp thị cho cửa hàng đồ dã ngoại, Маркетинговый план на один год вперёд",
            currency: "VND",
            names: names.collect(),
            money: 25_000.0,
            ..Self::shop()
        }
    }

    fn spend(&self, i: usize) -> f64 {
        self.money * [4_200.0, 2_600.0, 1_900.0, 450.0, 850.0][i % 5] / (1.0 + (i / 5) as f64 * 0.35)
    }

    fn proposed(&self, i: usize) -> f64 {
        let sum = |of: &dyn Fn(usize) -> f64| (0..self.names.len()).map(of).sum::<f64>();
        let raw = |j: usize| self.spend(j) * [1.08, 0.9, 0.45, 2.6, 1.25][j % 5] * (1.0 + 0.02 * (j / 5) as f64);
        let cost = if self.actions {
            12_000.0 * self.money / self.periods as f64
        } else {
            0.0
        };
        let (before, after) = (sum(&|j| self.spend(j)), sum(&raw));
        if after > 0.0 {
            raw(i) * (before - cost).max(0.0) / after
        } else {
            0.0
        }
    }

    fn gross(&self, i: usize, spend: f64) -> f64 {
        let half = self.spend(i) * [1.8, 1.1, 0.4, 4.6, 2.0][i % 5] + 1e-9;
        self.strength * spend / (1.0 + spend / half) * self.periods as f64
    }

    fn slope(&self, i: usize, spend: f64) -> Option<f64> {
        let h = spend.abs().max(1.0) * 1e-4;
        let slope = (self.gross(i, spend + h) - self.gross(i, spend - h)) / (2.0 * h) / self.periods as f64 - 1.0;
        slope.is_finite().then_some(slope)
    }

    pub(in crate::chart) fn forecast(&self, proposed: bool) -> Forecast {
        let n = self.names.len();
        let spend = |i: usize| if proposed { self.proposed(i) } else { self.spend(i) };
        let t = self.periods as f64;
        let cost = if proposed && self.actions { 12_000.0 * self.money } else { 0.0 };
        let invest: f64 = (0..n).map(|i| spend(i) * t).sum::<f64>() + cost;
        let gross: f64 = (0..n).map(|i| self.gross(i, spend(i))).sum();
        let start = "2026-01-05".parse::<jiff::civil::Date>().expect("a date");
        let visits = 9_000.0 * t + gross * 1.1 / self.money.max(1e-9);
        let (act, convert) = (0.1114, self.convert * if proposed { 1.05 } else { 1.0 });
        let rows = (0..self.periods).map(|i| {
            let season = 1.0 + 0.25 * (i as f64 / 8.3).sin();
            PeriodRow {
                t: i,
                date: (start + jiff::ToSpan::days(7 * (i as i64))).to_string(),
                visits: visits / t * season,
                leads: visits / t * act,
                customers: visits / t * act * convert,
                active: 4_300.0 + visits * act * convert * 0.3 * (i + 1) as f64 / t,
                repeat_orders: 190.0,
                orders: 600.0,
                leads_created: 0.0,
                customers_created: 0.0,
                handled: 0.0,
                backlog: 0.0,
                revenue: 0.0,
                gross: 0.0,
                invest: invest / t,
                profit: 0.0,
            }
        });
        let (mut spent, mut earned, mut late) = (cost, 0.0, 0.0);
        let (mut roi, mut profit) = (Vec::new(), Vec::new());
        for i in 0..self.periods {
            let season = 1.0 + 0.25 * (i as f64 / 8.3).sin();
            spent += (invest - cost) / t;
            late += gross / t * season * (1.0 - self.at_once);
            earned += gross / t * season * self.at_once + late * 0.12;
            late *= 0.88;
            profit.push(earned - spent);
            roi.push((spent != 0.0).then(|| earned / spent - 1.0));
        }
        let payback = profit
            .iter()
            .rposition(|x| *x < 0.0)
            .map_or(Some(1), |last| (last + 1 < profit.len()).then_some(last + 2));
        let horizon = roi.last().copied().flatten();
        Forecast {
            scenario: self.scenario.to_owned(),
            currency: self.currency.to_owned(),
            rates: StageRates {
                visits: visits / t,
                act,
                convert,
                retention: 0.93,
                repeat: 0.045,
            },
            objective_name: "long-term profit",
            objective: profit.last().copied().unwrap_or(0.0),
            periods: rows.collect(),
            totals: Totals {
                visits,
                leads: visits * act,
                customers: visits * act * convert,
                repeat_orders: visits * act * convert * 0.95,
                invest,
                profit: profit.last().copied().unwrap_or(0.0),
                ..Totals::default()
            },
            kpis: Kpis {
                roi: horizon.map(|x| x + 0.51),
                roi_horizon: horizon,
                payback,
                act_rate: Some(act),
                convert_rate: Some(convert),
                ..Kpis::default()
            },
            channels: (0..n)
                .map(|i| ChannelRow {
                    name: self.names[i].clone(),
                    invest: spend(i) * t,
                    visits: 0.0,
                    leads: 0.0,
                    customers: 0.0,
                    gross: 0.0,
                    marginal_roi: self.slope(i, spend(i)),
                })
                .collect(),
            other_sources: Vec::new(),
            survival: (0..self.periods)
                .map(|t| (if proposed { 0.935 } else { 0.93f64 }).powi(t as i32 + 1))
                .collect(),
            cumulative: Cumulative { roi, profit },
        }
    }

    pub(in crate::chart) fn analysis(&self) -> Analysis {
        let stage = |stage, rate, target, stake: Option<f64>, basis| StageFinding {
            stage,
            rate,
            target,
            repeat_rate: (stage == Stage::Engage).then_some(0.045),
            repeat_target: (stage == Stage::Engage).then_some(0.05),
            elasticity: Some(1.0),
            value_at_stake: stake.map(|x| x * self.money),
            probability_weakest: None,
            at_stake_band: None,
            basis,
            reachable: true,
            levers: vec![Lever {
                kind: LeverKind::Action,
                name: "Shorter checkout".to_owned(),
                cost: 12_000.0 * self.money,
                net_gain: 41_000.0 * self.money,
                moves: Some(Moves::Convert),
            }],
            why: "Convert is the weakest stage: at its target of 24 % instead of 20 % the same plan would bring 212 k € more profit, \
                  twice what any other stage would bring; the cheapest known way up is the action Shorter checkout."
                .to_owned(),
        };
        Analysis {
            objective: "profit",
            value: 1.1e6 * self.money,
            stages: vec![
                stage(Stage::Reach, 17_700.0, None, Some(9_400.0), Basis::Lever),
                stage(Stage::Act, 0.1, Some(0.11), Some(96_000.0), Basis::Target),
                stage(Stage::Convert, 0.2, Some(0.24), Some(212_000.0), Basis::Target),
                stage(Stage::Engage, 0.93, Some(0.94), Some(58_000.0), Basis::Target),
            ],
            weakest: Some(Stage::Convert),
            weakest_draws: None,
            capacity: None,
            channels: (0..self.names.len())
                .map(|i| ChannelFinding {
                    name: self.names[i].clone(),
                    marginal_roi: self.slope(i, self.spend(i)),
                    contribution: Some(1.0),
                    response: Some(ResponseCurve {
                        spend: (0..=60).map(|k| f64::from(k) / 60.0 * 3.0 * self.spend(i)).collect(),
                        gross: (0..=60).map(|k| self.gross(i, f64::from(k) / 60.0 * 3.0 * self.spend(i))).collect(),
                        now: self.spend(i),
                        observed: (0.5 * self.spend(i), 1.4 * self.spend(i)),
                        bands: None,
                    }),
                })
                .collect(),
            interaction: Some(0.0),
            actions: Vec::new(),
            reconciliation: Vec::new(),
        }
    }

    pub(in crate::chart) fn proposal(&self) -> Proposal {
        let column = |proposed| Column {
            decision: Decision {
                spend: Vec::new(),
                actions: Vec::new(),
                periods: self.periods,
            },
            objective: self.money * if proposed { 1.19e6 } else { 1.1e6 },
            forecast: self.forecast(proposed),
            feasible: true,
        };
        let t = self.periods as f64;
        Proposal {
            objective: "profit",
            expected_over: None,
            budget: 0.0,
            today: column(false),
            scaled: None,
            proposal: column(true),
            status: Status::Converged,
            residual: 1e-9,
            agreement: 3,
            starts: 4,
            unlimited: None,
            gap: None,
            limits: Vec::new(),
            upper_bound: None,
            budget_price: Some(0.3),
            channels: (0..self.names.len())
                .map(|i| ChannelMove {
                    name: self.names[i].clone(),
                    before: self.spend(i) * t,
                    scaled: None,
                    after: self.proposed(i) * t,
                    marginal_roi: self.slope(i, self.proposed(i)),
                    limit: [None, None, Some(Bound::Min), None, Some(Bound::Max)][i % 5],
                    limit_price: None,
                    extrapolated: i % 5 == 3,
                    why: String::new(),
                })
                .collect(),
            actions: vec![ActionChoice {
                name: "Shorter checkout".to_owned(),
                before: false,
                after: self.actions,
                cost: 12_000.0 * self.money,
                net_gain: 41_000.0,
            }],
            notes: Vec::new(),
        }
    }

    /// Gains of the moves that leave a tenth of the way to the interaction.
    fn by_move(&self, start: f64, end: f64) -> ByMove {
        let way = end - start;
        let shares = (0..self.names.len()).map(|i| [0.9, -0.35, -0.2, 0.4, 0.1][i % 5] / (1.0 + (i / 5) as f64));
        let shares: Vec<f64> = shares.collect();
        let t = self.periods as f64;
        let moves = shares.iter().enumerate().map(|(i, share)| MoveAlone {
            kind: Mover::Channel(i),
            name: self.names[i].clone(),
            spend: (self.proposed(i) - self.spend(i)) * t,
            gain: share * way,
        });
        let action = self.actions.then(|| MoveAlone {
            kind: Mover::Action,
            name: "Shorter checkout".to_owned(),
            spend: 12_000.0 * self.money,
            gain: 0.3 * way,
        });
        let moves: Vec<MoveAlone> = moves.chain(action).collect();
        let gains: f64 = moves.iter().map(|row| row.gain).sum();
        ByMove {
            start,
            end,
            interaction: way - gains,
            moves,
        }
    }

    pub(in crate::chart) fn journal(&self) -> Journal {
        let (start, end) = (1.1e6 * self.money, 1.186e6 * self.money);
        let at = |k: usize| start + (end - start) * (1.0 - 0.62f64.powi(k as i32)) / (1.0 - 0.62f64.powi(self.cycles as i32));
        let standing = |proposed| Standing {
            decision: Decision {
                spend: Vec::new(),
                actions: Vec::new(),
                periods: self.periods,
            },
            objective: if proposed { end } else { start },
            forecast: self.forecast(proposed),
            scorecard: Scorecard {
                rows: Vec::new(),
                score: None,
                shares: Vec::new(),
            },
            analysis: self.analysis(),
        };
        let stages = [
            Stage::Convert,
            Stage::Convert,
            Stage::Convert,
            Stage::Act,
            Stage::Act,
            Stage::Engage,
            Stage::Engage,
        ];
        Journal {
            objective: "profit",
            cycles: (0..self.cycles)
                .map(|k| Cycle {
                    cycle: k + 1,
                    weakest: Some(stages[k % 7]),
                    through: Some(if k % 7 < 3 { Stage::Convert } else { Stage::Reach }),
                    before: at(k),
                    after: at(k + 1),
                    moves: BTreeMap::new(),
                    action: (k == 1 && self.actions).then(|| "Shorter checkout".to_owned()),
                    score: Some(60.0 + k as f64),
                    reason: String::new(),
                })
                .collect(),
            start,
            end: if self.cycles == 0 { start } else { end },
            optimum: 1.19e6 * self.money,
            captured: Some(0.956),
            stopped: "no gain above tolerance".to_owned(),
            stop: Stop::Tolerance {
                step: 0.1,
                least: 500.0 * self.money,
            },
            before: standing(false),
            after: standing(true),
            by_move: self.by_move(start, if self.cycles == 0 { start } else { end }),
            proposal: self.proposal(),
        }
    }
}
