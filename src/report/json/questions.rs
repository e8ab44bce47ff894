//! The answers about the size of the budget in JSON: the shape of `osa/optimize/1` with a `question` in it.

use serde::Serialize;

use crate::optimize::{BestBudget, ChannelChange, FunnelRow, Judged, LeastBudget, LeastPlan, Proposal, Verdict};
use crate::scenario::Scenario;
use crate::simulate::{Futures, Risk};

use super::document::document;
use super::futures::Several;
use super::{ActionsByName, ColumnBody, PROPOSED, ProposalBody, SpendByName, WithFutures, titled};

const SCHEMA: &str = "osa/optimize/1";

/// The optimizer's answer by a risk: `osa/optimize/1`.
#[must_use]
pub fn judged(scenario: &Scenario, proposal: &Proposal, judged: &Judged, futures: Option<&Futures>) -> String {
    #[derive(Serialize)]
    struct Body<'a> {
        risk: RiskBody,
        #[serde(flatten)]
        proposal: ProposalBody<'a>,
    }
    let body = Body {
        risk: RiskBody::of(judged),
        proposal: ProposalBody::of(proposal),
    };
    with_futures(scenario, body, &PROPOSED, futures)
}

fn with_futures<T: Serialize>(scenario: &Scenario, body: T, names: &[&str], futures: Option<&Futures>) -> String {
    let body = WithFutures {
        body,
        futures: futures.map(|futures| Several::of(names, futures)),
    };
    document(SCHEMA, &titled(scenario, &body))
}

#[derive(Serialize)]
struct RiskBody {
    kind: &'static str,
    worst: Option<f64>,
    lambda: Option<f64>,
    at_least: Option<f64>,
    draws: usize,
    before: f64,
    after: f64,
}

impl RiskBody {
    fn of(judged: &Judged) -> Self {
        let (kind, worst, lambda, at_least) = match judged.risk {
            Risk::Mean => ("mean", None, None, None),
            Risk::Cvar { worst } => ("cvar", Some(worst), None, None),
            Risk::Probability { target } => ("probability", None, None, Some(target)),
            Risk::MeanDeviation { lambda, worst } => ("deviation", Some(worst), Some(lambda), None),
        };
        Self {
            kind,
            worst,
            lambda,
            at_least,
            draws: judged.draws,
            before: judged.today,
            after: judged.proposal,
        }
    }
}

/// The best budget: `osa/optimize/1`.
#[must_use]
pub fn best_budget(scenario: &Scenario, best: &BestBudget, futures: Option<&Futures>) -> String {
    #[derive(Serialize)]
    struct Question {
        kind: &'static str,
        answer: &'static str,
        hurdle: f64,
        budget: Option<f64>,
        budget_today: f64,
        price: Option<f64>,
        looked_at: f64,
    }
    #[derive(Serialize)]
    struct Body<'a> {
        question: Question,
        #[serde(flatten)]
        proposal: Option<ProposalBody<'a>>,
    }
    let proposal = best.proposal.as_deref();
    let body = Body {
        question: Question {
            kind: "best_budget",
            answer: if proposal.is_some() { "found" } else { "endless" },
            hurdle: best.hurdle,
            budget: best.budget,
            budget_today: best.today,
            price: proposal.and_then(|proposal| proposal.budget_price),
            looked_at: best.looked_at,
        },
        proposal: proposal.map(ProposalBody::of),
    };
    with_futures(scenario, body, &PROPOSED, futures)
}

/// The least budget for a target: `osa/optimize/1`. `share` is that of the report's own draws in which its plan reaches the target.
#[must_use]
pub fn least_budget(scenario: &Scenario, least: &LeastBudget, share: Option<f64>, futures: Option<&Futures>) -> String {
    #[derive(Serialize)]
    struct Body<'a> {
        question: Question<'a>,
        #[serde(flatten)]
        plan: Option<PlanBody<'a>>,
    }
    let body = Body {
        question: Question::of(least, share),
        plan: least.plan.as_deref().map(|plan| PlanBody::of(scenario, least, plan)),
    };
    with_futures(scenario, body, &["today", "proposal"], futures)
}

#[derive(Serialize)]
struct Question<'a> {
    kind: &'static str,
    answer: Verdict,
    target: &'static str,
    value: f64,
    periods: usize,
    probability: Option<f64>,
    budget: Option<f64>,
    budget_today: f64,
    reached: Option<f64>,
    reached_today: f64,
    share: Option<f64>,
    share_today: Option<f64>,
    share_in_futures: Option<f64>,
    ceiling: Option<f64>,
    looked_at: f64,
    price: Option<f64>,
    funnel: &'a [FunnelRow],
}

impl<'a> Question<'a> {
    fn of(least: &'a LeastBudget, share_in_futures: Option<f64>) -> Self {
        let plan = least.plan.as_deref();
        Self {
            kind: "least_budget",
            answer: least.verdict,
            target: least.target.amount.measure().key(),
            value: least.target.value,
            periods: least.target.periods,
            probability: least.target.probability,
            budget: plan.map(|plan| plan.budget),
            budget_today: least.budget_today,
            reached: plan.map(|plan| plan.reached),
            reached_today: least.today,
            share: plan.and_then(|plan| plan.share),
            share_today: least.share_today,
            share_in_futures,
            ceiling: least.ceiling,
            looked_at: least.looked_at,
            price: plan.and_then(|plan| plan.price),
            funnel: plan.map_or(&[], |plan| &plan.funnel.rows),
        }
    }
}

#[derive(Serialize)]
struct PlanBody<'a> {
    objective: &'static str,
    expected_over: Option<usize>,
    budget: f64,
    before: f64,
    after: f64,
    #[serde(serialize_with = "crate::simulate::by_name::serialize")]
    channels: &'a [ChannelChange],
    plan: SpendByName<'a>,
    actions: ActionsByName<'a>,
    plans: Plans<'a>,
}

#[derive(Serialize)]
struct Plans<'a> {
    today: ColumnBody<'a>,
    proposal: ColumnBody<'a>,
}

impl<'a> PlanBody<'a> {
    fn of(scenario: &'a Scenario, least: &LeastBudget, plan: &'a LeastPlan) -> Self {
        let done = scenario.actions.iter().zip(&plan.plan.decision.actions);
        Self {
            objective: scenario.plan.objective.word(),
            expected_over: least.searched_over,
            budget: plan.budget,
            before: plan.today.objective,
            after: plan.plan.objective,
            channels: &plan.channels,
            plan: SpendByName {
                forecast: &plan.plan.forecast,
                decision: &plan.plan.decision,
            },
            actions: ActionsByName(done.map(|(action, &done)| (action.name.as_str(), done)).collect()),
            plans: Plans {
                today: ColumnBody::of(&plan.today),
                proposal: ColumnBody::of(&plan.plan),
            },
        }
    }
}
