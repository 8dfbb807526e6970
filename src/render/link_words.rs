//! The words of a link, heard in a list of all the page's links: some say nothing there, and an
//! address is spelt out sign by sign.

/// Words of links that could lead anywhere.
const VAGUE: [&str; 73] = [
    // Swedish
    "här",
    "hit",
    "gå hit",
    "klicka",
    "klicka här",
    "klicka på länken",
    "tryck här",
    "läs",
    "läs här",
    "läs mer",
    "läs mer här",
    "läs mera",
    "läs mera här",
    "läs om det här",
    "läs vidare",
    "läs vidare här",
    "se",
    "se här",
    "se mer",
    "se mer här",
    "visa",
    "visa mer",
    "mer",
    "mer här",
    "mera",
    "mer info",
    "mer info här",
    "mer information",
    "mer information här",
    "info",
    "ytterligare information",
    "länk",
    "länken",
    "länk här",
    "den här länken",
    "denna länk",
    "följ länken",
    "till länken",
    "sida",
    "sidan",
    "den här sidan",
    "denna sida",
    "till sidan",
    "den här",
    "det här",
    "denna",
    "detta",
    "vidare",
    "öppna",
    "hämta",
    "hämta här",
    "ladda ner",
    "ladda ned",
    "ladda ner här",
    // English
    "here",
    "click",
    "click here",
    "read here",
    "read more",
    "read more here",
    "read on",
    "see more",
    "see here",
    "learn more",
    "find out more",
    "more",
    "more info",
    "more information",
    "link",
    "this link",
    "this page",
    "this",
    "download",
];

/// The longest address that can be said as it is: a host and perhaps one word after it.
const LONGEST_WORD: usize = 30;

/// Whether a link's words say nothing of where it leads.
pub(crate) fn says_nothing(words: &str) -> bool {
    // The longest has 24 bytes; quotes and arrows may stand around it.
    if words.len() > 40 {
        return false;
    }
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    VAGUE.iter().any(|vague| bare.split_whitespace().eq(vague.split(' ')))
}

/// Whether a link's words are nothing but an address that is tiresome to hear. `www.kommun.se`
/// and `kommun.se/styrdokument` can be said, and an e-mail address is what it is.
pub(crate) fn is_long_address(words: &str) -> bool {
    let words = words.trim();
    if words.contains(char::is_whitespace) || words.contains('@') {
        return false;
    }
    let lower = words.to_ascii_lowercase();
    let schemeless = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let address = schemeless.unwrap_or(&lower);
    let end = address.find(['/', '?', '#']).unwrap_or(address.len());
    let (host, path) = address.split_at(end);
    let is_address = schemeless.is_some() || is_host(host);
    is_address && !can_be_said(path.trim_matches('/'))
}

/// `kommun.se`, but not `it-policy`, `1.2` or `och/eller`.
fn is_host(host: &str) -> bool {
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    let letters = |part: &str| part.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.');
    (2..=10).contains(&top.len()) && top.bytes().all(|byte| byte.is_ascii_alphabetic()) && letters(name)
}

/// Nothing, or one word.
fn can_be_said(path: &str) -> bool {
    path.len() <= LONGEST_WORD && path.chars().all(|c| c.is_alphabetic() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_could_lead_anywhere() {
        for vague in [
            "här",
            "Här",
            "HÄR",
            " här. ",
            "Klicka här!",
            "klicka  här",
            "Läs mer",
            "Läs mer …",
            "Läs mer »",
            "→ läs mer",
            "”länk”",
            "länk",
            "Mer information",
            "mer information här",
            "den här sidan",
            "ladda ner",
            "here",
            "Click here",
            "Read more...",
            "More information",
            "this link",
        ] {
            assert!(says_nothing(vague), "{vague}");
        }
        for clear in [
            "",
            "…",
            "Läs mer om bidrag",
            "mer information om taxan",
            "så här ansöker du",
            "här finns vi",
            "länkar",
            "Läs IT-policyn",
            "sidan om bygglov",
            "hämta blanketten",
            "IT-policyn",
            "Härnösand",
            "Read more about grants",
            "download the form",
            "§ 4",
            "2014-04-09",
            "www.sundhamra.se",
        ] {
            assert!(!says_nothing(clear), "{clear}");
        }
    }

    #[test]
    fn addresses_that_are_tiresome_to_hear() {
        for long in [
            "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/",
            "http://x.se/a/b",
            "www.sundhamra.se/kommun-och-politik/styrdokument.html",
            "https://www.sundhamra.se/?id=123",
            "sundhamra.se/sok?q=taxa",
            "www.sundhamra.se/2017",
            "https://x.se/a#b",
            "HTTPS://X.SE/A/B",
            "skr.se/download/18.5627773817e39e979ef38d67/1642167980202/7585-005-0.pdf",
        ] {
            assert!(is_long_address(long), "{long}");
        }
        for short in [
            "",
            "www.sundhamra.se",
            "sundhamra.se",
            "https://www.sundhamra.se/",
            "https://www.sundhamra.se",
            "sundhamra.se/styrdokument",
            "www.sundhamra.se/lediga-jobb/",
            "kommun@sundhamra.se",
            "namn@sundhamra.se?subject=a/b",
            "och/eller",
            "SFS/1998/3",
            "2017/18:105",
            "1.2/3",
            "prop. 2017/18:105",
            "it-policy#2-ansvar",
            "kostnader.pdf",
            "Riksdagens sida https://www.riksdagen.se/sv/a/b",
        ] {
            assert!(!is_long_address(short), "{short}");
        }
    }
}
