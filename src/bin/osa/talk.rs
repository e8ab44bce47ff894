//! What is said on stderr besides the result: warnings, progress, files written. `--quiet` silences it.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::failure::say;

/// The voice of a command.
pub struct Talk {
    quiet: bool,
}

impl Talk {
    pub fn new(quiet: bool) -> Self {
        Self { quiet }
    }

    /// Says a line.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            say(text);
        }
    }

    /// Begins to tell of long work.
    pub fn progress(&self, what: &'static str) -> Progress<'_> {
        let bar = (!self.quiet && stderr().is_terminal()).then(|| {
            let bar = ProgressBar::new_spinner();
            // The default template cannot fail to parse; should it ever, the default style is as good.
            bar.set_style(ProgressStyle::with_template("{spinner} {msg} ({elapsed})").unwrap_or_else(|_| ProgressStyle::default_spinner()));
            bar.set_message(what);
            bar.enable_steady_tick(Duration::from_millis(100));
            bar
        });
        Progress { talk: self, bar }
    }
}

/// Long work under way: a line that moves on a terminal, a line for each step elsewhere.
pub struct Progress<'a> {
    talk: &'a Talk,
    bar: Option<ProgressBar>,
}

impl Progress<'_> {
    /// Tells of a step that has ended.
    pub fn step(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.set_message(text.split_once(". ").map_or(text, |(head, _)| head).to_owned()),
            None => self.talk.say(text),
        }
    }

    /// Tells how much of the work is done; on a terminal only.
    pub fn part(&self, done: usize, all: usize, what: &str) {
        if let Some(bar) = &self.bar {
            bar.set_message(format!("{done} of {all} {what}"));
        }
    }

    /// Tells what is done now; on a terminal only.
    pub fn now(&self, text: &'static str) {
        if let Some(bar) = &self.bar {
            bar.set_message(text);
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
