//! Checks of the stages: `[reach]`, `[act]`, `[convert]`, `[engage]`, `\[money\]`.

use crate::math::gamma_survival;
use crate::scenario::choice::{Lag as LagChoice, Retention as RetentionChoice};
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::domain::{SPREAD, spelled};
use crate::scenario::file::{ActTable, ConvertTable, EngageTable, MoneyTable, ReachTable, ScenarioTable};
use crate::scenario::node::Field;
use crate::scenario::{Act, Capacity, Convert, Engage, Lag, Money, Quantity, Reach, Retention, Season};

use super::Check;

/// The longest kernel of a lag \[periods\].
const MAX_LAG: f64 = 20_000.0;

impl Check<'_, '_> {
    pub(super) fn reach(&mut self, file: Option<&ReachTable>) -> Option<Reach> {
        let Some(file) = file else {
            return Some(Reach {
                organic: Quantity::known(0.0),
                season: Season::Flat,
                audience: None,
                target: None,
            });
        };
        if file.season.is_written() {
            let why = "cannot stand beside `season`";
            file.season_by_period.forbid(self.report, why, "keep one of the two");
        }
        let mut season = Season::Flat;
        if let Some(numbers) = file.season.get()
            && self.length(&file.season, numbers.values.len(), 12, "month, January first")
            && let Ok(months) = <[f64; 12]>::try_from(numbers.values.as_slice())
        {
            season = Season::Monthly(months);
        }
        if let (Some(numbers), Some(periods)) = (file.season_by_period.get(), self.periods)
            && self.length(&file.season_by_period, numbers.values.len(), periods, "period")
        {
            season = Season::ByPeriod(numbers.values.clone());
        }
        Some(Reach {
            organic: file.organic.get().map_or(Quantity::known(0.0), |organic| organic.quantity),
            season,
            audience: file.audience.get().map(|audience| audience.quantity),
            target: file.target.get().map(|target| target.value),
        })
    }

    pub(super) fn act(&mut self, file: &ActTable) -> Option<Act> {
        let lag = self.lag(&file.lag);
        Some(Act {
            rate: file.rate.get()?.quantity,
            lag: lag?,
            target: file.target.get().map(|target| target.value),
        })
    }

    pub(super) fn convert(&mut self, file: &ConvertTable) -> Option<Convert> {
        let lag = self.lag(&file.lag);
        if file.capacity.is_written() {
            file.backlog_loss.require(self.report);
        } else {
            let (why, hint) = (
                "needs a `capacity`",
                "add `capacity`, the leads that can be handled per period, or leave this out",
            );
            file.backlog.forbid(self.report, why, hint);
            file.backlog_loss.forbid(self.report, why, hint);
        }
        let capacity = match (file.capacity.get(), file.backlog_loss.get()) {
            (Some(leads), Some(loss)) => Some(Capacity {
                leads: leads.quantity,
                backlog: file.backlog.get().map_or(0.0, |backlog| backlog.value),
                backlog_loss: loss.quantity,
            }),
            _ => None,
        };
        Some(Convert {
            rate: file.rate.get()?.quantity,
            lag: lag?,
            capacity,
            target: file.target.get().map(|target| target.value),
        })
    }

    fn lag(&mut self, field: &Field<LagChoice>) -> Option<Lag> {
        if field.is_absent() {
            return Some(Lag::Periods(0));
        }
        match field.get()? {
            LagChoice::Periods(periods) => Some(Lag::Periods(periods.0)),
            LagChoice::Gamma(table) => {
                let (mean, sd) = (table.mean.get()?.value, table.sd.get()?.value);
                if !SPREAD.contains(&(sd / mean)) {
                    let diagnostic = Diagnostic::error(&table.sd.key, format!("`{}` is outside its domain", table.sd.key));
                    let diagnostic = diagnostic
                        .found(format!("{} times the mean", spelled(sd / mean)))
                        .allowed("1/10 000 to 5 times the mean");
                    self.wrong(
                        &table.sd,
                        diagnostic.hint("write a whole number of periods where the time is known"),
                    );
                    return None;
                }
                if gamma_ends(mean, sd) {
                    return Some(Lag::Gamma { mean, sd });
                }
                let diagnostic = Diagnostic::error(&field.key, format!("`{}` is too long", field.key))
                    .found(format!("mean {}, sd {}", spelled(mean), spelled(sd)))
                    .allowed("all but a billionth of it over within 20 000 periods")
                    .hint("choose a smaller sd, or count in longer periods");
                self.wrong(field, diagnostic);
                None
            }
        }
    }

    pub(super) fn engage(&mut self, file: &EngageTable, scenario: &ScenarioTable) -> Option<Engage> {
        let period = scenario.plan.get().and_then(|plan| plan.period.get().copied());
        let retention = file.retention.get().and_then(|retention| {
            Some(match retention {
                RetentionChoice::Constant(share) => Retention::Constant(share.quantity),
                RetentionChoice::Survival(table) => Retention::ShiftedBetaGeometric {
                    alpha: table.alpha.get()?.quantity,
                    beta: table.beta.get()?.quantity,
                },
            })
        });
        let known_zero = Quantity::known(0.0);
        Some(Engage {
            retention: retention?,
            // One year: 365, 52, 12 or 4 periods.
            age: file.age.get().map_or(period?.per_year() as usize, |age| age.0),
            customers: file.customers.get().map_or(known_zero, |customers| customers.quantity),
            repeat_rate: file.repeat_rate.get().map_or(known_zero, |rate| rate.quantity),
            referral: file.referral.get().map_or(known_zero, |referral| referral.quantity),
            retention_target: file.retention_target.get().map(|target| target.value),
            repeat_target: file.repeat_target.get().map(|target| target.value),
        })
    }

    pub(super) fn money(&mut self, file: &MoneyTable) -> Option<Money> {
        let known_zero = Quantity::known(0.0);
        Some(Money {
            order_value: file.order_value.get()?.quantity,
            repeat_value: file.repeat_value.get().map(|value| value.quantity),
            margin: file.margin.get()?.quantity,
            fixed_cost: file.fixed_cost.get().map_or(known_zero, |cost| cost.quantity),
            discount_rate: file.discount_rate.get().map_or(known_zero, |rate| rate.quantity),
            lifetime: file.lifetime.get().map_or(5.0, |years| years.value),
            count_residual: file.count_residual.get().copied().unwrap_or(true),
        })
    }
}

/// Whether the tail of a Gamma distribution beyond the longest lag is below 1e-9; its kernel ends where the tail is.
fn gamma_ends(mean: f64, sd: f64) -> bool {
    let shape = (mean / sd) * (mean / sd);
    mean < MAX_LAG && gamma_survival(MAX_LAG + 0.5, shape, mean / shape) < 1e-9
}
