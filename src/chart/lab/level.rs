//! Strategies whose figures are too near to each other to name one of them.

use super::{LabInput, strategy};
use crate::lab::Strategy;
use crate::say;

/// What is behind the best by less than this share of the best’s gain over changing nothing is level with it: a hundredth is less than the
/// thickness of a line of the chart beside its height.
const NEAR: f64 = 0.01;

/// The best of `ends` and those that are level with it, the best first: too near to it, or written alike.
///
/// `nothing` is what changing nothing came to, `written` how a figure reads.
pub(super) fn best_and_level(ends: &[(Strategy, f64)], nothing: f64, written: impl Fn(f64) -> String) -> Vec<(Strategy, f64)> {
    let mut sorted: Vec<(Strategy, f64)> = ends.iter().copied().filter(|(_, end)| end.is_finite()).collect();
    sorted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let Some((_, best)) = sorted.first().copied() else {
        return Vec::new();
    };
    let reads = written(best);
    sorted.retain(|(_, end)| best - end < NEAR * (best - nothing) || written(*end) == reads);
    sorted
}

impl LabInput<'_> {
    /// Two or three strategies by their names, more by their number: `“big bang” and “Thompson sampling”`.
    pub(super) fn named(&self, level: &[(Strategy, f64)]) -> String {
        let words = self.words();
        let name = |i: usize| level.get(i).map_or_else(String::new, |(own, _)| strategy(words, *own));
        match level.len() {
            ..=2 => say!(words, "lab-level-two", first = name(0), second = name(1)),
            3 => say!(words, "lab-level-three", first = name(0), second = name(1), third = name(2)),
            n => say!(words, "lab-level-many", count = self.count(n), n = n),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_within_a_hundredth_or_reads_alike_is_level() {
        let ends = [
            (Strategy::Kaizen, 215.0),
            (Strategy::BigBang, 220.0),
            (Strategy::Thompson, 218.5),
            (Strategy::Tamper, f64::NAN),
        ];
        let level = |nothing: f64, decimals: i32| -> Vec<Strategy> {
            let unit = crate::format::ten_to(-decimals);
            let best = best_and_level(&ends, nothing, |x| format!("{}", (x / unit).round()));
            best.into_iter().map(|(own, _)| own).collect()
        };
        // 1.5 of 220 is less than a hundredth, of 120 more
        assert_eq!(level(0.0, 1), [Strategy::BigBang, Strategy::Thompson]);
        assert_eq!(level(100.0, 1), [Strategy::BigBang]);
        // read to the ten, 215 and 220 are both 22
        assert_eq!(level(100.0, -1), [Strategy::BigBang, Strategy::Thompson, Strategy::Kaizen]);
        assert_eq!(level(f64::NAN, 1), [Strategy::BigBang]);
        assert_eq!(best_and_level(&[], 0.0, |x| x.to_string()), []);
    }
}
