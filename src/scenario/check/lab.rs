//! Checks of `[lab]`: the cycles, what changes in life, when.

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::domain::Lift;
use crate::scenario::file_lab::{CompetitorTable, DriftTable, LabTable, ShockTable};
use crate::scenario::list::{List, Several};
use crate::scenario::node::Field;
use crate::scenario::number::Uncertain;
use crate::scenario::{Believed, Competitor, Drift, LabKeys, Moved, Moves, Quantity, Shock, TamperRule};

use super::Check;
use super::limits::number;
use super::truth::Parts;

impl Check<'_, '_> {
    pub(super) fn lab(&mut self, file: Option<&LabTable>, parts: &Parts<'_>) -> Option<LabKeys> {
        let Some(file) = file else { return Some(LabKeys::default()) };
        if let (Some(cycles), Some(periods)) = (file.cycles.get(), self.periods)
            && cycles.0 > periods
        {
            let diagnostic = Diagnostic::error(&file.cycles.key, "there are more cycles than periods")
                .found(cycles.0.to_string())
                .allowed(format!("1 to {periods}, the periods of the plan"))
                .hint("a cycle is one period or more");
            self.wrong(&file.cycles, diagnostic);
        }
        let shocks = self.shocks(&file.shock);
        let competitor = file.competitor.get().map(|competitor| self.competitor(competitor));
        let truth = self.truth(file.truth.get(), parts);
        Some(LabKeys {
            cycles: file.cycles.get().map(|cycles| cycles.0),
            model: file.model.get().copied().unwrap_or(Believed::Uncertain),
            noise: file.noise.get().copied().unwrap_or(true),
            truth: truth?,
            drift: file.drift.get().map(drift).unwrap_or_default(),
            shocks: shocks?,
            competitor,
            fade: number(&file.fade),
            hold_cost: number(&file.hold_cost).unwrap_or(0.0),
            tamper_rule: match file.tamper_rule.get().map(|rule| rule.0) {
                Some(3) => TamperRule::FromTarget,
                Some(4) => TamperRule::ToResult,
                _ => TamperRule::FromSetting,
            },
        })
    }

    fn shocks(&mut self, field: &Field<Several<ShockTable>>) -> Option<Vec<Shock>> {
        let Some(Several(List(elements))) = field.get() else {
            return field.is_absent().then(Vec::new);
        };
        elements.iter().map(|element| self.shock(element.get()?)).collect()
    }

    fn shock(&mut self, file: &ShockTable) -> Option<Shock> {
        self.within_plan(&file.start);
        Some(Shock {
            moved: *file.moves.get()?,
            lift: file.lift.get()?.quantity,
            chance: number(&file.chance).unwrap_or(1.0),
            start: file.start.get().map(|start| start.0),
            fade: number(&file.fade),
        })
    }

    fn competitor(&mut self, file: &CompetitorTable) -> Competitor {
        self.within_plan(&file.start);
        Competitor {
            start: file.start.get().map(|start| start.0),
            organic: quantity(&file.organic).unwrap_or(Quantity::known(0.0)),
            price: quantity(&file.price).unwrap_or(Quantity::known(0.0)),
        }
    }
}

/// What drifts, in the order in which the table is declared.
fn drift(file: &DriftTable) -> Vec<Drift> {
    let fields: [(Moved, &Field<Uncertain<Lift>>); 9] = [
        (Moved::Funnel(Moves::Organic), &file.organic),
        (Moved::Funnel(Moves::Act), &file.act),
        (Moved::Funnel(Moves::Convert), &file.convert),
        (Moved::Funnel(Moves::Capacity), &file.capacity),
        (Moved::Funnel(Moves::Retention), &file.retention),
        (Moved::Funnel(Moves::Repeat), &file.repeat),
        (Moved::Funnel(Moves::Referral), &file.referral),
        (Moved::Funnel(Moves::OrderValue), &file.order_value),
        (Moved::Price, &file.price),
    ];
    let drifts = fields.into_iter().filter_map(|(moved, field)| {
        Some(Drift {
            moved,
            lift: quantity(field)?,
        })
    });
    drifts.collect()
}

fn quantity<D>(field: &Field<Uncertain<D>>) -> Option<Quantity> {
    field.get().map(|number| number.quantity)
}
