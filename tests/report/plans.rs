//! Reports of plans that are not like those of the project: of few parts, at a loss, for customers, beyond experience.

use osa::format::Language;
use osa::report::document::Block;
use osa::scenario::{Measure, Objective};

use super::made::{Made, all, load, section, shop, table};
use super::sentences::{ENGLISH, format_of, value};

#[test]
fn a_stage_without_a_target_is_told_by_its_way_up() {
    let loaded = load("classroom");
    let mut scenario = loaded.scenario.clone();
    (scenario.reach.target, scenario.act.target, scenario.convert.target) = (None, None, None);
    let made = Made::of(&scenario, 0).expect("a plan");
    let third = &made.answer(ENGLISH)[2];
    assert!(
        third.contains("its best known way up would add 5.5\u{a0}k\u{a0}€ to profit"),
        "{third}"
    );
    // no stage has more at its target
    let mut met = loaded.scenario.clone();
    (met.reach.target, met.act.target, met.convert.target) = (Some(1.0), Some(0.001), Some(0.001));
    let made = Made::of(&met, 0).expect("a plan");
    assert!(made.answer(ENGLISH)[2].starts_with("No stage would bring more at its target"));
    scenario.channels.clear();
    scenario.actions.clear();
    scenario.plan.budget = None;
    let made = Made::of(&scenario, 0).expect("a plan");
    assert!(made.answer(ENGLISH)[2].starts_with("No stage has a target or a known way up"));
}

#[test]
fn customers_are_no_money() {
    let mut scenario = load("corner-shop-online").scenario;
    scenario.plan.objective = Objective::Customers;
    let made = Made::of(&scenario, 64).expect("a plan");
    assert_eq!(made.before().objective_name, "customers");
    for sentence in made.answer(ENGLISH) {
        let spend = [made.before(), made.after()].map(|forecast| format_of(&made, ENGLISH).money(forecast.totals.invest));
        let rest = spend.iter().fold(sentence.clone(), |rest, spend| rest.replace(spend, ""));
        assert!(!rest.contains('£'), "{sentence}");
        assert!(
            !sentence.contains("to customers") && !sentence.contains("customers of"),
            "{sentence}"
        );
    }
    scenario.plan.objective = Objective::Revenue;
    let made = Made::of(&scenario, 64).expect("a plan");
    assert!(
        made.answer(ENGLISH)[0].contains(" revenue over 52 weeks "),
        "{}",
        made.answer(ENGLISH)[0]
    );
}

#[test]
fn plans_of_few_parts_have_a_report() {
    let loaded = load("classroom");
    let (mut no_actions, mut actions_only, mut one_channel, mut nothing) = (
        loaded.scenario.clone(),
        loaded.scenario.clone(),
        loaded.scenario.clone(),
        loaded.scenario.clone(),
    );
    no_actions.actions.clear();
    actions_only.channels.clear();
    actions_only.plan.budget = None;
    one_channel.channels.truncate(1);
    one_channel.plan.budget = None;
    nothing.channels.clear();
    nothing.actions.clear();
    nothing.plan.budget = None;
    for (name, scenario) in [
        ("no actions", no_actions),
        ("actions only", actions_only),
        ("one channel", one_channel),
        ("nothing", nothing),
    ] {
        for draws in [0, 32] {
            let mut made = Made::of(&scenario, draws).unwrap_or_else(|| panic!("{name}"));
            made.journal.proposal.limits.clear();
            for language in Language::ALL {
                let document = made.document(language);
                assert!(!made.html(language).contains("{ $"), "{name}");
                for section in &document.sections {
                    let text = made.texts(section.id, language);
                    for word in ["NaN", "inf ", "{$", "()", "  ", "-0"] {
                        assert!(!text.contains(word), "{name} {language:?}: “{word}” in {text}");
                    }
                }
                let heads = section(&document, "plan")
                    .blocks
                    .iter()
                    .filter(|block| matches!(block, Block::Heading(_)))
                    .count();
                let done = made.journal.after.decision.actions.iter().any(|done| *done);
                assert_eq!(heads, usize::from(done), "{name}");
            }
            assert!(!made.workbook(ENGLISH).is_empty());
        }
    }
}

#[test]
fn a_loss_is_told_as_one() {
    let mut scenario = load("classroom").scenario;
    scenario.money.fixed_cost = osa::scenario::Quantity::known(50_000.0);
    let made = Made::of(&scenario, 0).expect("a plan");
    assert!(made.before().objective < 0.0 && made.after().objective < 0.0);
    for language in Language::ALL {
        let first = &made.answer(language)[0];
        for amount in [
            made.before().objective,
            made.after().objective,
            made.after().objective - made.before().objective,
        ] {
            assert!(first.contains(&value(&made, language, amount)), "{language:?}: {first}");
        }
        assert!(first.contains('−'), "{first}");
    }
}

#[test]
fn channels_beyond_experience_are_those_of_the_proposal() {
    for made in all() {
        let risks = made.texts("risks", ENGLISH);
        let told = risks.lines().find(|line| line.contains("ever observed")).unwrap_or_default();
        let listed = told.split(" leave").next().unwrap_or_default();
        let after = &made.journal.after.decision;
        let channels = made.scenario.channels.iter().enumerate();
        let beyond: Vec<&str> = channels
            .filter(|(c, channel)| channel.leaves_observed(after.channel(*c)))
            .map(|(_, channel)| channel.name.as_str())
            .collect();
        // three are named, the others counted
        let named: Vec<&str> = made
            .scenario
            .channels
            .iter()
            .map(|channel| channel.name.as_str())
            .filter(|name| listed.contains(name))
            .collect();
        assert_eq!(named, beyond[..beyond.len().min(3)], "{told}");
        if beyond.len() > 3 {
            assert!(listed.contains(&format!("{} more", beyond.len() - 3)), "{told}");
        }
    }
}

#[test]
fn figures_that_get_worse_are_shown_with_their_sign() {
    let made = shop();
    let document = made.document(ENGLISH);
    for row in &table(&document, "money").rows {
        let Some(change) = row.cells[3].number else { continue };
        let text = &row.cells[3].text;
        let sign = match change {
            change if change < 0.0 => '−',
            change if change > 0.0 => '+',
            _ => '±',
        };
        assert!(text.starts_with(sign) || text.starts_with('±'), "{change}: {text}");
        assert!(change.abs() < 0.01 || text.starts_with(sign), "{change}: {text}");
    }
    assert!(made.before().figure(Measure::Cac) > made.after().figure(Measure::Cac));
}
