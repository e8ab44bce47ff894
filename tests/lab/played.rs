//! A learner's game: the same world, the same luck, nothing of the truth, and orders within limits and budget.

use osa::lab::{Because, Design, Hold, Order, Play, Refusal, Strategy};

use crate::{SHOP, course, experiment, scenario, shop_with};

#[test]
fn a_learner_who_changes_nothing_is_hold() {
    let scenario = scenario(SHOP);
    let mut play = Play::new(&scenario, &Design::of(&scenario)).expect("a plan");
    while play.board().is_some() {
        play.go(&Order::default(), Some([10.0, 10.0])).expect("nothing to refuse");
    }
    let played = play.finish();
    let whole = experiment(&scenario, 3);
    let (learner, hold) = (course(&played, Strategy::Learner), course(&played, Strategy::Hold));
    assert_eq!(learner.value, hold.value);
    assert_eq!(learner.path, hold.path);
    assert_eq!(learner.charts, hold.charts);
    assert_eq!(hold, course(&whole, Strategy::Hold), "the world of the experiment");
    assert!(learner.cycles.iter().all(|cycle| cycle.predicted.expect("predicted").p50 == 10.0));
    assert_eq!(played.shown.courses.len(), 9);
}

#[test]
fn an_order_is_carried_out_within_the_budget() {
    let scenario = scenario(SHOP);
    let mut play = Play::new(&scenario, &Design::of(&scenario)).expect("a plan");
    let order = Order {
        spends: vec![(0, 2_000.0)],
        actions: vec![(0, Hold::Held)],
    };
    let after = play.look_at(&order).expect("a plan");
    assert!((after[0] - 2_000.0).abs() < 0.01, "what is ordered stays: {after:?}");
    // 4 500 a month for 24 months, less 2 000 for the action
    let money = 4_500.0 - 2_000.0 / 24.0;
    assert!((after.iter().sum::<f64>() - money).abs() < 0.01, "{after:?}");
    // the others give way in proportion
    assert!((after[1] / 1_500.0 - after[2] / 1_000.0).abs() < 1e-4, "{after:?}");
    let first = play.go(&order, None).expect("played");
    assert_eq!(first.because, Because::Learner);
    assert_eq!(first.actions, ["Shorter form"]);
    assert_eq!(first.predicted, None);
    assert_eq!(play.look_at(&order), Err(Refusal::Taken("Shorter form".to_owned())));
    assert_eq!(play.go(&order, None), Err(Refusal::Taken("Shorter form".to_owned())));
    assert_eq!(play.played(), 1, "a refusal lets no time pass");
    let board = play.board().expect("more cycles");
    assert_eq!((board.cycle, board.span.first), (2, 2));
    assert!(board.actions[0].is_taken && !board.actions[1].is_taken);
    assert!((board.money - money).abs() < 0.01);
}

#[test]
fn where_not_all_orders_can_be_kept_the_last_ones_are() {
    let scenario = scenario(SHOP);
    let play = Play::new(&scenario, &Design::of(&scenario)).expect("a plan");
    let order = |spends: Vec<(usize, f64)>| Order {
        spends,
        actions: Vec::new(),
    };
    let today = play.look_at(&Order::default()).expect("the plan of the file");
    // all channels are ordered, and together they are not the budget: what was said first gives way
    let mut spends: Vec<(usize, f64)> = (1..today.len()).map(|c| (c, today[c])).collect();
    spends.push((0, today[0] - 100.0));
    let after = play.look_at(&order(spends)).expect("a plan");
    assert!((after[0] - (today[0] - 100.0)).abs() < 0.01, "{after:?}");
    assert!((after[1] - (today[1] + 100.0)).abs() < 0.01, "{after:?}");
    assert!((after[2] - today[2]).abs() < 0.01, "{after:?}");
}

#[test]
fn what_cannot_be_is_refused() {
    let mut scenario = shop_with("");
    scenario.plan.budget = Some(25_000.0);
    // 20 000 for the film leave less than what letters are locked at
    scenario.channels[3].limits.locked = true;
    let play = Play::new(&scenario, &Design::of(&scenario)).expect("a plan");
    let film = Order {
        spends: Vec::new(),
        actions: vec![(1, Hold::Left)],
    };
    assert_eq!(play.look_at(&film), Err(Refusal::NoPlan));
}

#[test]
fn a_game_that_ends_early_goes_on_without_a_change() {
    let scenario = scenario(SHOP);
    let mut play = Play::new(&scenario, &Design::of(&scenario)).expect("a plan");
    play.go(&Order::default(), Some([1.0, 3.0])).expect("nothing to refuse");
    let played = play.finish();
    let learner = course(&played, Strategy::Learner);
    assert_eq!(learner.value, course(&played, Strategy::Hold).value);
    assert_eq!(learner.cycles.len(), 12);
    assert_eq!(learner.cycles[1].predicted, None);
}
