//! A folder of output: all of its files appear together, and a folder that `osa` made before is refreshed.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use anyhow::{anyhow, bail};
use tempfile::TempDir;

use super::{Overwrite, temporary};
use crate::failure::{reason, usage};

/// Name of the file that says that `osa` made the folder, and which files in it are its own.
const MARKER: &str = ".osa";
/// First line of that file.
const MARKER_HEAD: &str = "made by osa; refreshed when osa writes here again. Files of osa:";

/// Files on their way into a folder. Until [`Folder::finish`] they lie in a temporary one.
pub struct Folder {
    path: PathBuf,
    exists: bool,
    /// Files that an earlier run of `osa` left.
    earlier: Vec<String>,
    staging: TempDir,
    names: Vec<String>,
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
    /// Looks at the place and makes the temporary folder; refuses a file, and a foreign folder that is not empty.
    pub fn open(path: &Path, overwrite: Overwrite) -> anyhow::Result<Self> {
        let name = path.display();
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
            Err(error) if error.kind() == io::ErrorKind::NotFound => (false, Vec::new()),
            Err(error) => return Err(failed(&error)),
        };
        // Inside of a folder that exists, for it may be a mount point; else beside the one that is to be.
        let place = if exists { path.to_owned() } else { parent(path)? };
        if !exists {
            fs::create_dir_all(&place).map_err(|error| failed(&error))?;
        }
        let staging = temporary(0o777).tempdir_in(place).map_err(|error| failed(&error))?;
        Ok(Self {
            path: path.to_owned(),
            exists,
            earlier,
            staging,
            names: Vec::new(),
        })
    }

    /// Adds a file.
    pub fn put(&mut self, name: &str, contents: &[u8]) -> anyhow::Result<()> {
        let write = |path: &Path| -> io::Result<()> {
            let mut file = fs::File::create_new(path)?;
            io::Write::write_all(&mut file, contents)?;
            // A disk that is full may say so no earlier than here.
            file.sync_all()
        };
        write(&self.staging.path().join(name)).map_err(|error| self.failed(name, &error))?;
        self.names.push(name.to_owned());
        Ok(())
    }

    /// Puts all files into their place; what an earlier run made and this one did not is removed.
    pub fn finish(mut self) -> anyhow::Result<Written> {
        let names = std::mem::take(&mut self.names);
        self.put(MARKER, format!("{MARKER_HEAD}\n{}\n", names.join("\n")).as_bytes())?;
        if !self.exists {
            fs::rename(self.staging.path(), &self.path).map_err(|error| self.failed("", &error))?;
            // It has moved away: there is nothing to remove any more.
            let _ = self.staging.keep();
            return Ok(Written { path: self.path, names });
        }
        if let Some(taken) = names.iter().find(|name| self.path.join(name).is_dir()) {
            bail!("cannot write `{}`: it is a directory", self.path.join(taken).display());
        }
        for name in names.iter().map(String::as_str).chain([MARKER]) {
            fs::rename(self.staging.path().join(name), self.path.join(name)).map_err(|error| self.failed(name, &error))?;
        }
        for stale in self.earlier.iter().filter(|name| !names.contains(name)) {
            let _ = fs::remove_file(self.path.join(stale));
        }
        Ok(Written { path: self.path, names })
    }

    fn failed(&self, name: &str, error: &io::Error) -> anyhow::Error {
        anyhow!("cannot write `{}`: {}", self.path.join(name).display(), reason(error))
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

fn parent(path: &Path) -> anyhow::Result<PathBuf> {
    match path.parent() {
        Some(parent) if parent == Path::new("") => Ok(PathBuf::from(".")),
        Some(parent) => Ok(parent.to_owned()),
        None => Err(usage("name a directory for the output")),
    }
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
