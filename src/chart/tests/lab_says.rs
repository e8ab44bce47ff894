//! What the charts of the lab say, and the numbers beside them.

use super::lab_fixture::MadeLab;
use super::*;
use crate::lab::{Experiment, Strategy};

/// Title of a chart in English, with plain spaces.
fn title(kind: LabKind, made: &MadeLab, experiment: &Experiment) -> String {
    let drawing = kind.lay_out(&made.input(experiment), &look(Size::Slide)).expect("has results");
    drawing.sheet.title.replace('\u{a0}', " ")
}

#[test]
fn titles_say_the_conclusion() {
    let made = MadeLab::shop();
    let mut experiment = made.experiment();
    let said = |kind: LabKind, experiment: &Experiment| title(kind, &made, experiment);
    assert_eq!(
        said(LabKind::Profit, &experiment),
        "“kaizen” gains most over changing nothing: +35 k €; the oracle, who knows the truth, gains +64 k €"
    );
    assert_eq!(
        said(LabKind::Regret, &experiment),
        "“kaizen” comes nearest to the oracle: 29 k € behind at the median, best of the others in 43 % of the worlds"
    );
    assert_eq!(
        said(LabKind::Claims, &experiment),
        "“whatever looked better” fools itself most: it claims +84 k €, in truth it is +5 k €"
    );
    assert_eq!(
        said(LabKind::Control, &experiment),
        "“kaizen” changed the plan 4 times; 4 of 6 control charts show a signal"
    );
    assert_eq!(said(LabKind::Moves, &experiment), "“kaizen” changes the plan in 4 of 12 cycles");
    for outcome in &mut experiment.outcomes {
        outcome.claimed = outcome.true_gain;
        if outcome.strategy != Strategy::Oracle {
            outcome.lead.last_mut().expect("has cycles").p50 = -1.0;
        }
        outcome.regret.p50 = -5.0;
    }
    assert!(said(LabKind::Profit, &experiment).starts_with("No strategy ends above changing nothing"));
    assert!(said(LabKind::Claims, &experiment).starts_with("No strategy claims more"));
    assert_eq!(said(LabKind::Regret, &experiment), "7 strategies end no worse than the oracle");
    experiment.outcomes[2].regret.p50 = -50.0;
    assert_eq!(said(LabKind::Regret, &experiment), "“kaizen” ends no worse than the oracle");
}

#[test]
fn a_learner_is_addressed() {
    let made = MadeLab {
        learner: true,
        of: Strategy::Learner,
        ..MadeLab::shop()
    };
    let mut experiment = made.experiment();
    let behind = title(LabKind::World, &made, &experiment);
    assert!(
        behind.starts_with("You take place 5 of 9 in world 3, ") && behind.ends_with("behind “kaizen”"),
        "{behind}"
    );
    assert!(title(LabKind::Control, &made, &experiment).starts_with("You changed the plan 4 times"));
    assert!(title(LabKind::Moves, &made, &experiment).starts_with("You change the plan in 4 of 12"));
    let others = ["kaizen", "thompson", "big_bang"];
    experiment.shown.courses.retain(|course| !others.contains(&course.strategy.word()));
    let but = title(LabKind::World, &made, &experiment);
    assert!(but.starts_with("You beat every strategy in world 3 but the oracle: "), "{but}");
    experiment = made.experiment();
    let own = experiment.shown.courses.last_mut().expect("the learner");
    own.path.iter_mut().for_each(|so_far| *so_far *= 2.0);
    let first = title(LabKind::World, &made, &experiment);
    assert!(
        first.starts_with("You beat every strategy in world 3, the oracle too: ") && first.ends_with("ahead of “kaizen”"),
        "{first}"
    );
}

#[test]
fn control_charts_of_who_changed_nothing_tell_false_alarms() {
    let made = MadeLab {
        of: Strategy::Hold,
        ..MadeLab::shop()
    };
    let mut experiment = made.experiment();
    let alarm = title(LabKind::Control, &made, &experiment);
    assert!(
        alarm.starts_with("Nothing was changed, yet ") && alarm.contains(" of 6 control charts show"),
        "{alarm}"
    );
    for course in &mut experiment.shown.courses {
        course.charts.iter_mut().for_each(|chart| chart.signals.clear());
    }
    assert_eq!(
        title(LabKind::Control, &made, &experiment),
        "Nothing was changed, and no control chart shows a signal"
    );
    let quiet = title(LabKind::Control, &MadeLab::shop(), &experiment);
    assert_eq!(quiet, "“kaizen” changed the plan 4 times, yet no control chart shows a signal");
}

#[test]
fn one_world_has_no_band_and_says_so() {
    let all = |worlds: usize, kind: LabKind| -> String {
        let made = MadeLab { worlds, ..MadeLab::shop() };
        let experiment = made.experiment();
        let drawing = kind.lay_out(&made.input(&experiment), &look(Size::Slide)).expect("has results");
        let texts: Vec<&str> = drawing.sheet.canvas.texts().iter().map(|(text, _)| text.text.as_str()).collect();
        texts.join("\n")
    };
    for kind in [LabKind::Profit, LabKind::Regret, LabKind::Claims] {
        let (one, many) = (all(1, kind), all(500, kind));
        assert!(
            one.contains("there is no band") && !one.contains("in 10") && !one.contains("median"),
            "{one}"
        );
        assert!(
            many.contains("in 10") && many.contains("medians") && !many.contains("no band"),
            "{many}"
        );
        assert!(one.contains("1 hidden world, seed 7") && many.contains("500 hidden worlds, seed 7"));
    }
}

#[test]
fn tables_hold_the_figures_of_the_experiment() {
    let made = MadeLab::shop();
    let experiment = made.experiment();
    let charts = draw_lab(&LabKind::ALL, &made.input(&experiment), &look(Size::Slide)).expect("draws");
    let of = |kind: LabKind| -> Vec<csv::StringRecord> {
        let chart = charts.iter().find(|chart| chart.kind == Kind::Lab(kind)).expect("is drawn");
        let mut reader = csv::Reader::from_reader(chart.csv.as_bytes());
        reader.records().map(|row| row.expect("reads")).collect()
    };
    assert_eq!(of(LabKind::Profit).len(), 8 * 13);
    assert_eq!(of(LabKind::World).len(), 8 * 13);
    assert_eq!(of(LabKind::Control).len(), 6 * 52);
    assert_eq!(of(LabKind::Moves).len(), 12 * 5);
    let control = of(LabKind::Control);
    let changed: Vec<usize> = control[..52]
        .iter()
        .filter(|row| row[8] == *"1")
        .map(|row| row[1].parse().expect("a period"))
        .collect();
    let course = &experiment.shown.courses[2];
    let moved = experiment
        .cycles
        .iter()
        .zip(&course.cycles)
        .filter(|(_, cycle)| !cycle.moves.is_empty());
    assert_eq!(changed, moved.map(|(span, _)| span.first + 1).collect::<Vec<_>>());
    let kaizen = &experiment.outcomes[2];
    let regret = of(LabKind::Regret);
    assert_eq!(regret[0][0], *"kaizen");
    assert_eq!(regret[0][6].parse(), Ok(kaizen.regret.p50));
    let claims = of(LabKind::Claims);
    let row = claims.iter().find(|row| row[0] == *"kaizen").expect("a row");
    assert_eq!(row[1].parse(), Ok(kaizen.claimed.mean));
    assert_eq!(row[9].parse(), Ok(kaizen.true_gain.mean));
}

/// Everything that a chart says in English, a line for each text.
fn texts(kind: LabKind, made: &MadeLab, experiment: &Experiment) -> Vec<String> {
    let drawing = kind.lay_out(&made.input(experiment), &look(Size::Slide)).expect("has results");
    let texts = drawing.sheet.canvas.texts().iter();
    texts.map(|(text, _)| text.text.replace('\u{a0}', " ")).collect()
}

/// The subtitle of a chart in English.
fn subtitle(kind: LabKind, made: &MadeLab, experiment: &Experiment) -> String {
    let drawing = kind.lay_out(&made.input(experiment), &look(Size::Slide)).expect("has results");
    drawing.sheet.subtitle.replace('\u{a0}', " ")
}

#[test]
fn strategies_that_are_level_are_both_named() {
    let made = MadeLab::shop();
    let mut experiment = made.experiment();
    let kaizen = experiment.outcomes[2].clone();
    let thompson = experiment
        .outcomes
        .iter_mut()
        .find(|outcome| outcome.strategy == Strategy::Thompson);
    let thompson = thompson.expect("plays");
    let last = thompson.lead.len() - 1;
    // half a percent below the best
    thompson.lead[last].p50 = kaizen.lead[last].p50 * 0.995;
    thompson.regret.p50 = kaizen.regret.p50 * 1.001;
    assert_eq!(
        title(LabKind::Profit, &made, &experiment),
        "“kaizen” and “Thompson sampling” are level: +35 k € over changing nothing by week 52; the oracle, who knows the truth, gains +64 k €"
    );
    assert_eq!(
        title(LabKind::Regret, &made, &experiment),
        "“kaizen” and “Thompson sampling” come nearest to the oracle, level: at most 29 k € behind at the median"
    );
}

#[test]
fn the_oracle_of_one_world_can_be_beaten() {
    let made = MadeLab::shop();
    let mut experiment = made.experiment();
    let ends = |experiment: &mut Experiment, kaizen: f64, thompson: f64, oracle: f64| {
        let nothing = 310_000.0;
        for course in &mut experiment.shown.courses {
            *course.path.last_mut().expect("has cycles") = match course.strategy {
                Strategy::Kaizen => nothing + kaizen,
                Strategy::Thompson => nothing + thompson,
                Strategy::Oracle => nothing + oracle,
                _ => nothing,
            };
        }
        title(LabKind::World, &made, experiment)
    };
    let mut said = |kaizen, thompson, oracle| ends(&mut experiment, kaizen, thompson, oracle);
    assert_eq!(
        said(40e3, 30e3, 50e3),
        "The same world as every strategy played it: in world 3 “kaizen” does best but for the oracle, +40 k €"
    );
    assert_eq!(
        said(40e3, 30e3, 20e3),
        "In world 3 “kaizen” does best by week 52, ahead even of the oracle: +40 k €"
    );
    assert_eq!(
        said(40e3, 30e3, 39.9e3),
        "In world 3 “kaizen” does best by week 52, level with the oracle: +40 k €"
    );
    assert_eq!(
        said(40e3, 39.9e3, 20e3),
        "In world 3 “kaizen” and “Thompson sampling” are level by week 52, ahead even of the oracle: +40 k €"
    );
    assert!(said(-1.0, -1.0, 20e3).ends_with("no strategy but the oracle beats changing nothing"));
    assert!(said(-1.0, -1.0, -1.0).ends_with("no strategy beats changing nothing"));
}

#[test]
fn what_comes_after_the_plan_is_told_where_it_counts() {
    let later = |objective: &'static str, kind: LabKind| {
        let made = MadeLab {
            objective,
            ..MadeLab::shop()
        };
        let said = subtitle(kind, &made, &made.experiment());
        said.contains("What comes after")
    };
    for kind in [LabKind::Profit, LabKind::World, LabKind::Regret, LabKind::Claims] {
        // the made experiments of profit count what comes after, those of revenue do not
        assert!(later("profit", kind) && !later("revenue", kind), "{kind:?}");
    }
}

#[test]
fn spend_is_drawn_per_period_with_the_actions_below() {
    let made = MadeLab::shop();
    let mut experiment = made.experiment();
    let said = subtitle(LabKind::Moves, &made, &experiment);
    assert!(said.starts_with("Spend per week as it was measured in each cycle"), "{said}");
    assert!(texts(LabKind::Moves, &made, &experiment).contains(&"+ Shorter checkout".to_owned()));
    let charts = draw_lab(&[LabKind::Moves], &made.input(&experiment), &look(Size::Slide)).expect("draws");
    let mut rows = csv::Reader::from_reader(charts[0].csv.as_bytes());
    let first = rows.records().next().expect("has rows").expect("reads");
    let number = |i: usize| -> f64 { first[i].parse().expect("a number") };
    // the first of twelve cycles of 52 weeks has four
    assert!((number(2) / number(3) - 4.0).abs() < 1e-9, "{first:?}");
    // more than flags can hold: a list with the numbers of the cycles
    for course in &mut experiment.shown.courses {
        for (i, cycle) in course.cycles.iter_mut().enumerate() {
            cycle.actions = vec![format!("Action of the cycle {i}"), "Another one".to_owned()];
        }
    }
    let listed = texts(LabKind::Moves, &made, &experiment).join("\n");
    assert!(listed.contains("1: Action of the cycle 0   1: Another one   2: "), "{listed}");
    assert!(listed.contains("12: Another one"), "{listed}");
}

#[test]
fn shares_stay_between_nothing_and_all_and_long_runs_are_shaded() {
    let made = MadeLab::shop();
    let mut experiment = made.experiment();
    let course = experiment
        .shown
        .courses
        .iter_mut()
        .find(|course| course.strategy == Strategy::Kaizen);
    let charts = &mut course.expect("plays").charts;
    let limits = |lower: f64, mean: f64, upper: f64| crate::math::ControlLimits {
        mean,
        lower,
        upper,
        mean_range: (upper - mean) / 2.66,
        upper_range: 3.268 * (upper - mean) / 2.66,
    };
    charts[2].limits = Some(limits(-0.1, 0.03, 0.16));
    charts[2].points.fill(Some(0.03));
    charts[3].limits = Some(limits(0.97, 0.99, 1.01));
    charts[3].points.fill(Some(0.99));
    charts[5].points.fill(Some(2.0));
    charts[5].signals = (0..52)
        .map(|at| crate::math::Found {
            at,
            rule: crate::math::Rule::Outside,
            side: crate::math::Side::Above,
        })
        .collect();
    charts[2].signals.clear();
    let said = texts(LabKind::Control, &made, &experiment);
    assert!(!said.iter().any(|text| text.starts_with('−')), "no share below 0: {said:?}");
    assert!(said.iter().any(|text| text == "100 %" || text == "100.0 %"), "{said:?}");
    assert!(
        !said.iter().any(|text| text.starts_with("101") || text.starts_with("100.5")),
        "{said:?}"
    );
    assert!(
        said.contains(&"constant".to_owned()) && said.contains(&"52 signals".to_owned()),
        "{said:?}"
    );
    assert!(said.contains(&"a long run of them".to_owned()), "{said:?}");
}

#[test]
fn strategies_near_the_oracle_have_a_scale_of_their_own() {
    let made = MadeLab::shop();
    let mut experiment = made.experiment();
    let zoomed = |experiment: &Experiment| {
        let said = texts(LabKind::Regret, &made, experiment);
        said.iter().any(|text| text.starts_with("the upper rows on a scale "))
    };
    assert!(!zoomed(&experiment));
    for outcome in &mut experiment.outcomes {
        if matches!(outcome.strategy, Strategy::BigBang | Strategy::Kaizen | Strategy::Thompson) {
            for end in [&mut outcome.regret.p5, &mut outcome.regret.p25, &mut outcome.regret.p50] {
                *end /= 40.0;
            }
            outcome.regret.p75 /= 40.0;
            outcome.regret.p95 /= 40.0;
        }
    }
    assert!(zoomed(&experiment));
}
