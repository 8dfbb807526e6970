//! Where a link leads, before it is written for any page.

use crate::base::path::OutPath;
use crate::model::address::{Address, relative};
use crate::render::exchange::Target;

/// A link of a text, resolved but not yet written for any page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Resolved {
    /// A place in this website, and perhaps an anchor there.
    Inside {
        /// The place.
        address: Address,
        /// `#anchor`, or empty.
        fragment: String,
    },
    /// An image of this website.
    Image {
        /// The file.
        address: Address,
        /// Width and height in pixels.
        size: Option<(u32, u32)>,
    },
    /// As written: another website, a mail address, an anchor in the same text.
    AsWritten(String),
    /// Plain text: the target is a draft, or no link can be made of it.
    Plain,
}

impl Resolved {
    /// The place in this website that the link leads to.
    pub fn address(&self) -> Option<&Address> {
        match self {
            Self::Inside { address, .. } | Self::Image { address, .. } => Some(address),
            Self::AsWritten(_) | Self::Plain => None,
        }
    }

    /// The link as it stands on a page.
    pub fn on(&self, page: &OutPath, files: bool) -> Target {
        match self {
            Self::Inside { address, fragment } => {
                Target::Href(relative(page, &address.path(), files) + fragment)
            }
            Self::Image { address, size } => {
                Target::Image { src: relative(page, &address.path(), files), size: *size }
            }
            Self::AsWritten(target) => Target::Href(target.clone()),
            Self::Plain => Target::Plain,
        }
    }
}
