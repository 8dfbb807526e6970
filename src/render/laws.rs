//! What holds for every text, however it was written: nothing runs, nothing panics, no id twice,
//! every anchor that is promised is there.

use std::collections::BTreeSet;

use proptest::prelude::*;
use scraper::Html;

use crate::render::exchange::LinkUse;
use crate::render::exchange::Target;
use crate::render::markdown;
use crate::render::walk::tests::rendered;
use crate::render::walk::tests::words;

/// Reads HTML as a browser does and looks for what could run or fetch.
#[track_caller]
fn assert_safe(text: &str) {
    let html = rendered(text).html;
    for element in Html::parse_fragment(&html).root_element().descendent_elements() {
        let name = element.value().name();
        let banned = [
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "base",
            "meta",
            "link",
            "form",
            "input",
            "button",
            "svg",
            "math",
            "template",
            "textarea",
            "select",
            "title",
            "noscript",
            "video",
            "audio",
            "source",
            "frame",
            "body",
            "h1",
            "picture",
            "marquee",
            "portal",
            "applet",
            "plaintext",
            "xmp",
        ];
        assert!(!banned.contains(&name), "<{name}> in {html}\nfrom {text:?}");
        for (attribute, value) in element.value().attrs() {
            assert!(!attribute.starts_with("on"), "{attribute} in {html}\nfrom {text:?}");
            let banned = [
                "style",
                "srcset",
                "action",
                "formaction",
                "xlink:href",
                "srcdoc",
                "target",
                "background",
                "ping",
            ];
            assert!(!banned.contains(&attribute), "{attribute} in {html}\nfrom {text:?}");
            if matches!(attribute, "href" | "src") {
                // As browsers strip them before they look for the scheme.
                let value: String = value.chars().filter(|c| *c > ' ').collect::<String>().to_lowercase();
                let runs = ["javascript:", "data:", "vbscript:", "file:", "blob:"]
                    .iter()
                    .any(|it| value.starts_with(it));
                assert!(!runs, "{value} in {html}\nfrom {text:?}");
            }
        }
    }
}

fn ids(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    page.root_element().descendent_elements().filter_map(|it| it.value().id().map(String::from)).collect()
}

#[test]
fn nothing_of_the_known_tricks_gets_through() {
    for text in [
        "<script>alert(1)</script>",
        "a <script>alert(1)</script> b",
        "<ScRiPt src=//x.se/a.js></sCrIpT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script\n>alert(1)</script\n>",
        "<img src=x onerror=alert(1)>",
        "a <img src=x onerror=alert(1)> b",
        "<IMG SRC=\"jav&#x0A;ascript:alert(1)\">",
        "<img/src=x/onerror=alert(1)>",
        "<img src=x title=\"<img>\" onerror=\"alert(1)\">",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<object data=\"javascript:alert(1)\"></object><embed src=\"javascript:alert(1)\">",
        "<base href=\"javascript:alert(1)//\">",
        "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=//x.se/a.css>",
        "<style>*{background:url(javascript:alert(1))}</style>",
        "<p style=\"background:url(javascript:alert(1))\">a</p>",
        "<form action=\"javascript:alert(1)\"><button>a</button></form>",
        "a <button formaction=javascript:alert(1)>b</button>",
        "<input autofocus onfocus=alert(1)>",
        "<details open ontoggle=alert(1)>a</details>",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\" &#14; javascript:alert(1)\">a</a>",
        "<a href=\"java\tscript:alert(1)\">a</a>",
        "<a href=javascript&colon;alert(1)>a</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
        "<div title=\"\n\n# a\" onclick=\"alert(1)\n\n\">",
        "<div title='\n\n[a](b \"' onclick=alert(1) '\")\n",
        "<p id=\"0-x\" class=\"0-y\" href=\"0-javascript:1\">a</p>",
        "<!--><script>alert(1)</script>-->",
        "<!-- --!><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php <script>alert(1)</script> ?>",
        "<table><td><a href=javascript:alert(1)>a\n\n<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](javascript&colon;alert(1))",
        "[a](&#x6A;avascript:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a](<\u{1}javascript:alert(1)>)",
        "[a](javascript\\:alert(1))",
        "[a](vbscript:x) [b](data:text/html;base64,x) [c](file:///etc/passwd)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[a][b]\n\n[b]: <  javascript:alert(1)>",
        "![a](javascript:alert(1))",
        "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
        "![a\"onerror=\"alert(1)](b.png)",
        "![a](b.png\"onerror=\"alert(1))",
        "![a](b.png 'c\" onerror=\"alert(1)')",
        "[a](b 'c\" onclick=\"alert(1)')",
        "[a](b\"onclick=\"alert(1))",
        "```\"onclick=alert(1)\n<script>alert(1)</script>\n```",
        "```js\"><script>alert(1)</script>\na\n```",
        "# <script>alert(1)</script>\n\n# a\" onclick=\"alert(1)",
        "| <script> | a\" onclick=\"b |\n|-|-|\n| <img src=x onerror=alert(1)> |",
        "a[^\"><script>]\n\n[^\"><script>]: <script>alert(1)</script>",
        "> [!NOTE] <script>alert(1)</script>\n> a",
        "<namn onclick=alert(1)> a </namn>",
        "<a title=\"</a><script>alert(1)</script>\">b</a>",
    ] {
        assert_safe(text);
        assert_safe(&format!("{text}\n\n## Efter <b>raden</b>\n\n[a](https://x.se)\n"));
        assert_safe(&format!("> - {text}\n>\n>   <i>b\n"));
    }
}

/// Pieces that texts are made of, so that chance finds odd neighbours.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "å ",
        "\n",
        "\n\n",
        "    ",
        "# ",
        "## Mål\n",
        "# Titel\n",
        "- ",
        "1. ",
        "- [x] ",
        "> ",
        "> [!NOTE]\n> ",
        "| a | b |\n|-|-|\n",
        "| c |\n",
        "[a](b)",
        "[a](javascript:b)",
        "![c](d.png)",
        "![](e \"f\")",
        "[^1]",
        "\n[^1]: ",
        "[^2]\n\n[^2]: [^1] ",
        "[",
        "]",
        "(",
        ")",
        "*",
        "**",
        "`",
        "```\n",
        "~~",
        "<b>",
        "</b>",
        "<div>\n\n",
        "</div>",
        "<a href=\"#mal\">",
        "<script>",
        "<!--",
        "-->",
        "<p id=\"mal\">",
        "\"",
        "'",
        "<table>",
        "<td>",
        "</table>",
        "<textarea>",
        "&amp;",
        "&#0;",
        "\\",
        "\t",
        "\u{0}",
        "\u{301}",
        ": ",
        "\n: b\n",
        "===\n",
        "---\n",
        "![a [b](c)](d)",
        "[![a](b)](c)",
        "[a[^1]](b)",
        "<https://x.se>",
        "<details>",
        "<namn>",
        "<o:p>",
        "\u{feff}",
        "§ 4 ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// How many targets `render` takes: each gets an address of its own, and all those are in the page.
fn check_all(text: &str) {
    let found = markdown::scan(text, "sv");
    for link in &found.links {
        assert!(text.get(link.range.clone()).is_some(), "{:?} in {text:?}", link.range);
    }
    for fault in &found.faults {
        assert!(text.get(fault.range.clone()).is_some(), "{fault:?} in {text:?}");
    }
    assert_safe(text);
    let html = rendered(text).html;
    let seen = ids(&html);
    let unique: BTreeSet<String> = seen.iter().cloned().collect();
    assert_eq!(unique.len(), seen.len(), "{html}\nfrom {text:?}");
    let promised = markdown::anchors(text, "Titel");
    assert!(unique.is_subset(&promised), "{unique:?} of {promised:?} in {html}\nfrom {text:?}");
    if !text.contains('<') {
        assert_eq!(unique, promised, "{html}\nfrom {text:?}");
        for element in Html::parse_fragment(&html).root_element().descendent_elements() {
            let to = element.value().attr("href").and_then(|href| href.strip_prefix('#'));
            assert!(to.is_none_or(|anchor| unique.contains(anchor)), "#{to:?} in {html}\nfrom {text:?}");
        }
    }
    // Numbered targets come out in their order, and one too few or too many harms nobody.
    let numbered: Vec<Target> =
        (0..=found.links.len()).map(|number| Target::Href(format!("/mal/{number}"))).collect();
    let html = markdown::render(text, "Titel", &numbered, &words()).html;
    let last = format!("/mal/{}\"", found.links.len());
    assert!(!html.contains(&last), "one target too many is used in {html}\nfrom {text:?}");
    markdown::render(text, "Titel", &[], &words());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_of_pieces(text in pieces()) {
        check_all(&text);
    }

    #[test]
    fn any_text_at_all(text in "\\PC{0,80}") {
        check_all(&text);
    }
}

#[test]
fn each_target_goes_to_its_own_link() {
    let text = "[a](1) ![b](2) <https://x.se>[^1]\n\n| [c](3) |\n|-|\n\n# [d](4)\n\n[^1]: [![e](5)](6)\n";
    let found = markdown::scan(text, "sv").links;
    assert_eq!(
        found.iter().map(|it| it.target.as_str()).collect::<Vec<_>>(),
        ["1", "2", "https://x.se", "3", "4", "6", "5"]
    );
    let targets: Vec<Target> = found
        .iter()
        .map(|it| match it.usage {
            LinkUse::Link => Target::Href(format!("/x/{}", it.target)),
            LinkUse::Image => Target::Image { src: format!("/x/{}", it.target), size: None },
        })
        .collect();
    let html = markdown::render(text, "", &targets, &words()).html;
    for part in [
        "href=\"/x/1\"",
        "src=\"/x/2\"",
        "href=\"/x/https://x.se\"",
        "href=\"/x/3\"",
        "href=\"/x/4\"",
        "href=\"/x/6\"><img src=\"/x/5\"",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn no_nesting_is_too_deep() {
    let deep = 10_000;
    for text in [
        format!("{}a", ">".repeat(deep)),
        format!("{}a", "> ".repeat(deep)),
        format!("{}a", "- ".repeat(deep)),
        format!("{}a{}", "*".repeat(deep), "*".repeat(deep)),
        format!("{}a{}", "**a ".repeat(deep), " b**".repeat(deep)),
        format!("{}a{}", "[".repeat(deep), "](b)".repeat(deep)),
        format!("{}a{}", "![".repeat(deep), "](b)".repeat(deep)),
        format!("{}a", "<b>".repeat(deep)),
        format!("{}\n\na", "<div>".repeat(deep)),
        "[^1]\n\n[^1]: ".repeat(1000),
        "`".repeat(deep),
        "<!--".repeat(deep),
    ] {
        markdown::scan(&text, "sv");
        markdown::anchors(&text, "");
        rendered(&text);
    }
}

#[test]
fn a_statute_of_thousands_of_sections_is_a_longer_page_and_no_other() {
    let section = |number: usize| format!("## {number} § Ändamål\n\nOrd i [länk](#{number}).\n\n### Mål\n\n");
    let statute = |sections: usize| (1..=sections).map(section).collect::<Vec<_>>().concat();
    let (small, large) = (rendered(&statute(10)), rendered(&statute(3000)));
    assert_eq!(large.outline.len(), 6000);
    assert_eq!(large.outline[..20], small.outline[..]);
    assert!(large.html.starts_with(&small.html));
    assert_eq!(large.outline[5998].anchor, "3000-andamal");
    assert_eq!(large.outline[5999].anchor, "3000-andamal-mal");
}
