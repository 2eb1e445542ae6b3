//! Values that are valid by construction.

pub mod country;
pub mod date;
pub mod digest;
pub mod ids;
pub mod instance;
pub mod instant;
pub mod license_count;
pub mod money;
pub mod percent;
pub mod plan;
pub mod role;
pub mod rules_version;
pub mod setting;
pub mod subscription_id;
pub mod term;
pub mod trial;
