//! What holds where a key is left out and a result hangs on it, as an assumption that nobody wrote.

use super::assumptions::{Figure, Origin, Row};
use super::sources::Path;
use super::{Channel, Curve, LiftEffect, ReachEffect, Scenario, Unit};

/// Every default that matters, whether or not the file says something else: its key, unit and value as the scenario has it.
pub(super) fn of(scenario: &Scenario) -> Vec<Row> {
    let (engage, money) = (&scenario.engage, &scenario.money);
    let known = |value: f64| Some(Figure::Known(value));
    let repeats = engage.repeat_rate.median() != 0.0;
    let repeat_value = money.repeat_value.as_ref().unwrap_or(&money.order_value);
    let mut defaults = Vec::new();
    let mut add = |key: &[&str], figure: Option<Figure>| {
        let path: Path = key.iter().map(|&part| part.to_owned()).collect();
        let unit = Unit::of(&key.join("."));
        defaults.extend(unit.zip(figure).map(|(unit, figure)| row(path, unit, figure)));
    };
    add(&["reach", "organic"], Some(Figure::of(&scenario.reach.organic)));
    add(&["act", "lag"], known(0.0));
    add(&["convert", "lag"], known(0.0));
    add(&["engage", "customers"], Some(Figure::of(&engage.customers)));
    add(&["engage", "repeat_rate"], Some(Figure::of(&engage.repeat_rate)));
    add(&["engage", "referral"], Some(Figure::of(&engage.referral)));
    add(&["money", "repeat_value"], repeats.then(|| Figure::of(repeat_value)));
    add(&["money", "fixed_cost"], Some(Figure::of(&money.fixed_cost)));
    add(&["money", "discount_rate"], Some(Figure::of(&money.discount_rate)));
    add(&["money", "lifetime"], known(money.lifetime));
    add(&["money", "count_residual"], Some(Figure::Word(money.count_residual.to_string())));
    for channel in &scenario.channels {
        of_channel(channel, &mut defaults);
    }
    defaults
}

fn of_channel(channel: &Channel, defaults: &mut Vec<Row>) {
    let path = |parts: &[&str]| -> Path {
        ["channel", &channel.name]
            .iter()
            .chain(parts)
            .map(|&part| part.to_owned())
            .collect()
    };
    defaults.push(row(path(&["history"]), Unit::Money, Figure::Known(channel.history)));
    defaults.push(row(path(&["carryover"]), Unit::Text, Figure::Word("none".to_owned())));
    let lift = |effect: &Option<LiftEffect>| effect.as_ref().map(|effect| effect.curve);
    let reach = channel.reach.as_ref().map(|ReachEffect { curve, .. }| *curve);
    let effects = [
        ("reach", reach),
        ("act", lift(&channel.act)),
        ("convert", lift(&channel.convert)),
        ("retention", lift(&channel.retention)),
        ("repeat", lift(&channel.repeat)),
    ];
    for (effect, curve) in effects {
        if let Some(Curve::Hill { .. }) = curve {
            defaults.push(row(path(&[effect, "curve"]), Unit::Text, Figure::Word("hill".to_owned())));
        }
    }
}

const fn row(path: Path, unit: Unit, figure: Figure) -> Row {
    Row {
        path,
        unit,
        figure,
        origin: Origin::Default,
    }
}
