//! From numbers to places: linear and logarithmic scales, round ticks, dates.

use jiff::civil::Date;

use super::font::{self, Weight};
use super::geometry::Rect;
use super::theme::text_size;
use crate::format::{Format, decade, ten_to};

/// Numbers beyond this are drawn at it: their spans would no longer be numbers.
const LARGEST: f64 = 1e100;

/// A straight scale from numbers to pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Linear {
    pub low: f64,
    pub high: f64,
    /// Where `low` lies [px].
    pub from: f64,
    /// Where `high` lies [px].
    pub to: f64,
}

impl Linear {
    /// Place of `x` [px]; what lies outside of the scale is put at its end.
    pub(super) fn at(&self, x: f64) -> f64 {
        let share = (x.clamp(self.low, self.high) - self.low) / (self.high - self.low);
        self.from + share * (self.to - self.from)
    }
}

impl Rect {
    /// The scales of a plot in this place: `x` from left to right, `y` from the bottom up, each from its low end to its high one.
    pub(super) const fn scales(self, x: (f64, f64), y: (f64, f64)) -> (Linear, Linear) {
        let across = Linear {
            low: x.0,
            high: x.1,
            from: self.left,
            to: self.right,
        };
        let up = Linear {
            low: y.0,
            high: y.1,
            from: self.bottom,
            to: self.top,
        };
        (across, up)
    }
}

/// Round numbers that cover a range.
#[derive(Debug, Clone)]
pub(super) struct Ticks {
    pub values: Vec<f64>,
    pub step: f64,
}

impl Ticks {
    /// At most `most` + 1 round numbers, 1, 2 or 5 times a power of ten apart, the first at or below `low`, the last at or above `high`.
    pub(super) fn covering(low: f64, high: f64, most: usize) -> Self {
        let sane = |x: f64| if x.is_finite() { x.clamp(-LARGEST, LARGEST) } else { 0.0 };
        let (mut low, mut high) = (sane(low).min(sane(high)), sane(low).max(sane(high)));
        // A range that is none, or is lost in the rounding of its ends, is widened.
        let size = low.abs().max(high.abs());
        if high - low <= size * 1e-9 || high - low < f64::MIN_POSITIVE * 1e30 {
            let pad = if size > 1e-200 { size * 0.1 } else { 1.0 };
            if low >= 0.0 && size <= 1e-200 {
                high = pad;
            } else {
                (low, high) = (low - pad, high + pad);
            }
        }
        let most = most.max(2) as f64;
        let rough = (high - low) / (most - 1.0).max(1.0);
        let power = ten_to(decade(rough));
        let step = [1.0, 2.0, 5.0, 10.0, 20.0]
            .into_iter()
            .map(|factor| factor * power)
            .find(|step| (high / step).ceil() - (low / step).floor() <= most)
            .unwrap_or(20.0 * power);
        let (first, last) = ((low / step).floor(), (high / step).ceil());
        let count = (last - first).clamp(1.0, 100.0) as usize;
        Self {
            values: (0..=count).map(|i| (first + i as f64) * step).collect(),
            step,
        }
    }

    pub(super) fn low(&self) -> f64 {
        self.values.first().copied().unwrap_or(0.0)
    }

    pub(super) fn high(&self) -> f64 {
        self.values.last().copied().unwrap_or(1.0)
    }

    pub(super) fn largest(&self) -> f64 {
        self.low().abs().max(self.high().abs())
    }
}

/// The horizon as an axis: positions are numbers of periods since the start.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    dates: Vec<Date>,
    periods: usize,
    format: Format,
}

impl Calendar {
    /// From the first days of the periods, written in this way; dates that cannot be read leave an axis of plain numbers.
    pub(super) fn new<'a>(dates: impl ExactSizeIterator<Item = &'a str>, format: Format) -> Self {
        let periods = dates.len();
        let dates: Vec<Date> = dates.map_while(|date| date.parse().ok()).collect();
        let sorted = dates.len() == periods && dates.windows(2).all(|pair| pair[0] < pair[1]);
        Self {
            dates: if sorted { dates } else { Vec::new() },
            periods,
            format,
        }
    }

    /// Ticks with labels that stand side by side on `width` pixels: months or years where the horizon has some, else first days of periods.
    pub(super) fn ticks(&self, width: f64) -> Vec<(f64, String)> {
        let room = |labels: &[(f64, String)]| {
            let places = labels.iter().map(|(at, label)| {
                let half = font::width(label, text_size::TICK, Weight::Regular) / 2.0;
                (at / self.periods.max(1) as f64 * width, half)
            });
            let places: Vec<(f64, f64)> = places.collect();
            places.windows(2).all(|pair| pair[1].0 - pair[0].0 >= pair[0].1 + pair[1].1 + 14.0)
        };
        let (Some(first), Some(last)) = (self.dates.first(), self.dates.last()) else {
            let ticks = Ticks::covering(0.0, self.periods as f64, 10);
            let inside = ticks.values.into_iter().filter(|&t| t <= self.periods as f64 && t.fract() == 0.0);
            return inside.map(|t| (t, format!("{t:.0}"))).collect();
        };
        let months = (i32::from(last.year()) - i32::from(first.year())) * 12 + i32::from(last.month()) - i32::from(first.month());
        let by_month = |step: i32| self.months(*first, months, step);
        let by_period = |step: usize| -> Vec<_> {
            let every = (0..self.periods).step_by(step);
            every.map(|t| (t as f64, self.format.day(self.dates[t]))).collect()
        };
        let tries: Box<dyn Iterator<Item = Vec<(f64, String)>>> = if months < 3 {
            Box::new([1, 2, 4, 7, 14, 28, 56].into_iter().map(by_period))
        } else {
            Box::new([1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000].into_iter().map(by_month))
        };
        tries.into_iter().find(|labels| room(labels)).unwrap_or_default()
    }

    /// First days of every `step`-th month, counted from January.
    fn months(&self, first: Date, months: i32, step: i32) -> Vec<(f64, String)> {
        let start = i32::from(first.year()) * 12 + i32::from(first.month()) - 1;
        let mut ticks: Vec<(f64, String)> = Vec::new();
        for month in (start..=start + months + 1).filter(|month| month % step == 0) {
            let (year, index) = (month.div_euclid(12), month.rem_euclid(12));
            let Ok(date) = Date::new(year as i16, index as i8 + 1, 1) else {
                continue;
            };
            let Some(at) = self.position(date) else { continue };
            ticks.push(match (step % 12, index == 0 || ticks.is_empty()) {
                (0, _) => (at, format!("{year}")),
                (_, true) => (at, self.format.month(date)),
                (_, false) => (at, self.format.month_alone(date)),
            });
        }
        ticks
    }

    /// Where `date` lies [periods since the start]; `None` outside of the horizon.
    fn position(&self, date: Date) -> Option<f64> {
        let after = self.dates.partition_point(|&start| start <= date);
        let t = after.checked_sub(1)?;
        let days = |from: Date, to: Date| f64::from((to - from).get_days());
        let length = match (self.dates.get(t + 1), t.checked_sub(1).map(|before| self.dates[before])) {
            (Some(&next), _) => days(self.dates[t], next),
            (None, Some(before)) => days(before, self.dates[t]),
            (None, None) => return (date == self.dates[t]).then_some(0.0),
        };
        let share = days(self.dates[t], date) / length;
        (share < 1.0).then_some(t as f64 + share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_cover() {
        let ticks = Ticks::covering(-0.37, 0.93, 6);
        assert_eq!(ticks.values, [-0.5, 0.0, 0.5, 1.0]);
        let ticks = Ticks::covering(0.0, 1_234.0, 6);
        assert_eq!(ticks.values, [0.0, 500.0, 1_000.0, 1_500.0]);
    }

    #[test]
    fn ticks_of_odd_ranges_are_few_and_finite() {
        for (low, high) in [
            (0.0, 0.0),
            (5.0, 5.0),
            (-3.0, -3.0),
            (f64::NAN, 1.0),
            (f64::NEG_INFINITY, f64::INFINITY),
            (0.0, f64::MAX),
            (-1e300, 1e300),
            (1e12, 1e12 + 1e-6),
            (0.0, 5e-324),
            (0.01, 1e12),
        ] {
            let ticks = Ticks::covering(low, high, 6);
            assert!(ticks.values.len() <= 8 && ticks.values.len() >= 2, "{low} {high}: {ticks:?}");
            assert!(
                ticks.values.iter().all(|x| x.is_finite()) && ticks.high() > ticks.low(),
                "{low} {high}: {ticks:?}"
            );
            let scale = Linear {
                low: ticks.low(),
                high: ticks.high(),
                from: 0.0,
                to: 100.0,
            };
            assert!((0.0..=100.0).contains(&scale.at(high.min(1e100))) || high.is_nan());
        }
    }

    fn weekly(periods: usize) -> Calendar {
        let start: Date = "2026-01-05".parse().expect("a date");
        let dates: Vec<String> = (0..periods)
            .map(|t| (start + jiff::ToSpan::days(7 * t as i64)).to_string())
            .collect();
        Calendar::new(dates.iter().map(String::as_str), Format::no_break("EUR"))
    }

    #[test]
    fn a_year_has_months_and_a_century_has_years() {
        let year = weekly(52).ticks(1_000.0);
        assert!(year.len() >= 10, "{year:?}");
        assert!(year.iter().any(|(_, label)| label == "Apr"));
        assert!(year.iter().all(|(at, _)| (0.0..=52.0).contains(at)));
        let long = weekly(5_000).ticks(1_000.0);
        assert!(
            (3..=20).contains(&long.len()) && long.iter().all(|(_, label)| label.len() == 4),
            "{long:?}"
        );
    }

    #[test]
    fn short_and_undated_horizons_have_ticks_too() {
        assert_eq!(weekly(1).ticks(1_000.0), [(0.0, "5 Jan 2026".to_owned())]);
        assert!(weekly(4).ticks(1_000.0).len() >= 2);
        let undated = Calendar::new(["soon"; 12].into_iter(), Format::no_break("EUR"));
        assert!(undated.ticks(1_000.0).iter().any(|(_, label)| label == "10"));
        assert!(Calendar::new([].into_iter(), Format::no_break("EUR")).ticks(1_000.0).len() < 12);
    }
}
