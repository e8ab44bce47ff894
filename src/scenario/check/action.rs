//! Checks of `[[action]]`.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::file::{ActionTable, ScenarioTable};
use crate::scenario::{Action, Quantity};

use super::Check;

const MAX_ACTIONS: usize = 1_000;
/// Actions × (periods and run-off periods), at most.
const MAX_CELLS: f64 = 1e7;

impl Check<'_, '_> {
    pub(super) fn actions(&mut self, file: &ScenarioTable) -> Option<Vec<Action>> {
        let field = &file.action;
        if field.is_absent() {
            return Some(Vec::new());
        }
        let tables = &field.get()?.0;
        self.unique("actions", tables.iter().map(|table| &table.name));
        if tables.len() > MAX_ACTIONS {
            let diagnostic = Diagnostic::error(&field.key, "there are too many actions");
            self.wrong(field, diagnostic.found(tables.len().to_string()).allowed("up to 1 000"));
            return None;
        }
        let years = file
            .money
            .get()
            .and_then(|money| money.lifetime.get())
            .map_or(5.0, |years| years.value);
        let per_year = file
            .plan
            .get()
            .and_then(|plan| plan.period.get())
            .map_or(0.0, |period| period.per_year());
        let periods = self.periods.unwrap_or(0) as f64 + (per_year * years).round();
        if tables.len() as f64 * periods > MAX_CELLS {
            let diagnostic = Diagnostic::error(&field.key, "there are too many actions for so many periods")
                .found(format!(
                    "{} actions × {periods} periods, those of money.lifetime included",
                    tables.len()
                ))
                .allowed("10 000 000 together");
            self.wrong(
                field,
                diagnostic.hint("plan fewer or longer periods, or a shorter `money.lifetime`"),
            );
            return None;
        }
        let actions: Vec<Option<Action>> = tables.iter().map(|table| self.action(table)).collect();
        actions.into_iter().collect()
    }

    fn action(&mut self, file: &ActionTable) -> Option<Action> {
        self.within_plan(&file.start);
        Some(Action {
            name: file.name.get()?.clone(),
            moves: *file.moves.get()?,
            lift: file.lift.get()?.quantity,
            cost: file.cost.get()?.quantity,
            running_cost: file.running_cost.get().map_or(Quantity::known(0.0), |cost| cost.quantity),
            start: file.start.get().map_or(0, |start| start.0),
            ramp: file.ramp.get().map_or(0.0, |ramp| ramp.value),
            fade: file.fade.get().map(|fade| fade.value),
            done: file.done.get().copied().unwrap_or(false),
        })
    }
}
