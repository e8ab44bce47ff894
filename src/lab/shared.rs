//! The lab: what all worlds and strategies share, made once.

use crate::optimize::Clash;
use crate::scenario::Scenario;
use crate::simulate::{Draws, Sequence};

use super::beliefs::Beliefs;
use super::luck::{Luck, Purpose};
use super::setting::Setting;
use super::view::Opening;
use super::world::World;

/// A scenario ready to be played in any world.
#[derive(Debug)]
pub(super) struct Lab {
    pub(super) setting: Setting,
    pub(super) opening: Opening,
    /// What everybody believes before anything is measured.
    pub(super) beliefs: Beliefs,
    /// The draws that worlds are made of.
    draws: Draws,
}

impl Lab {
    /// Makes it ready.
    ///
    /// # Errors
    /// Where limits and budget clash: no plan keeps them all.
    pub(super) fn new(scenario: &Scenario, cycles: usize, seed: u64) -> Result<Self, Clash> {
        let setting = Setting::new(scenario, cycles, seed);
        let luck = Luck::new(seed, Purpose::Truth, [0; 3]);
        Ok(Self {
            opening: Opening::new(&setting)?,
            beliefs: Beliefs::of(&setting),
            draws: Draws::new(setting.plain.model().parameters(), Sequence::Random, luck.seed()),
            setting,
        })
    }

    /// The world with this number, from 0.
    pub(super) fn world(&self, number: usize) -> World {
        World::new(&self.setting, &self.draws, number)
    }
}
