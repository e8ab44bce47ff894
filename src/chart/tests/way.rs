//! What the charts of retention and of the way move by move say.

use super::fixture::Made;
use super::*;

fn drawing(kind: Kind, input: &ChartInput) -> Drawing {
    Drawing::of(kind, input, &look(Size::Slide)).expect("has results")
}

fn texts(drawing: &Drawing) -> Vec<String> {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    drawing.sheet.canvas.texts().iter().map(|(text, _)| plain(&text.text)).collect()
}

/// Rows of a drawing's table, the heading left out.
fn rows(drawing: &Drawing) -> Vec<Vec<String>> {
    let csv = drawing.table.csv().expect("writes");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader
        .records()
        .map(|row| row.expect("reads").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn the_steps_of_the_waterfall_lead_from_one_plan_to_the_other() {
    let hundred = Made {
        periods: 12,
        ..Made::channels(100)
    };
    for made in [Made::shop(), hundred] {
        let journal = made.journal();
        let chart = drawing(Kind::Waterfall, &ChartInput::of_journal(Period::Week, &journal));
        let rows = rows(&chart);
        let number = |row: &[String], column: usize| row[column].parse::<f64>().expect("a number");
        assert_eq!(rows.len(), made.names.len() + 4, "start, channels, an action, interaction, end");
        let (first, last) = (&rows[0], &rows[rows.len() - 1]);
        assert_eq!((number(first, 4), number(last, 4)), (journal.start, journal.end));
        let gains: f64 = rows[1..rows.len() - 1].iter().map(|row| number(row, 3)).sum();
        // a sum of some hundred gains, each rounded once
        assert!((journal.start + gains - journal.end).abs() <= 1e-12 * journal.end, "{gains}");
        let reached = number(&rows[rows.len() - 2], 4);
        assert!((reached - journal.end).abs() <= 1e-12 * journal.end, "{reached}");
        // the best move first
        let moves = &rows[1..rows.len() - 2];
        assert!(moves.is_sorted_by(|a, b| number(a, 3) >= number(b, 3)));
    }
}

#[test]
fn moves_without_a_line_of_their_own_are_one() {
    let hundred = Made {
        periods: 12,
        ..Made::channels(100)
    };
    let journal = hundred.journal();
    let texts = texts(&drawing(Kind::Waterfall, &ChartInput::of_journal(Period::Week, &journal)));
    let folded = texts.iter().find(|text| text.ends_with("smaller moves")).expect("a sum of moves");
    let count: usize = folded.split(' ').next().and_then(|count| count.parse().ok()).expect("a count");
    let drawn = texts.iter().filter(|text| text.starts_with(['+', '−', '±'])).count();
    // every line but the first and the last has its gain, every move its spend besides: 2 (101 − count + 1) + 1
    assert_eq!(drawn, 2 * (101 - count + 1) + 1, "{texts:?}");
}

#[test]
fn the_title_of_the_waterfall_is_what_came_of_it() {
    let mut journal = Made::shop().journal();
    let title = |journal: &crate::kaizen::Journal| {
        let input = ChartInput::of_journal(Period::Week, journal);
        drawing(Kind::Waterfall, &input).sheet.title.replace('\u{a0}', " ")
    };
    // 86 000, of which Search gains nine tenths alone
    assert_eq!(
        title(&journal),
        "All moves together bring 86 k € more long-term profit; Search alone brings 77.4 k €"
    );
    for row in &mut journal.by_move.moves {
        row.gain = -row.gain.abs();
    }
    assert!(title(&journal).ends_with("though none of them gains alone"), "{}", title(&journal));
    journal.by_move.end = journal.by_move.start - 1_000.0;
    assert_eq!(
        title(&journal),
        "To keep limits and budget the moves give up 1 k € of long-term profit"
    );
    journal.by_move.end = journal.by_move.start;
    assert_eq!(title(&journal), "No move changes the long-term profit");
    journal.by_move.end = f64::NAN;
    let input = ChartInput::of_journal(Period::Week, &journal);
    assert!(Drawing::of(Kind::Waterfall, &input, &look(Size::Slide)).is_none());
}

#[test]
fn plans_that_keep_customers_alike_have_one_line_of_survival() {
    let mut journal = Made::shop().journal();
    let input = ChartInput::of_journal(Period::Week, &journal);
    let chart = drawing(Kind::Retention, &input);
    // 0.935 to the 52nd power is 0.0303, 0.93 to it 0.0230
    assert!(
        chart
            .sheet
            .title
            .starts_with("Of 100 customers won at the start, 3 are still active"),
        "{}",
        chart.sheet.title
    );
    let said = texts(&chart);
    for text in ["Today’s plan 2.3 %", "Proposal 3 %", "half are gone after 11 weeks"] {
        assert!(said.iter().any(|said| said == text), "{text} in {said:?}");
    }
    journal.after.forecast.survival = journal.before.forecast.survival.clone();
    let said = texts(&drawing(Kind::Retention, &ChartInput::of_journal(Period::Week, &journal)));
    assert!(said.iter().any(|text| text == "Both plans 2.3 %"), "{said:?}");
    let alone = ChartInput::of_forecast(Period::Week, &journal.before.forecast, None);
    let chart = drawing(Kind::Retention, &alone);
    assert!(texts(&chart).iter().any(|text| text == "Plan 2.3 %"), "{:?}", texts(&chart));
    let last = &rows(&chart)[51];
    assert_eq!(last[2].parse(), Ok(journal.before.forecast.survival[51]));
    assert_eq!(last[3], "");
}
