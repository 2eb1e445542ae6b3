//! Why nothing that has a price can be booked in this page, and what helps (PLN 3, CRD 1).

use super::Scene;
use super::words::frame;
use licensing::catalogue::status::CatalogueStatus;

/// What is said above every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpriced {
    /// What, why, and what to do.
    pub text: String,
    /// What helps.
    pub remedy: Remedy,
}

/// What helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Reading the catalogue again.
    TryAgain,
    /// Loading the page itself anew.
    Reload,
    /// Nothing here: support.
    Support,
}

/// Why nothing can be priced; none where it can, and for who has nothing to buy (ACC 1).
pub fn unpriced(scene: &Scene<'_>) -> Option<Unpriced> {
    let status = &scene.catalogue.status;
    let refusal = status.refusal().filter(|_| scene.access().subscription)?;
    let (text, remedy) = match status {
        CatalogueStatus::Unreadable(why) => (frame::unreadable_catalogue(why), Remedy::TryAgain),
        CatalogueStatus::Older => (frame::OLDER_PAGE.to_owned(), Remedy::Reload),
        _ => (scene.why(&refusal), Remedy::Support),
    };
    Some(Unpriced { text, remedy })
}
