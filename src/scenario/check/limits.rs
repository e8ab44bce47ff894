//! Checks of limits: of a channel's spend, and of what the plan comes to.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::domain::{Within, spelled};
use crate::scenario::file_limits::{CommittedTable, LimitsTable, PlanLimitsTable};
use crate::scenario::list::List;
use crate::scenario::node::Field;
use crate::scenario::number::Exact;
use crate::scenario::table::{Here, Placed};
use crate::scenario::{Limits, PlanLimits};

use super::Check;

impl Check<'_, '_> {
    /// A channel's limits, those of the plan where it has none of its own.
    pub(super) fn limits(&mut self, file: Option<&LimitsTable>) -> Option<Limits> {
        let shared = Limits {
            step: self.shared.step,
            ramp: self.shared.ramp,
            ..Limits::default()
        };
        let Some(file) = file else { return Some(shared) };
        let here = file.here();
        let swap = "swap them, or write the same number twice to hold the channel";
        let (min, max) = self.room(here, swap, ("min", &file.min, 0.0), ("max", &file.max, f64::INFINITY));
        let (min_total, max_total) = self.room(
            here,
            swap,
            ("min_total", &file.min_total, 0.0),
            ("max_total", &file.max_total, f64::INFINITY),
        );
        let lower = "a period has either no spend or at least `burst`: lower it, or raise `max`";
        let (burst, _) = self.room(here, lower, ("burst", &file.burst, 0.0), ("max", &file.max, f64::INFINITY));
        let committed = self.committed(&file.committed);
        let locked = file.locked.get() == Some(&true);
        if locked {
            self.alone(file);
        }
        let own = |own: Option<f64>, shared: Option<f64>| if locked { None } else { own.or(shared) };
        Some(Limits {
            min,
            max,
            min_total,
            max_total,
            locked,
            step: own(number(&file.step), shared.step),
            ramp: own(number(&file.ramp), shared.ramp),
            burst,
            committed: committed?,
        })
    }

    /// The two ends of a range, reported where the lower one is above the upper one.
    pub(super) fn room<D: Within>(
        &mut self,
        here: &Here,
        hint: &str,
        (low_name, low, least): (&str, &Field<Exact<D>>, f64),
        (high_name, high, most): (&str, &Field<Exact<D>>, f64),
    ) -> (f64, f64) {
        let (low, high) = (number(low).unwrap_or(least), number(high).unwrap_or(most));
        if low > high {
            let diagnostic = Diagnostic::error(&here.key, format!("`{}` leaves no room", here.key))
                .found(format!("{low_name} = {}, {high_name} = {}", spelled(low), spelled(high)))
                .allowed(format!("{low_name} up to {high_name}"))
                .hint(hint);
            self.report.add(diagnostic, here.span.clone());
        }
        (low, high)
    }

    /// Reports what stands beside `locked = true`.
    fn alone(&mut self, file: &LimitsTable) {
        let why = "has no meaning beside `locked = true`";
        let hint = "the spend stays as planned: leave out one of the two";
        for amount in [&file.min, &file.max, &file.min_total, &file.max_total, &file.burst] {
            amount.forbid(self.report, why, hint);
        }
        file.step.forbid(self.report, why, hint);
        file.ramp.forbid(self.report, why, hint);
        file.committed.forbid(self.report, why, hint);
    }

    /// The committed periods and their amounts, by period.
    fn committed(&mut self, field: &Field<List<CommittedTable>>) -> Option<Vec<(usize, f64)>> {
        let Some(List(elements)) = field.get() else {
            return field.is_absent().then(Vec::new);
        };
        let horizon = self.periods?;
        // Amounts by period, so that long lists stay quick and come out in order.
        let mut booked = std::collections::BTreeMap::new();
        for element in elements {
            let Some(commitment) = element.get() else { continue };
            let (Some(start), Some(amount)) = (commitment.start.get(), number(&commitment.amount)) else {
                continue;
            };
            let periods = commitment.periods.get().map_or(1, |periods| periods.0);
            let end = start.0 + periods;
            if end > horizon {
                let diagnostic = Diagnostic::error(&field.key, format!("a commitment in `{}` lies after the plan", field.key))
                    .found(match periods {
                        1 => format!("period {}", start.0),
                        _ => format!("periods {} to {}", start.0, end - 1),
                    })
                    .allowed(format!("0 to {}", horizon - 1))
                    .hint("periods are counted from 0");
                self.wrong(element, diagnostic);
                continue;
            }
            if let Some(twice) = (start.0..end).find(|&t| booked.insert(t, amount).is_some()) {
                let diagnostic = Diagnostic::error(&field.key, format!("period {twice} is committed twice in `{}`", field.key))
                    .hint("write one amount for each period: all that is booked in it");
                self.wrong(element, diagnostic);
            }
        }
        Some(booked.into_iter().collect())
    }
}

/// Limits of what the plan comes to.
pub(super) fn of_plan(file: Option<&PlanLimitsTable>) -> PlanLimits {
    let Some(file) = file else { return PlanLimits::default() };
    PlanLimits {
        cac: number(&file.cac),
        roi: number(&file.roi),
        payback: file.payback.get().map(|periods| periods.0),
        leads: number(&file.leads),
    }
}

/// The number of a key, where there is one.
pub(super) fn number<D>(field: &Field<Exact<D>>) -> Option<f64> {
    field.get().map(|number| number.value)
}
