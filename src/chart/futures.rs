//! How the draws are shown: shades for five, eight and nine futures in ten, probabilities in words, columns of quantiles.

use super::axis::Linear;
use super::canvas::{Canvas, Pen, Text};
use super::geometry::{Point, Rect, thinned};
use super::sheet::Sheet;
use super::table::Cell;
use super::theme::{Rgb, text_size};
use crate::say;
use crate::simulate::Band;
use crate::words::Words;

/// Opacity of the layers for nine, eight and five futures in ten, one upon the other: in grey too each is darker than the one around it.
const LAYERS: [f64; 3] = [0.15, 0.17, 0.26];
/// More points than this in an edge of a band cannot be seen.
const MOST_POINTS: usize = 600;
/// Width of a band that has one period [px].
const ALONE: f64 = 16.0;
/// Height of the key above a plot [px].
pub(super) const KEY: f64 = 26.0;

/// Lower and upper ends of the layers, the widest first.
const fn ends(band: &Band) -> [(f64, f64); 3] {
    [(band.p5, band.p95), (band.p10, band.p90), (band.p25, band.p75)]
}

/// Shades over time; `place` is where a value at the end of a period lies, `start` where all futures begin.
pub(super) fn ribbon(canvas: &mut Canvas, start: Option<Point>, bands: &[Option<Band>], place: impl Fn(usize, f64) -> Point, colour: Rgb) {
    for (layer, opacity) in LAYERS.into_iter().enumerate() {
        let edge = |of: fn((f64, f64)) -> f64| edge(start, bands, &place, |band| of(ends(band)[layer]));
        let (lower, upper) = (edge(|ends| ends.0), edge(|ends| ends.1));
        canvas.area(lower.into_iter().chain(upper.into_iter().rev()), colour, opacity);
    }
}

/// The edges of the band of eight futures in ten as thin lines.
pub(super) fn outline(canvas: &mut Canvas, start: Option<Point>, bands: &[Option<Band>], place: impl Fn(usize, f64) -> Point, colour: Rgb) {
    for of in [|band: &Band| band.p10, |band: &Band| band.p90] {
        canvas.line(edge(start, bands, &place, of), dots(colour));
    }
}

const fn dots(colour: Rgb) -> Pen {
    Pen {
        colour,
        width: 1.5,
        dash: Some((2.0, 4.0)),
    }
}

fn edge(start: Option<Point>, bands: &[Option<Band>], place: impl Fn(usize, f64) -> Point, of: impl Fn(&Band) -> f64) -> Vec<Point> {
    let points = bands.iter().enumerate().filter_map(|(t, band)| {
        let value = of(band.as_ref()?);
        value.is_finite().then(|| place(t, value))
    });
    let points: Vec<Point> = start.into_iter().chain(points).collect();
    match points.as_slice() {
        // where all futures begin, and no draws
        [_] if start.is_some() => Vec::new(),
        // one period alone has no length
        [(x, y)] => vec![(x - ALONE, *y), (*x, *y)],
        points => thinned(points, MOST_POINTS),
    }
}

/// A band that lies along a scale, in a strip of this height around `y`.
pub(super) fn strip(canvas: &mut Canvas, x: Linear, (y, height): (f64, f64), band: &Band, colour: Rgb) {
    for ((low, high), opacity) in ends(band).into_iter().zip(LAYERS) {
        let rect = Rect {
            left: x.at(low),
            top: y - height / 2.0,
            right: x.at(high),
            bottom: y + height / 2.0,
        };
        shade(canvas, rect, colour, opacity);
    }
}

fn shade(canvas: &mut Canvas, rect: Rect, colour: Rgb, opacity: f64) {
    let Rect { left, top, right, bottom } = rect;
    canvas.area([(left, top), (right, top), (right, bottom), (left, bottom)], colour, opacity);
}

/// What the shades mean, from `at` to the right on one line; `outlined`: the plan of the file has dots instead. Gives the place where
/// more can stand on that line.
pub(super) fn key(sheet: &mut Sheet, at: Point, colour: Rgb, line: Option<&str>, outlined: bool) -> f64 {
    let (mut x, y) = at;
    let (theme, words) = (sheet.theme, sheet.words);
    let word = |sheet: &mut Sheet, x: f64, text: &str| {
        let text = Text::new(text, x, 0.0, theme.muted).size(text_size::TICK).centred_on(y);
        let right = text.rect().right;
        sheet.canvas.text(text);
        right + 18.0
    };
    if let Some(line) = line {
        sheet.canvas.line([(x, y), (x + 26.0, y)], Pen::solid(colour, 3.5));
        x = word(sheet, x + 33.0, line);
    }
    let eight = say!(words, "futures-key-eight");
    let shades = [
        (3, say!(words, "futures-key-five")),
        (2, eight.clone()),
        (1, say!(words, "futures-key-nine")),
    ];
    for (layers, text) in shades {
        let rect = Rect {
            left: x,
            top: y - 7.0,
            right: x + 26.0,
            bottom: y + 7.0,
        };
        for opacity in &LAYERS[..layers] {
            shade(&mut sheet.canvas, rect, colour, *opacity);
        }
        x = word(sheet, x + 33.0, &text);
    }
    if outlined {
        let colour = theme.status_quo;
        sheet.canvas.line([(x, y), (x + 26.0, y)], Pen::dashed(colour, 2.5));
        x = word(sheet, x + 33.0, &say!(words, "futures-key-today"));
        for shift in [-5.0, 5.0] {
            sheet.canvas.line([(x, y + shift), (x + 26.0, y + shift)], dots(colour));
        }
        x = word(sheet, x + 33.0, &eight);
    }
    x
}

/// A probability in words, for the end of a sentence: `in 93 of 100 futures`.
pub(super) fn in_futures(words: Words, share: f64) -> String {
    match Likely::of(share) {
        Likely::Every => say!(words, "in-futures-every"),
        Likely::No => say!(words, "in-futures-none"),
        Likely::Over => say!(words, "in-futures-over"),
        Likely::Under => say!(words, "in-futures-under"),
        Likely::Some(n) => say!(words, "in-futures-some", count = n.to_string(), n = n),
    }
}

/// A probability, short, for the end of a label: `in 93 of 100`.
pub(super) fn in_hundred(words: Words, share: f64) -> String {
    match Likely::of(share) {
        Likely::Every => say!(words, "in-hundred-every"),
        Likely::No => say!(words, "in-hundred-none"),
        Likely::Over => say!(words, "in-hundred-over"),
        Likely::Under => say!(words, "in-hundred-under"),
        Likely::Some(n) => say!(words, "in-hundred-some", count = n.to_string()),
    }
}

/// A probability as it is told: near the ends of the scale it says no more than the draws do.
enum Likely {
    Every,
    No,
    Over,
    Under,
    /// So many of a hundred.
    Some(usize),
}

impl Likely {
    fn of(share: f64) -> Self {
        match share {
            share if share >= 1.0 => Self::Every,
            share if share <= 0.0 => Self::No,
            share if share > 0.995 => Self::Over,
            share if share < 0.005 => Self::Under,
            share => Self::Some((share * 100.0).round_ties_even() as usize),
        }
    }
}

/// Eight futures in ten, from one value to another: `8 in 10: 12 k € to 30 k €`.
pub(super) fn eight_in_ten(words: Words, from: &str, to: &str) -> String {
    if from == to {
        say!(words, "eight-in-ten-at", value = from)
    } else {
        say!(words, "eight-in-ten", from = from, to = to)
    }
}

/// Names of the columns of a band.
pub(super) fn columns(name: &str) -> impl Iterator<Item = String> {
    [5, 10, 25, 50, 75, 90, 95].map(|level| format!("{name}_p{level}")).into_iter()
}

/// Cells of these columns.
pub(super) fn cells<'a>(band: Option<&Band>) -> [Cell<'a>; 7] {
    let quantiles = |band: &Band| [band.p5, band.p10, band.p25, band.p50, band.p75, band.p90, band.p95].map(Some);
    band.map_or([None; 7], quantiles).map(Cell::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Language;

    #[test]
    fn without_draws_there_is_no_shade() {
        let mut canvas = Canvas::new((100, 100), Rgb(255, 255, 255));
        for start in [None, Some((10.0, 50.0))] {
            ribbon(&mut canvas, start, &[], |t, value| (t as f64, value), Rgb(0, 0, 0));
            outline(&mut canvas, start, &[], |t, value| (t as f64, value), Rgb(0, 0, 0));
        }
        let svg = canvas.svg("", "", false).expect("draws");
        assert!(!svg.contains("<poly"), "{svg}");
    }

    #[test]
    fn probabilities_near_their_ends_are_not_rounded_to_certainty() {
        let words = Words::new(Language::English);
        assert_eq!(in_futures(words, 0.926), "in 93 of 100 futures");
        assert_eq!(in_futures(words, 0.9996), "in over 99 of 100 futures");
        assert_eq!(in_futures(words, 1.0), "in every future drawn");
        assert_eq!(in_futures(words, 0.0), "in no future drawn");
        assert_eq!(in_hundred(words, 0.0002), "in under 1 of 100");
    }
}
