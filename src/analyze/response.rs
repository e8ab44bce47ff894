//! Response curves: how gross profit answers to one channel's level, the others as planned.

use crate::model::Decision;
use crate::simulate::{Band, Sampling, Simulator};

use super::analysis::{Analysis, ResponseCurve};

/// Places of a curve besides the plan's own.
const PLACES: usize = 32;
/// Work that the bands of all curves may take [channel-periods run]: some seconds on lanes of draws.
const BAND_WORK: usize = 500_000_000;
/// Bytes that a worker's plans may take at once, each number as wide as the widest lanes.
const PLANS_BYTES: usize = 32 << 20;

/// `decision` with channel `c` at a mean of `level` money per period, in its own shape in time.
fn at_level(decision: &Decision, c: usize, level: f64) -> Decision {
    let mut moved = decision.clone();
    let mean = decision.channel_total(c) / decision.periods as f64;
    for x in &mut moved.spend[c * decision.periods..(c + 1) * decision.periods] {
        *x = if mean > 0.0 { *x * (level / mean) } else { level };
    }
    moved
}

/// The response curve of channel `c` around a decision, as far as it or another decision goes, and some way on.
pub(super) fn response(simulator: &mut Simulator, decision: &Decision, other: Option<&Decision>, c: usize) -> ResponseCurve {
    let periods = decision.periods as f64;
    let now = decision.channel_total(c) / periods;
    let then = other.map(|other| other.channel_total(c) / periods);
    let channel = &simulator.scenario().channels[c];
    let observed = channel.observed;
    let known = now.max(then.unwrap_or(0.0)).max(observed.1);
    let wide = if known > 0.0 {
        known * 1.5
    } else if channel.limits.max.is_finite() {
        channel.limits.max
    } else {
        simulator.budget() / periods / simulator.model().channels() as f64
    };
    let mut spend: Vec<f64> = (0..=PLACES)
        .map(|i| wide * i as f64 / PLACES as f64)
        .chain([now])
        .chain(then)
        .collect();
    spend.sort_by(f64::total_cmp);
    spend.dedup();
    let mut gross_at = |level: f64| {
        let outcome = simulator.outcome(&at_level(decision, c, level));
        simulator.incremental_gross(&outcome)
    };
    let nothing = gross_at(0.0);
    let gross = spend.iter().map(|&level| gross_at(level) - nothing).collect();
    ResponseCurve {
        spend,
        gross,
        now,
        observed,
        bands: None,
    }
}

/// Adds to every response curve of an analysis its band over the draws, `decision` being the plan that was analyzed. The difference to
/// spending nothing on the channel is taken draw by draw. A few hundred draws are enough for a band that is looked at. Curves stay
/// without a band where all of them together would take more than some seconds.
///
/// # Panics
/// Where there is no draw.
pub fn response_bands(simulator: &Simulator, decision: &Decision, sampling: Sampling, analysis: &mut Analysis) {
    let count = sampling.draws;
    let levels: usize = analysis
        .channels
        .iter()
        .filter_map(|channel| channel.response.as_ref())
        .map(|curve| curve.spend.len())
        .sum();
    let work = simulator.model().work().saturating_mul(levels).saturating_mul(count);
    if levels == 0 || work > BAND_WORK {
        return;
    }
    let mut values = vec![0.0; count * simulator.model().parameters().len()];
    simulator.draws(sampling).fill(0, count, &mut values);
    let together = (PLANS_BYTES / (decision.spend.len() * size_of::<[f64; 8]>()).max(1)).max(1);
    for (c, channel) in analysis.channels.iter_mut().enumerate() {
        let Some(curve) = &mut channel.response else { continue };
        let gross_at = |levels: &[f64]| {
            let plans: Vec<Decision> = levels.iter().map(|&level| at_level(decision, c, level)).collect();
            simulator.counted_gross(&plans.iter().collect::<Vec<_>>(), &values, count)
        };
        let nothing = gross_at(&[0.0]);
        let gross = curve.spend.chunks(together).flat_map(gross_at).collect::<Vec<f64>>();
        let bands = gross.chunks_exact(count).map(|gross| band(gross, &nothing));
        curve.bands = Some(bands.collect());
    }
}

/// The band of one level over the draws in which it has a result [money over the horizon].
fn band(gross: &[f64], nothing: &[f64]) -> Band {
    let differences = gross.iter().zip(nothing).map(|(gross, nothing)| gross - nothing);
    let values: Vec<f64> = differences.filter(|difference| difference.is_finite()).collect();
    Band::of(&values, gross.len() as u64).unwrap_or(Band::NOWHERE)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::analyze::analyze;
    use crate::scenario::Scenario;

    fn shop() -> Simulator {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/outdoor-shop.toml");
        Simulator::new(&Scenario::from_path(&path).expect("a scenario").scenario)
    }

    /// Each draw by itself, through the analysis of the point run at its values.
    #[test]
    fn bands_are_those_of_the_curves_of_the_draws() {
        let mut simulator = shop();
        let today = simulator.today();
        let mut analysis = analyze(&mut simulator, &today);
        let sampling = Sampling::new(9, 3);
        response_bands(&simulator, &today, sampling, &mut analysis);
        let parameters = simulator.params().len();
        let mut values = vec![0.0; 9 * parameters];
        simulator.draws(sampling).fill(0, 9, &mut values);
        let curves: Vec<ResponseCurve> = (0..9)
            .map(|draw| {
                let params: Vec<f64> = (0..parameters).map(|p| values[p * 9 + draw]).collect();
                response(&mut simulator.at(&params), &today, None, 1)
            })
            .collect();
        let curve = analysis.channels[1].response.as_ref().expect("a curve");
        let bands = curve.bands.as_ref().expect("bands");
        assert_eq!(bands.len(), curve.spend.len());
        for (place, found) in bands.iter().enumerate() {
            let mut gross: Vec<f64> = curves.iter().map(|curve| curve.gross[place]).collect();
            gross.sort_by(f64::total_cmp);
            // both take the same difference; only the baseline's gross profit is taken off besides in one of them
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + b.abs());
            assert!(
                near(found.p25, gross[2]) && near(found.p50, gross[4]) && near(found.p75, gross[6]),
                "{place}: {found:?}"
            );
        }
        assert!(bands[bands.len() - 1].p10 < bands[bands.len() - 1].p90);
    }

    #[test]
    fn what_would_take_too_long_has_no_band() {
        let mut simulator = shop();
        let today = simulator.today();
        let mut analysis = analyze(&mut simulator, &today);
        response_bands(&simulator, &today, Sampling::new(100_000_000, 1), &mut analysis);
        assert!(
            analysis
                .channels
                .iter()
                .filter_map(|channel| channel.response.as_ref())
                .all(|curve| curve.bands.is_none())
        );
    }
}
