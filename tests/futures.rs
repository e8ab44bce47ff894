//! Futures of plans: bands and probabilities against runs one by one, the same bytes for any number of threads, pairs, draws without a result.

mod common;

use std::path::{Path, PathBuf};

use osa::model::Decision;
use osa::scenario::Scenario;
use osa::simulate::{Band, Detail, Forecast, Futures, Plan, Sampling, Sequence, Simulator, futures};

fn scenarios() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = std::fs::read_dir(folder)
        .expect("the folder of scenarios")
        .map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

fn simulator(path: &Path, set: &[&str]) -> Simulator {
    Simulator::new(&Scenario::from_path_with(path, set).expect("a scenario").scenario)
}

fn shop(set: &[&str]) -> Simulator {
    simulator(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/outdoor-shop.toml"), set)
}

fn look(simulator: &Simulator, decision: &Decision, sampling: Sampling) -> Futures {
    futures(&[Plan { simulator, decision }], sampling, Detail::Everything, &mut |_| ())
}

/// Each draw by itself: another simulator, another forecast.
fn one_by_one(simulator: &Simulator, decision: &Decision, sampling: Sampling) -> Vec<Forecast> {
    let count = sampling.draws;
    let parameters = simulator.model().parameters().len();
    let mut values = vec![0.0; count * parameters];
    simulator.draws(sampling).fill(0, count, &mut values);
    (0..count)
        .map(|draw| {
            let params: Vec<f64> = (0..parameters).map(|parameter| values[parameter * count + draw]).collect();
            simulator.at(&params).forecast(decision)
        })
        .collect()
}

/// Holds a band against the values of all draws, those without the figure left out.
fn check(name: &str, band: &Band, values: impl Iterator<Item = Option<f64>>) {
    let all: Vec<Option<f64>> = values.collect();
    let mut sorted: Vec<f64> = all.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let quantile = |level: f64| {
        let place = level * (sorted.len() - 1) as f64;
        let (low, high) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
        low + (place - place.floor()) * (high - low)
    };
    let found = [band.p5, band.p10, band.p25, band.p50, band.p75, band.p90, band.p95];
    for (level, found) in [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95].into_iter().zip(found) {
        assert_eq!(found, quantile(level), "{name} at {level}");
    }
    let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
    let size = sorted.iter().map(|x| x.abs()).sum::<f64>() / sorted.len() as f64;
    // a thousand roundings
    assert!((band.mean - mean).abs() <= 1e-13 * size, "{name}: mean {} not {mean}", band.mean);
    let variance = sorted.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (sorted.len() - 1) as f64;
    assert!(
        (band.sd - variance.sqrt()).abs() <= 1e-9 * size,
        "{name}: sd {} not {}",
        band.sd,
        variance.sqrt()
    );
    assert_eq!(band.share, sorted.len() as f64 / all.len() as f64, "{name}");
}

#[test]
fn bands_are_those_of_runs_one_by_one() {
    for path in scenarios() {
        let simulator = simulator(&path, &[]);
        let today = simulator.today();
        // not a whole number of chunks, nor of lanes
        let sampling = Sampling::new(301, 5);
        let found = look(&simulator, &today, sampling);
        let runs = one_by_one(&simulator, &today, sampling);
        assert_eq!(found.excluded, 0);
        let bands = &found.plans[0].bands;
        let figure = |name: &str, band: &Band, of: &dyn Fn(&Forecast) -> Option<f64>| {
            check(&format!("{} {name}", path.display()), band, runs.iter().map(of));
        };
        figure("objective", &bands.objective, &|run| Some(run.objective));
        figure("npv", &bands.totals.npv, &|run| Some(run.totals.npv));
        figure("orders", &bands.totals.orders, &|run| Some(run.totals.orders));
        figure("roi", &bands.kpis.roi.expect("ROI"), &|run| run.kpis.roi);
        figure("ltv", &bands.kpis.ltv.expect("LTV"), &|run| run.kpis.ltv);
        if let Some(cac) = &bands.kpis.cac {
            figure("cac", cac, &|run| run.kpis.cac);
        }
        figure("act", &bands.rates.act, &|run| Some(run.rates.act));
        let last = bands.periods.len() - 1;
        for t in [0, last / 2, last] {
            figure("visits", &bands.periods[t].visits, &|run| Some(run.periods[t].visits));
            figure("backlog", &bands.periods[t].backlog, &|run| Some(run.periods[t].backlog));
            figure("profit", &bands.periods[t].profit, &|run| Some(run.periods[t].profit));
            figure("survival", &bands.survival[t], &|run| Some(run.survival[t]));
            figure("profit so far", &bands.cumulative.profit[t], &|run| Some(run.cumulative.profit[t]));
        }
        for c in 0..bands.channels.len() {
            figure("leads", &bands.channels[c].leads, &|run| Some(run.channels[c].leads));
            figure("gross", &bands.channels[c].gross, &|run| Some(run.channels[c].gross));
            if let Some(marginal_roi) = &bands.channels[c].marginal_roi {
                figure("marginal ROI", marginal_roi, &|run| run.channels[c].marginal_roi);
            }
        }
        let share = |event: &dyn Fn(&Forecast) -> bool| runs.iter().filter(|run| event(run)).count() as f64 / runs.len() as f64;
        let probabilities = &found.plans[0].probabilities;
        let roi_positive = share(&|run| run.kpis.roi.is_some_and(|roi| roi > 0.0));
        // a mean of zeros and ones: rounding alone
        assert!((probabilities.roi_positive.expect("ROI") - roi_positive).abs() < 1e-12);
        let paid_back = share(&|run| run.kpis.payback.is_some());
        assert!((probabilities.paid_back.expect("investment") - paid_back).abs() < 1e-12);
        for (measure, probability) in &probabilities.targets {
            let target = simulator.scenario().plan.targets[measure];
            let reached = share(&|run| {
                run.figure(*measure)
                    .is_some_and(|value| if measure.is_cost() { value <= target } else { value >= target })
            });
            assert!((probability - reached).abs() < 1e-12, "{measure:?}");
        }
    }
}

#[test]
fn payback_that_may_never_come() {
    let simulator = shop(&[]);
    let today = simulator.today();
    let sampling = Sampling::new(400, 1);
    let band = look(&simulator, &today, sampling).plans[0].bands.kpis.payback.expect("investment");
    let mut paybacks: Vec<f64> = one_by_one(&simulator, &today, sampling)
        .iter()
        .map(|run| run.kpis.payback.map_or(f64::INFINITY, |periods| periods as f64))
        .collect();
    paybacks.sort_by(f64::total_cmp);
    assert!(
        paybacks[399] == f64::INFINITY && paybacks[200].is_finite(),
        "a plan that pays back in most futures"
    );
    assert!(band.mean.is_nan() && band.p95.is_nan(), "{band:?}");
    assert!(band.p50 >= paybacks[199] && band.p50 <= paybacks[200], "{band:?}");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let simulator = shop(&[]);
    let today = simulator.today();
    let mut more = today.clone();
    more.spend.iter_mut().for_each(|x| *x *= 1.1);
    for sequence in [Sequence::Sobol, Sequence::Random] {
        let sampling = Sampling {
            sequence,
            ..Sampling::new(1500, 9)
        };
        let run = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            let plans = [&today, &more].map(|decision| Plan {
                simulator: &simulator,
                decision,
            });
            // NaN stands for what does not exist; as text it equals itself
            pool.install(|| format!("{:?}", futures(&plans, sampling, Detail::Everything, &mut |_| ())))
        };
        let alone = run(1);
        assert_eq!(run(2), alone);
        assert_eq!(run(64), alone);
    }
}

#[test]
fn the_first_draws_of_many_are_the_draws_of_few() {
    let simulator = shop(&[]);
    let today = simulator.today();
    let parameters = simulator.model().parameters().len();
    let (few, many) = (1000, 10_000);
    let mut values = vec![0.0; many * parameters];
    simulator.draws(Sampling::new(many, 4)).fill(0, many, &mut values);
    let objectives = simulator.objectives(&[&today], &values, many);
    let band = look(&simulator, &today, Sampling::new(few, 4)).plans[0].bands.objective;
    check("objective", &band, objectives[..few].iter().copied().map(Some));
}

#[test]
fn objectives_have_the_bits_of_the_point_run() {
    for path in scenarios() {
        let mut simulator = simulator(&path, &[]);
        let decisions = [simulator.today(), simulator.nothing()];
        let count = 77;
        let parameters = simulator.model().parameters().len();
        let mut values = vec![0.0; count * parameters];
        simulator.draws(Sampling::new(count, 2)).fill(0, count, &mut values);
        let found = simulator.objectives(&[&decisions[0], &decisions[1]], &values, count);
        let mut trial = simulator.trial();
        for (d, decision) in decisions.iter().enumerate() {
            for draw in 0..count {
                trial.params = (0..parameters).map(|parameter| values[parameter * count + draw]).collect();
                let alone = simulator.objective_of(decision, &trial);
                assert_eq!(found[d * count + draw], alone, "{} draw {draw}", path.display());
            }
        }
    }
}

#[test]
fn the_expected_objective_is_the_mean_and_its_slopes_are_its_derivatives() {
    let mut simulator = shop(&[]);
    let today = simulator.today();
    let count = 300;
    let sampling = Sampling::new(count, 8);
    // the search has draws of its own, by another seed
    let apart = Sampling {
        seed: sampling.seed ^ 0x5ea2_c4ed_0f7e_3a91,
        ..sampling
    };
    let runs = one_by_one(&simulator, &today, apart);
    let mean = runs.iter().map(|run| run.objective).sum::<f64>() / count as f64;
    let at_medians = simulator.objective(&today);
    simulator.expect(sampling);
    let found = simulator.objective(&today);
    assert!((found / mean - 1.0).abs() < 1e-12 && found != at_medians, "{found}, not {mean}");
    assert_eq!(simulator.objective_at_medians(&today), at_medians);
    let mut slopes = vec![0.0; today.spend.len()];
    simulator.slopes_in(&today, osa::model::Form::True, &mut slopes);
    for place in [0, 60, today.spend.len() - 1] {
        let step = 0.5;
        let mut at = |spend: f64| {
            let mut moved = today.clone();
            moved.spend[place] = spend;
            simulator.objective(&moved)
        };
        let spend = today.spend[place];
        let slope = (at(spend + step) - at(spend - step)) / (2.0 * step);
        // central difference: a third derivative times step²/6, and rounding of 1e-16 of a million over the step
        assert!(
            (slope - slopes[place]).abs() < 1e-6 * (1.0 + slope.abs()),
            "{slope} {}",
            slopes[place]
        );
    }
}

#[test]
fn a_plan_beside_itself_differs_nowhere() {
    let simulator = shop(&[]);
    let today = simulator.today();
    let other = shop(&["channel.search.spend=20000"]);
    let raised = other.today();
    let plans = [
        Plan {
            simulator: &simulator,
            decision: &today,
        },
        Plan {
            simulator: &simulator,
            decision: &today,
        },
        // another file with the same quantities meets the same futures
        Plan {
            simulator: &other,
            decision: &raised,
        },
    ];
    let sampling = Sampling::new(500, 1);
    let found = futures(&plans, sampling, Detail::Figures, &mut |_| ());
    // two plans and a baseline, one plan and a baseline, in two chunks of 256
    assert_eq!(found.runs, 5 * 512);
    let same = &found.differences[0];
    assert_eq!((same.better, same.objective.mean, same.objective.p95), (0.0, 0.0, 0.0));
    let (ours, theirs) = (one_by_one(&simulator, &today, sampling), one_by_one(&other, &raised, sampling));
    let gains = || ours.iter().zip(&theirs).map(|(ours, theirs)| theirs.objective - ours.objective);
    check("gain", &found.differences[1].objective, gains().map(Some));
    let better = gains().filter(|gain| *gain > 0.0).count() as f64 / 500.0;
    assert!((found.differences[1].better - better).abs() < 1e-12);
    assert!(
        found.differences[1].objective.sd < 0.5 * found.plans[0].bands.objective.sd,
        "pairs take the common uncertainty out"
    );
}

#[test]
fn a_quantity_that_one_plan_alone_has_leaves_the_others_as_they_are() {
    let simulator = shop(&[]);
    let today = simulator.today();
    // the order value is known here: one dimension less, and all others the same
    let known = shop(&["money.order_value=74", "reach.organic=9000"]);
    let decision = known.today();
    let sampling = Sampling::new(256, 1);
    let of = |plans: &[Plan]| futures(plans, sampling, Detail::Figures, &mut |_| ());
    let both = of(&[
        Plan {
            simulator: &simulator,
            decision: &today,
        },
        Plan {
            simulator: &known,
            decision: &decision,
        },
    ]);
    let alone = of(&[Plan {
        simulator: &simulator,
        decision: &today,
    }]);
    assert_eq!(both.plans[0].bands.objective, alone.plans[0].bands.objective);
    assert!(both.differences[0].objective.sd < both.plans[0].bands.objective.sd);
}

#[test]
fn draws_without_a_result_are_counted_and_left_out() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/classroom.toml");
    // a customer brings a hundredth of a visit, or a thousand: then the loop outgrows all numbers
    let set = [
        "plan.periods=2000",
        "plan.period=day",
        "engage.referral={ dist = \"uniform\", min = 0.01, max = 1000 }",
    ];
    let simulator = simulator(&path, &set);
    let today = simulator.today();
    let sampling = Sampling::new(400, 1);
    let found = futures(
        &[Plan {
            simulator: &simulator,
            decision: &today,
        }],
        sampling,
        Detail::Everything,
        &mut |_| (),
    );
    let runs = one_by_one(&simulator, &today, sampling);
    let lost = runs
        .iter()
        .filter(|run| !run.totals.visits.is_finite() || !run.objective.is_finite())
        .count() as u64;
    assert!(lost > 100 && lost < 400, "{lost}");
    assert_eq!(found.excluded, lost);
    assert_eq!(found.plans[0].bands.objective.draws, 400 - lost);
    assert!(found.plans[0].bands.objective.mean.is_finite() && found.plans[0].bands.periods[1999].visits.p95.is_finite());
}

/// Truths drawn from the same ranges fall evenly among the quantiles that are forecast.
#[test]
fn truths_fall_evenly_among_the_forecast_quantiles() {
    let simulator = shop(&[]);
    let today = simulator.today();
    let band = look(&simulator, &today, Sampling::new(4096, 1)).plans[0].bands.clone();
    let truths = one_by_one(
        &simulator,
        &today,
        Sampling {
            sequence: Sequence::Random,
            ..Sampling::new(2000, 77)
        },
    );
    for (name, band, of) in [
        (
            "revenue",
            band.totals.revenue,
            (|run: &Forecast| run.totals.revenue) as fn(&Forecast) -> f64,
        ),
        ("objective", band.objective, |run| run.objective),
        ("customers", band.totals.customers, |run| run.totals.customers),
    ] {
        let edges = [band.p5, band.p10, band.p25, band.p50, band.p75, band.p90, band.p95];
        let expected = [0.05, 0.05, 0.15, 0.25, 0.25, 0.15, 0.05, 0.05].map(|share| share * 2000.0);
        let mut found = [0.0; 8];
        for truth in &truths {
            found[edges.partition_point(|edge| *edge < of(truth))] += 1.0;
        }
        let distance: f64 = found
            .iter()
            .zip(expected)
            .map(|(found, expected)| (found - expected) * (found - expected) / expected)
            .sum();
        // χ² with 7 degrees of freedom is above 24.3 once in a thousand
        assert!(distance < 24.3, "{name}: {found:?}, {distance}");
    }
}

/// Whole people in every draw: the forecast's own numbers are whole, and a small funnel is less sure than its rates say.
#[test]
fn whole_people_by_chance() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/b2b-software.toml");
    let simulator = simulator(&path, &[]);
    let today = simulator.today();
    let expected = look(&simulator, &today, Sampling::new(2000, 1));
    let whole = look(
        &simulator,
        &today,
        Sampling {
            people: osa::simulate::People::Whole,
            ..Sampling::new(2000, 1)
        },
    );
    let (expected, whole) = (&expected.plans[0].bands, &whole.plans[0].bands);
    let month = 12;
    let customers = &whole.periods[month].customers;
    // neighbours in the middle of 2 000 whole numbers are the same number
    for quantile in [customers.p25, customers.p50, customers.p75] {
        assert_eq!(quantile.fract(), 0.0, "{customers:?}");
    }
    // a month's deals: rates alone spread them less than rates and luck; the means are alike within four standard errors
    assert!(customers.sd > 1.2 * expected.periods[month].customers.sd, "{customers:?}");
    let apart = customers.mean - expected.periods[month].customers.mean;
    assert!(apart.abs() < 4.0 * customers.standard_error(), "{apart}");
    let luck = customers.sd * customers.sd - expected.periods[month].customers.sd * expected.periods[month].customers.sd;
    // luck of Poisson numbers has the variance of their mean; lags and capacity take some of it away
    assert!(
        luck > 0.3 * customers.mean && luck < 1.5 * customers.mean,
        "{luck} {}",
        customers.mean
    );
    // sources stay as they are expected
    assert_eq!(whole.channels, expected.channels);
}

/// The same luck for both plans: with whole people the difference is far surer than either plan.
#[test]
fn plans_share_their_luck() {
    let simulator = shop(&[]);
    let today = simulator.today();
    let mut more = today.clone();
    more.spend.iter_mut().for_each(|x| *x *= 1.05);
    let plans = [&today, &more].map(|decision| Plan {
        simulator: &simulator,
        decision,
    });
    let sampling = Sampling {
        people: osa::simulate::People::Whole,
        ..Sampling::new(600, 3)
    };
    let found = futures(&plans, sampling, Detail::Figures, &mut |_| ());
    let customers = found.differences[0]
        .measures
        .iter()
        .find(|(measure, _)| *measure == osa::scenario::Measure::Customers);
    let difference = customers.and_then(|(_, band)| *band).expect("customers");
    assert!(difference.sd < 0.2 * found.plans[0].bands.totals.customers.sd, "{difference:?}");
}

/// Chosen figures are those of the whole forecast, and their sums those of the totals.
#[test]
fn series_are_those_of_the_forecast() {
    use osa::simulate::Series;
    let simulator = shop(&[]);
    let today = simulator.today();
    let sampling = Sampling::new(700, 2);
    let whole = look(&simulator, &today, sampling).plans[0].bands.clone();
    let found = simulator.series(&today, sampling, &[Series::Profit, Series::Visits, Series::Backlog]);
    assert_eq!(found.len(), 3);
    for t in 0..52 {
        assert_eq!(found[0].periods[t], whole.periods[t].profit);
        assert_eq!(found[1].periods[t], whole.periods[t].visits);
        assert_eq!(found[2].periods[t], whole.periods[t].backlog);
    }
    // summed in another order
    assert!((found[0].sum.p50 / whole.totals.profit.p50 - 1.0).abs() < 1e-12);
    assert!((found[1].sum.p50 / whole.totals.visits.p50 - 1.0).abs() < 1e-12);
}

/// A search over draws finds a plan whose mean is at least that of the plan found at the medians.
#[test]
fn a_search_over_draws_has_the_better_mean() {
    let mut at_medians = shop(&[]);
    let proposal = osa::optimize::propose(&mut at_medians).expect("limits that can be kept");
    let mut over_draws = shop(&[]);
    let sampling = Sampling::new(128, 1);
    over_draws.expect(sampling);
    let expected = osa::optimize::propose(&mut over_draws).expect("limits that can be kept");
    let mean = over_draws.objective(&expected.proposal.decision);
    let other = over_draws.objective(&proposal.proposal.decision);
    assert!(mean >= other * (1.0 - 1e-9), "{mean} {other}");
    assert_eq!(mean, expected.proposal.objective);
    assert!(expected.upper_bound.is_none_or(|bound| bound >= mean));
}
