//! Checks of `[lab.truth]`: each key is that of a quantity which the scenario has, and stands there once.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::domain::{PowerSlope, Refusal, Within};
use crate::scenario::file_truth::{Entry, Told, Truth};
use crate::scenario::node::{join, shortened};
use crate::scenario::suggest::nearest;
use crate::scenario::{
    Act, Action, BoostTarget, Carryover, Channel, Convert, Curve, Decay, Distribution, Engage, LiftEffect, Money, Quantity, Reach,
    ReachSize, Retention, Unit,
};

use super::Check;

/// For so many keys that name nothing the likeliest is sought; that takes a look at every key of the scenario.
const SOUGHT: usize = 20;
/// So many keys are listed as allowed.
const LISTED: usize = 12;

/// The checked parts of a scenario; `None`: something is wrong there, so that nothing can be said of what it has.
pub(super) struct Parts<'a> {
    pub reach: Option<&'a Reach>,
    pub act: Option<&'a Act>,
    pub convert: Option<&'a Convert>,
    pub engage: Option<&'a Engage>,
    pub money: Option<&'a Money>,
    pub channels: Option<&'a [Channel]>,
    pub actions: Option<&'a [Action]>,
}

/// What a key demands beside the domain that it is declared with.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Demand {
    Nothing,
    /// The slope of a power curve.
    PowerSlope,
    /// A decay whose kernel has no weight at 0: its peak lies between two periods.
    NotNothing,
}

type Path = Vec<String>;

impl Check<'_, '_> {
    pub(super) fn truth(&mut self, file: Option<&Truth>, parts: &Parts<'_>) -> Option<Vec<(String, Quantity)>> {
        let Some(Truth(entries)) = file else { return Some(Vec::new()) };
        let known = parts.quantities();
        let mut seen = BTreeSet::new();
        let mut sought = 0;
        let mut truth = Vec::with_capacity(entries.len());
        for entry in entries {
            let demand = entry.path.as_ref().and_then(|path| known.get(path));
            let Some((path, demand)) = entry.path.as_ref().zip(demand) else {
                if entry.path.as_ref().is_none_or(|path| parts.are_right(path)) {
                    sought += 1;
                    self.tell(entry, stranger(entry, &known, sought <= SOUGHT));
                }
                continue;
            };
            if !seen.insert(path) {
                let twice = Diagnostic::error(&entry.written, format!("`[lab.truth]` speaks twice of `{}`", spell(path)));
                self.tell(entry, twice.hint("write it once, in quotes or with points"));
                continue;
            }
            let Told::Quantity(quantity) = entry.told else { continue };
            if let Some(refusal) = demand.refuse(&quantity.distribution) {
                let mut diagnostic = Diagnostic::error(&entry.written, format!("`{}` is outside its domain", entry.written))
                    .found(refusal.found)
                    .allowed(refusal.allowed);
                diagnostic.hint = refusal.hint;
                self.tell(entry, diagnostic);
            }
            truth.push((path.join("."), quantity));
        }
        Some(truth)
    }

    fn tell(&mut self, entry: &Entry, diagnostic: Diagnostic) {
        self.report.add(diagnostic, entry.span.clone());
    }
}

/// Why a key is that of no quantity, and what to write.
fn stranger(entry: &Entry, known: &BTreeMap<Path, Demand>, is_sought: bool) -> Diagnostic {
    let Some(path) = &entry.path else {
        return Diagnostic::error(&entry.written, format!("`{}` is no key", entry.written))
            .allowed("a key as `--set` writes it, such as \"act.rate\" or \"channel.search.reach.visits\"")
            .hint("close every quote, and put a name that is no bare word into quotes");
    };
    let shown = shortened(&spell(path));
    let of_any = matches!(entry.told, Told::Quantity(_) | Told::Wrong);
    let near = if is_sought { likeliest(path, known, of_any) } else { None };
    let diagnostic = Diagnostic::error(&entry.written, format!("`{shown}` is no quantity of this scenario")).allowed(beside(path, known));
    match near {
        Some(near) => diagnostic.hint(format!("did you mean `{near}`?")),
        None if of_any => diagnostic.hint("set it at its own place first: the lab says what is so in the place of what is believed"),
        None if is_fixed(path) => diagnostic.hint("it is no quantity (`q`) but fixed: what is planned is so in every world"),
        None => diagnostic.hint("write the key of a quantity, as `--set` writes it"),
    }
}

/// Whether it is the key of something that is planned or fixed.
fn is_fixed(path: &[String]) -> bool {
    let mut field: Vec<&str> = path.iter().map(String::as_str).collect();
    if matches!(*field.as_slice(), ["channel" | "action", _, _, ..]) {
        field.remove(1);
    }
    Unit::of(&field.join(".")).is_some()
}

/// The quantities around a key: of the same channel or action, else of the same table, else all; the first of them.
fn beside(path: &[String], known: &BTreeMap<Path, Demand>) -> String {
    let with = |length: usize| -> Vec<&Path> {
        let around = path.get(..length);
        known
            .keys()
            .filter(|other| around.is_some_and(|around| other.starts_with(around)))
            .collect()
    };
    let found = [2, 1, 0].into_iter().map(with).find(|found| !found.is_empty()).unwrap_or_default();
    let mut listed: Vec<String> = found.iter().take(LISTED).map(|path| spell(path)).collect();
    if found.len() > LISTED {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}

/// The key that was probably meant: one that is spelled nearly so, or ends so. Of a key that some scenario has, only a name can be misspelt.
fn likeliest(path: &Path, known: &BTreeMap<Path, Demand>, of_any: bool) -> Option<String> {
    let has_names = matches!(path.first().map(String::as_str), Some("channel" | "action"));
    let is_name = |at: usize| has_names && (at == 1 || at == 3 && path[2] == "boosts");
    let differs_in_names = |other: &&Path| other.len() == path.len() && (0..path.len()).all(|at| other[at] == path[at] || is_name(at));
    let candidates = known.keys().filter(|other| !of_any || differs_in_names(other));
    let keys: Vec<String> = candidates.map(|path| spell(path)).collect();
    let near = nearest(&spell(path), keys.iter().map(String::as_str)).map(str::to_owned);
    near.or_else(|| known.keys().find(|other| other.ends_with(path)).map(|path| spell(path)))
}

/// A key as `--set` writes it.
fn spell(path: &[String]) -> String {
    path.iter().fold(String::new(), |key, part| join(&key, part))
}

impl Demand {
    fn refuse(self, distribution: &Distribution) -> Option<Refusal> {
        match self {
            Self::Nothing => None,
            Self::PowerSlope => PowerSlope::DOMAIN.refuse(distribution),
            Self::NotNothing => (*distribution == Distribution::Known(0.0)).then(|| Refusal {
                found: "0".to_owned(),
                allowed: "a share inside (0, 1), for the peak lies between two periods".to_owned(),
                hint: Some("write a small decay".to_owned()),
            }),
        }
    }
}

impl Parts<'_> {
    /// Whether the part that a key belongs to is right, or there is no such part.
    fn are_right(&self, path: &[String]) -> bool {
        match path.first().map_or("", String::as_str) {
            "reach" => self.reach.is_some(),
            "act" => self.act.is_some(),
            "convert" => self.convert.is_some(),
            "engage" => self.engage.is_some(),
            "money" => self.money.is_some(),
            "channel" => self.channels.is_some(),
            "action" => self.actions.is_some(),
            _ => true,
        }
    }

    /// Every quantity that the right parts have: the parameters of the model.
    fn quantities(&self) -> BTreeMap<Path, Demand> {
        let mut known = BTreeMap::new();
        let mut add = |key: &[&str], demand: Demand| {
            known.insert(key.iter().map(|&part| part.to_owned()).collect(), demand);
        };
        let mut plain = |key: &[&str]| add(key, Demand::Nothing);
        if let Some(reach) = self.reach {
            plain(&["reach", "organic"]);
            if reach.audience.is_some() {
                plain(&["reach", "audience"]);
            }
        }
        if self.act.is_some() {
            plain(&["act", "rate"]);
        }
        if let Some(convert) = self.convert {
            plain(&["convert", "rate"]);
            if convert.capacity.is_some() {
                plain(&["convert", "capacity"]);
                plain(&["convert", "backlog_loss"]);
            }
        }
        if let Some(engage) = self.engage {
            match engage.retention {
                Retention::Constant(_) => plain(&["engage", "retention"]),
                Retention::ShiftedBetaGeometric { .. } => ["alpha", "beta"].iter().for_each(|key| plain(&["engage", "retention", key])),
            }
            ["customers", "repeat_rate", "referral"]
                .iter()
                .for_each(|key| plain(&["engage", key]));
        }
        if let Some(money) = self.money {
            ["order_value", "margin", "fixed_cost", "discount_rate"]
                .iter()
                .for_each(|key| plain(&["money", key]));
            if money.repeat_value.is_some() {
                plain(&["money", "repeat_value"]);
            }
        }
        for action in self.actions.unwrap_or_default() {
            ["lift", "cost", "running_cost"]
                .iter()
                .for_each(|key| plain(&["action", &action.name, key]));
        }
        let channels = self.channels.unwrap_or_default();
        for channel in channels {
            of_channel(channel, channels, &mut add);
        }
        known
    }
}

fn of_channel(channel: &Channel, channels: &[Channel], add: &mut impl FnMut(&[&str], Demand)) {
    let name = channel.name.as_str();
    let mut carryover = |key: &str, demand: Demand| add(&["channel", name, "carryover", key], demand);
    match channel.carryover {
        Carryover::None => {}
        Carryover::Geometric {
            decay: Decay::HalfLife(_), ..
        } => carryover("half_life", Demand::Nothing),
        Carryover::Geometric { .. } | Carryover::Binomial { .. } => carryover("decay", Demand::Nothing),
        Carryover::Delayed { peak, .. } if peak.fract() != 0.0 => carryover("decay", Demand::NotNothing),
        Carryover::Delayed { .. } => carryover("decay", Demand::Nothing),
        Carryover::Weibull { .. } => ["shape", "scale"].iter().for_each(|key| carryover(key, Demand::Nothing)),
    }
    for (key, quality) in [("act", &channel.act_quality), ("convert", &channel.convert_quality)] {
        if quality.is_some() {
            add(&["channel", name, "quality", key], Demand::Nothing);
        }
    }
    if let Some(reach) = &channel.reach {
        let size = match reach.size {
            ReachSize::Visits(_) => "visits",
            ReachSize::Today(_) => "today",
            ReachSize::Cost(_) => "cost",
        };
        add(&["channel", name, "reach", size], Demand::Nothing);
        of_curve(&reach.curve, &mut |key, demand| add(&["channel", name, "reach", key], demand));
    }
    let lifts: [(&str, &Option<LiftEffect>); 4] = [
        ("act", &channel.act),
        ("convert", &channel.convert),
        ("retention", &channel.retention),
        ("repeat", &channel.repeat),
    ];
    for (stage, effect) in lifts.into_iter().filter_map(|(stage, effect)| Some((stage, effect.as_ref()?))) {
        add(&["channel", name, stage, "lift"], Demand::Nothing);
        of_curve(&effect.curve, &mut |key, demand| add(&["channel", name, stage, key], demand));
    }
    for &(target, _) in &channel.boosts {
        let target = match target {
            BoostTarget::Organic => "organic",
            BoostTarget::Channel(target) => channels.get(target).map_or("", |channel| channel.name.as_str()),
        };
        add(&["channel", name, "boosts", target], Demand::Nothing);
    }
}

fn of_curve(curve: &Curve, add: &mut dyn FnMut(&str, Demand)) {
    let (has_half, slope) = match curve {
        Curve::Linear => (false, None),
        Curve::Exponential { .. } | Curve::Logistic { .. } | Curve::Log { .. } => (true, None),
        Curve::Hill { slope, .. } => (true, slope.map(|_| Demand::Nothing)),
        Curve::Power { slope, .. } => (true, slope.map(|_| Demand::PowerSlope)),
    };
    if has_half {
        add("half_spend", Demand::Nothing);
    }
    if let Some(demand) = slope {
        add("slope", demand);
    }
}
