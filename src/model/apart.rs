//! A plain funnel taken apart: what each channel earns by itself.
//!
//! Without boosts, lifts, an audience or a capacity every visit of a period earns the same, whoever else comes: the objective is
//! `constant + Σ worth[c,t] · g(a[c,t]) - Σ cost[t] · x[c,t]`, and channels hang together through money alone. The reverse pass gives the
//! worth of a visit in each period, the periods after the horizon that still feel spend included.

use std::sync::Arc;

use crate::math::{Isa, Kernel};

use super::bend::Vertical;
use super::carryover::Adstock;
use super::curve::Saturation;
use super::{Form, Gradient, Inputs, Levers, Model, Workspace};

/// The objective of a plain funnel as a sum over channels.
#[derive(Debug, Clone)]
pub struct Apart {
    /// The objective without what the channels' visits earn and what their spend costs.
    pub constant: f64,
    /// What a unit of money spent in each period takes off the objective (shape `T`): its discount factor for profit, else 0.
    pub cost: Vec<f64>,
    /// One for each channel.
    pub parts: Vec<Part>,
}

/// One channel by itself: from its spend to what its visits earn.
#[derive(Debug, Clone)]
pub struct Part {
    worth: Vec<f64>,
    before: f64,
    price: Option<Vec<f64>>,
    adstock: Adstock,
    window: usize,
    curve: Option<Saturation>,
    params: Arc<[f64]>,
    horizon: usize,
}

impl Model {
    /// The objective with these actions done, taken apart; `None` where the funnel is not [plain](Self::is_plain).
    ///
    /// # Panics
    /// Where there is not one choice for each action and one value for each parameter.
    #[must_use]
    pub fn apart(&self, actions: &[bool], params: &[f64]) -> Option<Apart> {
        if !self.is_plain() {
            return None;
        }
        let mut ws = Workspace::new(self);
        let mut gradient = Gradient::new(self, &ws);
        let spend = vec![0.0; self.channels.len() * self.horizon];
        let inputs = Inputs {
            spend: &spend,
            actions,
            levers: Levers::neutral(),
            params,
            form: Form::True,
        };
        let seed = self.objective_seed();
        let mut constant = self.forward(inputs, &mut ws).weighed(&seed);
        self.reverse(&seed, inputs, &ws, &mut gradient);
        let shared: Arc<[f64]> = params.into();
        let room = ws.room;
        let mut parts = Vec::with_capacity(self.channels.len());
        for (c, channel) in self.channels.iter().enumerate() {
            let followed = ws.followed[c];
            let worth = match channel.reach {
                Some(reach) => gradient.effect[reach.curve * room..reach.curve * room + followed].to_vec(),
                None => vec![0.0; followed],
            };
            // without spend, what is earned is what the past still brings
            if let Some(reach) = channel.reach {
                constant -= worth.iter().zip(&ws.effect[reach.curve * room..]).map(|(w, g)| w * g).sum::<f64>();
            }
            parts.push(Part {
                worth,
                before: channel.before,
                price: channel.price.clone(),
                adstock: channel.adstock,
                window: channel.window,
                curve: channel.reach.map(|reach| self.curves[reach.curve]),
                params: Arc::clone(&shared),
                horizon: self.horizon,
            });
        }
        Some(Apart {
            constant,
            cost: gradient.invest.iter().map(|by_money| -by_money).collect(),
            parts,
        })
    }
}

impl Apart {
    /// The objective of spends `spend[c * T + t]`, as the sum that it is.
    ///
    /// # Panics
    /// Where `spend` is not channels × T.
    #[must_use]
    pub fn value(&self, spend: &[f64]) -> f64 {
        let horizon = self.cost.len();
        assert_eq!(spend.len(), self.parts.len() * horizon, "spend: channels × periods");
        let of_channel = |(part, spend): (&Part, &[f64])| {
            let paid: f64 = spend.iter().zip(&self.cost).map(|(x, cost)| x * cost).sum();
            part.earned(spend) - paid
        };
        self.constant + self.parts.iter().zip(spend.chunks(horizon)).map(of_channel).sum::<f64>()
    }
}

impl Part {
    /// What full effect in each period is worth (objective; for curves without a ceiling, what an effect of 1 is worth): the
    /// horizon and the periods after it that still feel spend.
    #[must_use]
    pub fn worth(&self) -> &[f64] {
        &self.worth
    }

    /// Pressure of every period before the horizon [money per period].
    #[must_use]
    pub const fn before(&self) -> f64 {
        self.before
    }

    /// Price index of period `t` of the horizon.
    #[must_use]
    pub fn price(&self, t: usize) -> f64 {
        self.price.as_ref().map_or(1.0, |price| price[t])
    }

    /// `α` of `a[t] = α · a[t-1] + (1 - α) · u[t]`, 0 without carryover; `None` for a carryover over a window.
    #[must_use]
    pub fn decay(&self) -> Option<f64> {
        match self.adstock {
            Adstock::None => Some(0.0),
            Adstock::Geometric { decay } => Some(decay.value(&self.params)),
            Adstock::Window { .. } => None,
        }
    }

    /// Pressure in each period of [`Self::worth`] of spends over the horizon (shape `T`) after this pressure in the past; linear in both.
    #[must_use]
    pub fn pressures(&self, before: f64, spend: &[f64]) -> Vec<f64> {
        let real: Vec<f64> = spend.iter().enumerate().map(|(t, x)| x / self.price(t)).collect();
        let mut pressure = vec![0.0; self.worth.len()];
        let mut weights = vec![0.0; if self.window == 0 { 0 } else { 2 * self.window + 1 }];
        self.adstock.forward(&self.params, before, &real, &mut pressure, &mut weights);
        pressure
    }

    /// What spends over the horizon (shape `T`) earn, the money itself not taken off.
    #[must_use]
    pub fn earned(&self, spend: &[f64]) -> f64 {
        debug_assert_eq!(spend.len(), self.horizon);
        let pressure = self.pressures(self.before, spend);
        let mut effect = vec![0.0; pressure.len()];
        self.effects(&pressure, &mut effect);
        effect.iter().zip(&self.worth).map(|(g, w)| g * w).sum()
    }

    /// `g(a)` of each pressure; 0 for a channel that brings no visits.
    pub fn effects(&self, pressure: &[f64], effect: &mut [f64]) {
        match self.curve {
            Some(curve) => Isa::best().run(Effects {
                curve,
                params: &self.params,
                pressure,
                effect,
            }),
            None => effect.fill(0.0),
        }
    }

    /// The largest `-g''` at each pressure and above it, 0 where the curve is nowhere concave there [1 per money²]; never rises with the pressure.
    pub fn bends(&self, pressure: &[f64], bend: &mut [f64]) {
        match self.curve {
            Some(curve) => Isa::best().run(Bends {
                curve,
                params: &self.params,
                pressure,
                bend,
            }),
            None => bend.fill(0.0),
        }
    }

    /// How the curve bends near 0, where it starts vertically.
    #[must_use]
    pub fn vertical(&self) -> Option<Vertical> {
        self.curve.and_then(|curve| curve.vertical(&self.params))
    }
}

struct Effects<'a> {
    curve: Saturation,
    params: &'a [f64],
    pressure: &'a [f64],
    effect: &'a mut [f64],
}

impl Kernel for Effects<'_> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        self.curve.forward(self.params, Form::True, self.pressure, self.effect);
    }
}

struct Bends<'a> {
    curve: Saturation,
    params: &'a [f64],
    pressure: &'a [f64],
    bend: &'a mut [f64],
}

impl Kernel for Bends<'_> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        self.curve.bend(self.params, self.pressure, self.bend);
    }
}
