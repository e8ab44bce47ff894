//! Sweeps over budgets in JSON: the frontier, and what goes first under a cut.

use serde::{Serialize, Serializer};

use crate::model::Decision;
use crate::optimize::{ActionCut, Bound, ChannelCut, Cut, CutStep, Frontier, FrontierPoint};
use crate::scenario::Scenario;
use crate::simulate::{Band, Futures};

use super::document::document;
use super::futures::Drawn;
use super::titled;

/// Budget → best objective: `osa/frontier/1`. `futures` has the plans of [`Frontier::plans`], in their order.
#[must_use]
pub fn frontier(scenario: &Scenario, frontier: &Frontier, futures: Option<&Futures>) -> String {
    let mut bands = futures
        .into_iter()
        .flat_map(|futures| &futures.plans)
        .map(|plan| &plan.bands.objective);
    let mut body = |point| PointBody::of(scenario, point, bands.next());
    // in the order of their futures
    let points = frontier.points.iter().map(&mut body).collect();
    let today = body(&frontier.today);
    let proposal = frontier.proposal.as_ref().map(&mut body);
    let maximum = frontier.maximum.as_ref().map(&mut body);
    let body = FrontierBody {
        objective: frontier.objective,
        expected_over: frontier.expected_over,
        spend_all: frontier.spend_all,
        points,
        today,
        proposal,
        maximum,
        left_out: &frontier.left_out,
        sampling: futures.map(Drawn::of),
    };
    document("osa/frontier/1", &titled(scenario, &body))
}

#[derive(Serialize)]
struct FrontierBody<'a> {
    objective: &'static str,
    expected_over: Option<usize>,
    spend_all: bool,
    points: Vec<PointBody<'a>>,
    today: PointBody<'a>,
    proposal: Option<PointBody<'a>>,
    maximum: Option<PointBody<'a>>,
    left_out: &'a [f64],
    #[serde(skip_serializing_if = "Option::is_none")]
    sampling: Option<Drawn>,
}

#[derive(Serialize)]
struct PointBody<'a> {
    budget: f64,
    spent: f64,
    objective: f64,
    price: Option<f64>,
    roi: Option<f64>,
    channels: Totals<'a>,
    actions: Done<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<&'a Band>,
}

impl<'a> PointBody<'a> {
    fn of(scenario: &'a Scenario, point: &'a FrontierPoint, band: Option<&'a Band>) -> Self {
        Self {
            budget: point.budget,
            spent: point.spent,
            objective: point.objective,
            price: point.price,
            roi: point.roi,
            channels: Totals(scenario, &point.decision),
            actions: Done(scenario, &point.decision),
            band,
        }
    }
}

/// Money of each channel over the horizon.
struct Totals<'a>(&'a Scenario, &'a Decision);

impl Serialize for Totals<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let channels = self.0.channels.iter().enumerate();
        serializer.collect_map(channels.map(|(c, channel)| (&channel.name, self.1.channel_total(c))))
    }
}

/// Whether each action is done.
struct Done<'a>(&'a Scenario, &'a Decision);

impl Serialize for Done<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let actions = self.0.actions.iter().zip(&self.1.actions);
        serializer.collect_map(actions.map(|(action, done)| (&action.name, done)))
    }
}

/// What goes first: `osa/cut/1`.
#[must_use]
pub fn cut(scenario: &Scenario, cut: &Cut) -> String {
    let last = &cut.steps[cut.steps.len() - 1];
    let body = CutBody {
        objective: cut.objective,
        expected_over: cut.expected_over,
        share: cut.share,
        spend_all: cut.spend_all,
        steps: cut.steps.iter().map(|step| StepBody::of(scenario, step)).collect(),
        channels: Channels(&cut.channels),
        action_choices: Actions(&cut.actions),
        plan: Plan(scenario, &last.decision),
        actions: Done(scenario, &last.decision),
    };
    document("osa/cut/1", &titled(scenario, &body))
}

#[derive(Serialize)]
struct CutBody<'a> {
    objective: &'static str,
    expected_over: Option<usize>,
    share: f64,
    spend_all: bool,
    steps: Vec<StepBody<'a>>,
    channels: Channels<'a>,
    action_choices: Actions<'a>,
    plan: Plan<'a>,
    actions: Done<'a>,
}

#[derive(Serialize)]
struct StepBody<'a> {
    budget: f64,
    objective: f64,
    lost: f64,
    price: Option<f64>,
    channels: Totals<'a>,
    actions: Done<'a>,
}

impl<'a> StepBody<'a> {
    fn of(scenario: &'a Scenario, step: &'a CutStep) -> Self {
        Self {
            budget: step.budget,
            objective: step.objective,
            lost: step.lost,
            price: step.price,
            channels: Totals(scenario, &step.decision),
            actions: Done(scenario, &step.decision),
        }
    }
}

/// What becomes of each channel, in the order in which they give way.
struct Channels<'a>(&'a [ChannelCut]);

impl Serialize for Channels<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            today: f64,
            full: f64,
            cut: f64,
            kept: Option<f64>,
            halfway: Option<f64>,
            turn: Option<usize>,
            limit: Option<Bound>,
        }
        let row = |channel: &ChannelCut| Row {
            today: channel.today,
            full: channel.full(),
            cut: channel.cut(),
            kept: channel.kept(),
            halfway: channel.halfway,
            turn: channel.turn,
            limit: channel.held,
        };
        serializer.collect_map(self.0.iter().map(|channel| (&channel.name, row(channel))))
    }
}

/// What becomes of each action that a cut may drop.
struct Actions<'a>(&'a [ActionCut]);

impl Serialize for Actions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row {
            cost: f64,
            dropped: Option<usize>,
        }
        let row = |action: &ActionCut| Row {
            cost: action.cost,
            dropped: action.dropped,
        };
        serializer.collect_map(self.0.iter().map(|action| (&action.name, row(action))))
    }
}

/// The spend of each channel, period by period.
struct Plan<'a>(&'a Scenario, &'a Decision);

impl Serialize for Plan<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let channels = self.0.channels.iter().enumerate();
        serializer.collect_map(channels.map(|(c, channel)| (&channel.name, self.1.channel(c))))
    }
}
