//! What a plan spends in each quarter of the calendar.

use crate::model::Decision;

use super::simulator::Simulator;

/// A quarter of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    pub year: i16,
    /// 1 to 4.
    pub number: i8,
}

/// Spend by calendar quarter; a period belongs to the quarter in which it starts.
#[derive(Debug, Clone, PartialEq)]
pub struct SpendByQuarter {
    /// Those in which a period starts, in order.
    pub quarters: Vec<Quarter>,
    /// Spend of each channel, in the order of the scenario, in each quarter \[money\].
    pub channels: Vec<Vec<f64>>,
    /// Cost of the actions in each quarter \[money\].
    pub actions: Vec<f64>,
    /// Channels and actions together \[money\].
    pub totals: Vec<f64>,
}

impl Simulator {
    /// What a plan spends in each quarter.
    #[must_use]
    pub fn spend_by_quarter(&self, decision: &Decision) -> SpendByQuarter {
        let quarter = |date: &jiff::civil::Date| Quarter {
            year: date.year(),
            number: (date.month() - 1) / 3 + 1,
        };
        let of_periods: Vec<Quarter> = self.scenario().dates().iter().map(quarter).collect();
        let mut quarters = of_periods.clone();
        quarters.dedup();
        let sums = |by_period: &[f64]| -> Vec<f64> {
            let mut sums = vec![0.0; quarters.len()];
            let mut place = 0;
            for (amount, quarter) in by_period.iter().zip(&of_periods) {
                place += usize::from(quarters[place] != *quarter);
                sums[place] += amount;
            }
            sums
        };
        let channels: Vec<Vec<f64>> = (0..self.scenario().channels.len()).map(|c| sums(decision.channel(c))).collect();
        let actions = sums(&self.action_costs_by_period(&decision.actions));
        let totals = (0..quarters.len())
            .map(|q| channels.iter().map(|channel| channel[q]).sum::<f64>() + actions[q])
            .collect();
        SpendByQuarter {
            quarters,
            channels,
            actions,
            totals,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::scenario::Scenario;

    /// 52 weeks from 5 January 2026: thirteen Mondays in the first quarter but its last days belong to week 13, which starts on 30 March.
    #[test]
    fn a_week_belongs_to_the_quarter_in_which_it_starts() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/outdoor-shop.toml");
        let loaded = Scenario::from_path(&path).expect("a scenario");
        let mut simulator = Simulator::new(&loaded.scenario);
        let decision = simulator.today();
        let spend = simulator.spend_by_quarter(&decision);
        let names: Vec<(i16, i8)> = spend.quarters.iter().map(|quarter| (quarter.year, quarter.number)).collect();
        assert_eq!(names, [(2026, 1), (2026, 2), (2026, 3), (2026, 4)]);
        let first_13: f64 = decision.channel(0)[..13].iter().sum();
        assert!((spend.channels[0][0] - first_13).abs() <= 1e-9 * first_13);
        // sums of the same amounts in another order
        let whole: f64 = spend.totals.iter().sum();
        let invest = simulator.forecast(&decision).totals.invest;
        assert!((whole - invest).abs() <= 1e-9 * invest, "{whole} {invest}");
    }
}
