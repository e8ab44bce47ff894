//! Where results go: stdout, a file, a folder of files. What is written is written whole or not at all.

mod file;
mod folder;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice, adapter::strip_str};

use crate::failure::{Failure, reason, usage};

pub use file::Destination;
pub use folder::Folder;

/// What to do with a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    Refuse,
    Force,
}

/// Prints a page: with its styles on a terminal, without them elsewhere or where `NO_COLOR` is set.
pub fn print_page(page: &str) -> anyhow::Result<()> {
    match AutoStream::choice(&io::stdout()) {
        ColorChoice::Never => print(&plain(page)),
        _ => print(page),
    }
}

/// Prints text as it is.
pub fn print(text: &str) -> anyhow::Result<()> {
    print_bytes(text.as_bytes())
}

/// Writes bytes to standard output as they are.
fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(bytes)
        .and_then(|()| stdout.flush())
        .map_err(|error| broken(&error, "standard output"))
}

/// A page without its styles.
pub fn plain(page: &str) -> String {
    strip_str(page).to_string()
}

/// An error of writing to `name`; a pipe that nobody reads any more is none.
fn broken(error: &io::Error, name: &str) -> anyhow::Error {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Failure::PipeClosed.into()
    } else {
        anyhow::anyhow!("cannot write to {name}: {}", reason(error))
    }
}

/// Refuses a link that leads nowhere: nothing can be written through it, and it is not `osa` that may take its place.
fn refuse_dangling(path: &Path) -> anyhow::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(_) => Err(usage(format!(
            "`{}` is a link that leads nowhere; remove it, or make what it leads to",
            path.display()
        ))),
        Err(_) => Ok(()),
    }
}

/// A temporary file or folder that gets the permissions of any other new one, and a name that says whose it was.
fn temporary(mode: u32) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".osa-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    builder
}
