//! Every scenario of the repository reads, runs and gains; the classroom's numbers are those of its own arithmetic.

use std::path::{Path, PathBuf};

use osa::analyze::analyze;
use osa::model::{Decision, Stage};
use osa::optimize::propose;
use osa::scenario::{Loaded, Scenario};
use osa::score::score;
use osa::simulate::{Forecast, Simulator};

/// Rounding of a sum of some hundred terms, relative.
const ROUNDING: f64 = 1e-12;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

fn load(path: &Path) -> Loaded {
    Scenario::from_path(path).unwrap_or_else(|problems| panic!("{}", problems.render(osa::scenario::Colour::Plain)))
}

/// Every scenario with its file name, the lessons included.
fn all() -> Vec<(String, Loaded)> {
    let entries = |folder: PathBuf| {
        std::fs::read_dir(folder)
            .expect("a folder of scenarios")
            .map(|entry| entry.expect("an entry").path())
    };
    let mut paths: Vec<PathBuf> = entries(folder())
        .chain(entries(folder().join("lessons")))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    let name = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    paths.iter().map(|path| (name(path), load(path))).collect()
}

fn assert_finite(name: &str, forecast: &Forecast) {
    let totals = forecast.totals;
    let money = [
        totals.revenue,
        totals.gross,
        totals.invest,
        totals.profit,
        totals.npv,
        totals.residual,
    ];
    let counts = [totals.visits, totals.leads, totals.customers, totals.orders, totals.repeat_orders];
    assert!(money.iter().chain(&counts).all(|total| total.is_finite()), "{name}: {totals:?}");
    assert!(counts.iter().all(|&count| count >= 0.0), "{name}: {totals:?}");
    let kpis = forecast.kpis;
    let rates = [kpis.act_rate, kpis.convert_rate, kpis.served];
    let others = [kpis.roi, kpis.roi_horizon, kpis.roas, kpis.cac, kpis.blended_cac, kpis.ltv];
    assert!(rates.iter().flatten().all(|rate| (0.0..=1.0).contains(rate)), "{name}: {kpis:?}");
    assert!(others.iter().flatten().all(|kpi| kpi.is_finite()), "{name}: {kpis:?}");
    // these scenarios spend money and reach customers
    assert!(others.iter().all(Option::is_some), "{name}: {kpis:?}");
}

#[test]
fn all_businesses_are_there() {
    let names: Vec<String> = all().into_iter().map(|(name, _)| name).collect();
    for name in ["b2b-software", "car-dealer", "classroom", "corner-shop-online", "outdoor-shop"] {
        assert!(names.iter().any(|other| other == name), "{name} is missing among {names:?}");
    }
}

#[test]
fn every_scenario_simulates_to_finite_figures() {
    for (name, loaded) in all() {
        let mut simulator = Simulator::new(&loaded.scenario);
        let today = simulator.today();
        let forecast = simulator.forecast(&today);
        assert_eq!(forecast.periods.len(), loaded.scenario.plan.periods, "{name}");
        assert_finite(&name, &forecast);
        let card = score(&loaded.scenario, &forecast);
        let points = card.score.expect("every scenario has targets");
        assert!((0.0..=100.0).contains(&points), "{name}: {points}");
    }
}

#[test]
fn every_scenario_agrees_with_its_planner_about_today() {
    // the figures in plan.today are what the planner observes; 5 % is where `osa check` begins to warn
    for (name, loaded) in all() {
        for line in analyze_today(&loaded).reconciliation {
            if let Some(difference) = line.difference {
                assert!(difference.abs() < 0.05, "{name}: {} is off by {difference}", line.measure);
            }
        }
    }
}

fn analyze_today(loaded: &Loaded) -> osa::analyze::Analysis {
    let mut simulator = Simulator::new(&loaded.scenario);
    let today = simulator.today();
    analyze(&mut simulator, &today)
}

#[test]
fn every_scenario_has_a_plan_that_is_not_worse() {
    for (name, loaded) in all() {
        let mut simulator = Simulator::new(&loaded.scenario);
        let found = propose(&mut simulator).unwrap_or_else(|clash| panic!("{name}: {clash}"));
        let least = |other: f64| other - ROUNDING * other.abs();
        if found.today.feasible {
            assert!(found.proposal.objective >= least(found.today.objective), "{name}: worse than today");
        }
        if let Some(scaled) = &found.scaled {
            assert!(
                found.proposal.objective >= least(scaled.objective),
                "{name}: worse than today scaled"
            );
        }
        let plan = &found.proposal.decision;
        for (c, channel) in loaded.scenario.channels.iter().enumerate() {
            let within = |&spend: &f64| spend >= channel.limits.min && spend <= channel.limits.max;
            assert!(plan.channel(c).iter().all(within), "{name}: {} leaves its limits", channel.name);
        }
        let spent = plan.spend.iter().sum::<f64>() + simulator.action_cost(&plan.actions);
        // half a cent is what the rounding of a plan's totals to cents can leave
        if loaded.scenario.plan.spend_all {
            assert!((spent - found.budget).abs() < 0.005, "{name}: {spent} of {}", found.budget);
        }
        assert!(spent < found.budget + 0.005, "{name}: {spent} of {}", found.budget);
    }
}

#[test]
fn a_written_plan_brings_what_was_promised() {
    for (name, loaded) in all() {
        let mut simulator = Simulator::new(&loaded.scenario);
        let found = propose(&mut simulator).unwrap_or_else(|clash| panic!("{name}: {clash}"));
        let plan = &found.proposal.decision;
        let spend: Vec<&[f64]> = (0..loaded.scenario.channels.len()).map(|c| plan.channel(c)).collect();
        let text = loaded.write_plan(&spend, &plan.actions).expect("writes");
        let again = Scenario::from_text(&text, "plan.toml", &folder()).expect("reads");
        let mut simulator = Simulator::new(&again.scenario);
        let today = simulator.today();
        assert_eq!(&today, plan, "{name}");
        // the very numbers: the same spends and the same past, bit by bit
        assert_eq!(simulator.objective(&today), found.proposal.objective, "{name}");
    }
}

/// The classroom by hand, from the comments of its file.
mod classroom {
    use super::*;

    const MONTHS: f64 = 12.0;
    /// What one visit is worth: act rate · convert rate · order value · margin [EUR].
    const VISIT: f64 = 0.10 * 0.25 * 100.0 * 0.50;

    /// Visits of a hill curve a month.
    fn hill(ceiling: f64, half_spend: f64, spend: f64) -> f64 {
        ceiling * spend / (spend + half_spend)
    }

    fn visits(search: f64, flyers: f64) -> f64 {
        1_060.0 + hill(5_000.0, 1_000.0, search) + hill(1_800.0, 250.0, flyers)
    }

    #[track_caller]
    fn assert_same(found: f64, by_hand: f64) {
        assert!((found - by_hand).abs() <= ROUNDING * by_hand.abs(), "{found}, by hand {by_hand}");
    }

    fn simulator() -> Simulator {
        Simulator::new(&load(&folder().join("classroom.toml")).scenario)
    }

    fn decision(simulator: &Simulator, search: f64, flyers: f64) -> Decision {
        let mut decision = simulator.today();
        for (spend, level) in decision.spend.chunks_mut(12).zip([search, flyers]) {
            spend.fill(level);
        }
        decision
    }

    #[test]
    fn a_month_and_the_year_today() {
        let mut simulator = simulator();
        let today = simulator.today();
        let forecast = simulator.forecast(&today);
        let month = [5_000.0, 500.0, 125.0, 12_500.0, 6_250.0, 4_250.0];
        for row in &forecast.periods {
            let found = [row.visits, row.leads, row.customers, row.revenue, row.gross, row.profit];
            for (found, by_hand) in found.into_iter().zip(month) {
                assert_same(found, by_hand);
            }
        }
        assert_same(forecast.totals.revenue, 150_000.0);
        assert_same(forecast.totals.profit, 51_000.0);
        assert_same(forecast.objective, 51_000.0);
        // the baseline keeps the 1 060 organic visits: 3 940 a month are what the money brings
        let gross = MONTHS * 3_940.0 * VISIT;
        assert_same(gross, 59_100.0);
        assert_same(forecast.kpis.roi.expect("money is spent"), (gross - 24_000.0) / 24_000.0);
        assert_same(forecast.kpis.cac.expect("customers come"), 24_000.0 / 1_182.0);
        assert_same(forecast.kpis.ltv.expect("always"), 50.0);
        assert_same(forecast.channels[0].marginal_roi.expect("finite"), 1.25 * VISIT - 1.0);
        assert_same(forecast.channels[1].marginal_roi.expect("finite"), 0.288 * VISIT - 1.0);
    }

    #[test]
    fn the_best_split_has_equal_slopes() {
        let mut scenario = load(&folder().join("classroom.toml")).scenario;
        // money alone: with the actions there are more ways to spend the budget
        scenario.actions.clear();
        let mut simulator = Simulator::new(&scenario);
        let found = propose(&mut simulator).expect("limits and budget agree");
        let plan = &found.proposal.decision;
        // half a cent: totals are whole cents
        assert!(
            (plan.channel_total(0) - MONTHS * 1_500.0).abs() < 0.01,
            "search {}",
            plan.channel_total(0)
        );
        assert!(
            (plan.channel_total(1) - MONTHS * 500.0).abs() < 0.01,
            "flyers {}",
            plan.channel_total(1)
        );
        // at the optimum a cent's shift costs its square
        assert!((found.proposal.objective - 54_900.0).abs() < 1e-6, "{}", found.proposal.objective);
        assert_same(MONTHS * (visits(1_500.0, 500.0) * VISIT - 2_000.0), 54_900.0);
        // there the next euro brings just itself
        let price = found.budget_price.expect("a channel can take more");
        assert!(price.abs() < 1e-6, "{price}");
    }

    #[test]
    fn the_two_things_to_try_first() {
        let mut simulator = simulator();
        let today = decision(&simulator, 1_000.0, 1_000.0);
        let moved = decision(&simulator, 1_200.0, 800.0);
        let value = simulator.objective(&today);
        let by_money = simulator.objective(&moved) - value;
        assert_same(by_money, MONTHS * (visits(1_200.0, 800.0) - visits(1_000.0, 1_000.0)) * VISIT);
        // "198 EUR a month", to the euro
        assert_eq!((by_money / MONTHS).round(), 198.0);
        let mut trial = simulator.trial();
        let act = simulator.model().rate_params().act;
        trial.params[act.index()] = 0.12;
        assert_same(simulator.objective_of(&today, &trial) - value, MONTHS * 1_250.0);
    }

    #[test]
    fn the_weakest_stage_is_act() {
        let mut simulator = simulator();
        let today = simulator.today();
        let found = analyze(&mut simulator, &today);
        assert_eq!(found.weakest, Some(Stage::Act));
        let stakes: Vec<Option<f64>> = found.stages.iter().map(|stage| stage.value_at_stake).collect();
        for (stake, month) in stakes.iter().zip([625.0, 1_250.0, 750.0]) {
            // the lever is searched to 1e-12 of the target
            let stake = stake.expect("it has a target");
            assert!(
                (stake - MONTHS * month).abs() < 1e-9 * 51_000.0,
                "{stake}, by hand {}",
                MONTHS * month
            );
        }
        assert_eq!(stakes[3], None, "no target and no way to move it");
    }

    #[test]
    fn of_the_actions_one_pays() {
        let mut simulator = simulator();
        let today = simulator.today();
        let value = simulator.objective(&today);
        let mut gain = |action: usize| {
            let mut decision = today.clone();
            decision.actions[action] = true;
            simulator.objective(&decision) - value
        };
        // 10 % of the year's gross profit of 75 000 EUR, less its cost; 106 visits a month, less theirs
        assert_same(gain(0), 7_500.0 - 2_000.0);
        assert_same(gain(1), MONTHS * 106.0 * VISIT - 3_000.0);
    }
}
