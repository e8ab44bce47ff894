//! Checks of `[[channel]]`.

use std::collections::BTreeMap;

use crate::scenario::choice::{Boosts, did_you_mean};
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::domain::{Amount, spelled};
use crate::scenario::file::{ChannelTable, QualityTable};
use crate::scenario::names::Shapes;
use crate::scenario::node::{Field, shortened};
use crate::scenario::tables::Tables;
use crate::scenario::value::Numbers;
use crate::scenario::{BoostTarget, Carryover, Channel, Media, Place, Quantity};

use super::effect::shape_of;
use super::{Check, MAX_CELLS, Past};

/// Periods × window over all channels, at most.
const MAX_CARRYOVER: usize = 10_000_000_000;

/// The channels that can be named.
struct Known<'a> {
    by_name: BTreeMap<&'a str, (usize, &'a ChannelTable)>,
    /// Whether all have a name; else a name that is not here may be that of a channel whose own is wrong.
    all_named: bool,
}

impl Check<'_, '_> {
    pub(super) fn channels(&mut self, field: &Field<Tables<ChannelTable>>) -> Option<Vec<Channel>> {
        if field.is_absent() {
            return Some(Vec::new());
        }
        let tables = &field.get()?.0;
        self.unique("channels", tables.iter().map(|table| &table.name));
        // Before anything of that size is made.
        if tables.len().saturating_mul(self.periods.unwrap_or(0)) > MAX_CELLS {
            let diagnostic = Diagnostic::error(&field.key, "there are too many channels for so many periods")
                .found(format!("{} channels × {} periods", tables.len(), self.periods.unwrap_or(0)))
                .allowed("10 000 000 together");
            self.wrong(field, diagnostic.hint("plan fewer or longer periods"));
            return None;
        }
        let named = tables
            .iter()
            .enumerate()
            .filter_map(|(index, table)| Some((table.name.get()?.as_str(), (index, table))));
        let known = Known {
            by_name: named.collect(),
            all_named: tables.iter().all(|table| table.name.get().is_some()),
        };
        let channels: Vec<Option<Channel>> = tables.iter().map(|table| self.channel(table, &known)).collect();
        let channels: Vec<Channel> = channels.into_iter().collect::<Option<_>>()?;
        let windows = channels.iter().map(|channel| match channel.carryover {
            Carryover::None | Carryover::Geometric { window: None, .. } => 0,
            Carryover::Geometric { window: Some(window), .. }
            | Carryover::Binomial { window, .. }
            | Carryover::Delayed { window, .. }
            | Carryover::Weibull { window, .. } => window,
        });
        let work = windows.sum::<usize>().saturating_mul(self.periods?);
        if work > MAX_CARRYOVER {
            let diagnostic = Diagnostic::error(&field.key, "the windows of the carryovers are too long together")
                .found(format!("periods × windows of {work}"))
                .allowed("10 000 000 000")
                .hint("shorten the windows, or write a plain { half_life = … }, which needs none");
            self.wrong(field, diagnostic);
            return None;
        }
        Some(channels)
    }

    /// What a channel has behind it, for a plan derived from this one.
    pub(super) fn past(&mut self, file: &ChannelTable) -> Option<Past> {
        let spend = self.spend(&file.spend)?;
        let history = if file.history.is_absent() {
            *spend.first()?
        } else {
            file.history.get()?.value
        };
        let observed = self.observed(&file.observed).unwrap_or_else(|| range(history, &spend));
        Some(Past { history, observed })
    }

    fn channel(&mut self, file: &ChannelTable, known: &Known<'_>) -> Option<Channel> {
        if let Some(name) = file.name.get()
            && matches!(name.as_str(), "organic" | "referral")
        {
            let diagnostic = Diagnostic::error(&file.name.key, format!("no channel can have the name {name:?}"))
                .found(format!("{name:?}"))
                .allowed("any other name")
                .hint("it is the name of the visits that come without a channel");
            self.wrong(&file.name, diagnostic);
        }
        let spend = self.spend(&file.spend);
        let price_index = match (file.price_index.get(), self.periods) {
            (Some(series), Some(periods)) => self.series(&file.price_index, series, periods),
            (None, Some(periods)) if file.price_index.is_absent() => Some(vec![1.0; periods]),
            _ => None,
        };
        let history = if file.history.is_absent() {
            spend.as_ref().and_then(|spend| spend.first().copied())
        } else {
            file.history.get().map(|history| history.value)
        };
        let observed = self.observed(&file.observed);
        let carryover = self.carryover(&file.carryover);
        let reach = file.reach.get().map(|reach| self.reach_effect(reach, history));
        let [act, convert, retention, repeat] =
            [&file.act, &file.convert, &file.retention, &file.repeat].map(|lift| lift.get().map(|lift| self.lift(lift)));
        let boosts = self.boosts(file, known);
        let limits = self.limits(file.limits.get());
        let (spend, history) = (spend?, history?);
        let observed = observed.unwrap_or_else(|| range(history, &spend));
        let (act_quality, convert_quality) = file.quality.get().map_or((None, None), qualities);
        Some(Channel {
            name: file.name.get()?.clone(),
            media: file.media.get().copied().unwrap_or(Media::Paid),
            place: file.place.get().copied().unwrap_or(Place::Online),
            spend,
            history,
            observed,
            price_index: price_index?,
            carryover: carryover?,
            act_quality,
            convert_quality,
            boosts: boosts?,
            reach: given(reach)?,
            act: given(act)?,
            convert: given(convert)?,
            retention: given(retention)?,
            repeat: given(repeat)?,
            pacing: file.pacing.get().copied().unwrap_or(self.shared.pacing),
            limits: limits?,
        })
    }

    fn observed(&mut self, field: &Field<Numbers<Amount>>) -> Option<(f64, f64)> {
        match *field.get()?.values.as_slice() {
            [min, max] if min <= max => Some((min, max)),
            [min, max] => {
                let diagnostic = Diagnostic::error(&field.key, format!("the ends of `{}` are swapped", field.key))
                    .found(format!("[{}, {}]", spelled(min), spelled(max)))
                    .allowed("the smaller one first")
                    .hint(format!("write [{}, {}]", spelled(max), spelled(min)));
                self.wrong(field, diagnostic);
                None
            }
            ref other => {
                let diagnostic = Diagnostic::error(&field.key, format!("`{}` has the wrong length", field.key))
                    .found(format!("{} numbers", other.len()))
                    .allowed("2, the least and the most that was ever spent per period");
                self.wrong(field, diagnostic);
                None
            }
        }
    }

    fn boosts(&mut self, file: &ChannelTable, known: &Known<'_>) -> Option<Vec<(BoostTarget, Quantity)>> {
        let Some(Boosts(boosts)) = file.boosts.get() else {
            return file.boosts.is_absent().then(Vec::new);
        };
        if !boosts.is_empty() {
            let curve = file.reach.get().map(|reach| (reach, shape_of(&reach.curve)));
            if file.reach.is_absent() {
                let diagnostic = Diagnostic::error(
                    &file.boosts.key,
                    format!("`{}` needs a reach effect of the channel itself", file.boosts.key),
                )
                .hint("add `reach = { visits = 0, half_spend = … }`: its curve says how strongly it boosts");
                self.wrong(&file.boosts, diagnostic);
            } else if let Some((reach, Some(shape @ (Shapes::Log | Shapes::Power | Shapes::Linear)))) = curve {
                let diagnostic = Diagnostic::error(&reach.curve.key, "a curve without a ceiling cannot boost")
                    .found(format!("{:?}", shape.word()))
                    .allowed("\"hill\", \"exponential\", \"logistic\"")
                    .hint("choose a curve with a ceiling, or leave out `boosts`");
                self.wrong(&reach.curve, diagnostic);
            }
        }
        let mut targets = Vec::with_capacity(boosts.len());
        for (name, field) in boosts {
            let target = self.boost_target(file, name, field, known);
            targets.push(target.and_then(|target| Some((target, field.get()?.quantity))));
        }
        targets.into_iter().collect()
    }

    fn boost_target<T>(&mut self, file: &ChannelTable, name: &str, field: &Field<T>, known: &Known<'_>) -> Option<BoostTarget> {
        if name == "organic" {
            return Some(BoostTarget::Organic);
        }
        if file.name.get().is_some_and(|own| own == name) {
            let diagnostic = Diagnostic::error(&field.key, "a channel cannot boost itself").hint("leave it out: its own curve says it all");
            self.wrong(field, diagnostic);
            return None;
        }
        let Some(&(index, target)) = known.by_name.get(name) else {
            if !known.all_named {
                return None;
            }
            let names = known
                .by_name
                .keys()
                .copied()
                .filter(|other| file.name.get().is_none_or(|own| own != other));
            let names: Vec<&str> = names.chain(["organic"]).collect();
            let mut allowed = names.iter().take(20).copied().collect::<Vec<_>>().join(", ");
            if names.len() > 20 {
                allowed.push_str(", …");
            }
            let diagnostic = Diagnostic::error(&field.key, format!("there is no channel {:?} to boost", shortened(name))).allowed(allowed);
            self.wrong(field, did_you_mean(diagnostic, name, names));
            return None;
        };
        if target.reach.is_absent() {
            let diagnostic = Diagnostic::error(&field.key, format!("{name:?} brings no visits that could be boosted"));
            self.wrong(field, diagnostic.hint(format!("give {name:?} a `reach`, or leave this out")));
            return None;
        }
        Some(BoostTarget::Channel(index))
    }
}

fn qualities(file: &QualityTable) -> (Option<Quantity>, Option<Quantity>) {
    let quantity = |field: &Field<_>| field.get().map(|factor: &crate::scenario::number::Uncertain<_>| factor.quantity);
    (quantity(&file.act), quantity(&file.convert))
}

/// An effect that is not there is fine; one that is there and wrong is not.
fn given<T>(effect: Option<Option<T>>) -> Option<Option<T>> {
    match effect {
        None => Some(None),
        Some(effect) => effect.map(Some),
    }
}

/// The range of history and spend.
fn range(history: f64, spend: &[f64]) -> (f64, f64) {
    spend
        .iter()
        .fold((history, history), |(min, max), &amount| (min.min(amount), max.max(amount)))
}
