//! A learner's course: a person makes the moves, sees only what was measured, and predicts before each cycle.

use crate::optimize::Clash;
use crate::scenario::{Action, Scenario};

use super::beliefs::Predicted;
use super::course::Course;
use super::desk::Desk;
use super::run::{Design, experiment};
use super::setting::{Hold, Standing};
use super::shared::Lab;
use super::shown::{moves, of_cycle, taken_up};
use super::view::Turn;
use super::world::World;
use super::{Because, ControlChart, CycleShown, Experiment, Span, Strategy};

/// A course that a person plays.
#[derive(Debug)]
pub struct Play {
    lab: Lab,
    world: World,
    course: Course,
}

/// What a learner sees before a cycle: nothing of the truth.
#[derive(Debug, Clone, PartialEq)]
pub struct Board<'a> {
    /// The cycle that is about to begin, from 1.
    pub cycle: usize,
    pub span: &'a Span,
    pub channels: Vec<BoardChannel>,
    pub actions: Vec<BoardAction>,
    /// What may be spent on channels in the periods to come, on average [money per period].
    pub money: f64,
    /// What the file's plan was expected to bring of new customers in this cycle: by the medians, before anything was measured.
    pub forecast: f64,
}

/// A channel on the board.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardChannel {
    pub name: String,
    /// Mean spend of the periods to come [money per period].
    pub spend: f64,
}

/// An action on the board.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardAction {
    pub name: String,
    /// What it moves, by the word of the scenario.
    pub moves: &'static str,
    /// Believed lift, cost within the horizon if it is taken up now, and what holding its gains costs beside \[money\].
    pub lift: f64,
    pub cost: f64,
    pub hold_cost: f64,
    pub is_taken: bool,
}

/// What a learner wants changed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Order {
    /// Channels by their place, with the mean spend that each is to have from here on [money per period]. Where not all can have it, the last ones do.
    pub spends: Vec<(usize, f64)>,
    /// Actions by their place, and whether their gains are held.
    pub actions: Vec<(usize, Hold)>,
}

/// Why an order cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No plan keeps limits and budget with these actions.
    NoPlan,
    /// The action is in the plan already.
    Taken(String),
}

impl Play {
    /// The learner's course through the world that the design shows.
    ///
    /// # Errors
    /// Where limits and budget clash: no plan keeps them all.
    ///
    /// # Panics
    /// Where a number of the design is outside of its range.
    pub fn new(scenario: &Scenario, design: &Design) -> Result<Self, Clash> {
        assert!(
            (1..=scenario.plan.periods).contains(&design.cycles) && design.shown > 0,
            "a design within its ranges"
        );
        let lab = Lab::new(scenario, design.cycles, design.seed)?;
        let world = lab.world(design.shown - 1);
        let course = Course::new(&lab, &world, Strategy::Learner);
        Ok(Self { lab, world, course })
    }

    /// Cycles of the game.
    #[must_use]
    pub fn cycles(&self) -> usize {
        self.lab.setting.spans.len()
    }

    /// Cycles that are over.
    #[must_use]
    pub fn played(&self) -> usize {
        self.course.played.len()
    }

    fn now(&self) -> usize {
        self.lab.setting.spans[self.played()].first
    }

    /// What is seen before the next cycle; `None` where the game is over.
    #[must_use]
    pub fn board(&self) -> Option<Board<'_>> {
        let span = self.lab.setting.spans.get(self.played())?;
        let scenario = &self.lab.setting.scenario;
        let standing = &self.course.standing;
        let open = (self.lab.setting.periods() - span.first) as f64;
        let mean = |c: usize| standing.decision.channel(c)[span.first..].iter().sum::<f64>() / open;
        let channels: Vec<BoardChannel> = scenario
            .channels
            .iter()
            .enumerate()
            .map(|(c, channel)| BoardChannel {
                name: channel.name.clone(),
                spend: mean(c),
            })
            .collect();
        let left = self.lab.setting.plain.budget() - self.lab.setting.plain.invest(&self.lab.setting.today().decision);
        let now = self.lab.setting.scenario_of(standing, span.first, Hold::Left);
        Some(Board {
            cycle: self.played() + 1,
            // a file that spends more than its budget leaves nothing, not less
            money: (channels.iter().map(|channel| channel.spend).sum::<f64>() + self.unspent(left) / open).max(0.0),
            channels,
            actions: now.actions.iter().enumerate().map(|(a, action)| self.on_board(a, action)).collect(),
            forecast: self.lab.opening.customers[span.first..span.end].iter().sum(),
            span,
        })
    }

    /// Money of the budget that the plan in force leaves.
    fn unspent(&self, left_by_the_file: f64) -> f64 {
        // the first order brings the plan to the budget; before it stands as the file has it
        if self.course.standing == self.lab.setting.today() && self.lab.setting.scenario.plan.spend_all {
            left_by_the_file
        } else {
            0.0
        }
    }

    fn on_board(&self, a: usize, action: &Action) -> BoardAction {
        BoardAction {
            name: action.name.clone(),
            moves: action.moves.word(),
            lift: action.lift.median(),
            cost: action.price(self.lab.setting.periods()),
            hold_cost: self.lab.setting.scenario.lab.hold_cost,
            is_taken: self.course.standing.decision.actions[a],
        }
    }

    /// The plan that an order leads to: the nearest one that keeps limits and budget.
    fn plan(&self, order: &Order) -> Result<Standing, Refusal> {
        let setting = &self.lab.setting;
        let mut wanted = self.course.standing.clone();
        for &(a, hold) in &order.actions {
            if wanted.decision.actions[a] {
                return Err(Refusal::Taken(setting.scenario.actions[a].name.clone()));
            }
            wanted.decision.actions[a] = true;
            wanted.taken[a] = Some((self.now(), hold));
        }
        if order.spends.is_empty() && order.actions.is_empty() {
            return Ok(wanted);
        }
        let (first, periods) = (self.now(), setting.periods());
        for &(c, mean) in &order.spends {
            let rest = &mut wanted.decision.spend[c * periods + first..(c + 1) * periods];
            let sum: f64 = rest.iter().sum();
            let even = mean * rest.len() as f64;
            for x in rest.iter_mut() {
                *x = if sum > 0.0 { *x * even / sum } else { mean };
            }
        }
        let desk = Desk::new(&setting.simulator(&wanted, first, Hold::Left), &wanted, first, Hold::Left).ok_or(Refusal::NoPlan)?;
        let spend = wanted.decision.spend.clone();
        let ordered: Vec<usize> = order.spends.iter().map(|(c, _)| *c).collect();
        desk.nearest_keeping(&wanted, spend, &ordered).ok_or(Refusal::NoPlan)
    }

    /// Mean spend of each channel in the periods to come if the order were carried out: as it is asked, or as near as limits and budget allow
    /// [money per period].
    ///
    /// # Errors
    /// Where it cannot be carried out.
    pub fn look_at(&self, order: &Order) -> Result<Vec<f64>, Refusal> {
        let plan = self.plan(order)?;
        let first = self.now();
        let mean = |c: usize| {
            let open = &plan.decision.channel(c)[first..];
            open.iter().sum::<f64>() / open.len() as f64
        };
        Ok((0..self.lab.setting.scenario.channels.len()).map(mean).collect())
    }

    /// Carries out an order and lets a cycle pass, of whose new customers so many are predicted, from and to; what was measured in it.
    ///
    /// # Errors
    /// Where the order cannot be carried out; then nothing has happened.
    ///
    /// # Panics
    /// Where the game is over.
    pub fn go(&mut self, order: &Order, customers: Option<[f64; 2]>) -> Result<CycleShown, Refusal> {
        let standing = self.plan(order)?;
        let setting = &self.lab.setting;
        let cycle = self.played();
        let before = &self.course.standing;
        let is_change = !moves(setting, cycle, before, &standing).is_empty() || !taken_up(setting, before, &standing).is_empty();
        let turn = Turn {
            standing,
            because: if is_change { Because::Learner } else { Because::Standing },
            claim: 0.0,
        };
        self.course.take(setting, &self.world, turn);
        self.course.predicted.push(Predicted::by_word_of_mouth(customers));
        Ok(of_cycle(setting, &self.course, cycle))
    }

    /// Control charts of all that was measured so far.
    #[must_use]
    pub fn charts(&self) -> Vec<ControlChart> {
        super::charts::control_charts(&self.course.diary, &self.lab.setting.season)
    }

    /// Ends the game: the same world as every strategy plays it, the learner's course beside them. Cycles that are left pass without a change.
    #[must_use]
    pub fn finish(mut self) -> Experiment {
        while self.played() < self.cycles() {
            let standing = self.course.standing.clone();
            let turn = Turn {
                standing,
                because: Because::Standing,
                claim: 0.0,
            };
            self.course.take(&self.lab.setting, &self.world, turn);
        }
        let number = self.world.number;
        experiment(&self.lab, number..number + 1, number, Some(self.course), &|| {})
    }
}
