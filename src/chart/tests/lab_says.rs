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
    assert!(said(LabKind::Regret, &experiment).ends_with("ends no worse than the oracle"));
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
