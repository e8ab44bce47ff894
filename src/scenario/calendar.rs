//! When the periods are, and which season they have.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::{Period, Scenario, Season};

/// First day of period `t`: `t` days or weeks, `t` or `3t` months after the start, the day cut to the month's length.
/// `None` past the end of the calendar, 9999-12-31.
pub(super) fn start_of(start: Date, period: Period, t: usize) -> Option<Date> {
    let t = i64::try_from(t).ok()?;
    let span = match period {
        Period::Day => Span::new().try_days(t),
        Period::Week => Span::new().try_weeks(t),
        Period::Month => Span::new().try_months(t),
        Period::Quarter => Span::new().try_months(t.checked_mul(3)?),
    };
    start.checked_add(span.ok()?).ok()
}

impl Scenario {
    /// First days of the `T` periods.
    #[must_use]
    pub fn dates(&self) -> Vec<Date> {
        (0..self.plan.periods).map(|t| self.start_of(t)).collect()
    }

    /// How many periods have ended when a day is over; 0 where the first has not.
    #[must_use]
    pub fn periods_by(&self, date: Date) -> usize {
        let next = date.tomorrow().unwrap_or(Date::MAX);
        (1..=self.plan.periods).take_while(|&t| self.start_of(t) <= next).count()
    }

    /// First day of period `t`; `T` gives the day after the plan.
    fn start_of(&self, t: usize) -> Date {
        // Reading has checked that the plan ends within the calendar.
        start_of(self.plan.start, self.plan.period, t).unwrap_or(Date::MAX)
    }

    /// `S[t]`: the seasonal index of the `T` periods; of months it is the mean over the period's days.
    #[must_use]
    pub fn season_index(&self) -> Vec<f64> {
        match &self.reach.season {
            Season::Flat => vec![1.0; self.plan.periods],
            Season::ByPeriod(index) => index.clone(),
            Season::Monthly(months) => {
                let mut starts = self.dates();
                starts.push(self.start_of(self.plan.periods));
                starts.windows(2).map(|pair| mean_over(months, pair[0], pair[1])).collect()
            }
        }
    }
}

/// Mean of the months' numbers over the days from `from` to before `to`.
fn mean_over(months: &[f64; 12], from: Date, to: Date) -> f64 {
    if from.month() == to.month() && from.year() == to.year() || to == from.last_of_month().tomorrow().unwrap_or(to) {
        return months[from.month() as usize - 1];
    }
    let (mut sum, mut days, mut day) = (0.0, 0, from);
    while day < to {
        let next_month = day.last_of_month().checked_add(1.day()).unwrap_or(to).min(to);
        // A span of days within one month.
        let here = if next_month.month() == day.month() {
            next_month.day() - day.day()
        } else {
            day.days_in_month() - day.day() + 1
        };
        sum += months[day.month() as usize - 1] * f64::from(here);
        days += i32::from(here);
        day = next_month;
    }
    sum / f64::from(days.max(1))
}
