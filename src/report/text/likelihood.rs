//! Ranges and probabilities in words: with as many digits as the draws can tell.

use crate::score::Unit;
use crate::simulate::{Band, Difference, Futures, People, Sequence};

use super::figures::Figures;

/// A probability as a share of so many draws: whole percents, or as few as the draws can tell.
pub fn probability(share: f64, draws: u64) -> String {
    let step = 100.0 / draws.max(1) as f64;
    // half a percent of thousands of draws, some percents of a handful
    let least = step.max(0.5);
    let percent = 100.0 * share;
    match percent {
        percent if percent.is_nan() => "unknown".to_owned(),
        percent if percent <= 0.0 => format!("less than {} %", least.ceil()),
        percent if percent >= 100.0 => format!("more than {} %", 100.0 - least.ceil()),
        percent if percent < 0.5 => "less than 1 %".to_owned(),
        percent if percent > 99.5 => "more than 99 %".to_owned(),
        percent => format!("{percent:.0} %"),
    }
}

/// `low to high`, or the one where both read alike.
pub fn span(low: String, high: String) -> String {
    if low == high { low } else { format!("{low} to {high}") }
}

/// Eight draws in ten: `low to high`, in the figure's unit.
pub fn eight_in_ten(figures: &Figures, unit: Unit, band: Option<&Band>) -> String {
    let Some(band) = band else {
        return String::new();
    };
    if band.p10.is_nan() {
        // a payback beyond the horizon in more than nine of ten
        return if unit == Unit::Periods { "never".to_owned() } else { String::new() };
    }
    let low = figures.figure(unit, Some(band.p10));
    if band.p90.is_nan() {
        return format!("{low} to never");
    }
    let high = figures.figure(unit, Some(band.p90));
    if low == high {
        return low;
    }
    // the unit once, behind the second number
    match (low.rsplit_once(' '), high.rsplit_once(' ')) {
        (Some((number, ours)), Some((_, theirs))) if ours == theirs && !ours.ends_with(char::is_numeric) => format!("{number} to {high}"),
        _ => format!("{low} to {high}"),
    }
}

/// How a plan does beside another over the draws: how much more in eight of ten, how often better, and whether the mean of the gain can be
/// told from nothing at all. `names` are the plan and the other one, `objective` what people call it.
pub fn gain(figures: &Figures, unit: Unit, names: [&str; 2], objective: &str, difference: &Difference) -> String {
    let [plan, other] = names;
    let band = &difference.objective;
    if band.p50.is_nan() {
        return format!("No future has a result for both {plan} and {other}.");
    }
    if band.sd == 0.0 && band.mean == 0.0 {
        return format!(
            "{} and {other} come to the same {objective} in every future.",
            super::scorecard::capitalized(plan)
        );
    }
    if band.p5 == 0.0 && band.p95 == 0.0 {
        return format!("In nine of ten futures {plan} and {other} come to the same {objective}.");
    }
    let change = |value: f64| figures.difference(unit, Some(value));
    let mut text = format!(
        "{} brings more {objective} than {other} in {} of the futures; the difference is {} in 8 of 10, {} on average.",
        super::scorecard::capitalized(plan),
        probability(difference.better, band.draws),
        span(change(band.p10), change(band.p90)),
        change(band.mean),
    );
    if !band.differs_from_zero() {
        text.push_str(&format!(" {} futures cannot tell that average from nothing.", grouped(band.draws)));
    }
    text
}

/// How likely it is that each plan has a return above 0.
pub fn returns(futures: &Futures, names: &[&str]) -> Option<String> {
    let shares: Vec<String> = (futures.plans.iter().zip(names))
        .filter_map(|(plan, name)| {
            Some(format!(
                "{} of the futures with {name}",
                probability(plan.probabilities.roi_positive?, plan.bands.objective.draws)
            ))
        })
        .collect();
    (!shares.is_empty()).then(|| format!("ROI is above 0 in {}.", shares.join(", in ")))
}

/// How the futures were drawn, in a sentence.
pub fn drawn(futures: &Futures) -> String {
    let sampling = &futures.sampling;
    let plural = if sampling.draws == 1 { "" } else { "s" };
    let mut text = format!("Drawn: {} future{plural}", grouped(sampling.draws as u64));
    if sampling.sequence == Sequence::Random {
        text.push_str(" by plain random numbers");
    }
    text.push_str(&format!(", seed {}", sampling.seed));
    if sampling.people == People::Whole {
        text.push_str(", with whole people by chance");
    }
    text.push('.');
    if futures.streamed {
        text.push_str(" Their ranges are counted in narrow bins.");
    }
    if futures.excluded > 0 {
        text.push_str(&format!(
            " {} of them outgrow all numbers and are left out.",
            grouped(futures.excluded)
        ));
    }
    text
}

/// A number with its thousands apart.
pub fn grouped(number: u64) -> String {
    crate::format::Format::new("").number(number as f64, 0)
}

#[cfg(test)]
mod tests {
    use super::probability;

    #[test]
    fn probabilities_say_no_more_than_the_draws() {
        assert_eq!(probability(0.998, 4096), "more than 99 %");
        assert_eq!(probability(0.934, 4096), "93 %");
        assert_eq!(probability(0.0002, 4096), "less than 1 %");
        assert_eq!(probability(f64::NAN, 4096), "unknown");
        // none or all of the draws is no certainty: ten of ten leave a tenth open
        assert_eq!(probability(0.0, 4096), "less than 1 %");
        assert_eq!(probability(1.0, 4096), "more than 99 %");
        assert_eq!(probability(1.0, 10), "more than 90 %");
        assert_eq!(probability(0.0, 10), "less than 10 %");
    }
}
