//! The sheet of a chart: title, subtitle, footer, and the room that they leave.

use super::axis::day;
use super::canvas::{Anchor, Canvas, Text};
use super::font::Weight;
use super::geometry::{Point, Rect};
use super::text::{clean, cut, wrapped};
use super::theme::text_size;
use super::{ChartInput, Look, Theme};
use crate::format::Format;

/// Left and right margin [px].
const MARGIN: f64 = 44.0;

/// A canvas with its frame written and its numbers' format at hand.
pub(super) struct Sheet {
    pub canvas: Canvas,
    pub theme: &'static Theme,
    pub format: Format,
    pub title: String,
    pub subtitle: String,
    /// The room for the chart itself.
    pub room: Rect,
}

impl Sheet {
    /// Writes title, subtitle and footer.
    pub(super) fn new(input: &ChartInput, look: &Look, title: &str, subtitle: &str) -> Self {
        let theme = look.theme;
        let mut canvas = Canvas::new(look.size.pixels(), theme.background);
        let width = canvas.width - 2.0 * MARGIN;
        let (title, subtitle) = (clean(title), clean(subtitle));
        let mut y = 22.0;
        for line in wrapped(&title, text_size::TITLE, Weight::SemiBold, width, 2) {
            y += 33.0;
            canvas.text(Text::new(line, MARGIN, y, theme.ink).size(text_size::TITLE).bold());
        }
        y += 6.0;
        for line in wrapped(&subtitle, text_size::SUBTITLE, Weight::Regular, width, 3) {
            y += 23.0;
            canvas.text(Text::new(line, MARGIN, y, theme.muted).size(text_size::SUBTITLE));
        }
        let footer = canvas.height - 18.0;
        let text = cut(&footer_text(input, width), text_size::FOOTER, Weight::Regular, width);
        canvas.text(Text::new(text, MARGIN, footer, theme.muted).size(text_size::FOOTER));
        let room = Rect {
            left: MARGIN,
            top: y + 22.0,
            right: canvas.width - MARGIN,
            bottom: footer - 30.0,
        };
        Self {
            canvas,
            theme,
            format: Format::no_break(&clean(&input.before.currency)),
            title,
            subtitle,
            room,
        }
    }

    /// A label beside `point`, where it covers no other text and as few lines as can be; left out where every place is taken.
    pub(super) fn label_near(&mut self, point: Point, text: Text, within: Rect) -> bool {
        let width = text.width();
        let mut best: Option<(usize, Text)> = None;
        for distance in [14.0_f64, 26.0, 42.0, 64.0, 92.0] {
            for (dx, dy) in [(1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (0.0, -1.0), (0.0, 1.0)] {
                let mut candidate = text.clone().anchor(Anchor::Start);
                candidate.x = match dx {
                    1.0 => point.0 + distance.min(16.0),
                    -1.0 => point.0 - distance.min(16.0) - width,
                    _ => point.0 - width / 2.0,
                };
                let candidate = candidate.centred_on(point.1 + dy * distance);
                let rect = candidate.rect();
                if !within.contains(rect) || !self.canvas.is_free(rect) {
                    continue;
                }
                let crossed = self.canvas.lines_through(rect.grown(3.0));
                if best.as_ref().is_none_or(|(least, _)| crossed < *least) {
                    best = Some((crossed, candidate));
                }
            }
        }
        let found = best.is_some();
        if let Some((_, text)) = best {
            self.canvas.text(text.halo(self.theme.background));
        }
        found
    }
}

/// Scenario, program, run, date: who reads a chart alone can find out where it comes from.
fn footer_text(input: &ChartInput, width: f64) -> String {
    let mut rest = format!(
        " · osa {} · point run: every quantity at its median, no ranges",
        env!("CARGO_PKG_VERSION")
    );
    if let Some(first) = input.before.periods.first() {
        let date = first.date.parse().map_or_else(|_| clean(&first.date), day);
        rest.push_str(&format!(" · plan starts {date}"));
    }
    // A long name is cut, not what stands behind it.
    let room = width - super::font::width(&rest, text_size::FOOTER, Weight::Regular);
    cut(&clean(&input.before.scenario), text_size::FOOTER, Weight::Regular, room) + &rest
}
