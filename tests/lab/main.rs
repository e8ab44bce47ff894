//! The loop in a noisy world: what has to hold whatever the strategies do, and what is known of them by theory.

mod blind;
mod life;
mod perfect;
mod played;
mod same;
mod standing;

use std::path::Path;

use osa::lab::{CourseShown, Design, Experiment, Strategy, StrategyOutcome, run};
use osa::scenario::Scenario;

/// A small shop: four channels of which two are full, an action that pays and one that does not, a lag, a capacity that hardly binds.
pub const SHOP: &str = r#"
    [plan]
    name = "Small shop"
    period = "month"
    periods = 24
    start = 2026-01-01
    currency = "EUR"
    [reach]
    organic = "900 to 1_100"
    [act]
    rate = "9% to 12%"
    [convert]
    rate = "22% to 28%"
    lag = { mean = 0.5, sd = 0.5 }
    [engage]
    customers = 200
    retention = "85% to 90%"
    repeat_rate = "15% to 25%"
    [money]
    order_value = "90 to 110"
    margin = 0.5
    discount_rate = 0.08
    lifetime = 2
    [[channel]]
    name = "search"
    spend = 1_500
    reach = { visits = "4_000 to 8_000", half_spend = "2_000 to 3_500" }
    [[channel]]
    name = "flyers"
    spend = 1_500
    reach = { visits = "800 to 1_400", half_spend = "250 to 400" }
    [[channel]]
    name = "radio"
    spend = 1_000
    carryover = { half_life = "1 to 2" }
    reach = { visits = "1_500 to 3_000", half_spend = "700 to 1_200" }
    [[channel]]
    name = "letters"
    spend = 500
    repeat = { lift = "20% to 50%", half_spend = "400 to 800" }
    [[action]]
    name = "Shorter form"
    moves = "act"
    lift = "10% to 30%"
    cost = 2_000
    start = 2
    ramp = 2
    [[action]]
    name = "Film"
    moves = "organic"
    lift = "1% to 3%"
    cost = 20_000
"#;

/// A scenario of a text.
pub fn scenario(text: &str) -> Scenario {
    match Scenario::from_text(text, "lab.toml", Path::new(".")) {
        Ok(loaded) => loaded.scenario,
        Err(problems) => panic!("{}", problems.render(osa::scenario::Colour::Plain)),
    }
}

/// [`SHOP`] with a table `[lab]` of these lines.
pub fn shop_with(lab: &str) -> Scenario {
    scenario(&format!("{SHOP}\n[lab]\n{lab}\n"))
}

/// One of the project's scenarios.
pub fn of_file(name: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    Scenario::from_path(&path).expect("a scenario").scenario
}

/// An experiment with the cycles that the scenario asks for.
pub fn experiment(scenario: &Scenario, worlds: usize) -> Experiment {
    let design = Design {
        worlds,
        ..Design::of(scenario)
    };
    run(scenario, &design, &|| {}).expect("limits and budget agree")
}

/// What a strategy came to.
pub fn outcome(experiment: &Experiment, strategy: Strategy) -> &StrategyOutcome {
    experiment.outcome(strategy).expect("all strategies play")
}

/// A strategy's course through the shown world.
pub fn course(experiment: &Experiment, strategy: Strategy) -> &CourseShown {
    let mut courses = experiment.shown.courses.iter();
    courses.find(|course| course.strategy == strategy).expect("all strategies play")
}
