//! How the tables name and print each figure.

use crate::format::{ABSENT, Format};
use crate::scenario::{Measure, Scenario};
use crate::score::Unit;

/// The words for a figure in a table.
pub const fn label(measure: Measure) -> &'static str {
    match measure {
        Measure::Visits => "visits",
        Measure::Leads => "leads",
        Measure::Customers => "new customers",
        Measure::Orders => "orders",
        Measure::RepeatOrders => "repeat orders",
        Measure::Revenue => "revenue",
        Measure::Gross => "gross profit",
        Measure::Invest => "invest",
        Measure::Profit => "profit",
        Measure::Npv => "NPV",
        Measure::Residual => "residual",
        Measure::Roi => "ROI",
        Measure::RoiHorizon => "ROI of the horizon",
        Measure::Roas => "ROAS",
        Measure::Cac => "CAC",
        Measure::BlendedCac => "blended CAC",
        Measure::Ltv => "LTV",
        Measure::Payback => "payback",
        Measure::ActRate => "act rate",
        Measure::ConvertRate => "convert rate",
        Measure::Served => "leads served",
        Measure::Nps => "NPS",
        Measure::Csi => "CSI",
        Measure::MarketShare => "market share",
    }
}

/// How a figure is counted.
pub const fn unit(measure: Measure) -> Unit {
    if measure.is_money() {
        return Unit::Money;
    }
    match measure {
        Measure::Roi | Measure::RoiHorizon | Measure::ActRate | Measure::ConvertRate | Measure::Served | Measure::MarketShare => Unit::Rate,
        Measure::Roas => Unit::Ratio,
        Measure::Payback => Unit::Periods,
        _ => Unit::Count,
    }
}

/// The figures of one table in the currency of its scenario.
pub struct Figures {
    format: Format,
    /// The word for a period.
    period: &'static str,
    amounts: Amounts,
}

/// How the amounts of a table are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Amounts {
    /// To the cent below a thousand.
    Cents,
    /// To the whole unit.
    Whole,
    /// Four digits and a letter.
    Compact,
}

/// From here on cents beside an amount only distract \[money\].
const CENTS_END: f64 = 1e4;
/// From here on amounts are written short: a column of them would be wider than their names \[money\].
const WIDE: f64 = 1e8;
/// The same where several amounts stand side by side \[money\].
const WIDE_IN_COLUMNS: f64 = 1e7;
/// Amounts below this are never written short \[money\].
const SHORT: f64 = 1e6;
/// From here on counts are written short.
const CROWD: f64 = 1e9;
/// Rates below this have two digits behind the point, so that a small step towards a target is seen.
const SMALL_RATE: f64 = 0.1;

/// A relative change smaller than this is none.
const NO_SHARE: f64 = 5e-5;

impl Figures {
    /// Figures of a table whose amounts go up to about `largest`, which decides whether they are written out or short.
    pub fn new(scenario: &Scenario, largest: f64) -> Self {
        Self::of(&scenario.plan.currency, scenario.plan.period.word(), largest)
    }

    /// Figures of a table with several columns of amounts: they are written short earlier.
    pub fn of_columns(scenario: &Scenario, largest: f64) -> Self {
        let wide = if largest.abs() >= WIDE_IN_COLUMNS {
            largest.abs().max(WIDE)
        } else {
            largest
        };
        Self::new(scenario, wide)
    }

    /// The same of a currency's ISO code and the word for a period.
    pub fn of(currency: &str, period: &'static str, largest: f64) -> Self {
        let amounts = match largest.abs() {
            largest if largest >= WIDE => Amounts::Compact,
            largest if largest >= CENTS_END => Amounts::Whole,
            _ => Amounts::Cents,
        };
        Self {
            format: Format::new(currency),
            period,
            amounts,
        }
    }

    /// The currency as it stands in the head of a column.
    pub fn currency(&self) -> &str {
        self.format.currency()
    }

    /// A figure in its unit, money with its currency.
    pub fn figure(&self, unit: Unit, value: Option<f64>) -> String {
        match unit {
            Unit::Count => self.count(value),
            Unit::Rate => self.share(value),
            Unit::Money => self.money(value),
            Unit::Ratio => self.format.number(value, 2),
            Unit::Periods => self.periods(value),
        }
    }

    /// A difference in its unit, with its sign; that of rates in percentage points.
    pub fn difference(&self, unit: Unit, value: Option<f64>) -> String {
        match (unit, value) {
            (_, None) => ABSENT.to_owned(),
            (Unit::Rate, Some(value)) => signed(value, format!("{} pp", self.format.number(value * 100.0, 1))),
            (_, Some(value)) => signed(value, self.figure(unit, Some(value))),
        }
    }

    /// People, visits, orders.
    pub fn count(&self, value: impl Into<Option<f64>>) -> String {
        match value.into() {
            Some(value) if value.abs() < 100.0 => self.format.count(value),
            Some(value) if value.abs() >= CROWD => self.format.compact_fine(value),
            value => self.format.number(value, 0),
        }
    }

    /// An amount with its currency.
    pub fn money(&self, value: impl Into<Option<f64>>) -> String {
        match value.into() {
            Some(value) if self.amounts == Amounts::Compact && value.abs() >= SHORT => self.with_currency(self.format.compact_fine(value)),
            value => self.format.money_exact(value),
        }
    }

    fn with_currency(&self, amount: String) -> String {
        if amount == ABSENT {
            amount
        } else {
            format!("{amount} {}", self.format.currency())
        }
    }

    /// An amount with its currency and sign.
    pub fn money_change(&self, value: f64) -> String {
        signed(value, self.money(value))
    }

    /// An amount whose currency stands in the head of the column.
    pub fn amount(&self, value: impl Into<Option<f64>>) -> String {
        match (self.amounts, value.into()) {
            (Amounts::Compact, Some(value)) if value.abs() >= SHORT => self.format.compact_fine(value),
            (Amounts::Cents | Amounts::Compact, value) => self.format.amount_exact(value),
            (Amounts::Whole, value) => self.format.number(value, 0),
        }
    }

    /// The same with its sign.
    pub fn amount_change(&self, value: impl Into<Option<f64>>) -> String {
        value
            .into()
            .map_or_else(|| ABSENT.to_owned(), |value| signed(value, self.amount(value)))
    }

    /// A share with its sign: a marginal ROI, a relative change.
    pub fn share_change(&self, value: impl Into<Option<f64>>) -> String {
        // At an optimum a marginal ROI is 0 but for rounding, and nobody reads a hundredth of a percent.
        self.format
            .percent_change(value.into().map(|value| if value.abs() < NO_SHARE { 0.0 } else { value }))
    }

    /// How far `after` is from `before`, relative to it.
    pub fn relative_change(&self, before: f64, after: f64) -> String {
        match gap(before, after) {
            0.0 => self.share_change(0.0),
            _ if before == 0.0 => "new".to_owned(),
            gap => self.share_change(gap / before.abs()),
        }
    }

    /// A share.
    pub fn share(&self, value: impl Into<Option<f64>>) -> String {
        match value.into() {
            Some(value) if (0.001..SMALL_RATE).contains(&value.abs()) => format!("{} %", self.format.number(value * 100.0, 2)),
            value => self.format.percent(value),
        }
    }

    /// A figure and its target.
    pub fn with_target(&self, unit: Unit, value: Option<f64>, target: Option<f64>) -> [String; 2] {
        match (unit, value, target) {
            (Unit::Rate, Some(value), Some(target)) => self.format.percent_and_target(value, target),
            (_, value, None) => [self.figure(unit, value), String::new()],
            (_, value, target) => [self.figure(unit, value), self.figure(unit, target)],
        }
    }

    /// A small amount of an objective: three digits that count.
    pub fn small(&self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Money => self.format.money(value),
            _ => format!("{} customers", self.format.count(value)),
        }
    }

    /// A number without unit.
    pub fn number(&self, value: impl Into<Option<f64>>, decimals: usize) -> String {
        self.format.number(value, decimals)
    }

    /// A number of periods: `17 weeks`, `0.5 weeks`.
    fn periods(&self, value: Option<f64>) -> String {
        let plural = if value.is_some_and(|value| value.abs() == 1.0) { "" } else { "s" };
        value.map_or_else(
            || ABSENT.to_owned(),
            |value| format!("{} {}{plural}", self.format.count(value), self.period),
        )
    }
}

/// `text` with a plus before a gain and a plus-minus before what reads as nothing; a loss has its minus.
pub fn signed(value: f64, text: String) -> String {
    let reads_as_zero = !text.chars().any(|c| ('1'..='9').contains(&c));
    match (reads_as_zero, value > 0.0) {
        (true, _) if value.is_finite() => format!("±{}", text.trim_start_matches('−')),
        (false, true) => format!("+{text}"),
        _ => text,
    }
}

/// `after − before`, and 0 where nothing but rounding parts the two: a budget spent to the cent is a sum of many amounts.
pub fn gap(before: f64, after: f64) -> f64 {
    let gap = after - before;
    if gap.abs() <= 1e-9 * before.abs().max(after.abs()) {
        0.0
    } else {
        gap
    }
}

/// The unit of an objective.
pub fn objective_unit(objective: &str) -> Unit {
    if objective == "customers" { Unit::Count } else { Unit::Money }
}
