//! The fingerprint of a scenario, which a document carries to say what it was made from.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use super::Loaded;
use super::sources::entries;

impl Loaded {
    /// SHA-256 of all that is read, in hexadecimal: the file's text with the changes of `--set` in it, then the amounts that CSV files give, channel by
    /// channel. No result hangs on the picture of a logo.
    ///
    /// Where nothing is set and nothing stands beside the file it is what `sha256sum` says of the file (less a byte order mark).
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(&self.source_text);
        // A text holds no zero byte: one ends it. Kind and length keep apart what follows.
        let beside = |hash: &mut Sha256, kind: u8, length: usize| {
            hash.update([0, kind]);
            hash.update((length as u64).to_le_bytes());
        };
        for spend in self.spends_from_files() {
            beside(&mut hash, b's', spend.len());
            for amount in spend {
                hash.update(amount.to_le_bytes());
            }
        }
        hash.finalize().iter().fold(String::new(), |mut text, byte| {
            // writing into a text does not fail
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The spends of the channels that have them from a CSV file, in the order of the file.
    fn spends_from_files(&self) -> Vec<&[f64]> {
        let root = DeTable::parse(&self.source_text).map(toml::Spanned::into_inner).unwrap_or_default();
        let from_files: Vec<String> = entries(&root)
            .into_iter()
            .filter(|entry| entry.value.get("csv").is_some())
            .filter_map(|entry| match entry.path.as_slice() {
                [channel, name, spend] if channel == "channel" && spend == "spend" => Some(name.clone()),
                _ => None,
            })
            .collect();
        let from_file = |name: &str| from_files.iter().any(|other| other == name);
        let channels = self.scenario.channels.iter().filter(|channel| from_file(&channel.name));
        channels.map(|channel| channel.spend.as_slice()).collect()
    }
}
