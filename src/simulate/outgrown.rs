//! Forecasts that outgrow the numbers: a loop of referrals that nothing caps, a tower of boosts and lifts.

use crate::scenario::Diagnostic;

use super::Simulator;

impl Simulator {
    /// Why the plan of the file has no forecast; `None` where it has one.
    ///
    /// Every number of a checked scenario is within bounds, but what multiplies from period to period may still pass the largest number
    /// there is, and from there on nothing can be said. The problem comes without a place in the file.
    pub fn outgrown(&mut self) -> Option<Diagnostic> {
        let decisions = [self.today(), self.nothing()];
        let endless = decisions
            .iter()
            .find(|decision| !self.outcome(decision).values().into_iter().all(f64::is_finite))?;
        self.outcome(endless);
        let first = self
            .flows()
            .position(|flows| !(flows.visits + flows.active + flows.revenue).is_finite());
        let place = match first {
            Some(t) => format!("in period {t}, {}", self.dates[t]),
            None => "in the total".to_owned(),
        };
        let loops = self.scenario.engage.referral.median() > 0.0;
        let (key, hint) = if loops {
            (
                "engage.referral",
                "set `reach.audience` or `convert.capacity`, lower `engage.referral`, or plan fewer periods",
            )
        } else {
            ("channel", "lifts and boosts multiply each other: write smaller ones")
        };
        Some(
            Diagnostic::error(key, "the forecast outgrows all numbers")
                .found(format!("more than 1e308 visits, customers or money {place}"))
                .allowed("numbers that can be counted")
                .hint(hint),
        )
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::scenario::Scenario;

    fn outgrown(set: &[&str]) -> Option<Diagnostic> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/classroom.toml");
        let loaded = Scenario::from_path_with(&path, set).expect("a scenario");
        Simulator::new(&loaded.scenario).outgrown()
    }

    #[test]
    fn a_loop_that_nothing_caps() {
        let endless = [
            "plan.periods=10000",
            "plan.period=day",
            "engage.referral=50",
            "engage.retention=0.9",
        ];
        let problem = outgrown(&endless).expect("growth without end");
        assert_eq!(problem.key, "engage.referral");
        // 10 % · 25 % of 50 visits: 1.25 new customers beside 0.9 kept, a factor of 2.15 a period, and 2.15^923 passes 1e308.
        assert!(
            problem.found.as_ref().is_some_and(|found| found.contains("in period 9")),
            "{problem}"
        );
        assert_eq!(outgrown(&[&endless[..], &["reach.audience=1e6"]].concat()), None);
    }

    #[test]
    fn a_tower_of_lifts() {
        let boosts = r#"channel.flyers.boosts={ search = 1e15, organic = 1e15 }"#;
        assert_eq!(outgrown(&[boosts]), None);
    }
}
