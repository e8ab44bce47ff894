//! Checks of `[plan]`.

use crate::scenario::calendar;
use crate::scenario::choice::Figures;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::file::PlanTable;
use crate::scenario::{Measure, Objective, Plan};

use super::{Check, limits};

impl Check<'_, '_> {
    pub(super) fn plan(&mut self, file: &PlanTable) -> Option<Plan> {
        if let Some(code) = file.currency.get()
            && !(code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
        {
            let diagnostic = Diagnostic::error(&file.currency.key, "`plan.currency` is no currency code")
                .found(format!("{code:?}"))
                .allowed("three capital letters of ISO 4217");
            let diagnostic = match code.to_uppercase().as_str() {
                "EURO" | "EUROS" | "€" => diagnostic.hint("write \"EUR\""),
                "$" | "US$" | "DOLLAR" => diagnostic.hint("write \"USD\""),
                "₽" | "РУБ" | "РУБ." | "РУБЛЬ" | "RUBLE" => diagnostic.hint("write \"RUB\""),
                "₫" | "ĐỒNG" | "DONG" => diagnostic.hint("write \"VND\""),
                upper if upper.len() == 3 && upper.is_ascii() => diagnostic.hint(format!("write \"{upper}\"")),
                _ => diagnostic.hint("such as \"EUR\", \"USD\", \"VND\""),
            };
            self.wrong(&file.currency, diagnostic);
        }
        if let (Some(start), Some(&period), Some(periods)) = (file.start.get(), file.period.get(), self.periods)
            && calendar::start_of(start.0, period, periods).is_none()
        {
            let diagnostic = Diagnostic::error(&file.start.key, "the plan runs past the end of the calendar")
                .found(format!("{periods} periods of a {} from {}", period.word(), start.0))
                .allowed("dates up to 9999-12-31")
                .hint("start earlier, or plan fewer periods");
            self.wrong(&file.start, diagnostic);
        }
        let (budget, budget_by) = self.budget(file)?;
        Some(Plan {
            name: file.name.get()?.clone(),
            period: *file.period.get()?,
            periods: self.periods?,
            start: file.start.get()?.0,
            currency: file.currency.get()?.clone(),
            objective: file.objective.get().copied().unwrap_or(Objective::Profit),
            budget,
            budget_by,
            spend_all: file.spend_all.get().copied().unwrap_or(true),
            pacing: self.shared.pacing,
            step: file.step.get().map_or(0.2, |step| step.value),
            limits: limits::of_plan(file.limits.get()),
            // their channels have to be known first
            groups: Vec::new(),
            today: file.today.get().map(|today| by_measure(&today.0)).unwrap_or_default(),
            targets: file.targets.get().map(|targets| by_measure(&targets.0)).unwrap_or_default(),
        })
    }
}

fn by_measure(figures: &Figures) -> std::collections::BTreeMap<Measure, f64> {
    figures.iter().map(|&(measure, value, _)| (measure, value)).collect()
}
