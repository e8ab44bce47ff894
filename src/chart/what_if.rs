//! Plans side by side: how far each is from the first one, in all futures, and how likely it is the better one.

use super::axis::{Linear, Ticks};
use super::canvas::{Anchor, Pen, Text};
use super::font::{self, Weight};
use super::futures::{self, in_futures};
use super::geometry::Rect;
use super::lines::finite;
use super::sheet::Sheet;
use super::table::Table;
use super::terms::objective_case;
use super::text::{clean, cut, name, wrapped};
use super::theme::text_size;
use super::weakest::amount_change;
use super::{ChartInput, Drawing, Look};
use crate::analyze::{ComparedPlan, Comparison};
use crate::format::{Format, Scale};
use crate::say;
use crate::simulate::Difference;
use crate::words::Words;

/// More plans than this cannot be read on one sheet.
const MOST_PLANS: usize = 10;
/// Width of the names on the left and of the words on the right [px].
const NAMES: f64 = 250.0;
const WORDS: f64 = 265.0;

/// A plan beside the first one.
struct Row<'a> {
    plan: &'a ComparedPlan,
    /// Objective minus that of the first plan at the point run; `None` where they cannot be compared.
    point: Option<f64>,
    /// The same over the draws.
    drawn: Option<&'a Difference>,
}

/// `None` where there is no comparison of two plans or more.
pub(super) fn draw(input: &ChartInput, look: &Look) -> Option<Drawing> {
    let comparison = input.comparison?;
    let (first, others) = comparison.plans.split_first().filter(|(_, others)| !others.is_empty())?;
    let rows = rows(input, others);
    let (words, format) = (input.words(), input.format());
    let labels = labels(comparison);
    let mut subtitle = vec![say!(
        words,
        "what-if-subtitle",
        objective = objective_case(first.objective_name),
        horizon = input.horizon(),
        base = &labels[0],
        currency = clean(&input.before.currency),
    )];
    if input.futures.is_some() {
        subtitle.push(say!(words, "what-if-futures"));
    }
    if others.len() > MOST_PLANS {
        let [shown, all] = [MOST_PLANS, others.len()].map(|count| format.number(count as f64, 0));
        subtitle.push(say!(words, "what-if-first", shown = shown, all = all));
    }
    let title = title(&labels, first, &rows, &format, words);
    let mut sheet = Sheet::new(input, look, &title, &subtitle.join(" "));
    draw_rows(&mut sheet, first, &rows[..rows.len().min(MOST_PLANS)], &labels[1..]);
    Some(Drawing {
        sheet,
        table: table(comparison, &rows),
    })
}

fn rows<'a>(input: &ChartInput<'a>, others: &'a [ComparedPlan]) -> Vec<Row<'a>> {
    let drawn = input.futures.filter(|futures| futures.differences.len() == others.len());
    let row = |(i, plan): (usize, &'a ComparedPlan)| Row {
        plan,
        point: finite(plan.difference),
        // what cannot be compared at the point run cannot be in the draws
        drawn: drawn
            .map(|futures| &futures.differences[i])
            .filter(|drawn| plan.difference.is_some() && drawn.better.is_finite() && drawn.objective.p50.is_finite()),
    };
    others.iter().enumerate().map(row).collect()
}

fn draw_rows(sheet: &mut Sheet, first: &ComparedPlan, rows: &[Row], labels: &[String]) {
    let theme = sheet.theme;
    let banded = rows.iter().any(|row| row.drawn.is_some());
    let area = Rect {
        left: sheet.room.left + NAMES + 10.0,
        top: sheet.room.top + if banded { futures::KEY + 14.0 } else { 8.0 },
        right: sheet.room.right - WORDS - 16.0,
        bottom: sheet.room.bottom - 30.0,
    };
    let ends = rows.iter().flat_map(|row| {
        let band = row.drawn.map(|drawn| drawn.objective);
        [row.point, band.map(|band| band.p5), band.map(|band| band.p95)]
    });
    let (low, high) = ends
        .filter_map(finite)
        .fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let ticks = Ticks::covering(low, high, 6);
    let scale = match first.objective {
        "customers" => Scale::count(&sheet.format, ticks.largest(), ticks.step),
        _ => Scale::money(&sheet.format, ticks.largest(), ticks.step),
    };
    let x = Linear {
        low: ticks.low(),
        high: ticks.high(),
        from: area.left,
        to: area.right,
    };
    if banded {
        let at = (area.left, sheet.room.top + futures::KEY / 2.0);
        let median = say!(sheet.words, "what-if-median");
        futures::key(sheet, at, theme.proposal, Some(&median), false);
    }
    let mut taken = f64::NEG_INFINITY;
    // where nothing can be compared, numbers along the axis would be those of nothing
    let compared = rows.iter().any(|row| row.point.is_some());
    for value in ticks.values.iter().filter(|_| compared) {
        let at = x.at(*value);
        let pen = if *value == 0.0 {
            Pen::solid(theme.ink, 2.0)
        } else {
            Pen::solid(theme.grid, 1.0)
        };
        sheet.canvas.line([(at, area.top), (at, area.bottom)], pen);
        let text = Text::new(scale.label(*value), at, area.bottom + 22.0, theme.muted)
            .size(text_size::TICK)
            .anchor(Anchor::Middle);
        if text.rect().left > taken + 8.0 {
            taken = text.rect().right;
            sheet.canvas.text(text);
        }
    }
    let pitch = (area.height() / rows.len() as f64).min(160.0);
    // a few rows stand in the middle
    let top = area.top + (area.height() - pitch * rows.len() as f64) / 2.0;
    for (i, (row, label)) in rows.iter().zip(labels).enumerate() {
        draw_label(sheet, label, area.left - 14.0, (top + pitch * (i as f64 + 0.5), pitch));
        draw_row(sheet, first, row, x, area, (top + pitch * (i as f64 + 0.5), pitch));
    }
}

/// What tells the plans apart: the names of their files, with folders and endings only where they are needed for that.
fn labels(comparison: &Comparison) -> Vec<String> {
    let whole: Vec<String> = comparison.plans.iter().map(|plan| name(&plan.label)).collect();
    let short = |label: &String| {
        let file = label.rsplit(['/', '\\']).next().unwrap_or(label);
        file.strip_suffix(".toml").unwrap_or(file).to_owned()
    };
    let short: Vec<String> = whole.iter().map(short).collect();
    let distinct = short.iter().collect::<std::collections::BTreeSet<_>>().len() == short.len();
    if distinct && short.iter().all(|label| !label.is_empty()) {
        short
    } else {
        whole
    }
}

/// The name of a plan, ending at `right`; on two lines where there is room, broken after a mark, since names of files have no spaces.
fn draw_label(sheet: &mut Sheet, label: &str, right: f64, (middle, pitch): (f64, f64)) {
    let (size, weight, room) = (text_size::LABEL, Weight::SemiBold, NAMES - 8.0);
    let whole = cut(label, size, weight, room);
    let lines = if whole == label || pitch < 56.0 {
        vec![whole]
    } else {
        // where the ellipsis stands, or a little before, the rest goes on
        let most = whole.chars().count() - 1;
        let marks = label.chars().take(most).enumerate().filter(|(_, c)| " -_./".contains(*c));
        let taken = marks.map(|(i, _)| i + 1).last().filter(|taken| 2 * taken > most).unwrap_or(most);
        let start: String = label.chars().take(taken).collect();
        let rest: String = label.chars().skip(taken).collect();
        vec![start.trim_end().to_owned(), cut(rest.trim_start(), size, weight, room)]
    };
    let above = (lines.len() as f64 - 1.0) * 11.0;
    for (i, line) in lines.into_iter().enumerate() {
        let text = Text::new(line, right, 0.0, sheet.theme.ink).bold().anchor(Anchor::End);
        sheet.canvas.text(text.centred_on(middle - above + 22.0 * i as f64));
    }
}

/// One plan: its difference, what that means.
fn draw_row(sheet: &mut Sheet, first: &ComparedPlan, row: &Row, x: Linear, area: Rect, (middle, pitch): (f64, f64)) {
    let theme = sheet.theme;
    let most_lines = if pitch >= 56.0 { 2 } else { 1 };
    let (words, left) = (sheet.words, area.right + 18.0);
    let Some(point) = row.point else {
        let text = Text::new(say!(sheet.words, "what-if-not-compared"), 0.0, 0.0, theme.muted).size(text_size::TICK);
        let lines = wrapped(&text.text, text.size, Weight::Regular, WORDS, most_lines);
        for (i, line) in lines.into_iter().enumerate() {
            let text = Text::new(line, left, 0.0, theme.muted).size(text_size::TICK);
            sheet
                .canvas
                .text(text.centred_on(middle - 9.0 * f64::from(pitch >= 56.0) + 19.0 * i as f64));
        }
        return;
    };
    let height = (pitch * 0.5).min(44.0);
    match row.drawn {
        Some(drawn) => {
            futures::strip(&mut sheet.canvas, x, (middle, height), &drawn.objective, theme.proposal);
            let at = x.at(drawn.objective.p50);
            sheet.canvas.line(
                [(at, middle - height / 2.0), (at, middle + height / 2.0)],
                Pen::solid(theme.proposal, 3.5),
            );
            let (at, half) = (x.at(point), 7.0);
            let diamond = |half: f64| [(at - half, middle), (at, middle - half), (at + half, middle), (at, middle + half)];
            sheet.canvas.area(diamond(half + 2.5), theme.background, 1.0);
            sheet.canvas.area(diamond(half), theme.ink, 1.0);
        }
        None => {
            let rect = Rect {
                left: x.at(point.min(0.0)),
                top: middle - height / 2.0,
                right: x.at(point.max(0.0)),
                bottom: middle + height / 2.0,
            };
            sheet.canvas.bar(rect, theme.proposal);
        }
    }
    let change = |value: f64| amount_change(&sheet.format, first.objective, Some(value));
    let (strong, notes) = match row.drawn {
        Some(drawn) => {
            let band = &drawn.objective;
            let apart = if band.p10 == band.p90 {
                say!(words, "what-if-same")
            } else if band.differs_from_zero() {
                say!(words, "what-if-range", low = change(band.p10), high = change(band.p90))
            } else {
                say!(words, "what-if-unclear")
            };
            let better = match drawn.better {
                never if never <= 0.0 => say!(words, "what-if-never-better"),
                share => say!(words, "what-if-better", chance = in_futures(words, share)),
            };
            (better, vec![format!("◆ {}", change(point)), apart])
        }
        None => (change(point), Vec::new()),
    };
    let notes = match notes.as_slice() {
        [] => Vec::new(),
        // short rows have room for one line below; the picture says the point's place by itself
        [point, apart] if pitch < 66.0 => {
            let both = format!("{point} · {apart}");
            let room = font::width(&both, text_size::SMALL, Weight::Regular) <= WORDS;
            vec![if room { both } else { apart.clone() }]
        }
        notes => notes.to_vec(),
    };
    let wide = |note: &String| font::width(note, text_size::TICK, Weight::Regular) > WORDS;
    let small = pitch < 66.0 || notes.iter().any(wide);
    let size = if small { text_size::SMALL } else { text_size::TICK };
    let strong = cut(&strong, text_size::LABEL, Weight::SemiBold, WORDS);
    let mut y = middle - 10.0 * notes.len() as f64;
    sheet.canvas.text(Text::new(strong, left, 0.0, theme.ink).bold().centred_on(y));
    for note in notes {
        y += 20.0;
        let note = cut(&note, size, Weight::Regular, WORDS);
        sheet.canvas.text(Text::new(note, left, 0.0, theme.muted).size(size).centred_on(y));
    }
}

/// The plan that beats the first most often; at the point run, the one that brings most.
fn title(labels: &[String], first: &ComparedPlan, rows: &[Row], format: &Format, words: Words) -> String {
    let short = |label: &str| cut(label, text_size::TITLE, Weight::SemiBold, 560.0);
    let base = short(&labels[0]);
    let known = |of: fn(&Row) -> Option<f64>| -> Vec<(usize, f64)> {
        let values = rows.iter().enumerate().filter_map(|(i, row)| Some((i, of(row)?)));
        values.collect()
    };
    // of equal ones the first, as it was given
    let best = |known: &[(usize, f64)]| known.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
    let better = known(|row| finite(Some(row.drawn?.better)));
    if let Some((i, share)) = best(&better) {
        let (plan, chance) = (short(&labels[i + 1]), in_futures(words, share));
        let even = better.iter().filter(|(_, other)| *other == share).count();
        let band = rows[i].drawn.map(|drawn| drawn.objective);
        let same = band.is_some_and(|band| band.p5 == 0.0 && band.p95 == 0.0);
        return match rows.len() {
            1 if same => say!(words, "what-if-title-same", plan = plan, base = base),
            _ if same => say!(words, "what-if-title-none-but-same", plan = plan, base = base),
            1 if share <= 0.0 => say!(words, "what-if-title-worse", plan = plan, base = base),
            1 if share < 0.5 => say!(words, "what-if-title-seldom", plan = plan, base = base, chance = chance),
            2.. if share <= 0.0 => say!(words, "what-if-title-never", base = base),
            2.. if share < 0.5 => say!(words, "what-if-title-none-often", plan = plan, base = base, chance = chance),
            2.. if even > 1 => {
                let count = format.number(even as f64, 0);
                say!(words, "what-if-title-even", count = count, n = even, base = base, chance = chance)
            }
            2.. => say!(words, "what-if-title-most", plan = plan, base = base, chance = chance),
            _ => say!(words, "what-if-title-beats", plan = plan, base = base, chance = chance),
        };
    }
    match best(&known(|row| row.point)) {
        Some((i, point)) if point != 0.0 => say!(
            words,
            "what-if-title-brings",
            plan = short(&labels[i + 1]),
            base = base,
            objective = objective_case(first.objective_name),
            direction = if point > 0.0 { "more" } else { "less" },
            amount = match first.objective {
                "customers" => format.count(point.abs()),
                _ => format.money(point.abs()),
            },
        ),
        Some((i, _)) => say!(words, "what-if-title-as-good", plan = short(&labels[i + 1]), base = base),
        None => say!(words, "what-if-title-none", base = base),
    }
}

fn table(comparison: &Comparison, rows: &[Row]) -> Table {
    let mut columns = ["plan", "objective", "difference", "better"].map(str::to_owned).to_vec();
    columns.extend(futures::columns("difference"));
    let mut table = Table::new(&columns);
    let first = &comparison.plans[0];
    let cells = [first.label.as_str().into(), first.value.into(), None.into(), None.into()];
    table.row(cells.into_iter().chain(futures::cells(None)));
    for row in rows {
        let cells = [
            row.plan.label.as_str().into(),
            row.plan.value.into(),
            row.point.into(),
            row.drawn.map(|drawn| drawn.better).into(),
        ];
        table.row(cells.into_iter().chain(futures::cells(row.drawn.map(|drawn| &drawn.objective))));
    }
    table
}
