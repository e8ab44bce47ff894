//! Some pictures as they were when somebody looked at them and found them good: what is drawn today looks the same.
//!
//! They lie in `tests/pictures/`, at half size. `OSA_BLESS=1 cargo test --release --lib chart::tests::pictures` writes them anew; look at
//! each of them before you keep it.

#![expect(
    clippy::disallowed_methods,
    reason = "colours as they are seen, compared with a bound that no last bit reaches"
)]

use std::path::{Path, PathBuf};

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

use super::fixture::Made;
use super::lab_fixture::MadeLab;
use super::*;

/// Side of a tile [px]: about as wide as a letter of a label at half size.
const TILE: usize = 8;
/// Largest difference of two tiles' mean colours [ΔE of CIELAB]. An eye tells two plain colours apart from about 2.3 on (Mahy, Van
/// Eycken and Oosterlinck 1994); another rounding at the edges of shapes stays far below, one letter or bar more is far above.
const SEEN: f64 = 2.3;
const SCALE: f32 = 0.5;

/// What is drawn, by the name of its file.
fn pictures() -> Vec<(&'static str, Chart)> {
    let made = Made::shop();
    let (mut journal, futures, sensitivity) = (made.journal(), made.futures(0.5), made.sensitivity(12));
    journal.before.analysis = made.drawn_analysis(0.5);
    let input = ChartInput::of_journal(Period::Week, &journal)
        .with_futures(&futures)
        .with_sensitivity(&sensitivity);
    let dark = Look {
        theme: Theme::DARK,
        ..look(Size::Slide)
    };
    let page = look(Size::Page);
    let lab = MadeLab::shop();
    let experiment = lab.experiment();
    let of_lab = |kind: LabKind, look: Look| draw_lab(&[kind], &lab.input(&experiment), &look).expect("draws").remove(0);
    let of_lab = [
        ("lab-claims", of_lab(LabKind::Claims, page)),
        ("lab-control-dark", of_lab(LabKind::Control, dark)),
    ];
    [
        ("retention", Kind::Retention, look(Size::Slide)),
        ("waterfall", Kind::Waterfall, page),
        ("profit-dark", Kind::Profit, dark),
        ("response", Kind::Response, look(Size::Slide)),
        ("kaizen-dark", Kind::Kaizen, dark),
    ]
    .into_iter()
    .map(|(name, kind, look)| (name, draw(kind, &input, &look).expect("draws").expect("has results")))
    .chain(of_lab)
    .collect()
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pictures/{name}.png"))
}

/// A colour of sRGB in CIELAB under D65.
fn lab(pixel: &PremultipliedColorU8) -> [f64; 3] {
    let [r, g, b] = [pixel.red(), pixel.green(), pixel.blue()].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// Mean colour of each tile, row by row.
fn tiles(picture: &Pixmap) -> Vec<[f64; 3]> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut tiles = Vec::new();
    for top in (0..height).step_by(TILE) {
        for left in (0..width).step_by(TILE) {
            let (right, bottom) = ((left + TILE).min(width), (top + TILE).min(height));
            let places = (top..bottom).flat_map(|y| (left..right).map(move |x| y * width + x));
            let (mut sum, mut count) = ([0.0; 3], 0.0);
            for place in places {
                let lab = lab(&picture.pixels()[place]);
                sum = [sum[0] + lab[0], sum[1] + lab[1], sum[2] + lab[2]];
                count += 1.0;
            }
            tiles.push(sum.map(|part| part / count));
        }
    }
    tiles
}

/// The largest difference of two pictures' tiles; `None` where they are not of one size.
fn difference(a: &Pixmap, b: &Pixmap) -> Option<f64> {
    let distance = |(a, b): ([f64; 3], [f64; 3])| a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
    let of_one_size = (a.width(), a.height()) == (b.width(), b.height());
    of_one_size.then(|| tiles(a).into_iter().zip(tiles(b)).map(distance).fold(0.0, f64::max))
}

fn decoded(png: &[u8]) -> Pixmap {
    Pixmap::decode_png(png).expect("is a PNG")
}

#[test]
fn pictures_look_as_they_did() {
    let mut bad = Vec::new();
    for (name, chart) in pictures() {
        let png = to_png(&chart.svg, SCALE).expect("renders");
        if std::env::var_os("OSA_BLESS").is_some() {
            std::fs::write(file(name), &png).expect("writes");
            continue;
        }
        let kept = std::fs::read(file(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        match difference(&decoded(&png), &decoded(&kept)) {
            Some(found) if found < SEEN => {}
            Some(found) => bad.push(format!("{name}: a tile is {found:.1} away")),
            None => bad.push(format!("{name}: another size")),
        }
    }
    assert!(
        bad.is_empty(),
        "not as in tests/pictures, which OSA_BLESS=1 writes anew:\n{}",
        bad.join("\n")
    );
}

/// The judge sees a word that is another, and no rounding.
#[test]
fn the_judge_sees_what_an_eye_sees() {
    let journal = Made::shop().journal();
    let input = ChartInput::of_journal(Period::Week, &journal);
    let svg = draw(Kind::Funnel, &input, &look(Size::Slide))
        .expect("draws")
        .expect("has results")
        .svg;
    let picture = |svg: &str| decoded(&to_png(svg, SCALE).expect("renders"));
    let as_it_is = picture(&svg);
    assert!(svg.contains(">Leads<"));
    let other = difference(&as_it_is, &picture(&svg.replacen(">Leads<", ">Lead<", 1)));
    assert!(other.is_some_and(|found| found > SEEN), "{other:?}");
    // every colour rounded down to one of 64 levels
    let mut rounded = as_it_is.clone();
    for value in rounded.data_mut().chunks_exact_mut(4) {
        for part in &mut value[..3] {
            *part = *part / 4 * 4;
        }
    }
    let rounding = difference(&as_it_is, &rounded);
    assert!(rounding.is_some_and(|found| 0.0 < found && found < SEEN), "{rounding:?}");
    assert_eq!(difference(&as_it_is, &Pixmap::new(10, 10).expect("a picture")), None);
}
