//! Checks of what a channel does: carryover, curves, reach and lifts.

use crate::scenario::choice::Carryover as CarryoverChoice;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::domain::{PowerSlope, SomeAmount, SomeFactor, Within, spelled};
use crate::scenario::file::{CarryoverTable, LiftTable, ReachEffectTable};
use crate::scenario::names::{Kind, Shapes};
use crate::scenario::node::Field;
use crate::scenario::number::Uncertain;
use crate::scenario::table::Placed;
use crate::scenario::{Carryover, Curve, Decay, Distribution, LiftEffect, ReachEffect, ReachSize};

use super::Check;

impl Check<'_, '_> {
    pub(super) fn carryover(&mut self, field: &Field<CarryoverChoice>) -> Option<Carryover> {
        if field.is_absent() {
            return Some(Carryover::None);
        }
        match field.get()? {
            CarryoverChoice::None => Some(Carryover::None),
            CarryoverChoice::Table(table) => self.carryover_table(table),
        }
    }

    fn carryover_table(&mut self, file: &CarryoverTable) -> Option<Carryover> {
        if file.kind.is_written() && file.kind.get().is_none() {
            return None;
        }
        let kind = file.kind.get().copied().unwrap_or(Kind::Geometric);
        let (name, takes) = match kind {
            Kind::Geometric => ("geometric", "half_life or decay, and window"),
            Kind::Binomial => ("binomial", "decay and window"),
            Kind::Delayed => ("delayed", "decay, peak and window"),
            Kind::Weibull => ("weibull", "shape, scale and window"),
        };
        let why = format!("does not go with a {name} carryover");
        let hint = match kind {
            Kind::Geometric => format!("it takes {takes}; other keys need their `kind`"),
            _ => format!("it takes {takes}"),
        };
        let report = &mut *self.report;
        if kind != Kind::Geometric {
            file.half_life.forbid(report, &why, &hint);
            file.window.require(report);
        }
        if kind == Kind::Weibull {
            file.decay.forbid(report, &why, &hint);
            file.shape.require(report);
            file.scale.require(report);
        } else {
            file.shape.forbid(report, &why, &hint);
            file.scale.forbid(report, &why, &hint);
        }
        if kind == Kind::Delayed {
            file.peak.require(report);
        } else {
            file.peak.forbid(report, &why, &hint);
        }
        match kind {
            Kind::Geometric if file.half_life.is_written() => {
                file.decay.forbid(
                    report,
                    "cannot stand beside `half_life`",
                    "keep one of the two: decay = 2^(-1/half_life)",
                );
            }
            Kind::Geometric if file.decay.is_absent() => {
                let diagnostic = Diagnostic::error(&file.here().key, format!("`{}` does not say how long it lasts", file.here().key));
                report.add(
                    diagnostic
                        .allowed("half_life or decay")
                        .hint("write { half_life = 2 } or { decay = 0.7 }"),
                    file.here().span.clone(),
                );
            }
            Kind::Binomial | Kind::Delayed => file.decay.require(report),
            _ => {}
        }
        let window = file.window.get().map(|window| window.0);
        match kind {
            Kind::Geometric => {
                let decay = match (file.half_life.get(), file.decay.get()) {
                    (Some(half_life), _) => Decay::HalfLife(half_life.quantity),
                    (None, Some(decay)) => Decay::Rate(decay.quantity),
                    (None, None) => return None,
                };
                Some(Carryover::Geometric { decay, window })
            }
            Kind::Binomial => Some(Carryover::Binomial {
                decay: file.decay.get()?.quantity,
                window: window?,
            }),
            Kind::Delayed => {
                let (decay, peak, window) = (file.decay.get()?.quantity, file.peak.get()?.value, window?);
                // 0^((l-θ)²) is 1 where a lag stands on the peak, and 0 elsewhere
                if decay.distribution == Distribution::Known(0.0) && peak.fract() != 0.0 {
                    let diagnostic = Diagnostic::error(&file.decay.key, format!("`{}` leaves no weight anywhere", file.decay.key));
                    self.wrong(
                        &file.decay,
                        diagnostic
                            .found("0")
                            .allowed("a share inside (0, 1), or 0 with a whole number as `peak`")
                            .hint("leave out `carryover`, or write a small decay"),
                    );
                }
                if peak > (window - 1) as f64 {
                    let diagnostic = Diagnostic::error(&file.peak.key, format!("`{}` lies outside the window", file.peak.key));
                    self.wrong(&file.peak, diagnostic.found(spelled(peak)).allowed(format!("0 to {}", window - 1)));
                }
                Some(Carryover::Delayed { decay, peak, window })
            }
            Kind::Weibull => Some(Carryover::Weibull {
                shape: file.shape.get()?.quantity,
                scale: file.scale.get()?.quantity,
                window: window?,
            }),
        }
    }

    pub(super) fn reach_effect(&mut self, file: &ReachEffectTable, history: Option<f64>) -> Option<ReachEffect> {
        let shape = shape_of(&file.curve)?;
        if shape != Shapes::Linear {
            file.half_spend.require(self.report);
            let hint = "write `visits`, the ceiling, or `today`, the visits it brings now";
            file.cost.forbid(self.report, "goes with a linear curve alone", hint);
        }
        let curve = self.curve(shape, &file.half_spend, &file.slope);
        if shape == Shapes::Linear {
            let hint = "write `cost`, the money for one visit, or `today`, the visits it brings now";
            file.visits
                .forbid(self.report, "does not go with a linear curve, which has no ceiling", hint);
        }
        let sizes = [file.visits.is_written(), file.today.is_written(), file.cost.is_written()];
        let allowed = if shape == Shapes::Linear {
            "`cost` or `today`"
        } else {
            "`visits` or `today`"
        };
        match sizes.iter().filter(|&&written| written).count() {
            1 => {}
            0 => self.effect_error(file, "does not say how many visits it brings", &format!("one of {allowed}")),
            _ => self.effect_error(file, "says more than once how many visits it brings", &format!("one of {allowed}")),
        }
        if file.today.is_written() && history == Some(0.0) {
            let diagnostic = Diagnostic::error(&file.today.key, format!("`{}` needs a channel that runs today", file.today.key))
                .found("history = 0")
                .allowed("history above 0")
                .hint("for a new channel write `visits` (`cost` for a linear one)");
            self.wrong(&file.today, diagnostic);
        }
        let size = match (file.visits.get(), file.today.get(), file.cost.get()) {
            (Some(visits), _, _) => ReachSize::Visits(visits.quantity),
            (_, Some(today), _) => ReachSize::Today(today.quantity),
            (_, _, Some(cost)) => ReachSize::Cost(cost.quantity),
            _ => return None,
        };
        Some(ReachEffect { curve: curve?, size })
    }

    fn effect_error(&mut self, file: &ReachEffectTable, what: &str, allowed: &str) {
        let diagnostic = Diagnostic::error(&file.here().key, format!("`{}` {what}", file.here().key)).allowed(allowed);
        self.report.add(diagnostic, file.here().span.clone());
    }

    pub(super) fn lift(&mut self, file: &LiftTable) -> Option<LiftEffect> {
        let shape = shape_of(&file.curve)?;
        if matches!(shape, Shapes::Log | Shapes::Power | Shapes::Linear) {
            let diagnostic = Diagnostic::error(&file.curve.key, "a curve without a ceiling cannot lift a rate")
                .found(format!("{:?}", shape.word()))
                .allowed("\"hill\", \"exponential\", \"logistic\"")
                .hint("leave out `curve` for a hill curve");
            self.wrong(&file.curve, diagnostic);
            return None;
        }
        let curve = self.curve(shape, &file.half_spend, &file.slope);
        Some(LiftEffect {
            curve: curve?,
            lift: file.lift.get()?.quantity,
        })
    }

    fn curve(&mut self, shape: Shapes, half_spend: &Field<Uncertain<SomeAmount>>, slope: &Field<Uncertain<SomeFactor>>) -> Option<Curve> {
        if shape == Shapes::Linear {
            half_spend.forbid(self.report, "does not go with a linear curve", "leave it out");
        }
        if !matches!(shape, Shapes::Hill | Shapes::Power) {
            let why = format!("does not go with the curve \"{}\"", shape.word());
            slope.forbid(self.report, &why, "only \"hill\" and \"power\" have a slope: leave it out");
        }
        if let (Shapes::Power, Some(steepness)) = (shape, slope.get())
            && let Some(refusal) = PowerSlope::DOMAIN.refuse(&steepness.quantity.distribution)
        {
            let mut diagnostic = Diagnostic::error(&slope.key, format!("`{}` is outside the domain of a power curve", slope.key))
                .found(refusal.found)
                .allowed(refusal.allowed);
            diagnostic.hint = refusal.hint;
            self.wrong(slope, diagnostic);
        }
        if slope.is_written() && slope.get().is_none() {
            return None;
        }
        let half = half_spend.get().map(|half| half.quantity);
        let slope = slope.get().map(|slope| slope.quantity);
        Some(match shape {
            Shapes::Hill => Curve::Hill { half_spend: half?, slope },
            Shapes::Exponential => Curve::Exponential { half_spend: half? },
            Shapes::Logistic => Curve::Logistic { half_spend: half? },
            Shapes::Log => Curve::Log { half_spend: half? },
            Shapes::Power => Curve::Power { half_spend: half?, slope },
            Shapes::Linear => Curve::Linear,
        })
    }
}

/// The curve that is written, or the default; `None` where it is wrong.
pub(super) fn shape_of(curve: &Field<Shapes>) -> Option<Shapes> {
    if curve.is_absent() {
        Some(Shapes::Hill)
    } else {
        curve.get().copied()
    }
}
