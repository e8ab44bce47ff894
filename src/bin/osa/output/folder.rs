//! A folder of output: all of its files appear together, and a folder that `osa` made before is refreshed.

use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{anyhow, bail};

use super::{Overwrite, refuse_dangling, temporary};
use crate::failure::{reason, usage};

/// Name of the file that says that `osa` made the folder, and which files in it are its own.
const MARKER: &str = ".osa";
/// First line of that file.
const MARKER_HEAD: &str = "made by osa; refreshed when osa writes here again. Files of osa:";

/// Files on their way into a folder. Until [`Folder::finish`] they are kept in memory: whoever interrupts long work finds nothing of it.
pub struct Folder {
    path: PathBuf,
    exists: bool,
    /// Files that an earlier run of `osa` left.
    earlier: Vec<String>,
    files: Vec<(String, Vec<u8>)>,
}

/// What was written.
pub struct Written {
    path: PathBuf,
    names: Vec<String>,
}

impl fmt::Display for Written {
    /// `out: roi.svg/png/csv, plan.toml/csv, result.json`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups: Vec<(&str, String)> = Vec::new();
        for name in &self.names {
            let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
            match groups.last_mut() {
                Some((last, extensions)) if *last == stem => {
                    extensions.push('/');
                    extensions.push_str(extension);
                }
                _ => groups.push((stem, extension.to_owned())),
            }
        }
        let groups: Vec<String> = groups
            .into_iter()
            .map(|(stem, extensions)| format!("{stem}.{extensions}"))
            .collect();
        write!(f, "{}: {}", self.path.display(), groups.join(", "))
    }
}

impl Folder {
    /// Looks at the place and tries whether a folder can be made there; refuses a file, and a foreign folder that is not empty.
    pub fn open(path: &Path, overwrite: Overwrite) -> anyhow::Result<Self> {
        let name = path.display();
        if path == Path::new("-") {
            return Err(usage("`-` is standard output, which holds one file; name a directory"));
        }
        let failed = |error: &io::Error| anyhow!("cannot write into `{name}`: {}", reason(error));
        let (exists, earlier) = match fs::metadata(path) {
            Ok(metadata) if !metadata.is_dir() => return Err(usage(format!("`{name}` is not a directory"))),
            Ok(_) => {
                let empty = fs::read_dir(path).map_err(|error| failed(&error))?.next().is_none();
                let earlier = made_by_osa(path);
                if !empty && earlier.is_none() && overwrite == Overwrite::Refuse {
                    return Err(usage(format!(
                        "`{name}` is not empty and not made by osa; --force writes into it all the same"
                    )));
                }
                (true, earlier.unwrap_or_default())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                refuse_dangling(path)?;
                (false, Vec::new())
            }
            Err(error) => return Err(failed(&error)),
        };
        let place = if exists { path } else { nearest(parent(path)?) };
        // It removes itself again.
        drop(temporary(0o777).tempdir_in(place).map_err(|error| failed(&error))?);
        Ok(Self {
            path: path.to_owned(),
            exists,
            earlier,
            files: Vec::new(),
        })
    }

    /// Adds a file.
    pub fn put(&mut self, name: &str, contents: impl Into<Vec<u8>>) {
        self.files.push((name.to_owned(), contents.into()));
    }

    /// Puts all files into their place; what an earlier run made and this one did not is removed.
    pub fn finish(mut self) -> anyhow::Result<Written> {
        let names: Vec<String> = self.files.iter().map(|(name, _)| name.clone()).collect();
        self.put(MARKER, format!("{MARKER_HEAD}\n{}\n", names.join("\n")));
        // Inside of a folder that exists, for it may be a mount point; else beside the one that is to be.
        let place = if self.exists { self.path.as_path() } else { parent(&self.path)? };
        fs::create_dir_all(place).map_err(|error| self.failed("", &error))?;
        let staging = temporary(0o777).tempdir_in(place).map_err(|error| self.failed("", &error))?;
        for (name, contents) in &self.files {
            write(&staging.path().join(name), contents).map_err(|error| self.failed(name, &error))?;
        }
        if !self.exists {
            fs::rename(staging.path(), &self.path).map_err(|error| self.failed("", &error))?;
            // It has moved away: there is nothing to remove any more.
            let _ = staging.keep();
            return Ok(Written { path: self.path, names });
        }
        if let Some(taken) = names.iter().find(|name| self.path.join(name).is_dir()) {
            bail!("cannot write `{}`: it is a directory", self.path.join(taken).display());
        }
        for name in names.iter().map(String::as_str).chain([MARKER]) {
            fs::rename(staging.path().join(name), self.path.join(name)).map_err(|error| self.failed(name, &error))?;
        }
        for stale in self.earlier.iter().filter(|name| !names.contains(name)) {
            let _ = fs::remove_file(self.path.join(stale));
        }
        Ok(Written { path: self.path, names })
    }

    fn failed(&self, name: &str, error: &io::Error) -> anyhow::Error {
        let path = if name.is_empty() { self.path.clone() } else { self.path.join(name) };
        anyhow!("cannot write `{}`: {}", path.display(), reason(error))
    }
}

/// The files that `osa` made in a folder; `None` where it did not make the folder.
fn made_by_osa(folder: &Path) -> Option<Vec<String>> {
    if let Ok(marker) = fs::read_to_string(folder.join(MARKER))
        && let Some((MARKER_HEAD, names)) = marker.split_once('\n')
    {
        return Some(names.lines().filter(|name| is_file_name(name)).map(str::to_owned).collect());
    }
    let mut head = String::new();
    fs::File::open(folder.join("result.json"))
        .ok()?
        .take(100)
        .read_to_string(&mut head)
        .ok()?;
    let family = osa::report::json::RUN_SCHEMA.trim_end_matches(char::is_numeric);
    head.contains(&format!("\"schema\": \"{family}")).then(Vec::new)
}

/// Whether it names a file of the folder itself and nothing elsewhere.
fn is_file_name(name: &str) -> bool {
    let mut components = Path::new(name).components();
    matches!((components.next(), components.next()), (Some(Component::Normal(_)), None))
}

fn write(path: &Path, contents: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(path)?;
    file.write_all(contents)?;
    // A disk that is full may say so no earlier than here.
    file.sync_all()
}

fn parent(path: &Path) -> anyhow::Result<&Path> {
    match path.parent() {
        Some(parent) if parent == Path::new("") => Ok(Path::new(".")),
        Some(parent) => Ok(parent),
        None => Err(usage("name a directory for the output")),
    }
}

/// The nearest folder on the way to `path` that is there.
fn nearest(path: &Path) -> &Path {
    let there = path.ancestors().find(|folder| folder.exists());
    there.filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::is_file_name;

    #[test]
    fn a_marker_cannot_name_files_elsewhere() {
        assert!(is_file_name("plan.toml"));
        for name in ["", "..", "../plan.toml", "/etc/passwd", "a/b", "."] {
            assert!(!is_file_name(name), "{name}");
        }
    }
}
