//! The questions held against closed forms and separate searches.

mod budgets;
mod sweeps;
