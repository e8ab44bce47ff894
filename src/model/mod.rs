//! Floor 2: THE model.

mod decision;
mod stage;

pub use decision::Decision;
pub use stage::Stage;
