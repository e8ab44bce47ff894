//! Whether a plan keeps some constraints, and how far one of them has to give way: linear programs, made small before they are solved.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::time::Duration;

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions, Variable};

use crate::optimize::feasible::SAME_SUM;
use crate::optimize::limit::{Asks, Constraint};

/// Sums within this share of the mean amount of a variable count as kept.
const KEPT: f64 = 1e-9;
/// Rows of one program: beyond that the simplex method takes minutes, where the rows are ramps.
const MOST_ROWS: usize = 8_000;
/// Weights of all programs of one question together: some seconds.
const MOST_WEIGHTS: usize = 8_000_000;
/// No program of this size has taken a tenth of that; what ends here ends without an answer.
const LONGEST: Duration = Duration::from_secs(20);

/// Whether constraints can be kept together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Kept,
    Clash,
    /// The program is too large, or its numbers too far apart.
    Unknown,
}

/// Linear programs over the same variables.
#[derive(Debug)]
pub(super) struct Programs {
    dimension: usize,
    /// The amount that is 1 in a program \[money\].
    unit: f64,
    /// Weights that may still be used.
    left: Cell<usize>,
}

/// Whether no amount is at least `lower` and at most `upper`; two ways to the same amount differ by rounding.
pub(super) fn are_crossed(lower: f64, upper: f64) -> bool {
    lower > upper && lower > upper * (1.0 + SAME_SUM)
}

/// A limit on a sum: `least ≤ Σ weight · x + gives · down` and `Σ weight · x - gives · up ≤ most`.
struct Line<'a> {
    terms: Cow<'a, [(usize, f64)]>,
    least: f64,
    most: f64,
    gives: f64,
}

/// Bounds and lines of a question, those that no plan within the bounds can break left out.
struct Lines<'a> {
    lower: Vec<f64>,
    upper: Vec<f64>,
    lines: Vec<Line<'a>>,
}

impl Programs {
    /// Programs of `dimension` variables, their mean amount about `unit` \[money\].
    pub(super) const fn new(dimension: usize, unit: f64) -> Self {
        Self {
            dimension,
            unit,
            left: Cell::new(MOST_WEIGHTS),
        }
    }

    /// Number of variables.
    pub(super) const fn dimension(&self) -> usize {
        self.dimension
    }

    /// Whether a plan keeps all of these.
    pub(super) fn keeps<'a>(&self, hard: impl Iterator<Item = &'a Constraint>) -> Answer {
        let Some(lines) = Lines::new(self.dimension, hard) else {
            return Answer::Clash;
        };
        match lines.lines.len() {
            // one sum takes every amount between those at the ends of the bounds
            0 | 1 => Answer::Kept,
            _ => match self.solve(&lines, false) {
                Ok(_) => Answer::Kept,
                Err(answer) => answer,
            },
        }
    }

    /// The smallest change of one limit with which a plan keeps `hard` and the constraints `soft` of that limit, in the unit of the limit: above 0 its
    /// upper bounds rise, below its lower ones fall; `both` move where the limit `widens`. `None` where there is none, or the program is too large.
    pub(super) fn gives_way<'a>(&self, hard: impl Iterator<Item = &'a Constraint>, soft: &'a [Constraint], widens: bool) -> Option<f64> {
        let mut lines = Lines::new(self.dimension, hard)?;
        let per = soft.iter().map(|constraint| constraint.per).fold(0.0, f64::max);
        if per <= 0.0 || !per.is_finite() {
            return None;
        }
        lines.lines.extend(soft.iter().map(|constraint| {
            let mut line = Line::new(constraint);
            line.gives = constraint.per / per;
            line
        }));
        let [down, up] = self.solve(&lines, widens).ok()?;
        let money = if widens { up } else { up - down };
        Some(money * self.unit / per)
    }

    /// The least that the lines have to give way, down and up \[units\]; both are one where they widen.
    fn solve(&self, lines: &Lines, widens: bool) -> Result<[f64; 2], Answer> {
        let columns = lines.columns();
        let weights: usize = columns.weights.iter().map(Vec::len).sum();
        if lines.lines.len() > MOST_ROWS || weights > self.left.get() {
            self.left.set(0);
            return Err(Answer::Unknown);
        }
        self.left.set(self.left.get() - weights);
        let given: Vec<f64> = lines.lines.iter().map(|line| line.gives).collect();
        match self.run(lines, &columns, &given, widens) {
            Ok(moves) => Ok(moves),
            Err(Error::Infeasible) => Err(Answer::Clash),
            Err(_) if given.iter().all(|&gives| gives == 0.0) => {
                // On some programs the solver finds no proof that there is no plan. A plan that breaks all lines by one amount there always is, and the smallest
                // of these amounts tells.
                let given = vec![1.0; lines.lines.len()];
                match self.run(lines, &columns, &given, true) {
                    Ok([broken, _]) if broken <= 2.0 * KEPT => Ok([0.0; 2]),
                    Ok(_) => Err(Answer::Clash),
                    Err(_) => Err(Answer::Unknown),
                }
            }
            Err(_) => Err(Answer::Unknown),
        }
    }

    /// The smallest moves down and up with which all lines are kept \[units\]; `given` is by how much each line gives way for a move of 1.
    fn run(&self, lines: &Lines, columns: &Columns, given: &[f64], widens: bool) -> Result<[f64; 2], Error> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let amounts: Vec<Variable> = (columns.lower.iter().zip(&columns.upper))
            .map(|(lower, upper)| problem.add_var(0.0, (lower / self.unit, upper / self.unit)))
            .collect();
        let down = problem.add_var(1.0, (0.0, f64::INFINITY));
        let up = if widens { down } else { problem.add_var(1.0, (0.0, f64::INFINITY)) };
        for ((line, weights), &gives) in lines.lines.iter().zip(&columns.weights).zip(given) {
            let terms = || weights.iter().map(|&(column, weight)| (amounts[column], weight));
            if line.least == line.most && gives == 0.0 {
                problem.add_constraint(terms().collect::<Vec<_>>(), ComparisonOp::Eq, line.least / self.unit);
                continue;
            }
            let giving =
                |by: Variable, gives: f64| -> Vec<(Variable, f64)> { terms().chain((gives != 0.0).then_some((by, gives))).collect() };
            if line.least > f64::NEG_INFINITY {
                problem.add_constraint(giving(down, gives), ComparisonOp::Ge, line.least / self.unit);
            }
            if line.most < f64::INFINITY {
                problem.add_constraint(giving(up, -gives), ComparisonOp::Le, line.most / self.unit);
            }
        }
        let mut options = SolveOptions::default();
        options.time_limit = Some(LONGEST);
        options.tolerances.feasibility = KEPT;
        let solution = problem
            .solve_with(options)?
            .into_solution()
            .map_err(|_| Error::InternalError("out of time".to_owned()))?;
        Ok([solution.var_value(down), solution.var_value(up)])
    }
}

impl<'a> Line<'a> {
    fn new(constraint: &'a Constraint) -> Self {
        let one = |i: usize, least: f64, most: f64| Self {
            terms: Cow::Owned(vec![(i, 1.0)]),
            least,
            most,
            gives: 0.0,
        };
        match &constraint.asks {
            Asks::AtLeast(i, amount) => one(*i, *amount, f64::INFINITY),
            Asks::AtMost(i, amount) => one(*i, f64::NEG_INFINITY, *amount),
            Asks::Row(row) => Self {
                terms: Cow::Borrowed(&row.terms),
                least: row.least,
                most: row.most,
                gives: 0.0,
            },
        }
    }

    /// What its sum is at least and at most within bounds, and what rounding may be off.
    fn range(&self, lower: &[f64], upper: &[f64]) -> (f64, f64, f64) {
        let (mut least, mut most, mut size) = (0.0, 0.0, 0.0);
        for &(i, weight) in self.terms.iter().filter(|term| term.1 != 0.0) {
            let (a, b) = (weight * lower[i], weight * upper[i]);
            least += a.min(b);
            most += a.max(b);
            size += a.abs();
        }
        for bound in [self.least, self.most] {
            if bound.is_finite() {
                size = f64::max(size, bound.abs());
            }
        }
        (least, most, SAME_SUM * size)
    }
}

/// Variables with the same weights in every line, taken together.
struct Columns {
    lower: Vec<f64>,
    upper: Vec<f64>,
    /// Of each line, its columns and their weights.
    weights: Vec<Vec<(usize, f64)>>,
}

impl<'a> Lines<'a> {
    /// `None` where the bounds alone, or the bounds and one line, clash.
    fn new(dimension: usize, constraints: impl Iterator<Item = &'a Constraint>) -> Option<Self> {
        let (mut lower, mut upper) = (vec![0.0_f64; dimension], vec![f64::INFINITY; dimension]);
        let mut lines = Vec::new();
        for constraint in constraints {
            match constraint.asks {
                Asks::AtLeast(i, amount) => lower[i] = lower[i].max(amount),
                Asks::AtMost(i, amount) => upper[i] = upper[i].min(amount),
                Asks::Row(_) => lines.push(Line::new(constraint)),
            }
        }
        for (lower, upper) in lower.iter_mut().zip(&upper) {
            if are_crossed(*lower, *upper) {
                return None;
            }
            *lower = lower.min(*upper);
        }
        let mut open = Vec::new();
        for line in lines {
            let (least, most, rounding) = line.range(&lower, &upper);
            if least > line.most + rounding || most < line.least - rounding {
                return None;
            }
            if least < line.least - rounding || most > line.most + rounding {
                open.push(line);
            }
        }
        Some(Self { lower, upper, lines: open })
    }

    fn columns(&self) -> Columns {
        let mut of_variable: Vec<Vec<(usize, u64)>> = vec![Vec::new(); self.lower.len()];
        for (l, line) in self.lines.iter().enumerate() {
            for &(i, weight) in line.terms.iter().filter(|term| term.1 != 0.0) {
                of_variable[i].push((l, weight.to_bits()));
            }
        }
        let mut columns = Columns {
            lower: Vec::new(),
            upper: Vec::new(),
            weights: vec![Vec::new(); self.lines.len()],
        };
        let mut places: HashMap<&[(usize, u64)], usize> = HashMap::new();
        for (i, weights) in of_variable.iter().enumerate().filter(|(_, weights)| !weights.is_empty()) {
            let next = columns.lower.len();
            let column = *places.entry(weights).or_insert(next);
            if column == next {
                columns.lower.push(0.0);
                columns.upper.push(0.0);
                for &(l, bits) in weights {
                    columns.weights[l].push((column, f64::from_bits(bits)));
                }
            }
            columns.lower[column] += self.lower[i];
            columns.upper[column] += self.upper[i];
        }
        columns
    }
}
