//! The charts of the loop in a noisy world: strategies in many hidden worlds, and one of these worlds looked at closely.

mod actions;
mod claims;
mod control;
mod level;
mod marks;
mod moves;
mod panel;
mod profit;
mod race;
mod regret;
mod rows;
mod strategies;
mod world;

pub(crate) use panel::watched;
pub use strategies::strategy;
#[cfg(test)]
pub(super) use strategies::{colour, pen};

use super::axis::Ticks;
use super::sheet::{Origin, Sheet};
use super::text::clean;
use super::{Chart, ChartError, Drawing, Kind, Look, terms};
use crate::format::{Format, Language, Scale};
use crate::lab::{CourseShown, Experiment, Strategy, StrategyOutcome};
use crate::say;
use crate::scenario::Period;
use crate::words::Words;

/// An experiment to draw, and how its plan is written.
#[derive(Debug, Clone, Copy)]
pub struct LabInput<'a> {
    /// What titles, labels and numbers are written in.
    pub language: Language,
    /// Length of a period of the plan.
    pub period: Period,
    /// Name of the scenario.
    pub scenario: &'a str,
    /// ISO 4217 code.
    pub currency: &'a str,
    /// The objective by the name that results give it: `profit`, `NPV`, `long-term profit`, `revenue`, `customers`.
    pub objective: &'a str,
    /// Names of the channels, in the order of the scenario.
    pub channels: &'a [String],
    pub experiment: &'a Experiment,
    /// Whose control charts and moves are drawn.
    pub strategy: Strategy,
}

/// What a chart of the lab shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabKind {
    /// The objective so far by strategy, less that of changing nothing.
    Profit,
    /// What each strategy is behind the one that knows the truth.
    Regret,
    /// What each strategy claims beside what it gains in truth.
    Claims,
    /// Control charts of what one strategy measured in the shown world.
    Control,
    /// The shown world as every strategy played it.
    World,
    /// What one strategy spent in the shown world, cycle by cycle.
    Moves,
}

impl LabKind {
    /// Every chart of an experiment, in the order in which a lesson shows them.
    pub const ALL: [Self; 6] = [Self::Profit, Self::Regret, Self::Claims, Self::Control, Self::World, Self::Moves];

    /// Its name in names of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Profit => "lab_profit",
            Self::Regret => "lab_regret",
            Self::Claims => "lab_claims",
            Self::Control => "lab_control",
            Self::World => "lab_world",
            Self::Moves => "lab_moves",
        }
    }

    /// The chart of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Lays the chart out; `None` where the results for it are missing.
    pub(super) fn lay_out(self, input: &LabInput, look: &Look) -> Option<Drawing> {
        match self {
            Self::Profit => profit::draw(input, look),
            Self::Regret => regret::draw(input, look),
            Self::Claims => claims::draw(input, look),
            Self::Control => control::draw(input, look),
            Self::World => world::draw(input, look),
            Self::Moves => moves::draw(input, look),
        }
    }
}

/// Draws those of these charts that the experiment allows, in this order.
///
/// # Errors
/// Those of the drawing library; none is known to occur.
pub fn draw_lab(kinds: &[LabKind], input: &LabInput, look: &Look) -> Result<Vec<Chart>, ChartError> {
    kinds
        .iter()
        .filter_map(|kind| Some(kind.lay_out(input, look)?.chart(Kind::Lab(*kind), look)))
        .collect()
}

/// The case of a message: whether the learner plays, who is addressed.
const fn who(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Learner => "learner",
        _ => "strategy",
    }
}

/// Which worlds a chart is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worlds {
    All,
    Shown,
}

impl<'a> LabInput<'a> {
    const fn words(&self) -> Words {
        Words::new(self.language)
    }

    fn format(&self) -> Format {
        Format::written(&clean(self.currency), self.language)
    }

    fn is_money(&self) -> bool {
        self.experiment.objective != "customers"
    }

    /// An amount of the objective: `12.4 k €`.
    fn amount(&self, amount: impl Into<Option<f64>>) -> String {
        if self.is_money() {
            self.format().money(amount)
        } else {
            self.format().count(amount)
        }
    }

    /// A difference of the objective: `+12.4 k €`.
    fn change(&self, amount: impl Into<Option<f64>>) -> String {
        if self.is_money() {
            self.format().money_change(amount)
        } else {
            self.format().count_change(amount)
        }
    }

    /// How the levels of an axis of the objective are written.
    fn levels(&self, ticks: &Ticks) -> Vec<(f64, String)> {
        let scale = if self.is_money() {
            Scale::money(&self.format(), ticks.largest(), ticks.step)
        } else {
            Scale::count(&self.format(), ticks.largest(), ticks.step)
        };
        ticks.values.iter().map(|&value| (value, scale.label(value))).collect()
    }

    /// What the objective is counted in: the code of the currency, or customers.
    fn unit(&self) -> String {
        if self.is_money() {
            clean(self.currency)
        } else {
            say!(self.words(), "unit-customers")
        }
    }

    /// The horizon: `52 weeks`.
    fn horizon(&self) -> String {
        let periods = self.experiment.cycles.last().map_or(0, |span| span.end);
        terms::lasting(self.words(), &self.format(), self.period, periods)
    }

    /// The end of the horizon, after “by”: `week 52`.
    fn until(&self) -> String {
        let periods = self.experiment.cycles.last().map_or(0, |span| span.end);
        terms::end_of(self.words(), &self.format(), self.period, periods)
    }

    /// Whether the objective goes on after the horizon, where what each strategy has so far ends.
    fn goes_on(&self) -> bool {
        self.objective == "long-term profit"
    }

    /// The sentence that a chart of the objective so far owes: what is left out of it.
    fn later_elsewhere(&self) -> Option<String> {
        self.goes_on().then(|| say!(self.words(), "lab-later-elsewhere"))
    }

    /// The sentence that a chart of the whole objective owes: what is counted besides.
    fn later_too(&self) -> Option<String> {
        self.goes_on()
            .then(|| say!(self.words(), "lab-later-too", horizon = self.horizon()))
    }

    /// A number of worlds, cycles or charts.
    fn count(&self, number: usize) -> String {
        self.format().number(number as f64, 0)
    }

    /// Whether there is more than one world: a band of one would have no width.
    const fn has_bands(&self) -> bool {
        self.experiment.worlds > 1
    }

    /// The sentence that says what the figures of all worlds are.
    fn told(&self) -> String {
        let words = self.words();
        if self.has_bands() {
            say!(words, "lab-medians")
        } else {
            say!(words, "lab-one-world")
        }
    }

    fn outcomes(&self) -> impl Iterator<Item = &'a StrategyOutcome> {
        self.experiment.outcomes.iter()
    }

    /// The way of the chosen strategy through the shown world.
    fn course(&self) -> Option<&'a CourseShown> {
        self.experiment.shown.courses.iter().find(|course| course.strategy == self.strategy)
    }

    /// Sentences one after the other, those that there are.
    fn sentences<const N: usize>(sentences: [Option<String>; N]) -> String {
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// A canvas with title, subtitle and footer.
    fn sheet(&self, worlds: Worlds, look: &Look, title: &str, subtitle: &str) -> Sheet {
        let (words, n) = (self.words(), self.experiment.worlds);
        let (all, seed) = (self.count(n), self.experiment.seed.to_string());
        let source = match worlds {
            Worlds::All => say!(words, "lab-drawn", worlds = all, n = n, seed = seed),
            // a game plays one world, whatever its number
            Worlds::Shown if n == 1 => {
                let world = self.count(self.experiment.shown.world);
                say!(words, "lab-drawn-one-world", world = world, seed = seed)
            }
            Worlds::Shown => {
                let world = self.count(self.experiment.shown.world);
                say!(words, "lab-drawn-world", world = world, worlds = all, seed = seed)
            }
        };
        let origin = Origin {
            scenario: self.scenario,
            start: self.experiment.cycles.first().map(|span| span.date.as_str()),
            source: &source,
        };
        Sheet::of(&origin, (words, self.format()), look, title, subtitle)
    }
}
