//! Lines of strategies over the cycles, each with its name at its end.

use super::super::axis::{Linear, Ticks};
use super::super::canvas::{Pen, Text};
use super::super::font::{self, Weight};
use super::super::futures;
use super::super::geometry::{Point, Rect, spread, thinned};
use super::super::kaizen::draw_cycles;
use super::super::lines::draw_levels;
use super::super::sheet::Sheet;
use super::super::theme::text_size;
use super::strategies::{colour, pen};
use super::{LabInput, strategy};
use crate::lab::Strategy;
use crate::say;
use crate::simulate::Band;

/// More points than this in a line cannot be seen.
const MOST_POINTS: usize = 1_600;
/// From the end of the lines to their names [px].
const TO_NAMES: f64 = 46.0;
/// Height of a name with its amount below [px].
const NAME: f64 = 41.0;
/// Longest name [px].
const LONGEST: f64 = 240.0;

/// How the band of eight worlds in ten is drawn around a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Banded {
    Shaded,
    Outlined,
}

/// A strategy's line.
pub(super) struct Runner {
    pub strategy: Strategy,
    /// At the start and at the end of each cycle.
    pub values: Vec<f64>,
    pub bands: Option<(Banded, Vec<Band>)>,
    /// What stands below the name: where the line ends.
    pub amount: String,
}

impl Runner {
    fn last(&self) -> Option<f64> {
        self.values.last().copied().filter(|value| value.is_finite())
    }
}

/// Draws the axes, the lines and their names.
pub(super) fn draw(sheet: &mut Sheet, input: &LabInput, runners: &[Runner]) {
    let theme = sheet.theme;
    let ticks = ticks(runners);
    let levels = input.levels(&ticks);
    let labels = levels.iter().map(|(_, label)| font::width(label, text_size::TICK, Weight::Regular));
    let names: Vec<String> = runners
        .iter()
        .map(|runner| super::super::text::cut(&strategy(sheet.words, runner.strategy), text_size::LABEL, Weight::SemiBold, LONGEST))
        .collect();
    let names_width = names.iter().map(|name| font::width(name, text_size::LABEL, Weight::SemiBold));
    let amounts = runners
        .iter()
        .map(|runner| font::width(&runner.amount, text_size::TICK, Weight::Regular));
    let keyed = runners.iter().any(|runner| runner.bands.is_some());
    let area = Rect {
        left: sheet.room.left + labels.fold(0.0, f64::max) + 16.0,
        top: sheet.room.top + if keyed { futures::KEY + 10.0 } else { 8.0 },
        right: sheet.room.right - names_width.chain(amounts).fold(0.0, f64::max) - TO_NAMES,
        bottom: sheet.room.bottom - 28.0,
    };
    let cycles = input.experiment.cycles.len().max(1);
    let (x, y) = area.scales((0.0, cycles as f64), (ticks.low(), ticks.high()));
    draw_levels(sheet, area, y, &levels);
    draw_cycles(sheet, cycles, x, area);
    if keyed {
        draw_key(sheet, (area.left, sheet.room.top + futures::KEY / 2.0), runners);
    }
    let place = |cycle: usize, value: f64| (x.at(cycle as f64), y.at(value));
    for runner in runners {
        draw_band(sheet, runner, place);
    }
    // The heaviest last: it lies upon the others.
    let mut order: Vec<&Runner> = runners.iter().collect();
    order.sort_by(|a, b| pen(&theme, a.strategy).width.total_cmp(&pen(&theme, b.strategy).width));
    for runner in order {
        let values = runner.values.iter().enumerate().filter(|(_, value)| value.is_finite());
        let points: Vec<Point> = values.map(|(cycle, value)| place(cycle, *value)).collect();
        sheet.canvas.line(thinned(&points, MOST_POINTS), pen(&theme, runner.strategy));
    }
    draw_names(sheet, runners, &names, (area, y));
}

/// The levels of all lines and bands, with the zero line.
fn ticks(runners: &[Runner]) -> Ticks {
    let bands = runners
        .iter()
        .filter_map(|runner| runner.bands.as_ref())
        .flat_map(|(_, bands)| bands);
    let ends = bands.flat_map(|band| [band.p10, band.p90]);
    let values = runners.iter().flat_map(|runner| runner.values.iter().copied()).chain(ends);
    let finite = values.filter(|value| value.is_finite());
    let (low, high) = finite.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    Ticks::covering(low, high, 8)
}

/// Eight worlds in ten, as a shade or between two dotted lines.
fn draw_band(sheet: &mut Sheet, runner: &Runner, place: impl Fn(usize, f64) -> Point) {
    let Some((banded, bands)) = &runner.bands else { return };
    let colour = colour(&sheet.theme, runner.strategy);
    let edge = |of: fn(&Band) -> f64| {
        let places = bands.iter().enumerate().filter(|(_, band)| of(band).is_finite());
        places.map(|(cycle, band)| place(cycle, of(band))).collect::<Vec<Point>>()
    };
    let (lower, upper) = (edge(|band| band.p10), edge(|band| band.p90));
    match banded {
        Banded::Shaded => sheet.canvas.area(lower.into_iter().chain(upper.into_iter().rev()), colour, SHADE),
        Banded::Outlined => {
            sheet.canvas.line(lower, outline(colour));
            sheet.canvas.line(upper, outline(colour));
        }
    }
}

/// Opacity of a band: light enough for eight lines upon it.
const SHADE: f64 = 0.2;

const fn outline(colour: super::super::Rgb) -> Pen {
    Pen {
        colour,
        width: 1.75,
        dash: Some((2.0, 4.0)),
    }
}

/// What shade and dots are.
fn draw_key(sheet: &mut Sheet, (mut x, y): Point, runners: &[Runner]) {
    let (theme, words) = (sheet.theme, sheet.words);
    let word = |sheet: &mut Sheet, x: f64, text: &str| {
        let text = Text::new(text, x, 0.0, theme.muted).size(text_size::TICK).centred_on(y);
        let right = text.rect().right;
        sheet.canvas.text(text);
        right + 22.0
    };
    for runner in runners {
        let Some((banded, _)) = &runner.bands else { continue };
        let colour = colour(&theme, runner.strategy);
        let (top, bottom) = (y - 7.0, y + 7.0);
        match banded {
            Banded::Shaded => {
                let corners = [(x, top), (x + 26.0, top), (x + 26.0, bottom), (x, bottom)];
                sheet.canvas.area(corners, colour, SHADE);
            }
            Banded::Outlined => {
                for edge in [top + 2.0, bottom - 2.0] {
                    sheet.canvas.line([(x, edge), (x + 26.0, edge)], outline(colour));
                }
            }
        }
        let text = say!(words, "lab-key-band", strategy = strategy(words, runner.strategy));
        x = word(sheet, x + 33.0, &text);
    }
}

/// The names at the ends of the lines, moved apart where the lines end together; each line goes on to its name.
fn draw_names(sheet: &mut Sheet, runners: &[Runner], names: &[String], (area, y): (Rect, Linear)) {
    let theme = sheet.theme;
    let ends: Vec<(&Runner, &String, f64)> = runners
        .iter()
        .zip(names)
        .filter_map(|(runner, name)| Some((runner, name, y.at(runner.last()?))))
        .collect();
    let wanted: Vec<f64> = ends.iter().map(|(_, _, end)| *end).collect();
    let centres = spread(&wanted, &vec![NAME; ends.len()], sheet.room.top, sheet.room.bottom);
    for ((runner, name, end), centre) in ends.into_iter().zip(centres) {
        let own = pen(&theme, runner.strategy);
        let to = area.right + TO_NAMES - 7.0;
        sheet.canvas.line([(area.right, end), (to, centre)], Pen { width: 1.5, ..own });
        sheet.canvas.disc((area.right, end), 3.0 + own.width / 2.0, own.colour);
        sheet.canvas.disc((to, centre), 3.5, own.colour);
        let x = area.right + TO_NAMES;
        sheet.canvas.text(Text::new(name, x, centre - 3.0, theme.ink).bold());
        sheet
            .canvas
            .text(Text::new(&runner.amount, x, centre + 15.0, theme.muted).size(text_size::TICK));
    }
}
