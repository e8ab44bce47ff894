//! Ranges and probabilities in words: with as many digits as the draws can tell.

use crate::score::Unit;
use crate::simulate::{Band, Difference, Futures, People, Sequence};

use super::figures::Figures;

/// Nearer than this to 0 or 1, a share of the draws is told as less or more than it.
const NEARLY: f64 = 0.005;

/// A probability as a share of the draws: whole percents, which thousands of draws can tell.
pub fn probability(share: f64) -> String {
    match share {
        share if share.is_nan() => "unknown".to_owned(),
        share if share <= 0.0 => "0 %".to_owned(),
        share if share >= 1.0 => "100 %".to_owned(),
        share if share < NEARLY => "less than 1 %".to_owned(),
        share if share > 1.0 - NEARLY => "more than 99 %".to_owned(),
        share => format!("{:.0} %", 100.0 * share),
    }
}

/// Eight draws in ten: `low to high`, in the figure's unit.
pub fn eight_in_ten(figures: &Figures, unit: Unit, band: Option<&Band>) -> String {
    let Some(band) = band.filter(|band| !band.p10.is_nan()) else {
        return String::new();
    };
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
    if band.p5 == 0.0 && band.p95 == 0.0 {
        return format!("In nine of ten futures {plan} and {other} come to the same {objective}.");
    }
    let change = |value: f64| figures.difference(unit, Some(value));
    let mut text = format!(
        "{} brings more {objective} than {other} in {} of the futures; the difference is {} to {} in 8 of 10, {} on average.",
        super::scorecard::capitalized(plan),
        probability(difference.better),
        change(band.p10),
        change(band.p90),
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
        .filter_map(|(plan, name)| Some(format!("{} with {name}", probability(plan.probabilities.roi_positive?))))
        .collect();
    (!shares.is_empty()).then(|| format!("ROI is above 0 in {} of the futures.", shares.join(", in ")))
}

/// How the futures were drawn, in a sentence.
pub fn drawn(futures: &Futures) -> String {
    let sampling = &futures.sampling;
    let mut text = format!("Drawn: {} futures", grouped(sampling.draws as u64));
    if sampling.sequence == Sequence::Random {
        text.push_str(" by plain random numbers");
    }
    text.push_str(&format!(", seed {}", sampling.seed));
    if sampling.people == People::Whole {
        text.push_str(", with whole people by chance");
    }
    text.push('.');
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
        assert_eq!(probability(1.0), "100 %");
        assert_eq!(probability(0.998), "more than 99 %");
        assert_eq!(probability(0.934), "93 %");
        assert_eq!(probability(0.0002), "less than 1 %");
        assert_eq!(probability(0.0), "0 %");
        assert_eq!(probability(f64::NAN), "unknown");
    }
}
