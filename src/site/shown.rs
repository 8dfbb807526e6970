//! What a document page is about: which text, of which version, on whose page.

use crate::model::life::Life;
use crate::model::register::Work;
use crate::model::version::{Variant, Version};

/// What a document page is about.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The document.
    pub work: &'a Work,
    /// The version shown.
    pub version: &'a Version,
    /// What is derived of it.
    pub life: &'a Life,
    /// The variant shown instead of the decided text.
    pub variant: Option<&'a Variant>,
    /// It is a version's own page, not the document's.
    pub own_page: bool,
}
