//! Every lesson comes out as its header says.
//!
//! A header states figures in lines such as `#   kaizen, mean   +63_600 ± 4_500 GBP`: what, how much, and how far another seed may be from it. Each is
//! measured here, in fewer worlds than a class plays, with the seed of the command; the `±` leaves at least four standard errors of that for chance.

use std::path::{Path, PathBuf};

use osa::lab::{CourseShown, Design, Experiment, Strategy, run};
use osa::scenario::Scenario;
use osa::simulate::{Band, Forecast, Simulator};
use rayon::prelude::*;

const LESSONS: [&str; 9] = [
    "tampering",
    "regression-to-the-mean",
    "winners-curse",
    "bottleneck",
    "delay",
    "hold-the-gains",
    "small-steps-wrong-model",
    "big-bang-right-model",
    "cheapest-lead",
];

/// Standard errors that a statement has to leave for chance: one in 16 000 is further off.
const ROOM: f64 = 4.0;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/lessons")
}

fn path(lesson: &str) -> PathBuf {
    folder().join(format!("{lesson}.toml"))
}

fn scenario(lesson: &str, set: &[&str]) -> Scenario {
    let loaded = Scenario::from_path_with(&path(lesson), set);
    loaded
        .unwrap_or_else(|problems| panic!("{}", problems.render(osa::scenario::Colour::Plain)))
        .scenario
}

/// The lesson as the command plays it, in so many worlds.
fn play(lesson: &str, set: &[&str], worlds: usize) -> Experiment {
    let scenario = scenario(lesson, set);
    let design = Design {
        worlds,
        ..Design::of(&scenario)
    };
    run(&scenario, &design, &|| {}).expect("a plan")
}

/// A figure, and its standard error.
#[derive(Debug, Clone, Copy)]
struct Figure(f64, f64);

impl Figure {
    fn mean(band: &Band) -> Self {
        Self(band.mean, band.standard_error())
    }

    /// A median's standard error is √(π/2) times that of the mean, of normal figures.
    fn median(band: &Band) -> Self {
        Self(band.p50, std::f64::consts::FRAC_PI_2.sqrt() * band.standard_error())
    }

    const fn exactly(value: f64) -> Self {
        Self(value, 0.0)
    }

    fn is_above(self, other: Self) -> bool {
        self.0 - other.0 > ROOM * (self.1 * self.1 + other.1 * other.1).sqrt()
    }
}

const NOTHING: Figure = Figure::exactly(0.0);

fn gain(experiment: &Experiment, strategy: Strategy) -> Figure {
    Figure::mean(&experiment.outcome(strategy).expect("it plays").gain)
}

/// A line of a header.
#[derive(Debug)]
struct Stated {
    what: String,
    value: f64,
    within: f64,
}

fn stated(lesson: &str) -> Vec<Stated> {
    let text = std::fs::read_to_string(path(lesson)).expect("a lesson");
    let lines = text.lines().filter_map(|line| line.strip_prefix("#   "));
    lines
        .filter_map(|line| {
            let (left, right) = line.split_once(" ± ")?;
            let (what, value) = left.rsplit_once("  ").expect("two spaces before a figure");
            let is_share = value.contains('%');
            let number = |text: &str| -> f64 {
                let digits = text.replace(['_', '+', '%', ' '], "");
                let number: f64 = digits.parse().unwrap_or_else(|_| panic!("{lesson}: `{text}` is a figure"));
                if is_share { number / 100.0 } else { number }
            };
            Some(Stated {
                what: what.trim().to_owned(),
                value: number(value),
                within: number(right.split(' ').next().expect("a figure")),
            })
        })
        .collect()
}

/// A figure that any experiment has, by the words of a header.
fn common(experiment: &Experiment, what: &str) -> Option<Figure> {
    let outcome = |strategy| experiment.outcome(strategy);
    match what {
        "kaizen over the big bang" => return Some(Figure::mean(&experiment.duel)),
        "oracle over the big bang" => return Some(Figure::mean(&outcome(Strategy::BigBang)?.regret)),
        _ => {}
    }
    let (who, column) = what.split_once(", ")?;
    let strategy = match who {
        "big bang" => Strategy::BigBang,
        "kaizen" => Strategy::Kaizen,
        "tampering" => Strategy::Tamper,
        "whatever looked better" => Strategy::GreedyNoise,
        "fix the lowest rate" => Strategy::LowestRate,
        "oracle" => Strategy::Oracle,
        _ => return None,
    };
    match column {
        "mean" => Some(Figure::mean(&outcome(strategy)?.gain)),
        "claimed" => Some(Figure::median(&outcome(strategy)?.claimed)),
        "true" => Some(Figure::median(&outcome(strategy)?.true_gain)),
        "mean lead after three cycles" => Some(Figure::mean(&outcome(strategy)?.lead[3])),
        _ => None,
    }
}

/// Holds all that a header states against what came out.
fn assert_as_stated(lesson: &str, experiment: &Experiment, others: &[(&str, Figure)]) {
    let stated = stated(lesson);
    assert!(!stated.is_empty(), "{lesson} states nothing");
    for Stated { what, value, within } in stated {
        let other = others.iter().find(|(name, _)| *name == what).map(|(_, figure)| *figure);
        let Some(Figure(found, error)) = other.or_else(|| common(experiment, &what)) else {
            panic!("{lesson}: nobody measures “{what}”");
        };
        println!("{lesson}: {what}: {found:.4} (standard error {error:.4}), stated {value} ± {within}");
        assert!(
            (found - value).abs() <= within,
            "{lesson}: {what}: {found}, stated {value} ± {within}"
        );
        assert!(
            ROOM * error <= within,
            "{lesson}: {what}: ± {within} leaves no room for an error of {error}"
        );
    }
}

fn course(experiment: &Experiment, strategy: Strategy) -> &CourseShown {
    let mut courses = experiment.shown.courses.iter();
    courses.find(|course| course.strategy == strategy).expect("every strategy is shown")
}

fn actions(course: &CourseShown) -> Vec<&str> {
    course.cycles.iter().flat_map(|cycle| &cycle.actions).map(String::as_str).collect()
}

/// Strategies that find nothing to do, and so come to the same as hold to the bit.
fn assert_leave_alone(experiment: &Experiment, strategies: &[Strategy]) {
    for &strategy in strategies {
        let outcome = experiment.outcome(strategy).expect("it plays");
        assert_eq!(
            (outcome.gain.p5, outcome.gain.p95, outcome.changes),
            (0.0, 0.0, 0.0),
            "{strategy:?}"
        );
    }
}

/// How many times the spread of hands off a tamperer's enquiries have, from cycle to cycle, once he has begun; in six times so many worlds.
fn spread(rule: u8, worlds: u64) -> Figure {
    // enough for a standard error that is right to a third
    const GROUPS: u64 = 6;
    // the desk does not change who asks; where it is not full nothing is planned anew, and time is saved
    let scenario = scenario("tampering", &[&format!("lab.tamper_rule={rule}"), "convert.capacity=1_000"]);
    let deviations = |course: &CourseShown| -> f64 {
        // his first answer is before the third cycle
        let leads = course.cycles.iter().skip(2).map(|cycle| cycle.measured.leads);
        leads.map(|leads| (leads - 60.0) * (leads - 60.0)).sum()
    };
    let of_group = |group: u64| -> f64 {
        let seeds: Vec<u64> = (0..worlds).map(|k| 1 + group * worlds + k).collect();
        let sums = seeds.into_par_iter().map(|seed| {
            let design = Design {
                worlds: 1,
                seed,
                ..Design::of(&scenario)
            };
            let experiment = run(&scenario, &design, &|| {}).expect("a plan");
            [Strategy::Tamper, Strategy::Hold].map(|strategy| deviations(course(&experiment, strategy)))
        });
        let [tampered, left] = sums.reduce(|| [0.0; 2], |a, b| [a[0] + b[0], a[1] + b[1]]);
        (tampered / left).sqrt()
    };
    let ratios: Vec<f64> = (0..GROUPS).map(of_group).collect();
    let mean = ratios.iter().sum::<f64>() / GROUPS as f64;
    let variance = ratios.iter().map(|ratio| (ratio - mean) * (ratio - mean)).sum::<f64>() / (GROUPS - 1) as f64;
    Figure(mean, (variance / GROUPS as f64).sqrt())
}

#[test]
fn every_lesson_is_told_of() {
    let readme = std::fs::read_to_string(folder().join("README.md")).expect("a README");
    for name in LESSONS {
        assert!(readme.contains(&format!("({name}.toml)")), "{name} is missing in README.md");
    }
    let files = std::fs::read_dir(folder())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path());
    let lessons = files.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    assert_eq!(lessons.count(), LESSONS.len(), "every lesson has a test");
}

#[test]
fn tampering_makes_matters_worse() {
    let experiment = play("tampering", &[], 60);
    let by_rule = |rule: u8| gain(&play("tampering", &[&format!("lab.tamper_rule={rule}")], 50), Strategy::Tamper);
    let (third, fourth) = (by_rule(3), by_rule(4));
    let others = [
        ("tampering by rule 3, mean", third),
        ("tampering by rule 4, mean", fourth),
        ("spread of enquiries, rule 2 : hands off", spread(2, 24)),
        ("spread of enquiries, rule 3 : hands off", spread(3, 12)),
        ("spread of enquiries, rule 4 : hands off", spread(4, 12)),
    ];
    assert_as_stated("tampering", &experiment, &others);
    let second = gain(&experiment, Strategy::Tamper);
    assert!(NOTHING.is_above(second) && second.is_above(third) && second.is_above(fourth));
    // two channels that are alike may be exchanged at no cost: the big bang does
    assert_leave_alone(&experiment, &[Strategy::Kaizen, Strategy::Oracle]);
}

#[test]
fn the_worst_stage_recovers_by_itself() {
    const WORLDS: usize = 124;
    let experiment = play("regression-to-the-mean", &[], WORLDS);
    // a pair of figures has a spread of √(0.07² + 0.1²) of their mean, and each world 23 pairs
    let error = 0.122 / (23.0 * WORLDS as f64).sqrt();
    let recovery = Figure(experiment.illusions.worst_stage_recovers.expect("cycles"), error);
    assert_as_stated("regression-to-the-mean", &experiment, &[("the worst stage recovers by", recovery)]);
    assert!(NOTHING.is_above(gain(&experiment, Strategy::LowestRate)));
    assert_leave_alone(&experiment, &[Strategy::BigBang, Strategy::Kaizen]);
}

#[test]
fn the_winner_of_ten_disappoints() {
    const WORLDS: usize = 80;
    let experiment = play("winners-curse", &[], WORLDS);
    // the best of ten has a spread of 0.06 of the mean, the same one in the next week 0.1; each world has 23 pairs
    let pairs = 23.0 * WORLDS as f64;
    let figure = |figure: Option<f64>, spread: f64| Figure(figure.expect("cycles"), spread / pairs.sqrt());
    let others = [
        (
            "the best channel exceeds its mean by",
            figure(experiment.illusions.best_channel_exceeds, 0.06),
        ),
        (
            "the same channel, the week after",
            figure(experiment.illusions.best_channel_after, 0.1),
        ),
    ];
    assert_as_stated("winners-curse", &experiment, &others);
    assert!(NOTHING.is_above(gain(&experiment, Strategy::GreedyNoise)));
    assert_leave_alone(&experiment, &[Strategy::BigBang, Strategy::Kaizen, Strategy::Oracle]);
}

#[test]
fn the_desk_is_the_bottleneck() {
    let experiment = play("bottleneck", &[], 120);
    assert_as_stated("bottleneck", &experiment, &[]);
    assert!(gain(&experiment, Strategy::Kaizen).is_above(gain(&experiment, Strategy::LowestRate)));
    for strategy in [Strategy::Kaizen, Strategy::Oracle] {
        assert!(actions(course(&experiment, strategy)).contains(&"Laser scanner"), "{strategy:?}");
    }
    assert_eq!(
        actions(course(&experiment, Strategy::LowestRate)),
        ["Shorter form", "Brochure with prices"]
    );
}

#[test]
fn who_steers_by_late_figures_steers_too_much() {
    let experiment = play("delay", &[], 120);
    let at_once = play("delay", &["channel.magazine.carryover=none", "channel.radio.carryover=none"], 60);
    let harmless = gain(&at_once, Strategy::Tamper);
    assert_as_stated("delay", &experiment, &[("tampering without the delay, mean", harmless)]);
    let late = gain(&experiment, Strategy::Tamper);
    assert!(harmless.is_above(late));
    assert!(gain(&experiment, Strategy::Kaizen).is_above(late));
    assert!(NOTHING.is_above(gain(&experiment, Strategy::GreedyNoise)));
}

#[test]
fn gains_that_nobody_holds_fade() {
    let experiment = play("hold-the-gains", &[], 100);
    assert_as_stated("hold-the-gains", &experiment, &[]);
    let lead = |strategy, cycle: usize| Figure::mean(&experiment.outcome(strategy).expect("it plays").lead[cycle]);
    assert!(lead(Strategy::BigBang, 3).is_above(lead(Strategy::Kaizen, 3)), "slower at first");
    assert!(lead(Strategy::Kaizen, 12).is_above(lead(Strategy::BigBang, 12)), "ahead at the end");
    assert_eq!(actions(course(&experiment, Strategy::Kaizen)).len(), 4);
}

#[test]
fn small_steps_are_safer_in_a_wrong_model() {
    let experiment = play("small-steps-wrong-model", &[], 120);
    assert_as_stated("small-steps-wrong-model", &experiment, &[]);
    let kaizen = gain(&experiment, Strategy::Kaizen);
    assert!(kaizen.is_above(NOTHING) && NOTHING.is_above(gain(&experiment, Strategy::BigBang)));
}

#[test]
fn a_big_bang_is_better_in_a_right_model() {
    let experiment = play("big-bang-right-model", &[], 120);
    assert_as_stated("big-bang-right-model", &experiment, &[]);
    assert!(gain(&experiment, Strategy::BigBang).is_above(gain(&experiment, Strategy::Kaizen)));
    let oracle = gain(&experiment, Strategy::Oracle);
    let behind = experiment.outcome(Strategy::BigBang).expect("it plays").regret.mean;
    assert!(behind.abs() < 0.01 * oracle.0, "the oracle is {behind} ahead");
    // both lessons are of one hotel
    let right = scenario("big-bang-right-model", &[]);
    let wrong = Scenario {
        lab: right.lab.clone(),
        ..scenario("small-steps-wrong-model", &[])
    };
    assert_eq!(right, wrong);
}

#[test]
fn the_cheapest_lead_is_not_the_best() {
    let forecast = |set: &[&str]| -> Forecast {
        let mut simulator = Simulator::new(&scenario("cheapest-lead", set));
        let today = simulator.today();
        simulator.forecast(&today)
    };
    let today = forecast(&[]);
    let by_leads = forecast(&["channel.prize_draw.spend=1_200", "channel.search.spend=400"]);
    let row = |name: &str| today.channels.iter().find(|row| row.name == name).expect("a channel");
    let lead = |name: &str| Figure::exactly(row(name).invest / row(name).leads);
    let customer = |name: &str| Figure::exactly(row(name).invest / row(name).customers);
    let others = [
        ("prize draw, cost of a lead", lead("prize_draw")),
        ("search, cost of a lead", lead("search")),
        ("teachers, cost of a lead", lead("teachers")),
        ("prize draw, cost of a customer", customer("prize_draw")),
        ("search, cost of a customer", customer("search")),
        ("teachers, cost of a customer", customer("teachers")),
        (
            "going by leads, leads",
            Figure::exactly(by_leads.totals.leads / today.totals.leads - 1.0),
        ),
        (
            "going by leads, profit",
            Figure::exactly(by_leads.totals.profit - today.totals.profit),
        ),
    ];
    let experiment = play("cheapest-lead", &[], 120);
    assert_as_stated("cheapest-lead", &experiment, &others);
    // who knows the truth cuts the cheapest lead, and in small steps so does who only measures
    for strategy in [Strategy::Oracle, Strategy::Kaizen] {
        let moves = course(&experiment, strategy).cycles.iter().map(|cycle| &cycle.moves);
        let moved = |name: &str| moves.clone().filter_map(|moves| moves.get(name)).sum::<f64>();
        assert!(moved("prize_draw") < 0.0 && moved("search") > 0.0, "{strategy:?}");
    }
}
