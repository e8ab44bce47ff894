//! The charts of the lab: at the ends of what an experiment can be, in every language, theme and size, and what they say.

use super::lab_fixture::MadeLab;
use super::*;
use crate::lab::Strategy;

/// Writes what the charts look like to the folder of this variable, to be looked at.
#[test]
fn pictures_to_look_at() {
    let Ok(folder) = std::env::var("OSA_LOOK") else { return };
    for (name, made) in made() {
        let experiment = made.experiment();
        for language in Language::ALL {
            for (size, theme) in [(Size::Slide, Theme::LIGHT), (Size::Page, Theme::DARK)] {
                let look = Look {
                    size,
                    theme,
                    carry_font: false,
                };
                let input = LabInput {
                    language,
                    ..made.input(&experiment)
                };
                for chart in draw_lab(&LabKind::ALL, &input, &look).expect("draws") {
                    let file = format!("{folder}/{}-{name}-{}-{size:?}.png", chart.kind.name(), language.code());
                    std::fs::write(file, to_png(&chart.svg, 1.0).expect("renders")).expect("writes");
                }
            }
        }
    }
}

/// Experiments that every test goes through.
fn made() -> Vec<(&'static str, MadeLab)> {
    let shop = MadeLab::shop;
    vec![
        ("shop", shop()),
        (
            "learner",
            MadeLab {
                learner: true,
                of: Strategy::Learner,
                ..shop()
            },
        ),
    ]
}
