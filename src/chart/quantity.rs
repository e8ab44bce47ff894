//! What people call the quantities of a scenario; the keys stay in the tables of the plotted numbers.

use super::font::{self, Weight};
use super::text::{cut, name};
use crate::say;
use crate::words::Words;

/// The least share of the room that the name of a channel or action is cut to.
const LEAST_NAME: f64 = 0.2;

/// The quantity of this key, such as `act.rate` or `channel.search.reach.visits`, as people read it; a key that no message knows stays.
pub(crate) fn called(words: Words, key: &str) -> String {
    let parts = Parts::of(key);
    parts.called(words, parts.of).unwrap_or_else(|| name(key))
}

/// The same as it fits into `room`: where it is too long the name of its channel or action is cut, not what is asked of it.
pub(super) fn fitted(words: Words, key: &str, size: f64, room: f64) -> String {
    let width = |text: &str| font::width(text, size, Weight::Regular);
    let whole = called(words, key);
    if width(&whole) <= room {
        return whole;
    }
    let parts = Parts::of(key);
    let shorter = || {
        let left = room - width(&parts.called(words, "")?);
        let short = cut(&name(parts.of), size, Weight::Regular, left);
        (left >= LEAST_NAME * room).then(|| parts.called(words, &short)).flatten()
    };
    shorter().unwrap_or_else(|| cut(&whole, size, Weight::Regular, room))
}

/// A key in its parts.
struct Parts<'a> {
    /// The channel or action; empty where the quantity is of none.
    of: &'a str,
    /// What follows its name, or the whole key.
    rest: &'a str,
}

impl<'a> Parts<'a> {
    fn of(key: &'a str) -> Self {
        let split = |text: &'a str, at: usize| Self {
            of: &text[..at],
            rest: &text[at + 1..],
        };
        if let Some(text) = key.strip_prefix("channel.") {
            // a name may hold points: what is asked of a channel are the last two words, but for a boost, which ends with a name too
            let boost = text.rfind(".boosts.");
            let mut points = text.rmatch_indices('.').map(|(at, _)| at);
            if let Some(at) = boost.or_else(|| points.nth(1)) {
                return split(text, at);
            }
        } else if let Some(text) = key.strip_prefix("action.")
            && let Some(at) = text.rfind('.')
        {
            return split(text, at);
        }
        Self { of: "", rest: key }
    }

    /// In words, the channel or action being called `of`.
    fn called(&self, words: Words, of: &str) -> Option<String> {
        let of = if of.is_empty() { String::new() } else { name(of) };
        if let Some(target) = self.rest.strip_prefix("boosts.") {
            return Some(match target {
                "organic" => say!(words, "quantity-boost-organic", of = of),
                target => say!(words, "quantity-boost", of = of, target = name(target)),
            });
        }
        let effect = self.rest.split('.').next().unwrap_or_default();
        Some(match self.rest {
            "reach.organic" => say!(words, "quantity-organic"),
            "reach.audience" => say!(words, "quantity-audience"),
            "act.rate" => say!(words, "quantity-act-rate"),
            "convert.rate" => say!(words, "quantity-convert-rate"),
            "convert.capacity" => say!(words, "quantity-capacity"),
            "convert.backlog_loss" => say!(words, "quantity-backlog-loss"),
            "engage.retention" => say!(words, "quantity-retention"),
            "engage.retention.alpha" => say!(words, "quantity-retention-shape", letter = "α"),
            "engage.retention.beta" => say!(words, "quantity-retention-shape", letter = "β"),
            "engage.customers" => say!(words, "quantity-customers"),
            "engage.repeat_rate" => say!(words, "quantity-repeat-rate"),
            "engage.referral" => say!(words, "quantity-referral"),
            "money.order_value" => say!(words, "quantity-order-value"),
            "money.repeat_value" => say!(words, "quantity-repeat-value"),
            "money.margin" => say!(words, "quantity-margin"),
            "money.fixed_cost" => say!(words, "quantity-fixed-cost"),
            "money.discount_rate" => say!(words, "quantity-discount-rate"),
            "quality.act" => say!(words, "quantity-act-quality", of = of),
            "quality.convert" => say!(words, "quantity-convert-quality", of = of),
            "reach.visits" => say!(words, "quantity-visits", of = of),
            "reach.today" => say!(words, "quantity-visits-today", of = of),
            "reach.cost" => say!(words, "quantity-visit-cost", of = of),
            "carryover.decay" => say!(words, "quantity-decay", of = of),
            "carryover.half_life" => say!(words, "quantity-half-life", of = of),
            "carryover.shape" => say!(words, "quantity-carryover-shape", of = of),
            "carryover.scale" => say!(words, "quantity-carryover-scale", of = of),
            "act.lift" | "convert.lift" | "retention.lift" | "repeat.lift" => say!(words, "quantity-lift", of = of, effect = effect),
            "lift" => say!(words, "quantity-action-lift", of = of),
            "cost" => say!(words, "quantity-action-cost", of = of),
            "running_cost" => say!(words, "quantity-running-cost", of = of),
            rest if rest.ends_with(".half_spend") => say!(words, "quantity-half-spend", of = of, effect = effect),
            rest if rest.ends_with(".slope") => say!(words, "quantity-slope", of = of, effect = effect),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Language;

    #[test]
    fn keys_become_words_and_names_keep_their_points() {
        let words = Words::new(Language::English);
        for (key, text) in [
            ("act.rate", "visit-to-lead rate"),
            ("channel.search.reach.today", "search: visits today"),
            ("channel.a.b.carryover.half_life", "a.b: half-life of its carryover"),
            ("channel.social.boosts.organic", "social: boost of organic visits"),
            ("channel.social.boosts.a.b", "social: boost of a.b"),
            ("channel.mail.repeat.half_spend", "mail: half-effect spend, repeat orders"),
            ("channel.act.reach.half_spend", "act: half-effect spend, visits"),
            ("action.Shop no. 5.lift", "Shop no. 5: effect"),
            ("channel.\u{202e}x.quality.act", "x: quality of visits"),
            ("something.else", "something.else"),
        ] {
            assert_eq!(called(words, key), text);
        }
    }

    #[test]
    fn what_is_asked_of_a_channel_outlives_its_name() {
        let words = Words::new(Language::Russian);
        let key = format!("channel.{}.reach.today", "Контекстная реклама в поисковых системах".repeat(2));
        let text = fitted(words, &key, 15.0, 330.0);
        assert!(text.contains('…') && text.ends_with("сегодня"), "{text}");
        assert!(font::width(&text, 15.0, Weight::Regular) <= 330.0);
    }
}
