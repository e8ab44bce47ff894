//! Names that many sentences need: of stages, objectives and plans, and of times in the forms that stand after a preposition.

use super::ChartInput;
use super::text::clean;
use crate::format::Format;
use crate::model::Stage;
use crate::say;
use crate::scenario::Period;
use crate::words::Words;

/// The name of a stage: `Reach`.
pub(crate) fn stage(words: Words, stage: Stage) -> String {
    match stage {
        Stage::Reach => say!(words, "stage-reach"),
        Stage::Act => say!(words, "stage-act"),
        Stage::Convert => say!(words, "stage-convert"),
        Stage::Engage => say!(words, "stage-engage"),
    }
}

/// How an objective is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Within a sentence: `profit`.
    Plain,
    /// At the beginning of a sentence: `Profit`.
    Title,
    /// After a noun that it belongs to, in Italian with its article and in Russian in the genitive.
    Of,
}

/// An objective by the name that results give it: `profit`, `NPV`, `long-term profit`, `revenue`, `customers`.
pub(crate) fn objective(words: Words, name: &str, form: Form) -> String {
    let form = match form {
        Form::Plain => "plain",
        Form::Title => "title",
        Form::Of => "of",
    };
    match objective_case(name) {
        "npv" => say!(words, "objective-npv", form = form),
        "long-term" => say!(words, "objective-long-term-profit", form = form),
        "revenue" => say!(words, "objective-revenue", form = form),
        "customers" => say!(words, "objective-customers", form = form),
        _ => say!(words, "objective-profit", form = form),
    }
}

/// The case of a message that an objective chooses: `profit`, `npv`, `long-term`, `revenue`, `customers`.
pub(crate) fn objective_case(name: &str) -> &'static str {
    match name {
        "NPV" => "npv",
        "long-term profit" => "long-term",
        "revenue" => "revenue",
        "customers" => "customers",
        _ => "profit",
    }
}

/// The name of the plan of the file as a label: `Today’s plan`.
pub(crate) fn today_plan(words: Words) -> String {
    say!(words, "today-plan")
}

/// The name of the proposed plan as a label.
pub(crate) fn proposal(words: Words) -> String {
    say!(words, "proposal")
}

/// The name of a plan that stands alone as a label.
pub(crate) fn plan(words: Words) -> String {
    say!(words, "plan")
}

/// So many periods: `52 weeks`.
pub(crate) fn lasting(words: Words, format: &Format, period: Period, periods: usize) -> String {
    let count = format.number(periods as f64, 0);
    match period {
        Period::Day => say!(words, "period-days", count = count, n = periods),
        Period::Week => say!(words, "period-weeks", count = count, n = periods),
        Period::Month => say!(words, "period-months", count = count, n = periods),
        Period::Quarter => say!(words, "period-quarters", count = count, n = periods),
    }
}

/// The horizon after “over” or “within”: `52 weeks`.
pub(crate) fn span(input: &ChartInput) -> String {
    let n = input.before.periods.len();
    let (words, count) = (input.words(), input.format().number(n as f64, 0));
    match input.period {
        Period::Day => say!(words, "span-days", count = count, n = n),
        Period::Week => say!(words, "span-weeks", count = count, n = n),
        Period::Month => say!(words, "span-months", count = count, n = n),
        Period::Quarter => say!(words, "span-quarters", count = count, n = n),
    }
}

/// When something happens, by its period counted from 1: `in week 12`.
pub(super) fn during(input: &ChartInput, period: usize) -> String {
    let (words, number) = (input.words(), input.format().number(period as f64, 0));
    match input.period {
        Period::Day => say!(words, "during-day", number = number),
        Period::Week => say!(words, "during-week", number = number),
        Period::Month => say!(words, "during-month", number = number),
        Period::Quarter => say!(words, "during-quarter", number = number),
    }
}

/// Until when, after “by”: `week 52`.
pub(super) fn until(input: &ChartInput, period: usize) -> String {
    end_of(input.words(), &input.format(), input.period, period)
}

/// [`until`] without the input of a chart: the end of the period of this number, counted from 1.
pub(super) fn end_of(words: Words, format: &Format, period: Period, number: usize) -> String {
    let number = format.number(number as f64, 0);
    match period {
        Period::Day => say!(words, "until-day", number = number),
        Period::Week => say!(words, "until-week", number = number),
        Period::Month => say!(words, "until-month", number = number),
        Period::Quarter => say!(words, "until-quarter", number = number),
    }
}

/// How often, by the period: `per week`.
pub(crate) fn per(words: Words, period: Period) -> String {
    match period {
        Period::Day => say!(words, "per-day"),
        Period::Week => say!(words, "per-week"),
        Period::Month => say!(words, "per-month"),
        Period::Quarter => say!(words, "per-quarter"),
    }
}

/// What an objective is counted in: the code of the currency, or customers.
pub(super) fn unit(input: &ChartInput, objective: &str) -> String {
    if objective == "customers" {
        say!(input.words(), "unit-customers")
    } else {
        clean(&input.before.currency)
    }
}
