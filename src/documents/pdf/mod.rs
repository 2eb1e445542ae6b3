//! x

use super::Paper;

/// x
pub fn write(_paper: &Paper, _xml: Option<&str>) -> Result<Vec<u8>, String> {
    Ok(Vec::new())
}
