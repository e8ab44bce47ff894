//! Results as JSON: the one place that knows the contract of `docs/interface.md`.
//!
//! Every document is an object whose first key is `schema`, its shape and version. Numbers carry full precision; what does not exist
//! is `null`. The same result gives the same bytes.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::analyze::{Analysis, ByMove, Comparison, Sensitivity, Today};
use crate::kaizen::{Cycle, Journal, Standing};
use crate::model::Decision;
use crate::optimize::{ActionChoice, ChannelMove, Column, HeldBy, Proposal, Status};
use crate::scenario::{Diagnostic, Scenario};
use crate::score::Scorecard;
use crate::simulate::{Forecast, Futures, Kpis, Totals, by_name};

mod analysis;
mod document;
mod futures;
mod lab;
mod questions;
mod sweeps;

use analysis::AnalysisBody;
use document::document;
use futures::{InARow, Several, Single};
pub use lab::{Truth, lab};
pub use questions::{best_budget, judged, least_budget};

pub use sweeps::{cut, frontier};

/// Schema tag of [`run`]; a directory whose `result.json` begins with it was made by `osa`.
pub const RUN_SCHEMA: &str = "osa/run/1";

/// The forecast of one plan, and its bands over the draws where there are some: `osa/simulate/1`.
#[must_use]
pub fn simulate(forecast: &Forecast, futures: Option<&Futures>) -> String {
    let body = WithSingle {
        body: forecast,
        futures: futures.map(Single::of),
    };
    document("osa/simulate/1", &body)
}

/// The scorecard of one plan: `osa/score/1`.
#[must_use]
pub fn score(scenario: &Scenario, scorecard: &Scorecard, futures: Option<&Futures>) -> String {
    let body = WithSingle {
        body: scorecard,
        futures: futures.map(Single::without_periods),
    };
    document("osa/score/1", &titled(scenario, &body))
}

/// A body with what its plan comes to over the draws.
#[derive(Serialize)]
struct WithSingle<'a, T> {
    #[serde(flatten)]
    body: T,
    #[serde(flatten)]
    futures: Option<Single<'a>>,
}

/// The analysis of one plan, with what it is sensitive to where there are draws: `osa/analyze/1`.
#[must_use]
pub fn analyze(scenario: &Scenario, analysis: &Analysis, sensitivity: Option<&Sensitivity>, futures: Option<&Futures>) -> String {
    let body = WithSingle {
        body: AnalysisBody::of(analysis, sensitivity),
        futures: futures.map(Single::without_periods),
    };
    document("osa/analyze/1", &titled(scenario, &body))
}

/// The optimizer's answer: `osa/optimize/1`.
#[must_use]
pub fn optimize(scenario: &Scenario, proposal: &Proposal, futures: Option<&Futures>) -> String {
    let body = WithFutures {
        body: ProposalBody::of(proposal),
        futures: futures.map(|futures| Several::of(&PROPOSED, futures)),
    };
    document("osa/optimize/1", &titled(scenario, &body))
}

/// Names of the plans of a proposal, in the order of its futures.
const PROPOSED: [&str; 3] = ["today", "proposal", "scaled"];

/// A body with what several plans come to over the draws.
#[derive(Serialize)]
struct WithFutures<'a, T> {
    #[serde(flatten)]
    body: T,
    #[serde(flatten)]
    futures: Option<Several<'a>>,
}

/// The whole loop: `osa/run/1`.
#[must_use]
pub fn run(scenario: &Scenario, journal: &Journal, futures: Option<&Futures>) -> String {
    let body = JournalBody {
        objective: journal.objective,
        start: journal.start,
        end: journal.end,
        optimum: journal.optimum,
        captured: journal.captured,
        stopped: &journal.stopped,
        cycles: &journal.cycles,
        before: StandingBody::of(scenario, &journal.before),
        after: StandingBody::of(scenario, &journal.after),
        by_move: &journal.by_move,
        proposal: ProposalBody::of(&journal.proposal),
    };
    let body = WithFutures {
        body,
        futures: futures.map(|futures| Several::of(&["before", "after"], futures)),
    };
    document(RUN_SCHEMA, &titled(scenario, &body))
}

/// One file as `osa check` found it.
#[derive(Serialize)]
pub struct Checked<'a> {
    /// The file as the user named it.
    pub file: &'a str,
    /// Whether it can be used.
    pub ok: bool,
    /// What is wrong or odd, in the order of the file.
    pub diagnostics: &'a [Diagnostic],
    /// How many more there were.
    pub left_out: usize,
    /// The status quo; `None` where it cannot be used.
    #[serde(serialize_with = "today_by_name")]
    pub today: Option<&'a Today>,
}

/// Scenarios as they were found: `osa/check/1`.
#[must_use]
pub fn check(files: &[Checked]) -> String {
    #[derive(Serialize)]
    struct Files<'a> {
        files: &'a [Checked<'a>],
    }
    document("osa/check/1", &Files { files })
}

fn today_by_name<S: Serializer>(today: &Option<&Today>, serializer: S) -> Result<S::Ok, S::Error> {
    match today {
        Some(today) => by_name::serialize(&today.figures, serializer),
        None => serializer.serialize_none(),
    }
}

/// Plans side by side: `osa/compare/1`.
#[must_use]
pub fn compare(comparison: &Comparison, futures: Option<&Futures>) -> String {
    #[derive(Serialize)]
    struct Body<'a> {
        #[serde(flatten)]
        comparison: &'a Comparison,
        #[serde(flatten)]
        futures: Option<InARow<'a>>,
    }
    let body = Body {
        comparison,
        futures: futures.map(|futures| InARow::of(futures, |plan| comparison.plans[plan].difference.is_some())),
    };
    document("osa/compare/1", &body)
}

#[derive(Serialize)]
struct Titled<'a, T> {
    scenario: &'a str,
    currency: &'a str,
    #[serde(flatten)]
    body: &'a T,
}

fn titled<'a, T>(scenario: &'a Scenario, body: &'a T) -> Titled<'a, T> {
    Titled {
        scenario: &scenario.plan.name,
        currency: &scenario.plan.currency,
        body,
    }
}

#[derive(Serialize)]
struct ProposalBody<'a> {
    objective: &'static str,
    expected_over: Option<usize>,
    budget: f64,
    before: f64,
    scaled: Option<f64>,
    after: f64,
    /// Of the plan without limits of channels.
    unlimited: Option<f64>,
    status: Status,
    residual: f64,
    agreement: usize,
    starts: usize,
    upper_bound: Option<f64>,
    gap: Option<f64>,
    budget_price: Option<f64>,
    limits: &'a [HeldBy],
    #[serde(serialize_with = "crate::simulate::by_name::serialize")]
    channels: &'a [ChannelMove],
    plan: SpendByName<'a>,
    actions: ActionsByName<'a>,
    action_choices: ChoicesByName<'a>,
    plans: Plans<'a>,
    notes: &'a [String],
}

impl<'a> ProposalBody<'a> {
    fn of(proposal: &'a Proposal) -> Self {
        Self {
            objective: proposal.objective,
            expected_over: proposal.expected_over,
            budget: proposal.budget,
            before: proposal.today.objective,
            scaled: proposal.scaled.as_ref().map(|column| column.objective),
            after: proposal.proposal.objective,
            unlimited: proposal.unlimited.as_ref().map(|column| column.objective),
            status: proposal.status,
            residual: proposal.residual,
            agreement: proposal.agreement,
            starts: proposal.starts,
            upper_bound: proposal.upper_bound,
            gap: proposal.gap,
            budget_price: proposal.budget_price,
            limits: &proposal.limits,
            channels: &proposal.channels,
            plan: SpendByName {
                forecast: &proposal.proposal.forecast,
                decision: &proposal.proposal.decision,
            },
            actions: ActionsByName(proposal.actions.iter().map(|action| (action.name.as_str(), action.after)).collect()),
            action_choices: ChoicesByName(&proposal.actions),
            plans: Plans {
                today: ColumnBody::of(&proposal.today),
                scaled: proposal.scaled.as_ref().map(ColumnBody::of),
                proposal: ColumnBody::of(&proposal.proposal),
                unlimited: proposal.unlimited.as_ref().map(ColumnBody::of),
            },
            notes: &proposal.notes,
        }
    }
}

/// The columns of the proposal.
#[derive(Serialize)]
struct Plans<'a> {
    today: ColumnBody<'a>,
    scaled: Option<ColumnBody<'a>>,
    proposal: ColumnBody<'a>,
    unlimited: Option<ColumnBody<'a>>,
}

#[derive(Serialize)]
struct ColumnBody<'a> {
    objective: f64,
    feasible: bool,
    totals: &'a Totals,
    kpis: &'a Kpis,
}

impl<'a> ColumnBody<'a> {
    fn of(column: &'a Column) -> Self {
        Self {
            objective: column.objective,
            feasible: column.feasible,
            totals: &column.forecast.totals,
            kpis: &column.forecast.kpis,
        }
    }
}

#[derive(Serialize)]
struct JournalBody<'a> {
    objective: &'static str,
    start: f64,
    end: f64,
    optimum: f64,
    captured: Option<f64>,
    stopped: &'a str,
    cycles: &'a [Cycle],
    before: StandingBody<'a>,
    after: StandingBody<'a>,
    by_move: &'a ByMove,
    proposal: ProposalBody<'a>,
}

#[derive(Serialize)]
struct StandingBody<'a> {
    objective: f64,
    totals: &'a Totals,
    kpis: &'a Kpis,
    scorecard: &'a Scorecard,
    analysis: AnalysisBody<'a>,
    plan: SpendByName<'a>,
    actions: ActionsByName<'a>,
}

impl<'a> StandingBody<'a> {
    fn of(scenario: &'a Scenario, standing: &'a Standing) -> Self {
        let done = scenario.actions.iter().zip(&standing.decision.actions);
        Self {
            objective: standing.objective,
            totals: &standing.forecast.totals,
            kpis: &standing.forecast.kpis,
            scorecard: &standing.scorecard,
            analysis: AnalysisBody::of(&standing.analysis, None),
            plan: SpendByName {
                forecast: &standing.forecast,
                decision: &standing.decision,
            },
            actions: ActionsByName(done.map(|(action, &done)| (action.name.as_str(), done)).collect()),
        }
    }
}

/// The spend of each channel, period by period; the forecast of the same plan knows the names.
struct SpendByName<'a> {
    forecast: &'a Forecast,
    decision: &'a Decision,
}

impl Serialize for SpendByName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let channels = self.forecast.channels.iter().enumerate();
        serializer.collect_map(channels.map(|(c, row)| (&row.name, self.decision.channel(c))))
    }
}

/// Which actions are done.
struct ActionsByName<'a>(Vec<(&'a str, bool)>);

impl Serialize for ActionsByName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// What became of each action.
struct ChoicesByName<'a>(&'a [ActionChoice]);

impl Serialize for ChoicesByName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Choice {
            before: bool,
            after: bool,
            cost: f64,
            net_gain: f64,
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for action in self.0 {
            let choice = Choice {
                before: action.before,
                after: action.after,
                cost: action.cost,
                net_gain: action.net_gain,
            };
            map.serialize_entry(&action.name, &choice)?;
        }
        map.end()
    }
}
