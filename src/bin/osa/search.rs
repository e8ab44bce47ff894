//! What a search climbs: the medians, the mean over draws, or a risk.

use clap::{Args, ValueEnum};
use osa::simulate::{Risk, Simulator};

use crate::cli::{Uncertainty, whole};
use crate::failure::usage;

/// Draws of a search that has to have some and is not told how many.
pub const DRAWS: usize = 1024;
/// Most draws that a search averages over: beyond it a mean is no surer and every step takes seconds.
const MOST_EXPECTED: usize = 1 << 14;
/// The worst share of the draws, where nothing is said.
const WORST: f64 = 0.1;
/// The weight of a deviation, where nothing is said.
const LAMBDA: f64 = 0.5;

/// A search over draws instead of the medians.
#[derive(Debug, Args)]
pub struct Search {
    /// Search for the best mean over N common draws instead of the best plan at the medians
    #[arg(long, value_name = "N", value_parser = expected)]
    expected: Option<usize>,
    /// What the search climbs over common draws, 1024 of them unless --expected says otherwise
    #[arg(long, value_name = "WORD", value_enum)]
    risk: Option<Word>,
    /// Share of the draws that are the worst ones, of --risk cvar and deviation [default: 10%]
    #[arg(long, value_name = "SHARE", value_parser = share, requires = "risk")]
    worst: Option<f64>,
    /// What the objective has to come to, of --risk probability
    #[arg(long, value_name = "AMOUNT", value_parser = amount, requires = "risk", allow_negative_numbers = true)]
    at_least: Option<f64>,
    /// Weight of what the worst draws are below the mean, 0 to 1, of --risk deviation [default: 0.5]
    #[arg(long, value_name = "L", value_parser = lambda, requires = "risk")]
    lambda: Option<f64>,
}

/// A risk by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Word {
    /// The mean
    Mean,
    /// The mean of the worst draws
    Cvar,
    /// The probability of an objective of --at-least
    Probability,
    /// The mean less what the worst draws are below it
    Deviation,
}

impl Search {
    /// Makes the simulator's objective that of the draws, where it is asked for; gives the risk that is to be climbed, where that is not the
    /// mean.
    pub fn set_up(&self, uncertainty: &Uncertainty, simulator: &mut Simulator) -> anyhow::Result<Option<Risk>> {
        let risk = self.risk()?;
        let draws = self.expected.or(risk.map(|_| DRAWS));
        let risk = risk.filter(|risk| *risk != Risk::Mean);
        if risk.is_some() && !simulator.is_uncertain() {
            return Err(usage(
                "nothing in the scenario is uncertain, so that there is no risk: leave out --risk, or write ranges such as act.rate = \"2% to 4%\"",
            ));
        }
        if let Some(draws) = draws {
            simulator.expect(uncertainty.sampling_of(draws));
        }
        Ok(risk)
    }

    /// Sets the draws up for a probability of a target.
    pub fn set_up_draws(&self, uncertainty: &Uncertainty, simulator: &mut Simulator) -> anyhow::Result<()> {
        if !simulator.is_uncertain() {
            return Err(usage(
                "nothing in the scenario is uncertain, so that there is no probability: leave out --probability, or write ranges such as \
                 act.rate = \"2% to 4%\"",
            ));
        }
        simulator.expect(uncertainty.sampling_of(self.expected.unwrap_or(DRAWS)));
        Ok(())
    }

    /// Whether a risk other than the mean is asked for.
    pub fn has_risk(&self) -> bool {
        self.risk.is_some_and(|word| word != Word::Mean)
    }

    fn risk(&self) -> anyhow::Result<Option<Risk>> {
        let Some(word) = self.risk else { return Ok(None) };
        let stray = [
            (
                self.worst.is_some() && !matches!(word, Word::Cvar | Word::Deviation),
                "--worst goes with --risk cvar or --risk deviation",
            ),
            (
                self.at_least.is_some() && word != Word::Probability,
                "--at-least goes with --risk probability",
            ),
            (
                self.lambda.is_some() && word != Word::Deviation,
                "--lambda goes with --risk deviation",
            ),
        ];
        if let Some((_, what)) = stray.into_iter().find(|(is_stray, _)| *is_stray) {
            return Err(usage(what));
        }
        let worst = self.worst.unwrap_or(WORST);
        Ok(Some(match word {
            Word::Mean => Risk::Mean,
            Word::Cvar => Risk::Cvar { worst },
            Word::Deviation => Risk::MeanDeviation {
                lambda: self.lambda.unwrap_or(LAMBDA),
                worst,
            },
            Word::Probability => Risk::Probability {
                target: self
                    .at_least
                    .ok_or_else(|| usage("--risk probability wants the amount: --at-least 500000"))?,
            },
        }))
    }
}

fn expected(text: &str) -> Result<usize, String> {
    whole(text, 1, MOST_EXPECTED, "leave it out to search at the medians")
}

/// A share above 0 and below 1: `80%`, `0.8`.
pub fn share(text: &str) -> Result<f64, String> {
    let number = match text.trim().strip_suffix('%') {
        Some(percent) => percent.trim().parse::<f64>().map(|percent| percent / 100.0),
        None => text.trim().parse(),
    };
    match number {
        Ok(share) if share > 0.0 && share < 1.0 => Ok(share),
        _ => Err("a share above 0 and below 1 is wanted, such as 10% or 0.1".to_owned()),
    }
}

/// A finite amount, `_` between its digits or not.
pub fn amount(text: &str) -> Result<f64, String> {
    match text.trim().replace('_', "").parse::<f64>() {
        Ok(amount) if amount.is_finite() => Ok(amount),
        _ => Err("a number is wanted, such as 500000 or 500_000".to_owned()),
    }
}

fn lambda(text: &str) -> Result<f64, String> {
    match text.trim().parse::<f64>() {
        Ok(lambda) if (0.0..=1.0).contains(&lambda) => Ok(lambda),
        _ => Err("a number from 0 (the mean) to 1 (the worst draws) is wanted".to_owned()),
    }
}
