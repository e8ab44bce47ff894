//! Checks of `[report]`: the picture is read, and something is left to show.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;

use crate::scenario::diagnostic::{Diagnostic, Problems};
use crate::scenario::file_report::ReportTable;
use crate::scenario::list::List;
use crate::scenario::node::Field;
use crate::scenario::source::reason;
use crate::scenario::{Logo, LogoKind, ReportKeys, Section, picture};

use super::Check;

/// The largest logo: it stands in every page, several times as text [bytes].
const MAX_LOGO: u64 = 2 << 20;

impl Check<'_, '_> {
    pub(super) fn report(&mut self, file: Option<&ReportTable>) -> ReportKeys {
        let Some(file) = file else { return ReportKeys::default() };
        ReportKeys {
            title: file.title.get().cloned(),
            client: file.client.get().cloned(),
            author: file.author.get().cloned(),
            logo: self.logo(&file.logo),
            accent: file.accent.get().map(|colour| colour.0),
            language: file.language.get().copied(),
            theme: file.theme.get().copied(),
            date: file.date.get().map(|day| day.0),
            sections: self.sections(file),
        }
    }

    /// The sections that are asked for and not hidden, in the order of a report.
    fn sections(&mut self, file: &ReportTable) -> Vec<Section> {
        let listed = |field: &Field<List<Section>>| -> Vec<Section> {
            let elements = field.get().map_or([].as_slice(), |list| &list.0);
            elements.iter().filter_map(|element| element.get().copied()).collect()
        };
        let whole = |field: &Field<List<Section>>| match field.get() {
            Some(list) => list.0.iter().all(|element| element.get().is_some()),
            None => field.is_absent(),
        };
        let (shown, hidden) = (listed(&file.sections), listed(&file.hide));
        let all = file.sections.is_absent();
        let left: Vec<Section> = Section::ALL
            .iter()
            .copied()
            .filter(|section| (all || shown.contains(section)) && !hidden.contains(section))
            .collect();
        let both = shown.iter().find(|section| hidden.contains(section));
        if let Some(both) = both {
            let message = format!("the section \"{}\" is both shown and hidden", both.word());
            self.wrong(&file.hide, Diagnostic::error(&file.hide.key, message).hint("name it once"));
        } else if left.is_empty() && whole(&file.sections) && whole(&file.hide) {
            let field = if file.hide.is_written() { &file.hide } else { &file.sections };
            let words: Vec<&str> = Section::ALL.iter().map(|section| section.word()).collect();
            let diagnostic = Diagnostic::error(&field.key, "no section is left to show");
            self.wrong(field, diagnostic.allowed(format!("at least one of {}", words.join(", "))));
        }
        left
    }

    /// Reads the picture; what is wrong with it is reported.
    fn logo(&mut self, field: &Field<String>) -> Option<Logo> {
        let path = field.get()?;
        match self.picture(path) {
            Ok(logo) => Some(logo),
            Err(problems) => {
                for problem in problems.diagnostics {
                    let key = field.key.clone();
                    self.wrong(field, Diagnostic { key, ..problem });
                }
                None
            }
        }
    }

    fn picture(&self, path: &str) -> Result<Logo, Problems> {
        let path = self.base.join(path);
        let name = path.display().to_string();
        let refuse = |why: &str| {
            Problems::from(Diagnostic::error("", format!("cannot read `{name}`: {why}")).hint("the path is relative to the scenario"))
        };
        let io = |error: std::io::Error| refuse(&reason(&error));
        let file = File::open(&path).map_err(io)?;
        if file.metadata().map_err(io)?.is_dir() {
            return Err(refuse("it is a directory"));
        }
        let mut bytes = Vec::new();
        file.take(MAX_LOGO + 1).read_to_end(&mut bytes).map_err(io)?;
        if bytes.len() as u64 > MAX_LOGO {
            return Err(Diagnostic::error("", format!("`{name}` is too large for a logo"))
                .allowed(format!("up to {} MiB", MAX_LOGO >> 20))
                .hint("save it smaller: a logo is printed a few centimetres wide")
                .into());
        }
        let Some(kind) = picture::kind(&bytes) else {
            return Err(Diagnostic::error("", format!("`{name}` is neither a PNG nor an SVG picture"))
                .allowed("a PNG or SVG file, whatever its name")
                .hint("save the logo as PNG or SVG")
                .into());
        };
        let fault = match kind {
            LogoKind::Png => picture::png_fault(&bytes).map(str::to_owned),
            LogoKind::Svg => picture::svg_fault(&bytes),
        };
        match fault {
            None => Ok(Logo {
                kind,
                bytes: Arc::from(bytes),
            }),
            Some(fault) => {
                let kind = if kind == LogoKind::Png { "PNG" } else { "SVG" };
                Err(Diagnostic::error("", format!("`{name}` cannot be a logo: {fault}"))
                    .allowed(format!("a whole {kind} picture that stands alone and runs nothing"))
                    .hint(format!(
                        "export it again as a plain {kind}{}",
                        if kind == "SVG" { ", or as PNG" } else { "" }
                    ))
                    .into())
            }
        }
    }
}
