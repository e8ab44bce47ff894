//! `osa` plans a marketing budget: it forecasts a RACE funnel (Plan, Reach, Act, Convert, Engage) from one scenario file,
//! finds the stage where coming to the target brings the most money, and moves the budget to where it earns more.
//!
//! There is one funnel, written once. Run forward it is the forecast; run backward it is the exact derivative of profit with
//! respect to every spend, every stage rate and every number of the scenario. The optimizer, the analysis and the loop of
//! small steps (optimize, score, analyze) are questions asked of that one model.
//!
//! ```
//! use std::path::Path;
//!
//! use osa::optimize::propose;
//! use osa::scenario::Scenario;
//! use osa::simulate::Simulator;
//!
//! let text = r#"
//!     [plan]
//!     name = "Gift shop"
//!     period = "month"
//!     periods = 12
//!     start = 2026-01-01
//!     currency = "EUR"
//!     [act]
//!     rate = 0.10
//!     [convert]
//!     rate = 0.25
//!     [engage]
//!     retention = 0.5
//!     [money]
//!     order_value = 100
//!     margin = 0.5
//!     lifetime = 0
//!     [[channel]]
//!     name = "search"
//!     spend = 1_000
//!     reach = { visits = 5_000, half_spend = 1_000 }
//!     [[channel]]
//!     name = "flyers"
//!     spend = 1_000
//!     reach = { visits = 1_800, half_spend = 250 }
//! "#;
//! let loaded = Scenario::from_text(text, "gifts.toml", Path::new(".")).expect("a valid scenario");
//! let mut simulator = Simulator::new(&loaded.scenario);
//!
//! // the forecast of the file's own plan: half of search's 5 000 visits, four fifths of the flyers' 1 800, ...
//! let today = simulator.today();
//! let forecast = simulator.forecast(&today);
//! assert!((forecast.totals.visits - 12.0 * (2_500.0 + 1_440.0)).abs() < 1e-6);
//!
//! // ... and the same budget where both channels' next euro earns the same
//! let found = propose(&mut simulator).expect("limits and budget agree");
//! assert!((found.proposal.decision.channel_total(0) - 12.0 * 1_500.0).abs() < 0.01);
//! assert!(found.proposal.objective > found.today.objective);
//! ```
//!
//! # The floors
//!
//! Each module uses those above it in this list, and no other of its own floor.
//!
//! | floor | module | what it is |
//! | --- | --- | --- |
//! | 0 | [`math`], [`format`](mod@format) | special functions, dual numbers, instruction sets; numbers as people read them |
//! | 1 | [`scenario`] | what a planner writes: types, reading, checks, diagnostics, plans written back |
//! | 2 | [`model`] | the funnel: forward and reverse |
//! | 3 | [`simulate`] | the point run: series, totals, KPIs |
//! | 4 | [`optimize`], [`score`], [`analyze`] | the best plan; the scorecard; the weakest stage |
//! | 5 | [`kaizen`] | the loop and its journal |
//! | 6 | [`lab`] | the loop in a noisy world: strategies that play the same hidden worlds |
//! | 7 | [`chart`] | pictures of finished results |
//! | 8 | [`report`] | finished results as text and JSON |
//!
//! Nothing in the library prints, reads the clock or touches a file, but [`scenario`] where it reads. The same input gives the
//! same bits, whatever the number of threads and the instructions of the processor.

pub mod analyze;
pub mod chart;
pub mod format;
pub mod kaizen;
pub mod lab;
pub mod math;
pub mod model;
pub mod optimize;
pub mod report;
pub mod scenario;
pub mod score;
pub mod simulate;
pub mod words;

/// The examples of the README, run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
