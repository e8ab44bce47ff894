//! The sheet of a chart: title, subtitle, footer, and the room that they leave.

use super::canvas::{Anchor, Canvas, Pen, Text};
use super::font::Weight;
use super::geometry::{Point, Rect};
use super::input::certain;
use super::text::{clean, cut, wrapped};
use super::theme::text_size;
use super::{ChartInput, Look, Theme};
use crate::format::Format;
use crate::say;
use crate::simulate::Futures;
use crate::words::Words;

/// Left and right margin [px].
pub(crate) const MARGIN: f64 = 44.0;
/// A label further away from its point than this is tied to it by a line [px].
const LEADER: f64 = 36.0;
/// How much of what lies behind a label is covered: enough to read the label on the darkest shade, little enough to see that the shade goes on.
const PLATE: f64 = 0.8;
/// What a line through a label costs: more than any distance [px].
const CROSSED: f64 = 1_000.0;

/// A canvas with its frame written and its numbers' format at hand.
pub(super) struct Sheet {
    pub canvas: Canvas,
    pub theme: Theme,
    pub format: Format,
    pub words: Words,
    pub title: String,
    pub subtitle: String,
    /// The room for the chart itself.
    pub room: Rect,
}

impl Sheet {
    /// Writes title, subtitle and footer.
    pub(super) fn new(input: &ChartInput, look: &Look, title: &str, subtitle: &str) -> Self {
        let source = match input.futures {
            Some(futures) if certain(futures) => say!(input.words(), "sheet-certain"),
            Some(futures) => drawn(input, futures),
            None => say!(input.words(), "sheet-point-run"),
        };
        Self::from(input, look, title, subtitle, &source)
    }

    /// The same of a chart whose numbers have another source: the footer says which.
    pub(super) fn from(input: &ChartInput, look: &Look, title: &str, subtitle: &str, source: &str) -> Self {
        let origin = Origin {
            scenario: &input.before.scenario,
            start: input.before.periods.first().map(|first| first.date.as_str()),
            source,
        };
        Self::of(&origin, (input.words(), input.format()), look, title, subtitle)
    }

    /// The same of results that no [`ChartInput`] holds.
    pub(super) fn of(origin: &Origin, (words, format): (Words, Format), look: &Look, title: &str, subtitle: &str) -> Self {
        let theme = look.theme;
        let mut canvas = Canvas::new(look.size.pixels(), theme.background);
        let width = canvas.width - 2.0 * MARGIN;
        let (title, subtitle) = (clean(title), clean(subtitle));
        let mut y = 22.0;
        let (size, lines) = title_lines(&title, width);
        for line in lines {
            y += size * 1.22;
            canvas.text(Text::new(line, MARGIN, y, theme.ink).size(size).bold());
        }
        y += 6.0;
        for line in subtitle_lines(&subtitle, width) {
            y += 23.0;
            canvas.text(Text::new(line, MARGIN, y, theme.muted).size(text_size::SUBTITLE));
        }
        let footer = canvas.height - 18.0;
        let text = cut(&origin.footer(words, &format, width), text_size::FOOTER, Weight::Regular, width);
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
            format,
            words,
            title,
            subtitle,
            room,
        }
    }

    /// Lines of a label beside `point`, where they cover no other text and as few lines of the chart as can be; left out where every
    /// place is taken.
    pub(super) fn label_near(&mut self, point: Point, lines: &[Text], within: Rect) {
        self.label(point, lines, within, f64::INFINITY);
    }

    /// [`Self::label_near`], but left out as well where it would cover a line of the chart; tells whether it is there.
    pub(super) fn label_if_clear(&mut self, point: Point, lines: &[Text], within: Rect) -> bool {
        self.label(point, lines, within, CROSSED)
    }

    /// Places a label that costs less than `most`.
    fn label(&mut self, point: Point, lines: &[Text], within: Rect, most: f64) -> bool {
        let width = lines.iter().map(Text::width).fold(0.0, f64::max);
        let mut best: Option<(f64, Vec<Text>)> = None;
        for (away, beside) in [14.0, 26.0, 42.0, 64.0, 92.0, 130.0, 180.0]
            .into_iter()
            .flat_map(|away| [14.0, 44.0, 90.0, 150.0].map(|beside| (away, beside)))
        {
            for (right, above) in [(true, true), (false, true), (true, false), (false, false)] {
                let left = if right { point.0 + beside } else { point.0 - beside - width };
                let y = if above { point.1 - away } else { point.1 + away };
                let candidate = stacked(lines, left, y, above);
                let free = |text: &Text| within.contains(text.rect()) && self.canvas.is_free(text.rect());
                if !candidate.iter().all(free) {
                    continue;
                }
                let crossed: usize = candidate.iter().map(|text| self.canvas.lines_through(text.rect().grown(3.0))).sum();
                let leader = nearest(&candidate, point).filter(|end| distance(*end, point) > LEADER);
                let hidden = leader.is_some_and(|end| self.canvas.text_between(point, end));
                // A line through the label is worse than any distance, and a leader through another label is worse than that.
                let cost = CROSSED * (crossed + 3 * usize::from(hidden)) as f64 + away + beside;
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, candidate));
                }
            }
        }
        let Some((_, placed)) = best.filter(|(cost, _)| *cost < most) else {
            return false;
        };
        // A label that stands apart is tied to its point.
        if let Some(end) = nearest(&placed, point)
            && distance(end, point) > LEADER
        {
            let share = 9.0 / distance(end, point);
            let start = (point.0 + (end.0 - point.0) * share, point.1 + (end.1 - point.1) * share);
            self.canvas.line([start, end], Pen::solid(placed[0].colour, 1.25));
        }
        // lines of text stand too near for halos: one's would cover the other
        let ground = placed.iter().map(Text::rect).reduce(Rect::around);
        if let Some(Rect { left, top, right, bottom }) = ground.map(|rect| rect.grown(3.0)) {
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
            self.canvas.area(corners, self.theme.background, PLATE);
        }
        for text in placed {
            self.canvas.text(text);
        }
        true
    }
}

/// The place at the edge of a label that is nearest to `point`.
fn nearest(label: &[Text], point: Point) -> Option<Point> {
    let rects = label.iter().map(Text::rect);
    let near = rects.map(|r| (point.0.clamp(r.left - 4.0, r.right + 4.0), point.1.clamp(r.top, r.bottom)));
    near.min_by(|a, b| distance(*a, point).total_cmp(&distance(*b, point)))
}

fn distance(a: Point, b: Point) -> f64 {
    ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
}

/// Lines one below the other; the one that is nearer to `y` is centred on it, the others are above it or below.
fn stacked(lines: &[Text], left: f64, y: f64, above: bool) -> Vec<Text> {
    let pitch = |text: &Text| text.size * 1.25;
    let height: f64 = lines.iter().skip(1).map(pitch).sum();
    let mut y = if above { y - height } else { y };
    let mut placed = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        y += if i == 0 { 0.0 } else { pitch(line) };
        let mut line = line.clone().anchor(Anchor::Start);
        line.x = left;
        placed.push(line.centred_on(y));
    }
    placed
}

/// The longer of two titles where it takes no more lines than the shorter.
pub(super) fn fitting(look: &Look, longer: String, shorter: String) -> String {
    let width = f64::from(look.size.pixels().0) - 2.0 * MARGIN;
    let lines = |title: &str| title_lines(&clean(title), width).1.len();
    if lines(&longer) <= lines(&shorter) { longer } else { shorter }
}

/// A title as large as it can be on one line; if that is too small, two lines of about one length.
fn title_lines(title: &str, width: f64) -> (f64, Vec<String>) {
    let length = |size: f64| super::font::width(title, size, Weight::SemiBold);
    let largest = text_size::TITLE;
    if let Some(size) = [largest, largest - 2.0, largest - 4.0]
        .into_iter()
        .find(|size| length(*size) <= width)
    {
        return (size, vec![title.to_owned()]);
    }
    let size = largest - 2.0;
    let tight = (5..=10).map(|tenth| width * f64::from(tenth) / 10.0);
    let whole = |lines: &Vec<String>| !lines.iter().any(|line| line.ends_with('…'));
    let mut tries = tight.map(|room| wrapped(title, size, Weight::SemiBold, room, 2));
    let lines = tries
        .find(whole)
        .unwrap_or_else(|| wrapped(title, size, Weight::SemiBold, width, 2));
    (size, lines)
}

/// A subtitle on as few lines as can be; where a word or two would be left for the last, the lines are of about one length.
fn subtitle_lines(subtitle: &str, width: f64) -> Vec<String> {
    let within = |room: f64, lines: usize| wrapped(subtitle, text_size::SUBTITLE, Weight::Regular, room, lines);
    let full = within(width, 3);
    let last = full
        .last()
        .map_or(width, |line| super::font::width(line, text_size::SUBTITLE, Weight::Regular));
    if full.len() < 2 || last > 0.25 * width {
        return full;
    }
    let whole = |lines: &Vec<String>| !lines.iter().any(|line| line.ends_with('…'));
    let mut tight = (10..20).map(|twentieth| within(width * f64::from(twentieth) / 20.0, full.len()));
    tight.find(whole).unwrap_or(full)
}

/// How many futures were drawn, from which seed.
fn drawn(input: &ChartInput, futures: &Futures) -> String {
    let (words, n) = (input.words(), futures.sampling.draws);
    let count = |draws: usize| input.format().number(draws as f64, 0);
    let (draws, seed) = (count(n), futures.sampling.seed.to_string());
    match futures.excluded as usize {
        0 => say!(words, "sheet-drawn", draws = draws, n = n, seed = seed),
        excluded => say!(
            words,
            "sheet-drawn-excluded",
            draws = draws,
            n = n,
            seed = seed,
            excluded = count(excluded)
        ),
    }
}

/// Where the numbers of a chart come from.
pub(super) struct Origin<'a> {
    pub scenario: &'a str,
    /// First day of the plan, `YYYY-MM-DD`.
    pub start: Option<&'a str>,
    /// The run that made them, in words.
    pub source: &'a str,
}

impl Origin<'_> {
    /// Scenario, program, run, date: who reads a chart alone can find out where it comes from.
    fn footer(&self, words: Words, format: &Format, width: f64) -> String {
        let mut rest = format!(" · osa {} · {}", env!("CARGO_PKG_VERSION"), self.source);
        if let Some(first) = self.start {
            let date = first.parse().map_or_else(|_| clean(first), |date| format.day(date));
            rest.push_str(&format!(" · {}", say!(words, "sheet-plan-starts", date = date)));
        }
        // A long name is cut, not what stands behind it.
        let room = width - super::font::width(&rest, text_size::FOOTER, Weight::Regular);
        cut(&clean(self.scenario), text_size::FOOTER, Weight::Regular, room) + &rest
    }
}
