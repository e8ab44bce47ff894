//! The words for figures, plans, periods and units.

use crate::analyze::CountedIn;
use crate::model::Stage;
use crate::say;
use crate::scenario::{Measure, Period};
use crate::simulate::Forecast;
use crate::words::Words;

/// One of the two plans that the workbook holds side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

impl Side {
    pub(super) const BOTH: [Self; 2] = [Self::Before, Self::After];

    pub(super) fn name(self, words: Words) -> String {
        match self {
            Self::Before => say!(words, "workbook-before"),
            Self::After => say!(words, "workbook-after"),
        }
    }
}

/// The word for a figure at the head of a row or column.
pub(super) fn measure(measure: Measure, words: Words) -> String {
    match measure {
        Measure::Visits => say!(words, "workbook-visits"),
        Measure::Leads => say!(words, "workbook-leads"),
        Measure::Customers => say!(words, "workbook-customers"),
        Measure::Orders => say!(words, "workbook-orders"),
        Measure::RepeatOrders => say!(words, "workbook-repeat-orders"),
        Measure::Revenue => say!(words, "workbook-revenue"),
        Measure::Gross => say!(words, "workbook-gross"),
        Measure::Invest => say!(words, "workbook-invest"),
        Measure::Profit => say!(words, "workbook-profit"),
        Measure::Npv => say!(words, "workbook-npv"),
        Measure::Residual => say!(words, "workbook-residual"),
        Measure::Roi => say!(words, "workbook-roi"),
        Measure::RoiHorizon => say!(words, "workbook-roi-horizon"),
        Measure::Roas => say!(words, "workbook-roas"),
        Measure::Cac => say!(words, "workbook-cac"),
        Measure::BlendedCac => say!(words, "workbook-blended-cac"),
        Measure::Ltv => say!(words, "workbook-ltv"),
        Measure::Payback => say!(words, "workbook-payback"),
        Measure::ActRate => say!(words, "workbook-act-rate"),
        Measure::ConvertRate => say!(words, "workbook-convert-rate"),
        Measure::Served => say!(words, "workbook-served"),
        // figures that the user tracks beside the model, which no forecast has
        Measure::Nps | Measure::Csi | Measure::MarketShare => measure.key().to_owned(),
    }
}

/// How a figure comes about, in one line; ROI with or without what comes after the horizon.
pub(super) fn made_of(measure: Measure, counts_residual: bool, words: Words) -> String {
    match measure {
        Measure::Roi if !counts_residual => say!(words, "workbook-of-roi-within"),
        Measure::Orders => say!(words, "workbook-of-orders"),
        Measure::Gross => say!(words, "workbook-of-gross"),
        Measure::Invest => say!(words, "workbook-of-invest"),
        Measure::Profit => say!(words, "workbook-of-profit"),
        Measure::Npv => say!(words, "workbook-of-npv"),
        Measure::Residual => say!(words, "workbook-of-residual"),
        Measure::Roi => say!(words, "workbook-of-roi"),
        Measure::RoiHorizon => say!(words, "workbook-of-roi-horizon"),
        Measure::Roas => say!(words, "workbook-of-roas"),
        Measure::Cac => say!(words, "workbook-of-cac"),
        Measure::BlendedCac => say!(words, "workbook-of-blended-cac"),
        Measure::Ltv => say!(words, "workbook-of-ltv"),
        Measure::Payback => say!(words, "workbook-of-payback"),
        Measure::ActRate => say!(words, "workbook-of-act-rate"),
        Measure::ConvertRate => say!(words, "workbook-of-convert-rate"),
        Measure::Served => say!(words, "workbook-of-served"),
        _ => String::new(),
    }
}

/// What people call the objective of a forecast.
pub(super) fn objective(forecast: &Forecast, words: Words) -> String {
    match forecast.objective_name {
        "NPV" => say!(words, "workbook-npv"),
        "revenue" => say!(words, "workbook-revenue"),
        "customers" => say!(words, "workbook-customers"),
        "profit" => say!(words, "workbook-profit"),
        _ => say!(words, "workbook-long-term-profit"),
    }
}

/// The word for a period as the head of a column.
pub(super) fn period(period: Period, words: Words) -> String {
    match period {
        Period::Day => say!(words, "workbook-day"),
        Period::Week => say!(words, "workbook-week"),
        Period::Month => say!(words, "workbook-month"),
        Period::Quarter => say!(words, "workbook-quarter"),
    }
}

/// The word for a stage.
pub(super) fn stage(stage: Stage, words: Words) -> String {
    match stage {
        Stage::Reach => say!(words, "workbook-stage-reach"),
        Stage::Act => say!(words, "workbook-stage-act"),
        Stage::Convert => say!(words, "workbook-stage-convert"),
        Stage::Engage => say!(words, "workbook-stage-engage"),
    }
}

/// What a quantity is counted in.
pub(super) fn unit(unit: CountedIn, currency: &str, words: Words) -> String {
    match unit {
        CountedIn::Share => say!(words, "workbook-unit-share"),
        CountedIn::Money => currency.to_owned(),
        CountedIn::Number => say!(words, "workbook-unit-number"),
    }
}
