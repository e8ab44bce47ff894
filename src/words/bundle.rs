//! The messages of each language, read once when the first of them is wanted.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

use crate::format::Language;

/// The files of one language.
macro_rules! files {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!($folder, "/", $name, ".ftl"))),)*]
    };
}

/// The same files in every language; each by its name and its text.
macro_rules! files_of_all {
    ($($name:literal)*) => {
        /// The messages of a language: the names of the files and what they hold.
        pub(super) const fn files(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::English => files!("en": $($name)*),
                Language::Italian => files!("it": $($name)*),
                Language::Russian => files!("ru": $($name)*),
                Language::Vietnamese => files!("vi": $($name)*),
            }
        }
    };
}

files_of_all! {
    "common"
    "terms"
    "sheet"
    "futures"
    "roi"
    "profit"
    "funnel"
    "weakest"
    "kaizen"
    "retention"
    "response"
    "reallocation"
    "waterfall"
    "frontier"
    "tornado"
    "sensitivity"
    "what_if"
    "lab_terms"
    "lab_charts"
    "report_answer"
    "report_money"
    "report_plan"
    "report_stages"
    "report_risks"
    "report_assumptions"
    "report_method"
    "report_kpis"
    "report_frame"
    "workbook"
    "lesson"
}

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English, langid!("en")));
static ITALIAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Italian, langid!("it")));
static RUSSIAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Russian, langid!("ru")));
static VIETNAMESE: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Vietnamese, langid!("vi")));

fn bundle(language: Language, id: LanguageIdentifier) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // What is put into a place is cleaned where it enters; marks of direction around it would only be measured as letters.
    bundle.set_use_isolating(false);
    for (_, text) in files(language) {
        // A file that Fluent cannot read in full gives what it could; the tests allow no such file.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The message of this name, or the name itself where there is none.
pub(super) fn format(language: Language, message: &str, places: &FluentArgs) -> String {
    let bundle = match language {
        Language::English => &*ENGLISH,
        Language::Italian => &*ITALIAN,
        Language::Russian => &*RUSSIAN,
        Language::Vietnamese => &*VIETNAMESE,
    };
    let mut faults = Vec::new();
    let pattern = bundle.get_message(message).and_then(|message| message.value());
    let text = pattern.map(|pattern| bundle.format_pattern(pattern, Some(places), &mut faults));
    // In the library's own tests a fault ends the test: a missing message or place cannot pass unseen.
    if cfg!(test) {
        assert!(text.is_some(), "no message “{message}” in {language:?}");
        assert!(faults.is_empty(), "“{message}” in {language:?}: {faults:?}");
    }
    text.map_or_else(|| message.to_owned(), std::borrow::Cow::into_owned)
}
