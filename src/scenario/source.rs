//! The text of a scenario: opened with limits, and lines found in it.

use std::cell::OnceCell;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

use super::diagnostic::{Diagnostic, Location, Problems};

/// The largest file that is read [bytes].
pub const MAX_BYTES: usize = 16 << 20;
/// Pieces (words, numbers, signs) of a file: each takes some 100 bytes of memory while the file is read.
const MAX_PIECES: usize = 6_000_000;
/// A line is shown whole up to this length, beyond it this much around the mark [characters].
const SHOWN: usize = 120;

/// A text and the name under which messages speak of it.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub name: String,
    pub text: String,
    line_starts: OnceCell<Vec<usize>>,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Self {
            name: name.into(),
            text,
            line_starts: OnceCell::new(),
        }
    }

    /// Reads a file, or standard input where the path is `-`; refuses what cannot be a scenario.
    pub fn open(path: &Path) -> Result<Self, Problems> {
        if path == Path::new("-") {
            return Self::read("<stdin>", io::stdin().lock());
        }
        let name = path.display().to_string();
        let refuse = |error: io::Error| Diagnostic::error("", format!("cannot read `{name}`: {}", reason(&error)));
        let file = File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => refuse(error).hint("check the path; `osa new` writes a scenario to start from"),
            _ => refuse(error),
        })?;
        let metadata = file.metadata().map_err(refuse)?;
        if metadata.is_dir() {
            return Err(Diagnostic::error("", format!("`{name}` is a directory, not a scenario file"))
                .hint("name a TOML file in it")
                .into());
        }
        if metadata.is_file() && metadata.len() > MAX_BYTES as u64 {
            return Err(too_large(&name));
        }
        Self::read(&name, file)
    }

    fn read(name: &str, reader: impl Read) -> Result<Self, Problems> {
        let mut bytes = Vec::new();
        reader
            .take(MAX_BYTES as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Diagnostic::error("", format!("cannot read `{name}`: {}", reason(&error))))?;
        if bytes.len() > MAX_BYTES {
            return Err(too_large(name));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(name, text)),
            Err(error) => Err(not_text(name, error.as_bytes(), error.utf8_error().valid_up_to()).into()),
        }
    }

    /// Refuses a text that is empty, or would take too much memory to read.
    pub fn check(&self) -> Result<(), Problems> {
        let name = &self.name;
        if self.text.len() > MAX_BYTES {
            return Err(too_large(name));
        }
        if let Some(at) = self.text.find('\0') {
            return Err(not_text(name, self.text.as_bytes(), at).into());
        }
        if self.text.trim().is_empty() {
            return Err(Diagnostic::error("", format!("`{name}` is empty"))
                .allowed("a scenario in TOML")
                .hint("`osa new` writes a scenario to start from")
                .into());
        }
        if pieces(&self.text) > MAX_PIECES {
            return Err(Diagnostic::error("", format!("`{name}` has too many values"))
                .allowed(format!("{MAX_PIECES} words, numbers and signs"))
                .hint("put long lists of spend into a file: `spend = { csv = \"plan.csv\", column = \"search\" }`")
                .into());
        }
        Ok(())
    }

    /// Where some bytes of the text are.
    pub fn location(&self, span: Range<usize>) -> Location {
        let text = self.text.as_str();
        let start = floor_boundary(text, span.start);
        let starts = self.line_starts();
        let line = starts.partition_point(|&first| first <= start).max(1);
        let first = starts[line - 1];
        let end_of_line = starts.get(line).map_or(text.len(), |&next| next - 1);
        let content = text[first..end_of_line].trim_end_matches('\r');
        let start = start.min(first + content.len());
        let end = floor_boundary(text, span.end).clamp(start, first + content.len());
        let (excerpt, mark) = cut(content, start - first..end - first);
        Location {
            file: self.name.clone(),
            line,
            column: text[first..start].chars().count() + 1,
            span,
            excerpt,
            mark,
        }
    }

    /// The line of this text that reads like one of a changed text, the nearest if there are several.
    pub fn same_line(&self, changed: &Location) -> Option<Location> {
        let starts = self.line_starts();
        let same = |line: &usize| {
            let end = starts.get(line + 1).map_or(self.text.len(), |&next| next - 1);
            self.text[starts[*line]..end].trim_end_matches('\r') == changed.excerpt
        };
        let line = (0..starts.len())
            .filter(same)
            .min_by_key(|line| (line + 1).abs_diff(changed.line))?;
        let start = starts[line];
        Some(self.location(start + changed.mark.start..start + changed.mark.end))
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            std::iter::once(0)
                .chain(self.text.match_indices('\n').map(|(at, _)| at + 1))
                .collect()
        })
    }
}

/// Cuts a long line around what is meant.
fn cut(line: &str, mark: Range<usize>) -> (String, Range<usize>) {
    if line.len() <= SHOWN {
        return (line.to_owned(), mark);
    }
    let from = floor_boundary(line, mark.start.saturating_sub(SHOWN / 2));
    let to = floor_boundary(line, mark.start + SHOWN / 2);
    let before = if from > 0 { "…" } else { "" };
    let after = if to < line.len() { "…" } else { "" };
    let start = mark.start - from + before.len();
    let end = mark.end.min(to).max(mark.start) - from + before.len();
    (format!("{before}{}{after}", &line[from..to]), start..end)
}

/// The last character boundary at or before `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Counts words, runs of blanks and signs outside comments: about the tokens that a TOML parser makes.
fn pieces(text: &str) -> usize {
    #[derive(PartialEq, Clone, Copy)]
    enum Kind {
        Word,
        Blank,
        Sign,
    }
    let mut count = 0;
    let mut last = Kind::Sign;
    let mut comment = false;
    for byte in text.bytes() {
        comment = byte != b'\n' && (comment || byte == b'#');
        if comment {
            continue;
        }
        let kind = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'+' | 128.. => Kind::Word,
            b' ' | b'\t' | b'\r' => Kind::Blank,
            _ => Kind::Sign,
        };
        count += usize::from(kind == Kind::Sign || kind != last);
        last = kind;
    }
    count
}

/// What an operating system's error means, without its number.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    text.to_lowercase()
}

fn too_large(name: &str) -> Problems {
    Diagnostic::error("", format!("`{name}` is too large"))
        .allowed("16 MiB")
        .hint("put long lists of spend into a file: `spend = { csv = \"plan.csv\", column = \"search\" }`")
        .into()
}

fn not_text(name: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let diagnostic = Diagnostic::error("", format!("`{name}` is not a text file"))
        .found(format!("byte 0x{:02x} in line {line}", bytes.get(at).copied().unwrap_or_default()))
        .allowed("TOML in UTF-8");
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => diagnostic.hint("it is UTF-16: save it again as UTF-8"),
        _ => diagnostic.hint("save it as UTF-8, or name another file"),
    }
}
