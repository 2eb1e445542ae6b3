//! Why the page cannot book anything with a price, and what helps (PLN 3, CRD 1).

use super::Scene;
use super::words::frame;
use licensing::catalogue::status::CatalogueStatus;

/// The notice above every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpriced {
    /// What happened, why, and what to do.
    pub text: String,
    /// The remedy that the notice offers.
    pub remedy: Remedy,
}

/// A remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Read the catalog again.
    TryAgain,
    /// Reload the page.
    Reload,
    /// Contact support.
    Support,
}

/// Why no prices are available. `None` if they are, and for viewers who cannot buy anything (ACC 1).
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
