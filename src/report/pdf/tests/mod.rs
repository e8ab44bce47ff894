//! The paper: what stands on its pages, read back, and documents that are hard to set.

mod fixture;

use crate::chart::Theme;
use crate::format::Language;

/// Writes the proposal of the fixture in every language into the folder that `OSA_PAPER` names, for `.ci/paper` and for the eye.
#[test]
fn papers_for_the_eye() {
    let Some(folder) = std::env::var_os("OSA_PAPER") else { return };
    for language in Language::ALL {
        for (name, theme) in [("light", Theme::LIGHT), ("dark", fixture::DARK)] {
            let bytes = super::pdf(&fixture::proposal(language, theme)).expect("a paper");
            let path = std::path::Path::new(&folder).join(format!("{}-{name}.pdf", language.code()));
            std::fs::write(path, bytes).expect("a folder to write to");
        }
    }
}
