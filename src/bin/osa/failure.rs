//! What goes wrong on the way, and the exit code that says so: 1 failed, 2 input or usage. A closed pipe is no error.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use osa::scenario::{Colour, Problems};

const FAILED: u8 = 1;
const REFUSED: u8 = 2;

/// A failure that is not simply "it did not work".
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The command line asks for something that cannot be done as it is.
    #[error("{0}")]
    Usage(String),
    /// A scenario cannot be used.
    #[error("{0}")]
    Scenario(Problems),
    /// All that is wrong was already said.
    #[error("")]
    Said,
    /// Whoever read the output has stopped reading.
    #[error("")]
    PipeClosed,
}

/// A usage error.
pub fn usage(message: impl Display) -> anyhow::Error {
    Failure::Usage(message.to_string()).into()
}

/// Says on stderr what went wrong, and gives the exit code.
pub fn report(error: &anyhow::Error) -> ExitCode {
    match error.downcast_ref::<Failure>() {
        Some(Failure::PipeClosed) => ExitCode::SUCCESS,
        Some(Failure::Said) => ExitCode::from(REFUSED),
        Some(Failure::Scenario(problems)) => {
            say(&problems.render(Colour::Ansi));
            ExitCode::from(REFUSED)
        }
        Some(Failure::Usage(message)) => {
            say(&format!("error: {message}"));
            ExitCode::from(REFUSED)
        }
        None => {
            say(&format!("error: {error:#}"));
            ExitCode::from(FAILED)
        }
    }
}

/// Prints what clap has to say: help and version on stdout, a usage error on stderr.
pub fn answer(error: &clap::Error) -> ExitCode {
    match error.print() {
        Err(failure) if failure.kind() != io::ErrorKind::BrokenPipe => {
            say(&format!("error: cannot write: {}", reason(&failure)));
            ExitCode::from(FAILED)
        }
        _ if error.use_stderr() => ExitCode::from(REFUSED),
        _ => ExitCode::SUCCESS,
    }
}

/// Writes a line to stderr; when nobody listens there is nobody to tell.
pub fn say(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// What an operating system's error means, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_lowercase()
}
