//! Along a ridge: a proximal bundle method for objectives with kinks (Lemaréchal 1977; Kiwiel, Math. Programming 46, 1990).
//!
//! Where a capacity is just met, the gradients on the two sides of the ridge both point across it. Kept together as a bundle of
//! tangent planes they show the way along it: the next point is the best one below all planes, not too far from the current one. Its dual
//! problem asks for the mix of the gradients, one share for each plane, and that is again a maximum over a budget of 1: the solver's own.
//! A mix that promises nothing proves the current point an optimum, kinks and all.

use super::evaluate::Evaluator;
use super::feasible::{Budget, FeasibleSet};
use super::objective::Objective;
use super::residual::Residual;
use super::spectral::{SpectralOptions, Workspace, ascend, first_step};
use super::vector::dot;

/// Planes kept: enough for the ridges of a plan of some dozen periods to meet in one point.
const PLANES: usize = 60;
/// Share of the promised gain that makes the next point the current one.
const SERIOUS: f64 = 0.1;

/// Promises of nothing at all that are taken for the end.
const SHORTENED: usize = 8;

/// Where the climb along the ridge ended.
pub(super) struct Ridge {
    pub value: f64,
    /// Residual of the mix of gradients around the point (objective per money).
    pub residual: f64,
}

/// A tangent plane: `value(current) + error + slope · (x - current)` at every `x`.
struct Plane {
    slope: Vec<f64>,
    /// How far the plane passes above the current point.
    error: f64,
    share: f64,
}

/// Climbs from `x` (feasible, of this `value`) along the ridges it meets, at most `steps` steps; `x` ends as the best point met.
pub(super) fn along_ridges(objective: &mut Evaluator<'_>, x: &mut [f64], mut value: f64, steps: usize) -> Ridge {
    let (set, n) = (objective.set, x.len());
    let (mut gradient, mut lifted, mut target) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
    objective.value_and_gradient(x, &mut gradient, &mut lifted);
    let mut length = 0.1 * first_step(set, &gradient);
    let mut planes = vec![Plane {
        slope: gradient.clone(),
        error: 0.0,
        share: 1.0,
    }];
    let mut work = Workspace::default();
    let (mut refused, mut shortened) = (0, 0);
    let mut mix = gradient.clone();
    for _ in 0..steps {
        let promised = best_below(&mut planes, set, x, length, &mut mix, &mut target, &mut work);
        if promised <= 1e-12 * value.abs() {
            // The mix is an optimum's, or too rough a one for so long a step.
            shortened += 1;
            if shortened > SHORTENED {
                break;
            }
            length *= 0.2;
            continue;
        }
        let reached = objective.value_and_gradient(&target, &mut gradient, &mut lifted);
        if !reached.is_finite() {
            length *= 0.1;
            continue;
        }
        // The new plane, as it passes the current point; where the objective is not concave it may pass below: then it touches.
        let across: f64 = gradient.iter().zip(x.iter().zip(&target)).map(|(g, (x, y))| g * (x - y)).sum();
        let plane = Plane {
            slope: gradient.clone(),
            error: (reached + across - value).max(0.0),
            share: 0.0,
        };
        keep_room(&mut planes);
        planes.push(plane);
        if reached - value >= SERIOUS * promised {
            for plane in &mut planes {
                let risen: f64 = plane.slope.iter().zip(x.iter().zip(&target)).map(|(g, (x, y))| g * (y - x)).sum();
                plane.error = (plane.error + value + risen - reached).max(0.0);
            }
            if reached - value >= 0.5 * promised {
                length *= 2.0;
            }
            x.copy_from_slice(&target);
            value = reached;
            refused = 0;
        } else {
            refused += 1;
            if refused % 8 == 0 {
                length *= 0.5;
            }
        }
    }
    Ridge {
        value,
        residual: Residual::at(set, x, &mix).gain,
    }
}

/// The best point below all planes, not too far from `x`, into `target`; the mix of slopes that leads there into `mix`. Gives the promised
/// gain.
fn best_below(
    planes: &mut [Plane],
    set: &FeasibleSet,
    x: &[f64],
    length: f64,
    mix: &mut [f64],
    target: &mut [f64],
    work: &mut Workspace,
) -> f64 {
    let count = planes.len();
    let mut shares: Vec<f64> = planes.iter().map(|plane| plane.share).collect();
    let simplex = FeasibleSet::new(vec![0.0; count], vec![1.0; count], Budget::Exactly(1.0)).expect("shares of one whole");
    let mut dual = Dual {
        planes,
        set,
        x,
        length,
        mix,
        target,
    };
    let options = SpectralOptions {
        tolerance: 1e-7,
        steps: 300,
        ..SpectralOptions::default()
    };
    ascend(&mut dual, &simplex, &mut shares, &options, work);
    dual.head_for(&shares);
    let promised = dual.planes.iter().map(|plane| dual.rise(plane)).fold(f64::INFINITY, f64::min);
    for (plane, share) in planes.iter_mut().zip(shares) {
        plane.share = share;
    }
    promised
}

/// Minus what a mix of planes promises; the least promise of all mixes is kept by the best point.
struct Dual<'a> {
    planes: &'a [Plane],
    set: &'a FeasibleSet,
    x: &'a [f64],
    length: f64,
    mix: &'a mut [f64],
    target: &'a mut [f64],
}

impl Dual<'_> {
    /// The mix of slopes, and the point to which it leads.
    fn head_for(&mut self, shares: &[f64]) {
        self.mix.fill(0.0);
        for (plane, &share) in self.planes.iter().zip(shares) {
            if share > 0.0 {
                for (mix, slope) in self.mix.iter_mut().zip(&plane.slope) {
                    *mix += share * slope;
                }
            }
        }
        for i in 0..self.x.len() {
            self.target[i] = self.x[i] + self.length * self.mix[i];
        }
        self.set.project(self.target);
    }

    /// Height of a plane at the target above the current value.
    fn rise(&self, plane: &Plane) -> f64 {
        plane.error
            + plane
                .slope
                .iter()
                .zip(self.target.iter().zip(self.x))
                .map(|(g, (y, x))| g * (y - x))
                .sum::<f64>()
    }
}

impl Objective for Dual<'_> {
    fn dimension(&self) -> usize {
        self.planes.len()
    }

    fn value_and_gradient(&mut self, shares: &[f64], gradient: &mut [f64]) -> f64 {
        self.head_for(shares);
        for (g, plane) in gradient.iter_mut().zip(self.planes) {
            *g = -self.rise(plane);
        }
        let far: f64 = self.target.iter().zip(self.x).map(|(y, x)| (y - x) * (y - x)).sum();
        dot(shares, gradient) + far / (2.0 * self.length)
    }

    fn value(&mut self, shares: &[f64]) -> f64 {
        self.value_and_gradient(shares, &mut vec![0.0; shares.len()])
    }
}

/// Drops the plane with the least share when there are too many.
fn keep_room(planes: &mut Vec<Plane>) {
    if planes.len() >= PLANES {
        let least = (0..planes.len()).reduce(|least, k| if planes[k].share < planes[least].share { k } else { least });
        planes.remove(least.unwrap_or(0));
    }
}
