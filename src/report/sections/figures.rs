//! The charts, each with its conclusion as title and a sentence of plain words.

use super::telling::Telling;
use crate::chart::{Chart, ChartError, Kind, draw};
use crate::report::document::{Block, Figure};
use crate::say;

/// Charts that stand in a section of their own, beside what they show.
const ELSEWHERE: [Kind; 4] = [Kind::Weakest, Kind::Reallocation, Kind::Tornado, Kind::Sensitivity];

pub(super) fn blocks(telling: &Telling) -> Result<Vec<Block>, ChartError> {
    let mut blocks = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| !ELSEWHERE.contains(kind)) {
        blocks.extend(block(telling, kind)?);
    }
    Ok(blocks)
}

/// One chart; `None` where the results for it are missing.
pub(super) fn block(telling: &Telling, kind: Kind) -> Result<Option<Block>, ChartError> {
    let look = &telling.input.look;
    Ok(draw(kind, telling.results(), look)?.map(|Chart { title, svg, .. }| {
        Block::Figure(Figure {
            kind,
            title,
            caption: caption(telling, kind),
            svg,
            size: look.size.pixels(),
        })
    }))
}

/// What a chart shows, in one sentence of plain words.
fn caption(telling: &Telling, kind: Kind) -> String {
    let words = telling.words;
    match kind {
        Kind::Roi => say!(words, "caption-roi"),
        Kind::Profit => say!(words, "caption-profit"),
        Kind::Funnel => say!(words, "caption-funnel"),
        Kind::Weakest => say!(words, "caption-weakest"),
        Kind::Response => say!(words, "caption-response"),
        Kind::Reallocation => say!(words, "caption-reallocation"),
        Kind::Retention => say!(words, "caption-retention"),
        Kind::Waterfall => say!(words, "caption-waterfall"),
        Kind::Frontier => say!(words, "caption-frontier"),
        Kind::Kaizen => say!(words, "caption-kaizen"),
        Kind::Tornado => say!(words, "caption-tornado"),
        Kind::Sensitivity => say!(words, "caption-sensitivity"),
        Kind::WhatIf => say!(words, "caption-what-if"),
        // no chart of a report
        Kind::Lab(_) => String::new(),
    }
}
