//! The standalone host: the program on a page of its own, with the demo's organizations.

use crate::settings::{Choice, Demo, Org, ViewerKind};
use exchange::host::Session;
use licensing::{Deployment, PersonId};

/// Why the demo does not know whether the viewer is a collection administrator.
const NOBODY_ANSWERS: &str = "Requests aren't answered in this demonstration.";

/// The session of a demo.
pub fn session(demo: &Demo) -> Session {
    Session {
        deployment: demo.deployment,
        viewer: demo.viewer(),
        unanswered: (demo.viewer == ViewerKind::Unknown).then(|| NOBODY_ANSWERS.to_owned()),
        actor: demo.viewer.person().1.to_owned(),
        today: demo.today,
        organization: organization(demo.org, demo.deployment).to_owned(),
        account: account(demo.org, demo.deployment),
        administrators: PersonId::new(ViewerKind::Admin.person().0).into_iter().collect(),
    }
}

/// The key of the journal. Each organization has one per deployment.
pub fn account(org: Org, deployment: Deployment) -> String {
    ["demo/", org.as_str(), "/", deployment.as_str()].concat()
}

/// The name of the organization.
fn organization(org: Org, deployment: Deployment) -> &'static str {
    match (org, deployment) {
        (Org::People100000 | Org::Enterprise, _) => "Example Group",
        (_, Deployment::Services) => "Example Works",
        (_, Deployment::Server) => "DefaultCollection",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use exchange::host::Params;

    #[test]
    fn acc_9_an_unknown_membership_is_no_administrator() {
        let at = |query: &str| session(&Demo::read(&Params::parse(query)));
        assert!(at("viewer=admin").viewer.is_collection_administrator());
        for viewer in ["unknown", "administrator", "team", "none", "unlicensed"] {
            assert!(
                !at(&format!("viewer={viewer}")).viewer.is_collection_administrator(),
                "{viewer}"
            );
        }
    }

    #[test]
    fn every_demo_has_a_journal_of_its_own() {
        let mut keys: Vec<String> = Org::ALL
            .iter()
            .flat_map(|(org, ..)| Deployment::ALL.map(|it| account(*org, it)))
            .collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), Org::ALL.len() * Deployment::ALL.len());
    }
}
