//! What each strategy would report as gained, beside what its plan is worth in truth.

use super::super::axis::Ticks;
use super::super::canvas::Pen;
use super::super::geometry::Rect;
use super::super::sheet::Sheet;
use super::super::terms::Form;
use super::super::{Drawing, Look, futures, table::Table, terms};
use super::rows::{Column, Place, Rows, whisker, word};
use super::strategies::colour;
use super::{LabInput, Worlds, strategy};
use crate::lab::{Strategy, StrategyOutcome};
use crate::say;
use crate::simulate::Band;

/// `None` where no strategy has both.
pub(super) fn draw(input: &LabInput, look: &Look) -> Option<Drawing> {
    let known = |outcome: &&StrategyOutcome| outcome.claimed.p50.is_finite() && outcome.true_gain.p50.is_finite();
    let mut drawn: Vec<&StrategyOutcome> = input.outcomes().filter(known).collect();
    drawn.sort_by(|a, b| excess(b).total_cmp(&excess(a)).then(a.strategy.cmp(&b.strategy)));
    let most = drawn.first()?;
    let words = input.words();
    let subtitle = LabInput::sentences([
        Some(say!(
            words,
            "lab-claims-subtitle",
            objective = terms::objective(words, input.objective, Form::Title),
            unit = input.unit(),
        )),
        input.later_too(),
        Some(input.told()),
    ]);
    let mut sheet = input.sheet(Worlds::All, look, &title(input, most), &subtitle);
    let column = |heading: String, of: fn(&StrategyOutcome) -> f64| Column {
        heading,
        cells: drawn.iter().map(|outcome| signed(input, of(outcome))).collect(),
    };
    let columns = [
        column(say!(words, "lab-key-claimed"), |outcome| outcome.claimed.p50),
        column(say!(words, "lab-key-true"), |outcome| outcome.true_gain.p50),
    ];
    let strategies: Vec<Strategy> = drawn.iter().map(|outcome| outcome.strategy).collect();
    let rows = Rows::new(&mut sheet, input, &strategies, &[(drawn.len(), ticks(&drawn))], &columns);
    for (outcome, place) in drawn.iter().zip(&rows.places) {
        draw_pair(&mut sheet, outcome, rows.pitch, place, input.has_bands());
    }
    draw_key(&mut sheet, rows.key, input.has_bands());
    Some(Drawing {
        sheet,
        table: table(&drawn),
    })
}

/// How much more it claims than it gains.
fn excess(outcome: &StrategyOutcome) -> f64 {
    outcome.claimed.p50 - outcome.true_gain.p50
}

/// A gain with its sign; nothing has none.
fn signed(input: &LabInput, gain: f64) -> String {
    if gain == 0.0 { input.amount(gain) } else { input.change(gain) }
}

fn title(input: &LabInput, most: &StrategyOutcome) -> String {
    let (words, claimed, truth) = (input.words(), signed(input, most.claimed.p50), signed(input, most.true_gain.p50));
    if excess(most) > 0.0 && claimed != truth {
        let name = strategy(words, most.strategy);
        say!(words, "lab-claims-title", strategy = name, claimed = claimed, truth = truth)
    } else {
        say!(words, "lab-claims-title-none")
    }
}

fn ticks(drawn: &[&StrategyOutcome]) -> Ticks {
    let ends = drawn
        .iter()
        .flat_map(|outcome| [outcome.claimed, outcome.true_gain])
        .flat_map(|band| [band.p10, band.p50, band.p90]);
    let finite = ends.filter(|end| end.is_finite());
    let (low, high) = finite.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
    Ticks::covering(low, high, 7)
}

/// The claim hollow, the truth full, each with eight worlds in ten.
fn draw_pair(sheet: &mut Sheet, outcome: &StrategyOutcome, pitch: f64, place: &Place, banded: bool) {
    let theme = sheet.theme;
    let own = colour(&theme, outcome.strategy);
    let (x, middle) = (place.x, place.middle);
    let height = (pitch * 0.34).min(18.0);
    let zero = x.at(0.0);
    let bar = |band: &Band, top: f64| {
        let end = x.at(band.p50);
        Rect {
            left: zero.min(end),
            top,
            right: zero.max(end),
            bottom: top + height,
        }
    };
    let (claim, truth) = (bar(&outcome.claimed, middle - height - 2.0), bar(&outcome.true_gain, middle + 2.0));
    if claim.width() > 0.5 {
        sheet.canvas.frame(claim, Pen::solid(own, 2.0));
    }
    if truth.width() > 0.5 {
        sheet.canvas.bar(truth, own);
    }
    for (band, rect) in [(&outcome.claimed, claim), (&outcome.true_gain, truth)] {
        if banded {
            let y = (rect.top + rect.bottom) / 2.0;
            whisker(sheet, x.at(band.p10), x.at(band.p90), y, height * 0.28, Pen::solid(theme.ink, 1.5));
        }
    }
}

fn draw_key(sheet: &mut Sheet, (mut x, y): (f64, f64), banded: bool) {
    let (theme, words) = (sheet.theme, sheet.words);
    let place = |x: f64| Rect {
        left: x,
        top: y - 6.0,
        right: x + 26.0,
        bottom: y + 6.0,
    };
    sheet.canvas.frame(place(x), Pen::solid(theme.status_quo, 2.0));
    x = word(sheet, x + 34.0, y, &say!(words, "lab-key-claimed"));
    sheet.canvas.bar(place(x), theme.status_quo);
    x = word(sheet, x + 34.0, y, &say!(words, "lab-key-true"));
    if banded {
        whisker(sheet, x, x + 26.0, y, 5.0, Pen::solid(theme.ink, 1.5));
        word(sheet, x + 34.0, y, &say!(words, "lab-key-eight"));
    }
}

fn table(drawn: &[&StrategyOutcome]) -> Table {
    let mut columns = vec!["strategy".to_owned()];
    for name in ["claimed", "true_gain"] {
        columns.push(format!("{name}_mean"));
        columns.extend(futures::columns(name));
    }
    let mut table = Table::new(&columns);
    for outcome in drawn {
        let bands = [outcome.claimed, outcome.true_gain];
        let cells = bands
            .iter()
            .flat_map(|band| std::iter::once(band.mean.into()).chain(futures::cells(Some(band))));
        table.row(std::iter::once(outcome.strategy.word().into()).chain(cells));
    }
    table
}
