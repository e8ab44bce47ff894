//! The sentences of the answer, of the risks and of the stages say what the results say, and nothing that they do not.

use osa::format::{Format, Language};
use osa::model::Stage;
use osa::report::document::Block;
use osa::scenario::Objective;

use super::made::{Made, all, classroom, section, shop, table};

pub const ENGLISH: Language = Language::English;

pub fn format_of(made: &Made, language: Language) -> Format {
    Format::written(&made.scenario.plan.currency, language)
}

/// An amount of the objective as the answer writes it.
pub fn value(made: &Made, language: Language, value: f64) -> String {
    let format = format_of(made, language);
    if made.scenario.plan.objective == Objective::Customers {
        format.count(value)
    } else {
        format.money(value)
    }
}

#[test]
fn the_gain_is_the_difference_of_the_plans_in_every_language() {
    for made in all() {
        let [before, after] = [made.before().objective, made.after().objective];
        assert!(after > before, "{}", made.scenario.plan.name);
        for language in Language::ALL {
            let first = &made.answer(language)[0];
            for amount in [before, after, after - before] {
                assert!(first.contains(&value(made, language, amount)), "{language:?}: {first}");
            }
        }
        let first = &made.answer(ENGLISH)[0];
        let format = format_of(made, ENGLISH);
        let [spent, proposed] = [made.before(), made.after()].map(|forecast| format.money_exact(forecast.totals.invest));
        assert_eq!(first.starts_with("With the same"), spent == proposed, "{first}");
        assert!(first.contains(" raises ") && !first.contains("No better plan"), "{first}");
    }
}

#[test]
fn spends_that_differ_are_not_called_the_same() {
    let mut made = classroom();
    // ten of 24 000 do not show in three digits
    made.journal.after.forecast.totals.invest = 24_010.0;
    let first = &made.answer(ENGLISH)[0];
    assert!(first.starts_with("Spending 24,010\u{a0}€ instead of 24,000\u{a0}€"), "{first}");
    made.journal.after.forecast.totals.invest = 24_000.004;
    assert!(made.answer(ENGLISH)[0].starts_with("With the same 24\u{a0}k\u{a0}€ the proposal"));
    // nor are results that three digits do not tell apart
    made.journal.after.forecast.objective = made.before().objective + 20.0;
    let first = &made.answer(ENGLISH)[0];
    assert!(
        first.contains("from 51,000\u{a0}€ to 51,020\u{a0}€, a gain of 20\u{a0}€"),
        "{first}"
    );
}

#[test]
fn no_spend_is_no_amount() {
    let mut made = classroom();
    made.journal.before.forecast.totals.invest = 0.0;
    made.journal.after.forecast.totals.invest = 0.0;
    assert!(made.answer(ENGLISH)[0].starts_with("Without any spend the proposal raises profit"));
    made.journal.after.forecast.objective = made.before().objective;
    made.journal.after.decision = made.journal.before.decision.clone();
    let first = &made.answer(ENGLISH)[0];
    assert!(
        first.starts_with("No better plan") && first.ends_with("without any spend."),
        "{first}"
    );
    for language in Language::ALL {
        assert!(!made.answer(language)[0].contains("0\u{a0}€ "), "{language:?}");
    }
}

/// A change of the objective, and what the first sentence says of it.
#[test]
fn no_better_plan_is_said_exactly_where_nothing_is_gained() {
    for (share, better) in [(-0.1, false), (0.0, false), (1e-8, false), (1e-7, false), (1e-5, true), (0.5, true)] {
        for start in [-1000.0, 1000.0] {
            let mut made = classroom();
            made.journal.proposal.today.feasible = true;
            made.journal.before.forecast.objective = start;
            made.journal.after.forecast.objective = start + share * f64::abs(start);
            for language in Language::ALL {
                let first = &made.answer(language)[0];
                let none = match language {
                    Language::English => "No better plan",
                    Language::Italian => "Non è stato trovato un piano migliore",
                    Language::Russian => "План лучше текущего не найден",
                    Language::Vietnamese => "Không tìm thấy kế hoạch nào tốt hơn",
                };
                assert_eq!(first.starts_with(none), !better, "{share} {start} {language:?}: {first}");
                // results that are told apart by their last digits only are written in full
                let full = format_of(&made, language).money_exact(start);
                assert!(first.contains(&value(&made, language, start)) || first.contains(&full), "{first}");
            }
        }
    }
}

#[test]
fn where_nothing_is_gained_nothing_is_called_better_or_worse() {
    let mut made = shop();
    made.journal.proposal.today.feasible = true;
    made.journal.after.forecast.objective = made.before().objective * (1.0 + 1e-8);
    let sentences = made.answer(ENGLISH);
    assert!(
        sentences[1].starts_with("The result is ") && !sentences[1].contains("better"),
        "{}",
        sentences[1]
    );
    // the result that is told of is that of today's plan
    let band = made.futures.as_ref().expect("draws").plans[0].bands.objective;
    assert!(sentences[1].contains(&value(&made, ENGLISH, band.p10)), "{}", sentences[1]);
    let risks = made.texts("risks", ENGLISH);
    assert!(!risks.contains("No better than today"), "{risks}");
    assert!(!risks.contains("never"), "two equal plans are as good at every value: {risks}");
}

#[test]
fn a_plan_out_of_its_budget_has_to_change() {
    let mut made = shop();
    made.journal.proposal.today.feasible = false;
    made.journal.after.forecast.objective = made.before().objective * 0.9;
    for language in Language::ALL {
        let first = &made.answer(language)[0];
        for amount in [made.before().objective, made.after().objective] {
            assert!(first.contains(&value(&made, language, amount)), "{language:?}: {first}");
        }
    }
    let first = &made.answer(ENGLISH)[0];
    assert!(
        first.starts_with("Today’s plan does not keep the budget") && !first.contains("gain"),
        "{first}"
    );
    made.journal.after.forecast.totals.invest = made.before().totals.invest;
    assert!(made.answer(ENGLISH)[0].contains("with the same 598\u{a0}k\u{a0}€"));
}

#[test]
fn probabilities_are_those_of_the_draws() {
    for (share, told, rest) in [
        (1.0, "all futures drawn", "none of the futures drawn"),
        (0.999, "more than 99 of 100 futures", "less than 1 of 100 futures"),
        (0.9951, "more than 99 of 100 futures", "less than 1 of 100 futures"),
        (0.99, "99 of 100 futures", "1 of 100 futures"),
        (0.75, "75 of 100 futures", "25 of 100 futures"),
        (0.01, "1 of 100 futures", "99 of 100 futures"),
        (0.001, "less than 1 of 100 futures", "more than 99 of 100 futures"),
        (0.0, "none of the futures drawn", "all futures drawn"),
    ] {
        let mut made = shop();
        let futures = made.futures.as_mut().expect("draws");
        futures.plans[1].probabilities.roi_positive = Some(share);
        futures.differences[0].better = share;
        let second = &made.answer(ENGLISH)[1];
        assert!(
            second.starts_with(&format!("It is better than today’s plan in {told} (")),
            "{share}: {second}"
        );
        assert!(
            second.ends_with(&format!("it earns more than it costs in {told}.")),
            "{share}: {second}"
        );
        // the chance of a loss is what is left of the chance of a gain
        let risks = made.texts("risks", ENGLISH);
        assert!(risks.contains(&format!("Loss: {rest} (")), "{share}: {risks}");
        assert!(risks.contains(&format!("No better than today: {rest} (")), "{share}: {risks}");
        for language in Language::ALL {
            for text in [made.answer(language)[1].clone(), made.texts("risks", language)] {
                assert!(
                    !text.contains("100 of 100") && !text.contains("100 su 100") && !text.contains("100/100"),
                    "{text}"
                );
                assert!(!text.contains(" 0 of 100") && !text.contains("0 su 100 "), "{text}");
            }
        }
    }
    // 199 of 200 draws are neither all nor 100 of 100
    let mut made = shop();
    made.futures.as_mut().expect("draws").differences[0].better = 0.995;
    assert!(made.answer(ENGLISH)[1].contains("in more than 99 of 100 futures"));
}

#[test]
fn chances_of_all_scenarios_are_those_of_their_draws() {
    for made in all() {
        let Some(futures) = made.futures.as_ref().filter(|futures| futures.is_uncertain()) else {
            assert!(made.answer(ENGLISH)[1].starts_with("No assumption is uncertain"));
            continue;
        };
        let roi = futures.plans[1].bands.kpis.roi.expect("money is spent");
        let pays = futures.plans[1].probabilities.roi_positive.expect("money is spent");
        // a loss in a twentieth of the draws shows in their fifth percentile
        assert_eq!(roi.p5 > 0.0, pays > 0.95, "{}", made.scenario.plan.name);
        let (low, high) = (futures.differences[0].objective.p10, futures.differences[0].objective.p90);
        for language in Language::ALL {
            let second = &made.answer(language)[1];
            let format = format_of(made, language);
            let write = |x: f64| match made.scenario.plan.objective {
                Objective::Customers => format.count_change(x),
                _ => format.money_change(x),
            };
            assert!(
                second.contains(&write(low)) && second.contains(&write(high)),
                "{language:?}: {second}"
            );
        }
    }
}

#[test]
fn what_is_not_known_is_not_told() {
    // no spend: no return on it, no payback
    let mut made = shop();
    for standing in [&mut made.journal.before, &mut made.journal.after] {
        standing.forecast.kpis.roi = None;
        standing.forecast.kpis.payback = None;
    }
    let futures = made.futures.as_mut().expect("draws");
    futures.plans[1].probabilities.roi_positive = None;
    for language in Language::ALL {
        let document = made.document(language);
        let row = &table(&document, "money").rows[10];
        assert!(
            row.cells
                .iter()
                .skip(1)
                .take(3)
                .all(|cell| cell.number.is_none() && cell.text == "–"),
            "{row:?}"
        );
        let facts = made.texts("answer", language);
        assert!(!facts.contains("NaN") && !facts.contains("inf"), "{facts}");
        let risks = section(&document, "risks");
        let Some(Block::Facts(facts)) = risks.blocks.first() else {
            panic!("no facts")
        };
        assert_eq!(facts.len(), 3, "a loss without spend is not told: {facts:?}");
    }
    assert!(!made.answer(ENGLISH)[1].contains("earns more than it costs"));
    // --draws 0
    made.futures = None;
    made.sensitivity = None;
    let second = &made.answer(ENGLISH)[1];
    assert!(second.contains("no futures were drawn"), "{second}");
    let risks = made.texts("risks", ENGLISH);
    assert!(
        risks.starts_with("No futures were drawn: a chance of loss cannot be told."),
        "{risks}"
    );
    for language in Language::ALL {
        assert_eq!(table(&made.document(language), "money").columns.len(), 5);
    }
}

#[test]
fn a_payback_that_may_never_come_says_so() {
    let mut made = shop();
    let payback = made.futures.as_mut().expect("draws").plans[1]
        .bands
        .kpis
        .payback
        .as_mut()
        .expect("a payback");
    (payback.p10, payback.p90) = (12.0, f64::NAN);
    for (language, told) in Language::ALL.into_iter().zip([
        "12 weeks or later",
        "12 settimane o più tardi",
        "12 недель или позже",
        "12 tuần hoặc muộn hơn",
    ]) {
        let document = made.document(language);
        let row = table(&document, "money").rows.last_chunk::<2>().expect("rows")[0].clone();
        let text = row.cells[4].text.replace(' ', "\u{a0}");
        assert!(text.contains(&told.replace(' ', "\u{a0}")), "{language:?}: {text}");
    }
    let payback = made.futures.as_mut().expect("draws").plans[1]
        .bands
        .kpis
        .payback
        .as_mut()
        .expect("a payback");
    (payback.p10, payback.p90) = (f64::NAN, f64::NAN);
    let document = made.document(ENGLISH);
    assert_eq!(
        table(&document, "money").rows[14].cells[4].text.replace('\u{a0}', " "),
        "not within 52 weeks"
    );
}

#[test]
fn the_cash_is_the_deepest_point_of_the_running_profit() {
    for made in all() {
        let Some(futures) = made.futures.as_ref().filter(|futures| futures.is_uncertain()) else {
            continue;
        };
        let cash = futures.plans[1].cash;
        for language in Language::ALL {
            let risks = made.texts("risks", language);
            let format = format_of(made, language);
            assert!(risks.contains(&format.money(cash.p50)), "{risks}");
            assert_eq!(risks.contains(&format.money(cash.p95)), cash.p95 > 0.0, "{risks}");
        }
    }
    let mut made = shop();
    let cash = &mut made.futures.as_mut().expect("draws").plans[1].cash;
    (cash.p50, cash.p95) = (0.0, 0.0);
    let risks = made.texts("risks", ENGLISH);
    assert!(
        risks.contains("Cash needed: 0\u{a0}€ (in 19 futures of 20 the spend never takes"),
        "{risks}"
    );
}

#[test]
fn the_weakest_stage_is_that_of_the_analysis() {
    let names = |language: Language| match language {
        Language::English | Language::Italian => ["Reach", "Act", "Convert", "Engage"],
        Language::Russian => ["Охват", "Действие", "Конверсия", "Вовлечение"],
        Language::Vietnamese => ["Tiếp cận", "Hành động", "Chuyển đổi", "Gắn kết"],
    };
    for made in all() {
        let analysis = &made.journal.before.analysis;
        for language in Language::ALL {
            let third = &made.answer(language)[2];
            let weakest = analysis.weakest.expect("each has one");
            let place = [Stage::Reach, Stage::Act, Stage::Convert, Stage::Engage]
                .iter()
                .position(|stage| *stage == weakest);
            let finding = analysis.stages.iter().find(|finding| finding.stage == weakest).expect("a finding");
            for (stage, name) in names(language).iter().enumerate() {
                assert_eq!(third.contains(name), Some(stage) == place, "{language:?}: {third}");
            }
            assert!(
                third.contains(&value(made, language, finding.value_at_stake.expect("a stake"))),
                "{third}"
            );
            // no other stage has more at stake
            let most = analysis
                .stages
                .iter()
                .filter_map(|finding| finding.value_at_stake)
                .fold(0.0, f64::max);
            assert_eq!(finding.value_at_stake, Some(most));
        }
    }
}
