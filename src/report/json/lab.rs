//! The loop in a noisy world in JSON: what each strategy came to, and one world looked at closely.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::lab::{
    Because, ChannelMeasured, ControlChart, CourseShown, CycleShown, Experiment, Hidden, Illusions, Interval, Span, Strategy,
    StrategyOutcome, WorldShown,
};
use crate::model::Stage;
use crate::scenario::Scenario;
use crate::simulate::Band;

use super::document::document;
use super::titled;

/// Whether what was hidden from the strategies is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    Hidden,
    Revealed,
}

/// The experiment with the world shown: `osa/lab/1`.
#[must_use]
pub fn lab(scenario: &Scenario, experiment: &Experiment, truth: Truth) -> String {
    let body = Body {
        objective: experiment.objective,
        objective_name: scenario.objective_name(),
        seed: experiment.seed,
        worlds: experiment.worlds,
        cycles: &experiment.cycles,
        strategies: &experiment.outcomes,
        duel: &experiment.duel,
        illusions: &experiment.illusions,
        shown: ShownBody::of(scenario, &experiment.shown, truth),
    };
    document("osa/lab/1", &titled(scenario, &body))
}

#[derive(Serialize)]
struct Body<'a> {
    objective: &'static str,
    objective_name: &'static str,
    seed: u64,
    worlds: usize,
    cycles: &'a [Span],
    strategies: &'a [StrategyOutcome],
    duel: &'a Band,
    illusions: &'a Illusions,
    shown: ShownBody<'a>,
}

#[derive(Serialize)]
struct ShownBody<'a> {
    world: usize,
    courses: Vec<CourseBody<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    truth: Option<&'a [Hidden]>,
}

impl<'a> ShownBody<'a> {
    fn of(scenario: &'a Scenario, shown: &'a WorldShown, truth: Truth) -> Self {
        Self {
            world: shown.world,
            courses: shown.courses.iter().map(|course| CourseBody::of(scenario, course)).collect(),
            truth: (truth == Truth::Revealed).then_some(shown.truth.as_slice()),
        }
    }
}

#[derive(Serialize)]
struct CourseBody<'a> {
    strategy: Strategy,
    value: f64,
    claimed: f64,
    true_gain: f64,
    path: &'a [f64],
    cycles: Vec<CycleBody<'a>>,
    charts: &'a [ControlChart],
}

impl<'a> CourseBody<'a> {
    fn of(scenario: &'a Scenario, course: &'a CourseShown) -> Self {
        Self {
            strategy: course.strategy,
            value: course.value,
            claimed: course.claimed,
            true_gain: course.true_gain,
            path: &course.path,
            cycles: course.cycles.iter().map(|cycle| CycleBody::of(scenario, cycle)).collect(),
            charts: &course.charts,
        }
    }
}

#[derive(Serialize)]
struct CycleBody<'a> {
    cycle: usize,
    because: &'static str,
    /// Where it is because of a stage.
    stage: Option<Stage>,
    moves: &'a BTreeMap<String, f64>,
    actions: &'a [String],
    predicted: Option<Interval>,
    measured: MeasuredBody<'a>,
    claimed: f64,
}

impl<'a> CycleBody<'a> {
    fn of(scenario: &'a Scenario, cycle: &'a CycleShown) -> Self {
        let (because, stage) = because(cycle.because);
        let measured = &cycle.measured;
        Self {
            cycle: cycle.cycle,
            because,
            stage,
            moves: &cycle.moves,
            actions: &cycle.actions,
            predicted: cycle.predicted,
            measured: MeasuredBody {
                visits: measured.visits,
                leads: measured.leads,
                customers: measured.customers,
                orders: measured.orders,
                revenue: measured.revenue,
                gross: measured.gross,
                invest: measured.invest,
                profit: measured.profit,
                channels: ChannelsByName(scenario, &measured.channels),
            },
            claimed: cycle.claimed,
        }
    }
}

/// A reason as one word, and its stage.
const fn because(because: Because) -> (&'static str, Option<Stage>) {
    match because {
        Because::Standing => ("standing", None),
        Because::Jump => ("jump", None),
        Because::Step => ("step", None),
        Because::Confirmed => ("confirmed", None),
        Because::Undone => ("undone", None),
        Because::Wiggle => ("wiggle", None),
        Because::LooksBetter => ("looks_better", None),
        Because::LooksWorse => ("looks_worse", None),
        Because::LowestRate(stage) => ("lowest_rate", Some(stage)),
        Because::Sample => ("sample", None),
        Because::Foresight => ("foresight", None),
        Because::Learner => ("learner", None),
    }
}

#[derive(Serialize)]
struct MeasuredBody<'a> {
    visits: f64,
    leads: f64,
    customers: f64,
    orders: f64,
    revenue: f64,
    gross: f64,
    invest: f64,
    profit: f64,
    channels: ChannelsByName<'a>,
}

/// What was measured of each channel.
struct ChannelsByName<'a>(&'a Scenario, &'a [ChannelMeasured]);

impl Serialize for ChannelsByName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let channels = self.0.channels.iter().zip(self.1);
        serializer.collect_map(channels.map(|(channel, measured)| (&channel.name, measured)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::report::lab_fixture::{Shape, classroom, experiment};

    fn written(shape: &Shape, truth: Truth) -> Value {
        serde_json::from_str(&lab(&classroom(), &experiment(shape), truth)).expect("JSON")
    }

    #[test]
    fn every_figure_is_there_in_full() {
        let shape = Shape::default();
        let (document, experiment) = (written(&shape, Truth::Revealed), experiment(&shape));
        assert_eq!(document["schema"], "osa/lab/1");
        assert_eq!(document["worlds"], 500);
        assert_eq!(document["cycles"].as_array().map(Vec::len), Some(12));
        for (row, outcome) in document["strategies"].as_array().expect("rows").iter().zip(&experiment.outcomes) {
            assert_eq!(row["strategy"], outcome.strategy.word());
            for (field, band) in [
                ("value", &outcome.value),
                ("gain", &outcome.gain),
                ("regret", &outcome.regret),
                ("claimed", &outcome.claimed),
                ("true_gain", &outcome.true_gain),
            ] {
                for (level, number) in [("mean", band.mean), ("p5", band.p5), ("p95", band.p95)] {
                    let read = row[field][level].as_f64().expect("a number");
                    // the reader of the test may miss a number by its last bit
                    assert!(
                        (read - number).abs() <= f64::EPSILON * number.abs(),
                        "{field}.{level}: {read}, not {number}"
                    );
                }
            }
            assert_eq!(row["path"].as_array().map(Vec::len), Some(13));
            assert_eq!(row["lead"].as_array().map(Vec::len), Some(13));
            assert_eq!(row["best_share"].as_f64(), Some(outcome.best_share));
            assert_eq!(row["coverage"].is_null(), outcome.coverage.is_none());
        }
        let third = &document["shown"]["courses"][2]["cycles"][2];
        assert_eq!(third["because"], "confirmed");
        assert_eq!(third["actions"][0], "Gift wrapping");
        assert_eq!(third["moves"]["search"].as_f64(), Some(150.0));
        let measured = &experiment.shown.courses[2].cycles[2].measured;
        assert_eq!(
            third["measured"]["channels"]["flyers"]["leads"].as_f64(),
            Some(measured.channels[1].leads)
        );
        let fixing = &document["shown"]["courses"][5]["cycles"][0];
        assert_eq!((&fixing["because"], &fixing["stage"]), (&"lowest_rate".into(), &"act".into()));
        assert!(document["shown"]["courses"][2]["charts"][4]["limits"].is_null());
    }

    #[test]
    fn the_truth_is_told_only_when_it_is_asked_for() {
        let hidden = written(&Shape::default(), Truth::Hidden);
        assert!(hidden["shown"].get("truth").is_none());
        assert!(!hidden.to_string().contains("believed"));
        let revealed = written(&Shape::default(), Truth::Revealed);
        assert_eq!(revealed["shown"]["truth"][0]["truth"].as_f64(), Some(0.083));
        assert!(revealed["shown"]["truth"][3]["believed"].is_null());
    }

    #[test]
    fn what_is_no_number_is_null() {
        let mut found = experiment(&Shape::default());
        found.outcomes[1].claimed.mean = f64::NAN;
        found.illusions.false_alarms = None;
        let document: Value = serde_json::from_str(&lab(&classroom(), &found, Truth::Hidden)).expect("JSON");
        assert!(document["strategies"][1]["claimed"]["mean"].is_null());
        assert!(document["illusions"]["false_alarms"].is_null());
    }

    /// Every field down to its leaves, elements of arrays as `[]`, names of channels as `*`.
    fn fields(path: &str, value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    let named = path.ends_with("moves") || path.ends_with("channels");
                    let key = if named { "*" } else { key };
                    fields(
                        &if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") },
                        value,
                        found,
                    );
                }
            }
            Value::Array(values) => values.iter().for_each(|value| fields(&format!("{path}[]"), value, found)),
            _ => {
                found.insert(path.to_owned());
            }
        }
    }

    #[test]
    fn every_field_is_documented_and_comes() {
        let page = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/interface.md")).expect("the page");
        let section = page.split("### `osa/lab/1`").nth(1).expect("the section").split("\n### ").next();
        let documented: BTreeSet<&str> = (section.into_iter().flat_map(str::lines))
            .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
            .collect();
        let mut found = BTreeSet::new();
        fields("", &written(&Shape::default(), Truth::Revealed), &mut found);
        // what stands in a band is told once, of the first of them
        let bands = ["mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"];
        let of_band = |field: &str| {
            let (whole, last) = field.rsplit_once('.')?;
            (bands.contains(&last) && documented.contains(whole) && !documented.contains(field)).then(|| whole.to_owned())
        };
        let came: BTreeSet<String> = found.iter().map(|field| of_band(field).unwrap_or_else(|| field.clone())).collect();
        let missing: Vec<_> = came.iter().filter(|field| !documented.contains(field.as_str())).collect();
        assert!(missing.is_empty(), "not documented: {missing:?}");
        let comes = |field: &str| {
            let begins = |found: &String| {
                found
                    .strip_prefix(field)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            found.iter().any(begins)
        };
        let never: Vec<_> = documented.iter().filter(|field| !comes(field)).collect();
        assert!(never.is_empty(), "documented and never there: {never:?}");
    }
}
