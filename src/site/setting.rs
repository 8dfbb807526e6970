//! What is the same on every page: the municipality's name, the menu, the footer.

use crate::model::address::{Address, STATEMENT};
use crate::model::config::{Config, Links};
use crate::model::content::Content;
use crate::site::parts::{MenuItem, SiteView};

/// The site as templates see it.
pub fn site_view(config: &Config, content: &Content, has_archive: bool) -> SiteView {
    let item = |key: &str, address: &Address| MenuItem { key: key.into(), path: address.path(), label: None };
    let pages = content.pages.iter().map(|page| MenuItem {
        key: page.name.clone(),
        path: Address::Plain(page.name.clone()).path(),
        label: Some(page.title.clone()),
    });
    let has_words = content.pages.iter().any(|page| page.name == STATEMENT);
    let statement = config.statement.as_ref().filter(|_| !has_words);
    let statement = statement.map(|_| item(STATEMENT, &Address::Plain(STATEMENT.into())));
    let archive = has_archive.then(|| item("arkiv", &Address::Archive));
    SiteView {
        name: config.name.clone(),
        lang: config.lang.tag().into(),
        files: config.links == Links::Files,
        own_colors: config.colors.are_given(),
        menu: vec![
            item("register", &Address::Register),
            item("overview", &Address::Overview),
            item("timeline", &Address::Timeline),
        ],
        footer: pages.chain(archive).chain(statement).collect(),
    }
}
