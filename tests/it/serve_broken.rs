//! What the preview shows of a site that cannot be made: the last good one, with what must be mended.

use crate::serve::{Serve, policy, until};
use crate::shell_cli::Site;

#[test]
fn settings_that_make_no_site_leave_the_last_good_one() {
    let site = Site::new();
    let settings = std::fs::read_to_string(site.path().join("stadga.toml")).unwrap();
    let serve = Serve::of(&site, "");
    let page = "/dokument/it-policy/";
    let before = serve.get(page);
    let mut listener = serve.open();
    listener.listen();

    site.put("stadga.toml", "name = Exempelby\n");
    listener.edition().expect("an event");
    let broken = serve.get(page);
    assert_eq!((broken.status, broken.built()), (200, before.built()));
    assert_ne!(broken.text(), before.text(), "the bar says so");
    assert_ne!(broken.headers["etag"], before.headers["etag"]);
    serve.waits_to_tell("den senaste webbplats som gick att göra visas");
    assert_eq!(serve.get("/_stadga/").status, 200);

    site.put("content/it-policy.md", policy("Under tiden"));
    listener.edition().expect("an event");
    assert_eq!(serve.get(page).built(), before.built());
    site.put("stadga.toml", settings);
    listener.edition().expect("an event");
    assert!(serve.get(page).text().contains("Under tiden"));
}

#[test]
fn a_site_that_has_never_been_right_says_so_until_it_is() {
    let site = Site::new();
    let settings = std::fs::read_to_string(site.path().join("stadga.toml")).unwrap();
    site.put("stadga.toml", "name = Exempelby\n");
    let serve = Serve::of(&site, "");
    serve.waits_to_tell("måste rättas innan något kan visas: 1 fel.");
    for path in
        ["/", "/dokument/it-policy/", "/finns/inte", "/_stadga/dag/i-dag/utan-utkast/", "/_stadga/visa?dag="]
    {
        let reply = serve.get(path);
        assert_eq!(reply.status, 500, "{path}");
        assert_eq!(reply.headers["content-type"], "text/html; charset=utf-8");
    }
    assert_eq!(serve.get("/_stadga/").status, 200);
    let mut listener = serve.open();
    listener.listen();
    site.put("stadga.toml", settings);
    listener.edition().expect("an event");
    assert_eq!(serve.get("/").status, 200);
}

#[test]
fn a_template_that_cannot_be_run_leaves_the_last_good_page() {
    let site = Site::new();
    let page = "+++\ntitle = \"Om\"\n+++\nOm oss.\n";
    site.put("content/sidor/om.md", page);
    let serve = Serve::of(&site, "");
    let before = serve.get("/om/");
    assert_eq!(before.status, 200);
    let mut listener = serve.open();
    listener.listen();
    site.put("themes/standard/page.html", "{{ finns_inte }}");
    listener.edition().expect("an event");
    let after = serve.get("/om/");
    assert_eq!((after.status, after.built()), (200, before.built()));
    assert!(after.text().contains("page.html måste rättas först"), "the bar says so: {}", after.text());
    // Pages that nobody has looked at are as they were too; what is new waits.
    site.put("content/sidor/annan.md", page);
    listener.edition().expect("an event");
    assert_eq!(serve.get("/annan/").status, 404);
    assert_eq!(serve.get("/").status, 200);
    assert!(serve.get("/_stadga/").text().contains("finns_inte"));
    site.put("themes/standard/page.html", "<h1>{{ title }}</h1>");
    listener.edition().expect("an event");
    assert_eq!(serve.get("/annan/").status, 200);
}

#[test]
fn a_page_that_a_template_fails_for_says_so_until_it_is_mended() {
    let page = |title: &str| format!("+++\ntitle = '{title}'\n+++\nText\n");
    let site = Site::new();
    site.put("content/sidor/a.md", page("Första"));
    let serve = Serve::of(&site, "");
    let mut listener = serve.open();
    listener.listen();
    let template = "{% if title == 'Andra' %}{{ finns_inte }}{% endif %}{{ title }}";
    site.put("themes/standard/page.html", template);
    listener.edition().expect("an event");
    site.put("content/sidor/b.md", page("Andra"));
    listener.edition().expect("an event");
    let failed = serve.get("/b/");
    assert_eq!(failed.status, 500);
    assert!(failed.text().contains("page.html"), "{}", failed.text());
    assert_eq!(serve.get("/a/").status, 200, "other pages are made");
    // What another save has nothing to do with is still told.
    site.put("content/sidor/c.md", page("Tredje"));
    listener.edition().expect("an event");
    assert!(serve.get("/_stadga/").text().contains("finns_inte"));
    site.put("content/sidor/b.md", page("Fjärde"));
    listener.edition().expect("an event");
    assert!(!serve.get("/_stadga/").text().contains("finns_inte"));
    assert_eq!(serve.get("/b/").status, 200);
}

#[test]
fn content_that_is_moved_away_leaves_the_last_good_site() {
    let site = Site::new();
    site.put("content/a.md", policy("A"));
    let serve = Serve::of(&site, "");
    let before = serve.get("/dokument/a/");
    assert_eq!(before.status, 200);
    let (here, away) = (site.path().join("content"), site.path().join("undan"));
    std::fs::rename(&here, &away).unwrap();
    let shows = |words: &str| {
        let words = words.to_owned();
        let page = until(
            || Some(serve.get("/dokument/a/")).filter(|page| page.text().contains(&words)),
            || words.clone(),
        );
        assert_eq!((page.status, page.built()), (200, before.built()));
    };
    shows("content måste rättas först");
    assert!(serve.get("/_stadga/").text().contains("mappen är borta eller tom"));
    std::fs::rename(&away, &here).unwrap();
    until(
        || (!serve.get("/dokument/a/").text().contains("måste rättas först")).then_some(()),
        || "as before".into(),
    );
}
