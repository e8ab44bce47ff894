//! React to every wiggle: each cycle's leads that are off their own mean are answered with money, by one of Deming's rules.
//!
//! A channel's setting is the logarithm of its money against the plan of the file, its landing the setting and what its leads were off by. Rule 2 moves
//! the setting back by the whole landing, rule 3 sets it as far on the other side of the target, rule 4 sets it where the last one landed.
//! Source: W. E. Deming, *Out of the Crisis* (1986), chapter 11; the funnel is Lloyd Nelson's.

use crate::lab::Because;
use crate::lab::view::{Turn, View, scaled};
use crate::math::{DemingRule, exp, ln};
use crate::scenario::TamperRule;

/// Settings beyond this factor, or below one part in as many, are no settings: money has an end.
const FARTHEST: f64 = 10.0;

pub(super) fn choose(view: &View<'_>) -> Turn {
    let settings = settings(view);
    if settings.iter().all(|setting| *setting == 0.0) {
        return view.stay(Because::Standing);
    }
    let today = view.setting.today().decision;
    let spend = scaled(&today, view.now(), |c| exp(settings[c]));
    let next = view.desk_of_file().and_then(|desk| desk.nearest(view.standing, spend));
    next.map_or_else(
        || view.stay(Because::Standing),
        |standing| Turn {
            standing,
            because: Because::Wiggle,
            claim: view.booked(),
        },
    )
}

/// The next setting of each channel: every one follows from the ones before.
fn settings(view: &View<'_>) -> Vec<f64> {
    let rule = match view.setting.scenario.lab.tamper_rule {
        TamperRule::FromSetting => DemingRule::FromSetting,
        TamperRule::FromTarget => DemingRule::FromTarget,
        TamperRule::ToResult => DemingRule::ToResult,
    };
    let channels = view.setting.scenario.channels.len();
    let (mut settings, mut sums, mut counts) = (vec![0.0; channels], vec![0.0; channels], vec![0.0; channels]);
    for span in &view.setting.spans[..view.cycle] {
        let measured = view.diary.measured(view.setting, span, &view.standing.decision.spend);
        for (c, channel) in measured.channels.iter().enumerate() {
            if channel.leads <= 0.0 || channel.spend <= 0.0 {
                continue;
            }
            // leads for money, against their own mean so far
            let yielded = ln(channel.leads / channel.spend);
            sums[c] += yielded;
            counts[c] += 1.0;
            let landing = settings[c] + yielded - sums[c] / counts[c];
            let next = rule.next_setting(settings[c], landing);
            settings[c] = next.clamp(-ln(FARTHEST), ln(FARTHEST));
        }
    }
    settings
}
