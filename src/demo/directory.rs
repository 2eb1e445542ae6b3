//! The people of the demonstration: generated ones, or those of a file beside the page.

use crate::adapters::files_beside::file_beside;
use exchange::directory::file::{self, PeopleFileError};
use exchange::directory::groups::Group;
use exchange::directory::{
    DirectoryAnswer, DirectoryError, DirectoryProgress, DirectoryProvider, OnProgress, everyone,
};
use licensing::Directory;
use sample::groups::groups;
use sample::people::Seeded;
use sample::settings::{Org, present};
use std::rc::Rc;

/// The people of a file beside the page.
struct FileBeside;

impl DirectoryProvider for FileBeside {
    fn people<'a>(&'a self, on_progress: &'a OnProgress<'a>) -> DirectoryAnswer<'a, ()> {
        Box::pin(async move {
            let bytes = file_beside(file::NAME).await.map_err(PeopleFileError::NotReached)?;
            let bytes = bytes.ok_or(PeopleFileError::Missing)?;
            on_progress(DirectoryProgress::People(file::read(&bytes)?));
            Ok(())
        })
    }

    fn groups<'a>(&'a self, people: &'a Directory, _: &'a OnProgress<'a>) -> DirectoryAnswer<'a, Vec<Group>> {
        Box::pin(async { Ok(groups(people)) })
    }
}

/// The directory of an organization.
pub(super) fn directory_of(org: Org) -> Rc<dyn DirectoryProvider> {
    match org {
        Org::File => Rc::new(FileBeside),
        _ => Rc::new(Seeded {
            count: org.people(),
            left: org.left(),
            today: present(),
        }),
    }
}

/// Everyone in the directory of an organization.
///
/// # Errors
/// The file beside the page cannot be used.
pub(super) async fn people_of(org: Org) -> Result<Directory, DirectoryError> {
    Ok(Directory::new(everyone(directory_of(org).as_ref()).await?))
}
