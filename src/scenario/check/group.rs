//! Checks of `[[plan.group]]`.

use std::collections::BTreeMap;

use crate::scenario::choice::did_you_mean;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::file::ChannelTable;
use crate::scenario::file_limits::GroupTable;
use crate::scenario::names::Moved;
use crate::scenario::node::{Field, shortened};
use crate::scenario::table::Placed;
use crate::scenario::tables::Tables;
use crate::scenario::{Group, Media, Place};

use super::Check;

/// Groups, at most: with 10 000 channels they hold 10 000 000 names together.
const MAX_GROUPS: usize = 1_000;

/// The channels that a group can take.
struct Channels<'a> {
    tables: &'a [ChannelTable],
    by_name: BTreeMap<&'a str, usize>,
    /// Whether all are read and named; else a name that is not here may be that of a channel with a mistake.
    all_named: bool,
}

impl Check<'_, '_> {
    pub(super) fn groups(&mut self, groups: &Field<Tables<GroupTable>>, channels: &Field<Tables<ChannelTable>>) -> Option<Vec<Group>> {
        let Some(Tables(groups_read)) = groups.get() else {
            return groups.is_absent().then(Vec::new);
        };
        self.unique("groups", groups_read.iter().map(|group| &group.name));
        if groups_read.len() > MAX_GROUPS {
            let diagnostic = Diagnostic::error(&groups.key, "there are too many groups");
            self.wrong(groups, diagnostic.found(groups_read.len().to_string()).allowed("up to 1 000"));
            return None;
        }
        let tables = channels.get().map_or([].as_slice(), |channels| &channels.0);
        let named = tables
            .iter()
            .enumerate()
            .filter_map(|(index, table)| Some((table.name.get()?.as_str(), index)));
        let channels = Channels {
            tables,
            by_name: named.collect(),
            all_named: (channels.is_absent() || channels.get().is_some()) && tables.iter().all(|table| table.name.get().is_some()),
        };
        let groups: Vec<Option<Group>> = groups_read.iter().map(|group| self.group(group, &channels)).collect();
        groups.into_iter().collect()
    }

    fn group(&mut self, file: &GroupTable, channels: &Channels<'_>) -> Option<Group> {
        let here = file.here();
        // A selector or a limit may be what a misspelt key means.
        let misspelt = self.report.has_errors_in(&here.key);
        let members = self.members(file, channels, misspelt);
        let amounts = [&file.min, &file.max, &file.min_total, &file.max_total];
        let shares = [&file.min_share, &file.max_share];
        if !misspelt && amounts.iter().all(|amount| amount.is_absent()) && shares.iter().all(|share| share.is_absent()) {
            let diagnostic = Diagnostic::error(&here.key, format!("`{}` limits nothing", here.key))
                .allowed("min, max, min_total, max_total, min_share, max_share")
                .hint("such as `max_share = 0.4`: at most 40 % of all channels' money");
            self.report.add(diagnostic, here.span.clone());
        }
        let swap = "swap them, or write the same number twice to hold the group";
        let (min, max) = self.room(here, swap, ("min", &file.min, 0.0), ("max", &file.max, f64::INFINITY));
        let (min_total, max_total) = self.room(
            here,
            swap,
            ("min_total", &file.min_total, 0.0),
            ("max_total", &file.max_total, f64::INFINITY),
        );
        let (min_share, max_share) = self.room(here, swap, ("min_share", &file.min_share, 0.0), ("max_share", &file.max_share, 1.0));
        Some(Group {
            name: file.name.get()?.clone(),
            channels: members?,
            min,
            max,
            min_total,
            max_total,
            min_share,
            max_share,
        })
    }

    /// The channels that every selector takes.
    fn members(&mut self, file: &GroupTable, channels: &Channels<'_>, misspelt: bool) -> Option<Vec<usize>> {
        let here = file.here();
        let selects = [
            file.channels.is_written(),
            file.media.is_written(),
            file.place.is_written(),
            file.stage.is_written(),
        ];
        if selects == [false; 4] {
            if misspelt {
                return None;
            }
            let diagnostic = Diagnostic::error(&here.key, format!("`{}` does not say which channels it takes", here.key))
                .allowed("channels, media, place, stage")
                .hint("such as `channels = [\"search\", \"social\"]` or `place = \"offline\"`");
            self.report.add(diagnostic, here.span.clone());
            return None;
        }
        let listed = match file.channels.get() {
            None if file.channels.is_absent() => None,
            None => return None,
            Some(names) => {
                let indices: Vec<Option<usize>> = names.0.iter().map(|name| self.named(name, channels)).collect();
                Some(indices.into_iter().collect::<Option<std::collections::BTreeSet<usize>>>()?)
            }
        };
        let taken = |&(index, channel): &(usize, &ChannelTable)| {
            listed.as_ref().is_none_or(|listed| listed.contains(&index))
                && same(&file.media, &channel.media, Media::Paid)
                && same(&file.place, &channel.place, Place::Online)
                && file.stage.get().is_none_or(|&stage| moves(channel, stage))
        };
        let members: Vec<usize> = channels.tables.iter().enumerate().filter(taken).map(|(index, _)| index).collect();
        if members.is_empty() && channels.all_named {
            let diagnostic = Diagnostic::error(&here.key, format!("`{}` takes no channel", here.key))
                .hint("several selectors narrow each other: leave one out, or widen it");
            self.report.add(diagnostic, here.span.clone());
        }
        (!members.is_empty()).then_some(members)
    }

    /// The channel of a name in a group.
    fn named(&mut self, field: &Field<String>, channels: &Channels<'_>) -> Option<usize> {
        let name = field.get()?.as_str();
        let found = channels.by_name.get(name).copied();
        if found.is_none() && channels.all_named {
            let names = channels.by_name.keys().copied();
            let mut allowed = names.clone().take(20).collect::<Vec<_>>().join(", ");
            if names.len() > 20 {
                allowed.push_str(", …");
            }
            let diagnostic = Diagnostic::error(&field.key, format!("there is no channel {:?} for the group", shortened(name)));
            self.wrong(field, did_you_mean(diagnostic.allowed(allowed), name, names));
        }
        found
    }
}

/// Whether a channel is of the kind that a selector wants, if it wants any. A kind that is written wrongly is reported already and may be it.
fn same<T: PartialEq + Copy>(wanted: &Field<T>, found: &Field<T>, default: T) -> bool {
    let Some(wanted) = wanted.get() else { return true };
    match found.get() {
        Some(found) => found == wanted,
        None => found.is_written() || default == *wanted,
    }
}

/// Whether a channel has an effect on a stage.
fn moves(channel: &ChannelTable, stage: Moved) -> bool {
    match stage {
        Moved::Reach => channel.reach.is_written(),
        Moved::Act => channel.act.is_written(),
        Moved::Convert => channel.convert.is_written(),
        Moved::Engage => channel.retention.is_written() || channel.repeat.is_written(),
    }
}
