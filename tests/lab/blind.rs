//! No strategy sees the truth: in another truth with the same beliefs the first move is the same, to the bit. The oracle alone may differ.

use osa::lab::{CycleShown, Strategy};

use crate::{course, experiment, shop_with};

/// The first move of a cycle, without what was measured after it.
fn first_move(cycle: &CycleShown) -> impl PartialEq + std::fmt::Debug + use<> {
    (
        cycle.because,
        cycle.moves.clone(),
        cycle.actions.clone(),
        cycle.predicted,
        cycle.claimed.to_bits(),
    )
}

#[test]
fn swapping_the_truth_changes_no_first_move() {
    let as_believed = experiment(&shop_with(""), 1);
    let others = [
        "truth = { \"act.rate\" = 0.03, \"channel.search.reach.visits\" = 900, \"action.Shorter form.lift\" = 0.01 }",
        "drift = { act = -0.5, price = 0.6, organic = 0.4 }\nfade = 2",
        "model = \"right\"\nnoise = false",
        "competitor = { start = 1, organic = 0.6, price = 0.9 }",
    ];
    for lab in others {
        let other = experiment(&shop_with(lab), 1);
        assert_ne!(
            as_believed.shown.courses[0].value, other.shown.courses[0].value,
            "{lab}: another truth"
        );
        for strategy in Strategy::ALL.into_iter().filter(|strategy| *strategy != Strategy::Oracle) {
            let first = |experiment| first_move(&course(experiment, strategy).cycles[0]);
            // without noise a prediction is narrower, and nothing else
            if lab.contains("noise") && strategy.word() != "hold" {
                let (mut one, mut two) = (
                    course(&as_believed, strategy).cycles[0].clone(),
                    course(&other, strategy).cycles[0].clone(),
                );
                (one.predicted, two.predicted) = (None, None);
                assert_eq!(first_move(&one), first_move(&two), "{lab}: {strategy:?}");
            } else {
                assert_eq!(first(&as_believed), first(&other), "{lab}: {strategy:?}");
            }
        }
        let oracles = [&as_believed, &other].map(|experiment| course(experiment, Strategy::Oracle).cycles[0].moves.clone());
        assert_ne!(oracles[0], oracles[1], "{lab}: the oracle knows");
    }
}

#[test]
fn two_truths_that_measure_the_same_are_played_the_same() {
    // what comes in the last month cannot move anybody before it
    let quiet = experiment(&shop_with("noise = false"), 1);
    let late = experiment(
        &shop_with("noise = false\n[[lab.shock]]\nmoves = \"convert\"\nlift = { dist = \"uniform\", min = -0.9, max = -0.8 }\nstart = 23"),
        1,
    );
    for strategy in Strategy::ALL.into_iter().filter(|strategy| *strategy != Strategy::Oracle) {
        let (one, two) = (course(&quiet, strategy), course(&late, strategy));
        for (one, two) in one.cycles.iter().zip(&two.cycles) {
            assert_eq!(first_move(one), first_move(two), "{strategy:?}, cycle {}", one.cycle);
        }
        assert!(two.value < one.value, "{strategy:?}: the shock is felt");
    }
}
