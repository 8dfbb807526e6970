//! What the preview writes: the bar in the site's pages, the state of the site, and the page that stands
//! in for one that cannot be made.

use std::path::Path;
use std::time::Duration;

use jiff::civil::{date, time};
use scraper::{Html, Selector};
use stadga::base::fault::Fault;
use stadga::build::Build;
use stadga::shell::preview::drafts::{Drafts, counting};
use stadga::shell::preview::editor::Editor;
use stadga::shell::preview::inset::{BEGIN, END, Inset, inset};
use stadga::shell::preview::status::{Built, Status, status};
use stadga::shell::preview::unmade::{Unmade, unmade};
use stadga::shell::preview::view::View;
use stadga::shell::report::{Counts, sort};
use stadga::shell::words::{Language, Words};

use crate::site::Site;

const USUAL: View = View { date: None, drafts: true };
const PAGE: &str = "dokument/it-policy/";

/// A document in force, one that comes, a draft, and a slip.
fn example() -> Site {
    Site::new(
        "
        //- content/it-policy.md
        +++
        titel = 'IT-policy'
        typ = 'policy'
        antagen_av = 'Kommunfullmäktige'
        antagen = 2014-04-09
        galler_till = 'tills vidare'
        oversyn_senast = 2019-06-30
        +++
        Se [här](finns-inte.md) & <b>läs</b>.
        //- content/plan.md
        +++
        titel = 'Plan'
        typ = 'plan'
        antagen_av = 'Kommunstyrelsen'
        antagen = 2019-12-01
        galler_fran = 2020-02-01
        galler_till = 2021-12-31
        +++
        Text.
        //- content/riktlinje.md
        +++
        titel = 'Riktlinje'
        typ = 'riktlinje'
        antagen_av = 'Kommunstyrelsen'
        utkast = true
        +++
        Text.
        ",
    )
    .today("2020-01-01")
    .with_drafts()
}

fn faults(build: &Build) -> Vec<Fault> {
    let mut faults = build.faults.clone();
    sort(&mut faults);
    faults
}

/// A site with what its bar is told.
struct Scene {
    site: Site,
    of_page: Vec<Fault>,
    total: Counts,
    editor: Editor,
}

impl Scene {
    fn of(site: Site) -> Self {
        let all = faults(&site.build());
        let is_there = |fault: &&Fault| {
            fault.place.as_ref().is_some_and(|place| place.path.as_str() == "content/it-policy.md")
        };
        let of_page = all.iter().filter(is_there).cloned().collect();
        Self { site, of_page, total: Counts::of(&all), editor: Editor::default() }
    }

    fn about(&self) -> Inset<'_> {
        Inset {
            words: Words::of(Language::Swedish),
            page: PAGE,
            view: USUAL,
            today: date(2020, 1, 1),
            fixed: None,
            drafts: Drafts::Apart,
            faults: &self.of_page,
            total: self.total,
            checked: true,
            broken: None,
            snapshot: self.site.snapshot(),
            root: Path::new("/hem/eva/styr"),
            editor: &self.editor,
        }
    }
}

/// The page of the policy with the bar that `change` leaves, and its tag.
fn shown<'a>(scene: &'a Scene, change: impl FnOnce(&mut Inset<'a>)) -> (String, String) {
    let mut about = scene.about();
    change(&mut about);
    let html = scene.site.page("/dokument/it-policy/");
    let (page, tag) = inset(html.as_bytes(), &about);
    let page = String::from_utf8(page).expect("UTF-8");
    assert_eq!(without_bar(&page), html, "what is built is there byte for byte");
    (page, tag)
}

fn without_bar(page: &str) -> String {
    let (before, rest) = page.split_once(BEGIN).expect("a bar");
    before.to_owned() + rest.split_once(END).expect("its end").1
}

fn words(html: &str, selector: &str) -> String {
    let (page, selector) = (Html::parse_document(html), Selector::parse(selector).expect("a selector"));
    let text: String =
        page.select(&selector).flat_map(|element| element.text()).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attribute(html: &str, selector: &str, name: &str) -> Option<String> {
    let page = Html::parse_document(html);
    let element = page.select(&Selector::parse(selector).expect("a selector")).next()?;
    element.attr(name).map(str::to_owned)
}

#[test]
fn the_bar_tells_the_day_the_drafts_and_the_faults_of_the_page() {
    let (page, _) = shown(&Scene::of(example()), |_| {});
    assert!(
        page.contains("</aside>\n<script src=\"/_stadga/visa.js\" defer></script>"),
        "the script is the server's"
    );
    assert_eq!(attribute(&page, "#stadga--preview", "aria-label").as_deref(), Some("Förhandsvisning"));
    assert_eq!(attribute(&page, "#stadga--dag", "value").as_deref(), Some("2020-01-01"));
    assert_eq!(attribute(&page, "[name=sida]", "value").as_deref(), Some(PAGE));
    assert!(attribute(&page, "#stadga--utkast", "checked").is_some());
    assert_eq!(words(&page, "#stadga--fel"), "På sidan: 1 fel, 1 varning");
    assert_eq!(words(&page, "#stadga--laget"), "Hela webbplatsen: 1 fel, 1 varning");
    let state = attribute(&page, "#stadga--laget", "href");
    assert_eq!(state.as_deref(), Some("/_stadga/?dag=&utkast=ja&sida=dokument/it-policy/"));
    assert_eq!(words(&page, ".stadga-notes p"), "", "today is nothing to tell of");
    assert_eq!(words(&page, ".stadga-panel h2"), "Att rätta på den här sidan");
    assert_eq!(
        attribute(&page, ".stadga-place a", "href").as_deref(),
        Some("vscode://file/hem/eva/styr/content/it-policy.md:9:4")
    );
    assert_eq!(words(&page, ".stadga-source mark").split(' ').next(), Some("[här](finns-inte.md)"));
    assert!(!page.contains("style="), "the site's policy forbids it");
}

#[test]
fn a_page_without_faults_says_so() {
    let (page, _) = shown(&Scene::of(example()), |about| {
        about.faults = &[];
        about.total = Counts::default();
        about.view.drafts = false;
    });
    assert_eq!(words(&page, ".stadga-found"), "Inga fel på sidan");
    assert_eq!(words(&page, "#stadga--laget"), "Hela webbplatsen");
    assert_eq!(attribute(&page, "#stadga--utkast", "checked"), None);
}

#[test]
fn another_day_is_told_with_the_way_back() {
    let (page, _) = shown(&Scene::of(example()), |about| {
        about.view.date = Some(date(2027, 1, 1));
        about.today = date(2027, 1, 1);
    });
    assert_eq!(words(&page, ".stadga-notes > p"), "Visas som den 1 januari 2027. Tillbaka till i dag");
    let back = attribute(&page, "#stadga--idag", "href");
    assert_eq!(back.as_deref(), Some("/_stadga/visa?dag=&utkast=ja&sida=dokument/it-policy/"));

    let (page, _) = shown(&Scene::of(example()), |about| about.view.date = Some(date(2020, 1, 1)));
    assert_eq!(words(&page, ".stadga-notes > p"), "", "today by its name is today");
}

#[test]
fn a_day_that_the_settings_fix_is_told() {
    let fixed = Some(date(2026, 11, 22));
    let (page, _) = shown(&Scene::of(example()), |about| {
        about.fixed = fixed;
        about.today = date(2026, 11, 22);
    });
    let told = "Visas alltid som den 22 november 2026: så står det vid datum i stadga.toml.";
    assert_eq!(words(&page, ".stadga-notes > p"), told);
    let (page, _) = shown(&Scene::of(example()), |about| {
        about.fixed = fixed;
        about.view.date = Some(date(2027, 1, 1));
        about.today = date(2027, 1, 1);
    });
    let told = "Visas som den 1 januari 2027. Tillbaka till den 22 november 2026";
    assert_eq!(words(&page, ".stadga-notes > p"), told);
}

/// A policy that a draft is to follow, one that only a draft takes the place of, and one that no draft touches.
fn with_drafts() -> Site {
    let head = "typ = 'policy'\nantagen_av = 'Kommunstyrelsen'\ngaller_till = 'tills vidare'\n";
    let text = |facts: &str| format!("+++\n{head}{facts}\n+++\nText.\n");
    Site::empty()
        .file("content/a/2014-04-09.md", &text("titel = 'A'\nantagen = 2014-04-09"))
        .file("content/a/2020-06-01.md", &text("titel = 'A'\nantagen = 2020-06-01\nutkast = true"))
        .file("content/b.md", &text("titel = 'B'\nantagen = 2014-04-09"))
        .file("content/c.md", &text("titel = 'C'\nantagen = 2020-06-01\nersatter = ['b']\nutkast = true"))
        .file("content/d.md", &text("titel = 'D'\nantagen = 2014-04-09"))
        .file("content/e.md", &text("titel = 'E'\nutkast = true"))
        .file("content/sidor/om.md", "+++\ntitel = 'Om'\n+++\nText.\n")
}

#[test]
fn drafts_that_count_as_decided_are_told_of_where_they_do() {
    let ends = "Utkastet visas som beslutat från 1 juni 2020. Då upphör lydelsen 9 april 2014.";
    let replaces = "Utkastet ”C” visas som beslutat från 1 juni 2020 och ersätter då det här dokumentet.";
    let counts = "Utkast räknas som beslutade här och kan avsluta beslutade lydelser.";
    let of = |site: &Site, page: &str| {
        let build = site.build();
        match counting(Words::of(Language::Swedish), build.library().expect("a site"), page) {
            Drafts::Count(told) => Some(told),
            Drafts::Apart | Drafts::Hidden => None,
        }
    };
    let with = with_drafts().with_drafts();
    for (page, told) in [
        ("dokument/a/index.html", Some(ends)),
        ("dokument/a/2014-04-09/index.html", Some(ends)),
        ("dokument/b/index.html", Some(replaces)),
        ("dokument/c/index.html", Some("Utkastet visas som beslutat från 1 juni 2020.")),
        ("dokument/d/index.html", None),
        ("dokument/e/index.html", None),
        ("index.html", Some(counts)),
        ("dokument/index.html", Some(counts)),
        ("typ/policy/index.html", Some(counts)),
        ("typ/plan/index.html", None),
        ("organ/kommunstyrelsen/index.html", Some(counts)),
        ("organ/kommunfullmaktige/index.html", None),
        ("om/index.html", None),
        ("404.html", None),
    ] {
        assert_eq!(of(&with, page).as_deref(), told, "{page}");
        assert_eq!(of(&with_drafts(), page), None, "{page} without drafts");
    }
    let undated = with.file("content/a/2020-06-01.md", "+++\ntitel = 'A'\nutkast = true\n+++\nText.\n");
    assert_eq!(of(&undated, "dokument/a/index.html"), None, "it ends nothing");
    let undecided = with_drafts()
        .with_drafts()
        .file("content/f.md", "+++\ntitel = 'F'\nersatter = 'd'\nutkast = true\n+++\nText.\n");
    assert_eq!(of(&undecided, "dokument/d/index.html").as_deref(), Some(counts), "its page names the draft");
}

#[test]
fn the_bar_leads_to_the_page_without_its_drafts_and_to_a_draft_that_is_not_shown() {
    let (page, _) = shown(&Scene::of(example()), |about| {
        about.drafts = Drafts::Count("Ett utkast.".into());
        about.view.date = Some(date(2020, 1, 1));
    });
    assert_eq!(words(&page, ".stadga-notes > p"), "Ett utkast. Visa utan utkast");
    let to = attribute(&page, "#stadga--utan-utkast", "href");
    assert_eq!(to.as_deref(), Some("/_stadga/visa?dag=2020-01-01&sida=dokument/it-policy/"));

    let (page, _) = shown(&Scene::of(example()), |about| {
        about.drafts = Drafts::Hidden;
        about.view.drafts = false;
    });
    assert_eq!(words(&page, ".stadga-notes > p"), "Sidan är ett utkast. Utkast visas inte nu. Visa utkast");
    let to = attribute(&page, "#stadga--med-utkast", "href");
    assert_eq!(to.as_deref(), Some("/_stadga/visa?dag=&utkast=ja&sida=dokument/it-policy/"));
}

#[test]
fn files_that_make_no_site_are_told_of_with_what_hinders() {
    let scene = Scene::of(example());
    let broken = example().file("stadga.toml", "namn = \"Provköping\"\n\nsprak sv\n");
    let faults = faults(&broken.build());
    let snapshot = broken.snapshot().clone();
    let (page, _) = shown(&scene, |about| {
        about.broken = Some(&faults);
        about.snapshot = &snapshot;
    });
    assert_eq!(
        words(&page, ".stadga-broken"),
        "Ändringarna syns inte än: stadga.toml måste rättas först (rad 3)."
    );
    assert_eq!(words(&page, ".stadga-panel h2"), "Därför syns inte ändringarna");
    assert!(words(&page, ".stadga-place").contains("Öppna stadga.toml, rad 3"));
    let panel = words(&page, ".stadga-panel");
    assert!(panel.contains("Inställningarna går inte att läsa"), "{panel}");
    assert!(panel.contains("Utan inställningarna kan webbplatsen inte göras."), "{panel}");
    let heard = attribute(&page, "#stadga--preview", "data-stadga-found");
    assert_eq!(heard.as_deref(), Some("Ändringarna syns inte än: stadga.toml måste rättas först (rad 3)."));
    assert!(!words(&page, ".stadga-panel").contains("it-policy"), "older faults may be mended already");
}

#[test]
fn the_tag_and_what_must_be_read_anew_follow_the_page() {
    let mark = |page: &str, name: &str| {
        attribute(page, "#stadga--preview", &format!("data-stadga-{name}")).expect("a mark")
    };
    let (page, tag) = shown(&Scene::of(example()), |_| {});
    let (same, same_tag) = shown(&Scene::of(example()), |_| {});
    assert_eq!((&page, &tag), (&same, &same_tag));
    assert_eq!(mark(&page, "tag"), tag);

    let (bar, bar_tag) = shown(&Scene::of(example()), |about| about.faults = &[]);
    assert_ne!(bar_tag, tag, "another bar");
    assert_eq!((mark(&bar, "built"), mark(&bar, "text")), (mark(&page, "built"), mark(&page, "text")));

    let theme = example().file("stadga.toml", "name = \"Provköping\"\ntheme = \"egen\"\n");
    let theme = |css: &str| shown(&Scene::of(theme.clone().file("themes/egen/css/text.css", css)), |_| {}).0;
    let (one, other) = (theme("p { margin: 0 }"), theme("p { margin: 1rem }"));
    assert_ne!(mark(&one, "built"), mark(&other, "built"), "another style sheet");
    assert_eq!(mark(&one, "text"), mark(&other, "text"), "but nothing else");

    let text = example().file("content/it-policy.md", "+++\ntitle = 'IT-policy'\n+++\nNytt.\n");
    assert_ne!(mark(&shown(&Scene::of(text), |_| {}).0, "text"), mark(&page, "text"), "another text");
}

#[test]
fn a_page_without_an_end_gets_the_bar_all_the_same() {
    let scene = Scene::of(example());
    let about = scene.about();
    for (html, before) in
        [("", ""), ("<p>å", "<p>å"), ("<body>x</BODY></html>", "<body>x"), ("</body></body>", "</body>")]
    {
        let page = String::from_utf8(inset(html.as_bytes(), &about).0).expect("UTF-8");
        assert!(page.starts_with(&format!("{before}{BEGIN}")), "{page}");
        assert_eq!(without_bar(&page), html);
    }
    let (page, _) = inset(&[0xff, 0xfe], &about);
    assert!(page.starts_with(&[0xff, 0xfe]));
}

fn state(site: &Site, change: impl FnOnce(&mut Status)) -> (String, String) {
    let build = site.build();
    let (faults, editor) = (faults(&build), Editor::default());
    let mut about = Status {
        words: Words::of(Language::Swedish),
        library: build.library(),
        home: "/styrdokument/",
        from: None,
        address: "http://127.0.0.1:4000/styrdokument/",
        drafts: true,
        is_fixed: false,
        faults: &faults,
        broken: false,
        snapshot: site.snapshot(),
        root: Path::new("/hem/eva/styr"),
        editor: &editor,
        built: Built { at: time(14, 3, 22, 0), took: Duration::from_millis(31), pages: 12 },
        watching: "events",
    };
    change(&mut about);
    let (page, tag) = status(&about);
    (String::from_utf8(page).expect("UTF-8"), tag)
}

#[test]
fn the_state_of_the_site_stands_on_one_page() {
    let (page, tag) = state(&example(), |_| {});
    assert_eq!(words(&page, "h1"), "Läget för hela webbplatsen");
    assert_eq!(attribute(&page, "body", "data-stadga-tag").as_deref(), Some(tag.as_str()));
    let part = |name: &str| words(&page, &format!("[data-stadga-part={name}]"));
    assert_eq!(
        part("round"),
        "Visas för 1 januari 2020, med utkast Senast uppdaterad 14.03.22, på 0,03 s. 12 sidor. Filerna följs \
         genom att datorn säger till när en fil ändras Adress http://127.0.0.1:4000/styrdokument/"
    );
    assert!(
        part("faults").starts_with("Att rätta 1 fel, 1 varning content/it-policy.md fel "),
        "{}",
        part("faults")
    );
    assert_eq!(part("states"), "Dokument Läge Antal Gäller 1 Kommande 2");
    assert_eq!(attribute(&page, "tbody a", "href").as_deref(), Some("/styrdokument/dokument/?status=galler"));
    assert!(part("drafts").starts_with("Utkast Dokument Lydelse Riktlinje"), "{}", part("drafts"));
    assert_eq!(part("reviews"), "Översyn Dokument Senast IT-policy 30 juni 2019 försenad");
    assert!(part("coming").contains("Plan börjar gälla 1 februari 2020"), "{}", part("coming"));
    let there = attribute(&page, "[data-stadga-part=coming] td a", "href");
    assert_eq!(there.as_deref(), Some("/_stadga/visa?dag=2020-02-01&utkast=ja&sida=dokument/plan/"));
}

#[test]
fn the_state_leads_back_to_where_one_came_from() {
    let (page, tag) = state(&example(), |_| {});
    assert_eq!(attribute(&page, "#stadga--sidan", "href"), None);
    let (page, other) = state(&example(), |about| {
        about.home = "/_stadga/dag/2027-01-01/utan-utkast/";
        about.from = Some(PAGE);
    });
    let back = attribute(&page, "#stadga--sidan", "href");
    assert_eq!(back.as_deref(), Some("/_stadga/dag/2027-01-01/utan-utkast/dokument/it-policy/"));
    assert_ne!(tag, other);
}

#[test]
fn the_state_is_told_of_a_site_that_is_broken_or_empty() {
    let (page, _) = state(&example(), |about| {
        about.broken = true;
        about.watching = "poll";
    });
    assert!(words(&page, ".stadga-alarm").starts_with("De senaste ändringarna syns inte än."));
    assert!(words(&page, ".stadga-facts").contains("läses igenom"));
    let (page, _) = state(&example(), |about| about.library = None);
    assert_eq!(words(&page, "[data-stadga-part=states]"), "");
    let (page, _) = state(&Site::empty(), |_| {});
    assert!(words(&page, "main").contains("Inget mer ändras av sig självt."));
}

#[test]
fn what_cannot_be_made_tells_why() {
    let site = example().file("stadga.toml", "namn = \n");
    let faults = faults(&site.build());
    let told = |whole| {
        let editor = Editor::parse("none").expect("an editor");
        let (words, snapshot) = (Words::of(Language::Swedish), site.snapshot());
        let root = Path::new("/");
        let (page, _) = unmade(&Unmade { words, whole, faults: &faults, snapshot, root, editor: &editor });
        String::from_utf8(page).expect("UTF-8")
    };
    let page = told(true);
    assert_eq!(words(&page, "h1"), "Webbplatsen kan inte visas än");
    assert!(words(&page, ".stadga-place").contains("stadga.toml, rad 1"), "{page}");
    assert_eq!(words(&told(false), "h1"), "Sidan kan inte visas");
}
