//! Frontier: what each budget is worth at its best plan; today, the proposal, and the budget where a further unit returns nothing.

use super::axis::{Linear, Ticks};
use super::canvas::{Anchor, Pen, Text};
use super::font::{self, Weight};
use super::futures;
use super::geometry::{Point, Rect, thinned};
use super::input::certain;
use super::lines::draw_levels;
use super::sheet::Sheet;
use super::table::Table;
use super::terms::objective_case;
use super::text::clean;
use super::theme::text_size;
use super::{ChartInput, Drawing, Look};
use crate::format::{Format, Scale};
use crate::optimize::{Frontier, FrontierPoint};
use crate::say;
use crate::simulate::{Band, Futures};
use crate::words::Words;

/// More points than this in the line cannot be seen.
const MOST_POINTS: usize = 400;
/// A difference of budgets below this share is none that can be read.
const SAME: f64 = 0.005;
/// Money that a slope is told for where the objective is no money.
const TOLD_FOR: f64 = 1_000.0;

/// The curve and what stands on it.
struct Curve<'a> {
    frontier: &'a Frontier,
    futures: Option<&'a Futures>,
    /// What messages call the objective.
    objective: &'static str,
    is_money: bool,
}

/// `None` where there is no frontier, or nothing finite on it.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let frontier = input.frontier.filter(|frontier| frontier.points.iter().any(is_drawn))?;
    let curve = Curve {
        frontier,
        futures: input.frontier_futures.filter(|futures| !certain(futures)),
        objective: match frontier.objective {
            "customers" => "customers",
            _ => objective_case(input.before.objective_name),
        },
        is_money: frontier.objective != "customers",
    };
    let (words, format) = (input.words(), input.format());
    let subtitle = say!(
        words,
        "frontier-subtitle",
        objective = curve.objective,
        currency = clean(&input.before.currency),
        horizon = input.horizon(),
        spent = if frontier.spend_all { "full" } else { "far" },
    );
    let title = curve.title(&format, words);
    let of_futures = ChartInput {
        futures: input.frontier_futures,
        ..*input
    };
    let mut sheet = Sheet::new(&of_futures, look, &title, &subtitle);
    curve.draw(&mut sheet);
    Some(Drawing {
        sheet,
        table: curve.table(),
    })
}

fn is_drawn(point: &FrontierPoint) -> bool {
    point.objective.is_finite() && point.budget.is_finite()
}

impl Curve<'_> {
    /// Futures of each plan, in the order of [`Frontier::plans`].
    fn bands(&self) -> impl Iterator<Item = Option<Band>> {
        let plans = self.futures.map(|futures| futures.plans.as_slice()).unwrap_or_default();
        plans.iter().map(|plan| Some(plan.bands.objective)).chain(std::iter::repeat(None))
    }

    fn points(&self) -> impl Iterator<Item = (&FrontierPoint, Option<Band>)> {
        self.frontier.points.iter().zip(self.bands()).filter(|(point, _)| is_drawn(point))
    }

    fn marks(&self) -> impl Iterator<Item = &FrontierPoint> {
        self.frontier
            .plans()
            .skip(self.frontier.points.len())
            .filter(|point| is_drawn(point))
    }

    fn value(&self, format: &Format, value: f64) -> String {
        if self.is_money { format.money(value) } else { format.count(value) }
    }

    fn draw(&self, sheet: &mut Sheet) {
        let theme = sheet.theme;
        let all = || self.points().map(|(point, _)| point).chain(self.marks());
        let budgets = all().map(|point| point.budget);
        let (left, right) = range(budgets);
        let ends = |band: Band| [band.p5, band.p95].into_iter().filter(|value| value.is_finite());
        let values = all().map(|point| point.objective);
        let (low, high) = range(values.chain(self.points().filter_map(|(_, band)| band).flat_map(ends)));
        let (across, up) = (Ticks::covering(left, right, 8), Ticks::covering(low, high, 7));
        let scale = if self.is_money {
            Scale::money(&sheet.format, up.largest(), up.step)
        } else {
            Scale::count(&sheet.format, up.largest(), up.step)
        };
        let levels: Vec<(f64, String)> = up.values.iter().map(|&value| (value, scale.label(value))).collect();
        let widths = levels.iter().map(|(_, label)| font::width(label, text_size::TICK, Weight::Regular));
        let margin = widths.fold(0.0, f64::max) + 16.0;
        let area = Rect {
            left: sheet.room.left + margin,
            top: sheet.room.top + if self.futures.is_some() { futures::KEY + 10.0 } else { 8.0 },
            right: sheet.room.right - 12.0,
            bottom: sheet.room.bottom - 28.0,
        };
        let (x, y) = area.scales((across.low(), across.high()), (up.low(), up.high()));
        draw_levels(sheet, area, y, &levels);
        draw_budgets(sheet, area, x, &across);
        let place = |point: &FrontierPoint| (x.at(point.budget), y.at(point.objective));
        let (points, bands): (Vec<&FrontierPoint>, Vec<Option<Band>>) = self.points().unzip();
        if self.futures.is_some() {
            let line = match self.frontier.expected_over {
                Some(_) => say!(sheet.words, "frontier-mean"),
                None => say!(sheet.words, "frontier-median"),
            };
            let at = (area.left, sheet.room.top + futures::KEY / 2.0);
            futures::key(sheet, at, theme.proposal, Some(&line), false);
            let on_curve = |k: usize, value: f64| (x.at(points[k].budget), y.at(value));
            futures::ribbon(&mut sheet.canvas, None, &bands, on_curve, theme.proposal);
        }
        let line: Vec<Point> = points.iter().map(|point| place(point)).collect();
        if let [point] = line.as_slice() {
            sheet.canvas.disc(*point, 5.5, theme.proposal);
        }
        sheet.canvas.line(thinned(&line, MOST_POINTS), Pen::solid(theme.proposal, 3.5));
        self.draw_marks(sheet, area, &place);
    }

    /// Today's plan, the best one at today's budget, and the top; the first to be labelled has the best place.
    fn draw_marks(&self, sheet: &mut Sheet, area: Rect, place: &dyn Fn(&FrontierPoint) -> Point) {
        let theme = sheet.theme;
        let format = sheet.format.clone();
        let today = Some(&self.frontier.today).filter(|point| is_drawn(point));
        let proposal = self.frontier.proposal.as_ref().filter(|point| is_drawn(point));
        let maximum = self.frontier.maximum.as_ref().filter(|point| is_drawn(point));
        if let (Some(today), Some(proposal)) = (today, proposal) {
            sheet
                .canvas
                .line([place(today), place(proposal)], Pen::dashed(theme.status_quo, 1.5));
        }
        if let Some(maximum) = maximum {
            let at = place(maximum);
            sheet.canvas.line([at, (at.0, area.bottom)], Pen::dashed(theme.accent, 2.0));
            sheet.canvas.ring(at, 9.0, theme.accent);
        }
        if let Some(proposal) = proposal {
            sheet.canvas.disc(place(proposal), 6.0, theme.proposal);
        }
        if let Some(today) = today {
            sheet.canvas.disc(place(today), 6.0, theme.status_quo);
        }
        let words = sheet.words;
        let strong = |text: String, colour| Text::new(text, 0.0, 0.0, colour).bold();
        let small = |text: String, colour| Text::new(text, 0.0, 0.0, colour).size(text_size::TICK);
        let value = |point: &FrontierPoint| self.value(&format, point.objective);
        let budget = |point: &FrontierPoint| format.money(point.budget);
        if let Some(proposal) = proposal {
            let line = say!(words, "frontier-proposal", value = value(proposal), budget = budget(proposal));
            let mut lines = vec![strong(line, theme.proposal)];
            if let Some(today) = today {
                let gain = proposal.objective - today.objective;
                let gain = if self.is_money {
                    format.money_change(gain)
                } else {
                    format.count_change(gain)
                };
                lines.push(small(say!(words, "frontier-gain", gain = gain), theme.proposal));
            }
            sheet.label_near(place(proposal), &lines, area);
        }
        if let Some(maximum) = maximum {
            let lines = [
                strong(
                    say!(words, "frontier-maximum", value = value(maximum), budget = budget(maximum)),
                    theme.accent,
                ),
                small(say!(words, "frontier-nothing", currency = format.currency()), theme.accent),
            ];
            sheet.label_near(place(maximum), &lines, area);
        }
        if let Some(today) = today {
            let line = say!(words, "frontier-today", value = value(today), budget = budget(today));
            sheet.label_near(place(today), &[strong(line, theme.status_quo)], area);
        }
    }

    fn title(&self, format: &Format, words: Words) -> String {
        let objective = self.objective;
        let at_today = self.frontier.proposal.as_ref().filter(|point| is_drawn(point));
        let points: Vec<&FrontierPoint> = self.points().map(|(point, _)| point).collect();
        let (first, last) = (points[0], points[points.len() - 1]);
        let unit = if self.is_money {
            format.currency().to_owned()
        } else {
            format.money(TOLD_FOR)
        };
        let adds = |price: f64| {
            if self.is_money {
                format.money(price)
            } else {
                format.count(price * TOLD_FOR)
            }
        };
        let price = at_today.and_then(|own| own.price).filter(|price| *price > 0.0).map(adds);
        let maximum = self.frontier.maximum.as_ref().filter(|point| is_drawn(point));
        match (maximum, at_today) {
            (Some(maximum), Some(own)) if maximum.budget < own.budget * (1.0 - SAME) => {
                let budget = format.money(maximum.budget);
                let excess = format.money(own.budget - maximum.budget);
                let lost = self.value(format, maximum.objective - own.objective);
                match self.frontier.spend_all {
                    true => say!(
                        words,
                        "frontier-title-loses",
                        budget = budget,
                        excess = excess,
                        lost = lost,
                        objective = objective
                    ),
                    false => say!(words, "frontier-title-kept", budget = budget, excess = excess),
                }
            }
            (Some(maximum), Some(own)) if maximum.budget > own.budget * (1.0 + SAME) => {
                let budget = format.money(maximum.budget);
                match price {
                    Some(gain) => say!(
                        words,
                        "frontier-title-adds",
                        unit = unit,
                        gain = gain,
                        budget = budget,
                        objective = objective
                    ),
                    None => say!(words, "frontier-title-nothing", budget = budget),
                }
            }
            (Some(_), Some(_)) => say!(words, "frontier-title-best", objective = objective),
            (Some(maximum), None) => say!(
                words,
                "frontier-title-most",
                value = self.value(format, maximum.objective),
                budget = format.money(maximum.budget),
                objective = objective,
            ),
            (None, _) if points.len() == 1 => say!(words, "frontier-title-one", budget = format.money(first.budget)),
            (None, _) if last.objective > first.objective => {
                let budget = format.money(last.budget);
                match price {
                    Some(gain) => say!(
                        words,
                        "frontier-title-more-adds",
                        unit = unit,
                        gain = gain,
                        budget = budget,
                        objective = objective
                    ),
                    None => say!(words, "frontier-title-more", budget = budget, objective = objective),
                }
            }
            (None, _) => say!(
                words,
                "frontier-title-less",
                budget = format.money(first.budget),
                objective = objective
            ),
        }
    }

    fn table(&self) -> Table {
        let mut columns = ["point", "budget", "spent", "objective", "price", "roi"]
            .map(str::to_owned)
            .to_vec();
        if self.futures.is_some() {
            columns.extend(futures::columns("objective"));
        }
        let mut table = Table::new(&columns);
        let frontier = self.frontier;
        let marks = [("proposal", frontier.proposal.is_some()), ("maximum", frontier.maximum.is_some())];
        let names = std::iter::repeat_n("best", frontier.points.len()).chain(["today"]);
        let names = names.chain(marks.into_iter().filter(|mark| mark.1).map(|mark| mark.0));
        for ((point, name), band) in frontier.plans().zip(names).zip(self.bands()) {
            let cells = [
                name.into(),
                point.budget.into(),
                point.spent.into(),
                point.objective.into(),
                point.price.into(),
                point.roi.into(),
            ];
            let bands = self.futures.map(|_| futures::cells(band.as_ref()));
            table.row(cells.into_iter().chain(bands.into_iter().flatten()));
        }
        table
    }
}

/// Least and largest of finite numbers.
fn range(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers
        .filter(|x| x.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
}

/// The axis of budgets.
fn draw_budgets(sheet: &mut Sheet, area: Rect, x: Linear, ticks: &Ticks) {
    let theme = sheet.theme;
    let scale = Scale::money(&sheet.format, ticks.largest(), ticks.step);
    let mut taken = f64::NEG_INFINITY;
    for value in &ticks.values {
        let at = x.at(*value);
        sheet
            .canvas
            .line([(at, area.bottom), (at, area.bottom + 5.0)], Pen::solid(theme.muted, 1.0));
        let mut text = Text::new(scale.label(*value), at, area.bottom + 23.0, theme.muted)
            .size(text_size::TICK)
            .anchor(Anchor::Middle);
        let half = text.width() / 2.0;
        text.x = at.clamp(sheet.room.left + half, (sheet.room.right - half).max(sheet.room.left + half));
        if text.rect().left > taken + 6.0 {
            taken = text.rect().right;
            sheet.canvas.text(text);
        }
    }
}
