//! The table `[report]` as a planner writes it: how the documents made of a scenario look, and what they hold.

use super::list::List;
use super::table::table;
use super::value::{Colour, Day};
use super::{Appearance, Section};
use crate::format::Language;

table! {
    /// How reports and charts of this scenario look, and what they hold; no result hangs on it.
    ReportTable {
        /// Title of the documents. Default: `plan.name`.
        optional title: String,
        /// For whom they are made.
        optional client: String,
        /// Who makes them.
        optional author: String,
        /// A picture for the first page: a PNG or SVG file up to 2 MiB, relative to the scenario.
        optional logo: String,
        /// Colour of headings and marks, such as "#0072b2". Default: that of the theme.
        optional accent: Colour,
        /// Language of charts and reports. Default: "en".
        optional language: Language,
        /// Colours on white or on black. Default: "light".
        optional theme: Appearance,
        /// Date printed on them. Default: the day on which they are made.
        optional date: Day,
        /// Sections that are shown. Default: all.
        optional sections: List<Section>,
        /// Sections that are left out. Default: none.
        optional hide: List<Section>,
    }
}
