//! Checks of the budget and of the parts in which it comes.

use crate::scenario::Instalments;
use crate::scenario::calendar;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::domain::{Amount, spelled};
use crate::scenario::file::PlanTable;
use crate::scenario::node::Field;
use crate::scenario::value::Numbers;

use super::Check;
use super::limits::number;

/// Two sums of money are the same where no cent lies between them.
const HALF_A_CENT: f64 = 0.005;
/// Summing 10 000 amounts rounds by at most so many of their sum: 10 000 · 2⁻⁵³, rounded up.
const ROUNDING: f64 = 2e-12;
/// So many quarters are named one by one in a message.
const NAMED: usize = 8;

impl Check<'_, '_> {
    /// The budget \[money\] and its instalments, where there are any: their sum is the budget then.
    pub(super) fn budget(&mut self, file: &PlanTable) -> Option<(Option<f64>, Option<Instalments>)> {
        let budget = number(&file.budget);
        let (quarters, periods) = (&file.budget_by_quarter, &file.budget_by_period);
        if quarters.is_written() && periods.is_written() {
            let diagnostic = Diagnostic::error(&periods.key, format!("`{}` and `{}` are both given", quarters.key, periods.key))
                .allowed("one of them")
                .hint("leave out one of the two");
            self.wrong(periods, diagnostic);
            return None;
        }
        let (field, instalments) = if quarters.is_written() {
            (quarters, self.by_quarter(quarters, file)?)
        } else if periods.is_written() {
            (periods, self.by_period(periods, file)?)
        } else {
            return Some((budget, None));
        };
        let sum: f64 = instalments.amounts.iter().sum();
        if sum <= 0.0 {
            let diagnostic = Diagnostic::error(&field.key, format!("`{}` brings no money", field.key)).allowed("a sum above 0");
            self.wrong(field, diagnostic);
            return None;
        }
        if let Some(budget) = budget
            && (sum - budget).abs() > HALF_A_CENT.max(ROUNDING * sum)
        {
            let diagnostic = Diagnostic::error(&field.key, format!("`{}` does not add up to `{}`", field.key, file.budget.key))
                .found(format!("{} in all", spelled(sum)))
                .allowed(format!("{} = {}", file.budget.key, spelled(budget)))
                .hint(format!("leave out `{}`: the amounts make it", file.budget.key));
            self.wrong(field, diagnostic);
            return None;
        }
        Some((Some(sum), Some(instalments)))
    }

    /// An instalment for each calendar quarter in which a period starts.
    fn by_quarter(&mut self, field: &Field<Numbers<Amount>>, file: &PlanTable) -> Option<Instalments> {
        let (start, period, periods) = (file.start.get()?.0, *file.period.get()?, self.periods?);
        let mut of_period = Vec::with_capacity(periods);
        let mut names: Vec<String> = Vec::new();
        let mut last = None;
        for t in 0..periods {
            let date = calendar::start_of(start, period, t)?;
            let quarter = (date.year(), (date.month() - 1) / 3 + 1);
            if last != Some(quarter) {
                names.push(format!("{} Q{}", quarter.0, quarter.1));
                last = Some(quarter);
            }
            of_period.push(names.len() - 1);
        }
        let amounts = &field.get()?.values;
        if amounts.len() != names.len() {
            let which = match names.as_slice() {
                [first, .., last] if names.len() > NAMED => format!("{first} to {last}"),
                names => names.join(", "),
            };
            let diagnostic = Diagnostic::error(&field.key, format!("`{}` has the wrong length", field.key))
                .found(format!("{} numbers", amounts.len()))
                .allowed(format!("{}, one for each quarter in which a period starts: {which}", names.len()));
            self.wrong(field, diagnostic);
            return None;
        }
        Some(Instalments {
            of_period,
            amounts: amounts.clone(),
            names,
        })
    }

    /// An instalment for each period.
    fn by_period(&mut self, field: &Field<Numbers<Amount>>, file: &PlanTable) -> Option<Instalments> {
        let (start, period, periods) = (file.start.get()?.0, *file.period.get()?, self.periods?);
        let amounts = &field.get()?.values;
        if !self.length(field, amounts.len(), periods, "period") {
            return None;
        }
        let names = (0..periods).map(|t| Some(calendar::start_of(start, period, t)?.to_string()));
        Some(Instalments {
            of_period: (0..periods).collect(),
            amounts: amounts.clone(),
            names: names.collect::<Option<_>>()?,
        })
    }
}
