//! The languages that charts and reports are written in.

/// A language, with its ways to write numbers, money and dates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    #[default]
    English,
    Italian,
    Russian,
    Vietnamese,
}

impl Language {
    pub const ALL: [Self; 4] = [Self::English, Self::Italian, Self::Russian, Self::Vietnamese];

    /// Its ISO 639-1 code, as in `--lang` and in the `lang` of a page: `en`, `it`, `ru`, `vi`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Italian => "it",
            Self::Russian => "ru",
            Self::Vietnamese => "vi",
        }
    }

    /// The language of this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_code_names_one_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("de"), None);
    }
}
