//! The theme: templates, style, script and words. The standard theme lives in the program;
//! a folder `themes/<name>/` replaces it file by file. The only place that runs a template.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;
use crate::base::program;
use crate::base::snapshot::{Snapshot, Source};
use crate::base::text::Digest;
use crate::model::colors::Colors;
use crate::site::hyphen;
use crate::site::parts::{BodyView, SiteView};
use crate::site::template_fault::{self, Sources};
use crate::site::theme_files::{Asset, Files, PREFIX};
use crate::site::words::{LANGUAGES, Words, primary, speak};

/// Everything that decides how pages look and speak.
#[derive(Clone, Debug)]
pub struct Theme {
    lang: String,
    /// One engine for each language: they differ in the function `t` alone.
    engines: BTreeMap<&'static str, Tera>,
    words: BTreeMap<&'static str, Arc<Words>>,
    sources: Sources,
    assets: Arc<BTreeMap<String, Asset>>,
    digest: Digest,
}

impl Theme {
    /// The theme of this name; what is wrong with it. Without a theme there is no site.
    pub fn load(snapshot: &Snapshot, name: &str, lang: &str, colors: &Colors) -> (Option<Self>, Vec<Fault>) {
        let folder = format!("themes/{name}");
        let own: Vec<(&SitePath, &Source)> = snapshot.below(&folder).collect();
        if own.is_empty() && name != "standard" {
            let known = snapshot.below("themes").filter_map(|(path, _)| path.as_str().split('/').nth(1));
            let mut fault = Fault::new(Code::ThemeMissing).with("name", name);
            if let Some(near) = nearest(name, known.chain(["standard"])) {
                fault = fault.with("hint", near);
            }
            return (None, vec![fault]);
        }
        let mut files = Files::standard();
        for (path, source) in own {
            files.add(path, &path.as_str()[folder.len() + 1..], source);
        }
        files.color(colors);
        engine(files, lang)
    }

    /// Tells the templates of the site, once, for all pages.
    #[must_use]
    pub fn with_site(mut self, site: &SiteView) -> Self {
        for engine in self.engines.values_mut() {
            engine.global_context().insert("site", site);
        }
        self.digest = Digest::of_value(&(self.digest, site));
        self
    }

    /// The words of a language, or of the site's own if stadga does not speak that.
    pub fn words(&self, lang: &str) -> &Words {
        &self.words[self.spoken(lang)]
    }

    /// Makes a page from its view and its rendered text.
    ///
    /// # Errors
    /// [`Code::Template`] names the template, the line, what is missing and what there is.
    pub fn render(
        &self,
        template: &str,
        view: &impl Serialize,
        body: Option<&BodyView>,
    ) -> Result<String, Fault> {
        let mut context = Context::from_serialize(view).map_err(|error| self.fault(template, &error))?;
        if let Some(body) = body {
            let mut value = Value::from_serializable(&Body {
                has_code: body.has_code,
                outline: &body.outline,
                compared: &body.compared,
            });
            if let Some(mut map) = std::mem::replace(&mut value, Value::none()).into_map() {
                map.insert("html".into(), Value::safe_string(&body.html));
                map.insert("about".into(), Value::safe_string(&body.about));
                value = Value::from(map);
            }
            context.insert_value("body", value);
        }
        let lang = context.get("frame").and_then(|frame| frame.get_from_path("lang")).and_then(Value::as_str);
        let engine = &self.engines[self.spoken(lang.unwrap_or(&self.lang))];
        engine.render(template, &context).map_err(|error| self.fault(template, &error))
    }

    /// The style sheets, scripts and pictures.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.assets.values()
    }

    /// The digest of all that a theme can change on a page.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    fn spoken(&self, lang: &str) -> &'static str {
        let known = |lang: &str| LANGUAGES.into_iter().find(|known| *known == primary(lang));
        known(lang).or_else(|| known(&self.lang)).unwrap_or(LANGUAGES[0])
    }

    fn fault(&self, template: &str, error: &tera::Error) -> Fault {
        template_fault::unmade(&self.sources, template, error)
    }
}

/// The part of a text's body that is serialized: its HTML may be long and goes in as it is.
#[derive(Serialize)]
struct Body<'a> {
    has_code: bool,
    outline: &'a [crate::site::parts::OutlineEntry],
    compared: &'a Option<crate::site::parts::ComparedView>,
}

/// Parses the templates and gives them their functions.
fn engine(files: Files, lang: &str) -> (Option<Theme>, Vec<Fault>) {
    let mut faults = files.faults;
    let words: BTreeMap<_, _> =
        files.messages.into_iter().map(|(lang, words)| (lang, Arc::new(words))).collect();
    let assets = Arc::new(files.assets);
    let mut tera = Tera::new();
    serve_assets(&mut tera, &assets);
    speak(&mut tera, &words[LANGUAGES[0]]);
    tera.register_filter("part", |text: &str, _: Kwargs, _: &State| hyphen::part(text));
    tera.register_function("href", |kwargs: Kwargs, state: &State| -> tera::TeraResult<String> {
        let to: &str = kwargs.must_get("to")?;
        let files = state.get::<Value>("site")?.and_then(|site| site.get_from_path("files")?.as_bool());
        let index = files == Some(true) && (to.is_empty() || to.ends_with('/'));
        Ok(format!("{}{to}{}", root(state)?, if index { "index.html" } else { "" }))
    });
    let loaded = tera.set_fallback_prefixes([PREFIX]).and_then(|()| tera.add_raw_templates(&files.templates));
    if let Err(error) = loaded {
        faults.extend(template_fault::unread(&files.sources, &files.templates, &error));
        return (None, faults);
    }
    let engines = words
        .iter()
        .map(|(lang, words)| {
            let mut engine = tera.clone();
            speak(&mut engine, words);
            (*lang, engine)
        })
        .collect();
    let digest = Digest::of_value(&(program::digest(), lang, &files.digests));
    let theme = Theme { lang: lang.to_owned(), engines, words, sources: files.sources, assets, digest };
    (Some(theme), faults)
}

/// Gives templates `asset(name="stadga.css")`.
fn serve_assets(engine: &mut Tera, assets: &Arc<BTreeMap<String, Asset>>) {
    let assets = Arc::clone(assets);
    engine.register_function("asset", move |kwargs: Kwargs, state: &State| -> tera::TeraResult<String> {
        let name: &str = kwargs.must_get("name")?;
        let asset = assets.get(name).ok_or_else(|| {
            let known: Vec<&str> = assets.keys().map(String::as_str).collect();
            tera::Error::message(format!(
                "Asset `{name}` is not in the theme. Available assets: {}",
                known.join(", ")
            ))
        })?;
        Ok(format!("{}{}", root(state)?, asset.path))
    });
}

/// The way from the page to the site's root.
fn root(state: &State) -> tera::TeraResult<String> {
    let frame = state.get::<Value>("frame")?;
    let root = frame.as_ref().and_then(|frame| frame.get_from_path("root")?.as_str());
    Ok(root.unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Text;
    use crate::site::parts::{Frame, LinkView, OutlineEntry};
    use crate::site::theme_files::{Kind, STANDARD, kind_of};
    use crate::site::view::{NotFoundView, PageView, RedirectView};

    fn snapshot(files: &[(&str, &str)]) -> Snapshot {
        let mut snapshot = Snapshot::new(crate::base::date::Date::constant(2026, 11, 22));
        for (path, text) in files {
            snapshot.files.insert(SitePath::new(path), Source::Text(Text::new(text)));
        }
        snapshot
    }

    fn load(files: &[(&str, &str)]) -> (Option<Theme>, Vec<Fault>) {
        let name = if files.is_empty() { "standard" } else { "eget" };
        let (theme, faults) = Theme::load(&snapshot(files), name, "sv", &Colors::default());
        let site = SiteView { name: "Kungälvs kommun".into(), ..SiteView::default() };
        (theme.map(|theme| theme.with_site(&site)), faults)
    }

    fn page(lang: &str) -> PageView {
        let frame = Frame { lang: lang.into(), title: "Om".into(), root: "../".into(), ..Frame::default() };
        PageView { frame, title: "Om <oss>".into(), ..PageView::default() }
    }

    fn html(theme: &Theme, lang: &str) -> String {
        let body = BodyView { html: "<p>Text & <em>bild</em></p>".into(), ..BodyView::default() };
        theme.render("page.html", &page(lang), Some(&body)).unwrap()
    }

    #[test]
    fn a_page_has_its_text_as_it_is_and_everything_else_escaped() {
        let html = html(&load(&[]).0.unwrap(), "sv");
        assert!(html.contains("<p>Text & <em>bild</em></p>"));
        assert!(html.contains("<h1>Om &lt;oss&gt;</h1>"));
        assert!(html.contains("<title>Om – Kungälvs kommun</title>"));
        assert!(html.contains("href=\"../assets/stadga-"));
        let charset = html.find("<meta charset=\"utf-8\">").unwrap();
        assert!(charset < html.find("<title>").unwrap() && charset < 1024);
    }

    #[test]
    fn a_page_speaks_its_own_language_or_else_the_sites() {
        let theme = load(&[]).0.unwrap();
        assert!(html(&theme, "en").contains("Skip to content"));
        assert!(html(&theme, "fi").contains("Till innehållet"));
    }

    #[test]
    fn nothing_stands_inline_that_the_policy_of_the_page_forbids() {
        for file in STANDARD.files().filter(|file| kind_is_template(file)) {
            let text = file.contents_utf8().unwrap();
            for bad in [" style=", "<style", " onclick=", " onchange=", "javascript:"] {
                assert!(!text.contains(bad), "{:?} holds {bad}", file.path());
            }
        }
    }

    #[test]
    fn a_variable_that_is_not_there_is_named_with_place_and_neighbours() {
        let text = "{% extends \"standard/page.html\" %}\n{% block main %}\n<h1>{{ frame.tittle }}</h1>{% endblock %}";
        let (theme, faults) = load(&[("themes/eget/page.html", text)]);
        assert_eq!(faults, []);
        let fault = theme.unwrap().render("page.html", &page("sv"), Some(&BodyView::default())).unwrap_err();
        assert_eq!(fault.code, Code::Template);
        assert_eq!(fault.argument("template"), Some("page.html"));
        assert_eq!(fault.argument("line"), Some("3"));
        assert_eq!(fault.argument("missing"), Some("tittle"));
        assert_eq!(fault.argument("hint"), Some("title"));
        assert!(fault.argument("known").unwrap().contains("canonical"), "{fault:?}");
        let place = fault.place.unwrap();
        assert_eq!(place.path.as_str(), "themes/eget/page.html");
        assert_eq!(place.range.map(|(from, to)| &text[from..to]), Some("tittle"));
    }

    #[test]
    fn a_message_that_is_not_there_is_a_fault_and_not_printed() {
        let text = "{{ t(key=\"skip-lnk\") }}";
        let theme = load(&[("themes/eget/page.html", text)]).0.unwrap();
        let fault = theme.render("page.html", &page("sv"), None).unwrap_err();
        assert_eq!((fault.code, fault.argument("missing")), (Code::Template, Some("skip-lnk")));
        assert_eq!(fault.argument("hint"), Some("skip-link"));
        assert_eq!(fault.argument("line"), Some("1"));
    }

    #[test]
    fn one_file_is_replaced_and_the_others_stay() {
        let own = load(&[
            (
                "themes/eget/page.html",
                "{% extends \"standard/page.html\" %}{% block main %}Eget. {{ super() }}{% endblock %}",
            ),
            ("themes/eget/messages/sv.ftl", "skip-link = Hoppa\n"),
            ("themes/eget/css/eget.css", "p { color: red }"),
        ]);
        assert_eq!(own.1, []);
        let (own, standard) = (own.0.unwrap(), load(&[]).0.unwrap());
        let html = html(&own, "sv");
        assert!(html.contains("Eget.") && html.contains("<h1>Om &lt;oss&gt;</h1>") && html.contains("Hoppa"));
        assert_ne!(own.digest(), standard.digest());
        assert_eq!(own.assets().count(), standard.assets().count() + 1);
        let view = NotFoundView { frame: page("sv").frame };
        assert!(own.render("not-found.html", &view, None).unwrap().contains("Sidan finns inte"));
    }

    #[test]
    fn a_theme_that_cannot_be_read_says_where() {
        let (theme, faults) = load(&[("themes/eget/page.html", "<h1>\n{{ title }</h1>")]);
        assert!(theme.is_none());
        assert_eq!((faults[0].code, faults[0].argument("line")), (Code::Template, Some("2")));
        assert_eq!(faults[0].place.as_ref().unwrap().path.as_str(), "themes/eget/page.html");
        let (theme, faults) =
            Theme::load(&snapshot(&[("themes/blatt/page.html", "")]), "blat", "sv", &Colors::default());
        assert!(theme.is_none());
        assert_eq!((faults[0].code, faults[0].argument("hint")), (Code::ThemeMissing, Some("blatt")));
    }

    #[test]
    fn a_file_of_a_theme_that_cannot_be_read_is_told_of() {
        for name in ["base.html", "messages/sv.ftl", "css/stadga.css"] {
            let mut snapshot = snapshot(&[]);
            let source = Source::Unreadable(crate::base::snapshot::Unreadable::NotUtf8 { line: 3 });
            let path = SitePath::new(&format!("themes/standard/{name}"));
            snapshot.files.insert(path.clone(), source);
            let (_, faults) = Theme::load(&snapshot, "standard", "sv", &Colors::default());
            assert_eq!((faults[0].code, &faults[0].place.as_ref().unwrap().path), (Code::NotUtf8, &path));
        }
    }

    #[test]
    fn links_from_a_folder_name_the_file() {
        let site = SiteView { files: true, ..SiteView::default() };
        let theme = load(&[]).0.unwrap().with_site(&site);
        let target = LinkView::to("Ny", "../ny/index.html");
        let view = RedirectView { frame: page("sv").frame, target };
        let html = theme.render("redirect.html", &view, None).unwrap();
        assert!(html.contains("href=\"../index.html\"") && html.contains("url=../ny/index.html"));
    }

    #[test]
    fn an_outline_becomes_a_nested_list() {
        let entry = |level, text: &str| OutlineEntry { level, text: text.into(), ..OutlineEntry::default() };
        let outline = OutlineEntry::nest([entry(2, "Ett"), entry(3, "Två")]);
        let body = BodyView { outline, ..BodyView::default() };
        let view = PageView { contents: true, ..page("sv") };
        let html = load(&[]).0.unwrap().render("page.html", &view, Some(&body)).unwrap();
        assert!(html.contains("Ett</a>\n<ol>"), "{html}");
    }

    fn kind_is_template(file: &include_dir::File<'_>) -> bool {
        matches!(kind_of(&file.path().to_string_lossy()), Kind::Template)
    }
}
