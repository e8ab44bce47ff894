//! One file of output.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};

use super::{Overwrite, broken, print_bytes, refuse_dangling, temporary};
use crate::failure::{reason, usage};

/// A place for one file, looked at before the work begins so that no work is lost.
pub struct Destination {
    /// As the user named it.
    path: PathBuf,
    kind: Kind,
}

enum Kind {
    Stdout,
    /// A device or a pipe: it cannot be replaced, so it is written directly.
    Stream,
    /// A regular file, there or not yet, replaced as a whole.
    File {
        real: PathBuf,
        overwrite: Overwrite,
    },
}

impl Destination {
    /// Looks at the place; refuses a folder, a file without `--force`, a folder that is not there.
    pub fn new(path: &Path, overwrite: Overwrite) -> anyhow::Result<Self> {
        let name = path.display();
        let kind = if path == Path::new("-") || path == Path::new("/dev/stdout") {
            Kind::Stdout
        } else {
            match fs::metadata(path) {
                Ok(metadata) if metadata.is_dir() => {
                    return Err(usage(format!("`{name}` is a directory; name the file in it that is to be written")));
                }
                Ok(metadata) if !metadata.is_file() || path.starts_with("/dev/fd") || path == Path::new("/dev/stderr") => Kind::Stream,
                Ok(_) if overwrite == Overwrite::Refuse => {
                    return Err(usage(format!("`{name}` exists already; --force overwrites it")));
                }
                // A link stays a link: what it leads to is replaced.
                Ok(_) => Kind::File {
                    real: fs::canonicalize(path)?,
                    overwrite,
                },
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    refuse_dangling(path)?;
                    if !folder_of(path).is_dir() {
                        bail!("cannot write `{name}`: its directory does not exist");
                    }
                    Kind::File {
                        real: path.to_owned(),
                        overwrite,
                    }
                }
                Err(error) => bail!("cannot write `{name}`: {}", reason(&error)),
            }
        };
        Ok(Self {
            path: path.to_owned(),
            kind,
        })
    }

    /// Whether it is standard output, so that nothing else may be printed there.
    pub fn is_stdout(&self) -> bool {
        matches!(self.kind, Kind::Stdout)
    }

    /// Writes a text, whole or not at all.
    pub fn write(&self, contents: &str) -> anyhow::Result<()> {
        self.write_bytes(contents.as_bytes())
    }

    /// Writes the file, whole or not at all.
    pub fn write_bytes(&self, contents: &[u8]) -> anyhow::Result<()> {
        match &self.kind {
            Kind::Stdout => print_bytes(contents),
            Kind::Stream => {
                let mut stream = OpenOptions::new()
                    .append(true)
                    .open(&self.path)
                    .map_err(|error| self.failed(&error))?;
                stream
                    .write_all(contents)
                    .map_err(|error| broken(&error, &format!("`{}`", self.path.display())))
            }
            Kind::File { real, overwrite } => replace(real, contents, *overwrite).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => usage(format!("`{}` exists already; --force overwrites it", self.path.display())),
                _ => self.failed(&error),
            }),
        }
    }

    /// The path as the user named it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn failed(&self, error: &io::Error) -> anyhow::Error {
        anyhow!("cannot write `{}`: {}", self.path.display(), reason(error))
    }
}

/// Writes beside the file and then takes its place.
fn replace(path: &Path, contents: &[u8], overwrite: Overwrite) -> io::Result<()> {
    let mut file = temporary(0o666).tempfile_in(folder_of(path))?;
    file.write_all(contents)?;
    // A disk that is full may say so no earlier than here.
    file.as_file().sync_all()?;
    match overwrite {
        Overwrite::Refuse => file.persist_noclobber(path)?,
        Overwrite::Force => {
            if let Ok(old) = fs::metadata(path) {
                fs::set_permissions(file.path(), old.permissions())?;
            }
            file.persist(path)?
        }
    };
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}
