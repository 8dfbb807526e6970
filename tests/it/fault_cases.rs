//! The cases of `faults`: each rule, broken by the smallest site that breaks it.

use stadga::base::snapshot::Unreadable;

use crate::site::{STATEMENT, Site};

/// Stands for four facts that nothing is wrong with; more facts begin on line 6.
const FACTS: &str = "title = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n";

/// Site → faults. A line `@` is [`FACTS`], `¤` is [`STATEMENT`], `ZERO` a digest of nothing in particular. What follows ` | ` are all the fault's arguments; each
/// rule that has any shows them once.
pub(crate) const CASES: &[(&str, &[&str])] = &[
    // Files and their names
    ("//- content/a.md", &["S005 empty-file content/a.md"]),
    (
        "//- content/IT-policy.md\n+++\n@\n+++\nA",
        &["S010 bad-id content/IT-policy.md | id=IT-policy; nearest=it-policy"],
    ),
    ("//- content/åtgärder/2014-04-09.md\n+++\n@\n+++\nA", &["S010 bad-id content/åtgärder/2014-04-09.md"]),
    ("//- content/a.md\n+++\n@version = 'Första'\n+++\nA", &["S010 bad-id content/a.md"]),
    (
        "//- content/a.md\n+++\n@\n+++\nA\n//- content/a/2014-04-09.md\n+++\n@\n+++\nA",
        &["S011 double-id content/a/2014-04-09.md | id=a; other=content/a.md"],
    ),
    (
        "//- content/x/a/2014-04-09.md\n+++\n@\n+++\nA\n//- content/y/a/2014-04-09.md\n+++\n@\n+++\nA",
        &["S011 double-id content/y/a/2014-04-09.md"],
    ),
    (
        "//- content/a.md\n+++\n@\n+++\nA\n//- arkiv/logg/entries.jsonl\n{\"seq\":0,\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"archive\",\"object\":\"urn:stadga:x:dok:a\",\"document\":\"a\",\"version\":\"v1\",\"inventory\":\"ZERO\",\"content\":\"ZERO\",\"texts\":{\"2014-04-09\":{\"words\":\"ZERO\",\"corrections\":0,\"page\":\"ZERO\"},\"2010\":{\"words\":\"ZERO\",\"corrections\":0,\"page\":\"ZERO\"}}}\n{\"seq\":1,\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"archive\",\"object\":\"urn:stadga:x:dok:b\",\"document\":\"b\",\"version\":\"v1\",\"inventory\":\"ZERO\",\"content\":\"ZERO\",\"texts\":{\"2014-04-09\":{\"words\":\"ZERO\",\"corrections\":0,\"page\":\"ZERO\"}}}",
        &[
            "S120 archive-log arkiv/logg/entries.jsonl",
            "S012 frozen content | document=b; archived=2026-01-02; hint=document",
            "S012 frozen content/a.md | document=a; archived=2026-01-02; hint=version; version=2010",
            "S012 frozen content/a.md:7:1 | document=a; archived=2026-01-02; hint=changed; version=2014-04-09",
        ],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@\n+++\nA\n//- content/a/Andra.md\n+++\n@\n+++\nB\n//- content/a/andra.md\n+++\n@\n+++\nC",
        &[
            "S010 bad-id content/a/Andra.md",
            "S013 double-version content/a/andra.md | version=andra; other=content/a/Andra.md",
        ],
    ),
    (
        "//- content/a.md\n+++\n@version = 'jamfor'\n+++\nA",
        &["S014 reserved-name content/a.md | name=jamfor"],
    ),
    ("//- content/a.md\n+++\n@version = 'en'\n+++\nA", &["S014 reserved-name content/a.md"]),
    ("//- content/register.md\n+++\n@\n+++\nA", &["S014 reserved-name content/register.md"]),
    ("//- content/index.md\n+++\n@\n+++\nA", &["S014 reserved-name content/index.md"]),
    ("//- content/sidor/organ.md\n+++\ntitle = 'O'\n+++\nA", &["S014 reserved-name content/sidor/organ.md"]),
    (
        "//- content/a.md\n+++\n@aliases = ['b']\n+++\nA\n//- content/b.md\n+++\n@\n+++\nB",
        &["S015 alias-clash content/a.md | alias=b"],
    ),
    ("//- content/a.md\n+++\n@aliases = ['../x']\n+++\nA", &["S015 alias-clash content/a.md"]),
    (
        "//- content/a/2014-04-08.md\n+++\n@\n+++\nA",
        &["S016 name-differs content/a/2014-04-08.md:5:11 | name=2014-04-08; adopted=2014-04-09"],
    ),
    ("//- content/a.en.md\n+++\ntitle = 'A'\n+++\nA", &["S017 lone-variant content/a.en.md | version=a"]),
    ("//- content/a/index.md\n+++\ntype = 'policy'\n+++\nA", &["S018 stray-file content/a/index.md"]),
    (
        "//- content/a/index.md\n+++\n+++\n//- content/a/it-policy.md\n+++\n@\n+++\nA\n//- content/a/b.md\n+++\n@\n+++\nB",
        &["S018 stray-file content/a/index.md"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@\n+++\nA\n//- content/a/2014-04-09.engelska.md\n+++\ntitle = 'A'\n+++\nA",
        &["S010 bad-id content/a/2014-04-09.engelska.md"],
    ),
    // Front matter
    ("//- content/a.md\n\n \n+++\n@\n+++\nA", &["S021 no-front-matter content/a.md:1:1 | hint=blank"]),
    (
        "//- content/a.md\n+++\ntitle = 'A\n+++\nA",
        &["S020 toml content/a.md:2:11 | message=invalid literal string, expected `'`"],
    ),
    ("//- content/a.md\n+++\n@paragraf 9\n+++\nA", &["S020 toml content/a.md:6:10"]),
    ("//- content/a.md\nA utan uppgifter", &["S021 no-front-matter content/a.md:1:1"]),
    ("//- content/a.md\n---\ntitle: A\n---\nA", &["S021 no-front-matter content/a.md:1:1"]),
    ("//- content/sidor/om.md\nOm", &["S021 no-front-matter content/sidor/om.md:1:1"]),
    ("//- content/a.md\n+++\n@A", &["S022 not-closed content/a.md:1:1"]),
    ("//- content/a.md\n+++\n@+++ A", &["S022 not-closed content/a.md:1:1"]),
    (
        "//- content/a.md\n+++\n@sammanfatning = 'x'\n+++\nA",
        &["S023 unknown-key content/a.md:6:1 | key=sammanfatning; nearest=sammanfattning"],
    ),
    (
        "//- content/a.md\n+++\n@utkast = 'nej'\n+++\nA",
        &["S024 wrong-type content/a.md:6:10 | key=utkast; expected=flag; found=string"],
    ),
    ("//- content/a.md\n+++\n@summary = true\n+++\nA", &["S024 wrong-type content/a.md:6:11"]),
    (
        "//- content/a.md\n+++\n@valid_from = 2014-04-09T10:00:00\n+++\nA",
        &["S024 wrong-type content/a.md:6:14"],
    ),
    ("//- content/a.md\n+++\n@replaces = [1]\n+++\nA", &["S024 wrong-type content/a.md:6:13"]),
    (
        "//- content/a.md\n+++\n@titel = 'A'\n+++\nA",
        &["S025 double-key content/a.md:6:9 | key=title; alias=titel"],
    ),
    ("//- content/a.md\n+++\n@title = 'B'\n+++\nA", &["S025 double-key content/a.md:6:1"]),
    (
        "//- content/a.md\n+++\n@responsible = 'X'\nansvarig = 'Y'\n+++\nA",
        &["S025 double-key content/a.md:7:12"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@alias = 'b'\n+++\nA",
        &["S026 misplaced-key content/a/2014-04-09.md:6:1 | key=alias"],
    ),
    (
        "//- content/a.md\n+++\n@[[beslut]]\natgard = 'oversedd'\nav = 'KF'\ndatum = 2016\ngaller_till = 2020\n+++\nA",
        &["S026 misplaced-key content/a.md:10:1 | key=galler_till; belongs=above"],
    ),
    (
        "//- content/a.md\n+++\n@ersatt_av = 'b'\n+++\nA",
        &["S023 unknown-key content/a.md:6:1 | key=ersatt_av"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@version = 'b'\n+++\nA",
        &["S026 misplaced-key content/a/2014-04-09.md:6:11"],
    ),
    (
        "//- content/a/index.md\n+++\nadopted = 2014\n+++\n//- content/a/2014-04-09.md\n+++\n@\n+++\nA",
        &["S026 misplaced-key content/a/index.md:2:1"],
    ),
    // Facts
    (
        "//- content/a.md\n+++\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014\n+++\nA",
        &["S030 missing-title content/a.md:1:1"],
    ),
    ("//- content/sidor/om.md\n+++\nsummary = 'x'\n+++\nA", &["S030 missing-title content/sidor/om.md:1:1"]),
    (
        "//- content/a.md\n+++\ntitle = 'A'\nadopted_by = 'KF'\nadopted = 2014\n+++\nA",
        &["S031 missing-type content/a.md:1:1"],
    ),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted = 2014\n+++\nA",
        &["S032 missing-adopter content/a.md:1:1"],
    ),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\n+++\nA",
        &["S033 missing-adopted content/a.md:1:1"],
    ),
    (
        "//- content/a.md\n+++\n@[[decisions]]\nby = 'KF'\n+++\nA",
        &["S034 missing-value content/a.md:6:1 | key=act", "S034 missing-value content/a.md:6:1"],
    ),
    (
        "//- content/a.md\n+++\n@implements = { part = '3' }\n+++\nA",
        &["S034 missing-value content/a.md:6:14"],
    ),
    ("//- stadga.toml\n¤\nlang = 'sv'", &["S034 missing-value stadga.toml:1:1"]),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'polisy'\nadopted_by = 'KF'\nadopted = 2014\n+++\nA",
        &[
            "S035 unknown-type content/a.md:3:8 | value=polisy; nearest=policy; known=vision, program, strategi, plan, handlingsplan, policy, riktlinje, regler, anvisning, rutin, foreskrift, taxa, reglemente, delegationsordning",
        ],
    ),
    (
        "//- content/a.md\n+++\n@expects = { type = 'it-plan', per = 'kommunstyrelsen' }\n+++\nA",
        &["S035 unknown-type content/a.md:6:11"],
    ),
    (
        "//- content/a.md\n+++\n@change = 'revidering av'\n+++\nA",
        &[
            "S036 unknown-value content/a.md:6:10 | key=change; value=revidering av; known=new, revision, partial, editorial, readopted; nearest=revidering",
        ],
    ),
    (
        "//- content/a.md\n+++\n@expects = { type = 'plan', per = 'kommunstyrelse' }\n+++\nA",
        &["S036 unknown-value content/a.md:6:11"],
    ),
    (
        "//- content/a.md\n+++\n@[[decisions]]\nact = 'uphävd'\ndate = 2015\n+++\nA",
        &["S036 unknown-value content/a.md:7:7"],
    ),
    ("//- content/a.md\n+++\n@lang = 'svenska'\n+++\nA", &["S036 unknown-value content/a.md:6:8"]),
    (
        "//- content/a.md\n+++\n@valid_from = 2014-02-30 # så står det\n+++\nA",
        &["S037 impossible-date content/a.md:6:14 | key=valid_from; value=2014-02-30"],
    ),
    (
        "//- content/a.md\n+++\n@valid_from = '2014-02-30'\n+++\nA",
        &["S037 impossible-date content/a.md:6:14"],
    ),
    (
        "//- content/a.md\n+++\n@decisions = [{ act = 'reviewed', date = 2019-13-01 }]\n+++\nA",
        &["S037 impossible-date content/a.md:6:41"],
    ),
    (
        "//- content/a.md\n+++\n@review_by = 'snart'\n+++\nA",
        &["S038 not-a-date content/a.md:6:13 | key=review_by; value=snart"],
    ),
    ("//- content/a.md\n+++\n@review_by = 0214-04-09\n+++\nA", &["S038 not-a-date content/a.md:6:13"]),
    (
        "//- content/a.md\n+++\n@valid_from = '2014–2018'\n+++\nA",
        &[
            "S039 date-span content/a.md:6:14 | key=valid_from; value=2014–2018; from_key=valid_from; until_key=valid_until; from=2014; until=2018",
        ],
    ),
    (
        "//- content/a.md\n+++\n@\n+++\nA\n//- content/a.en.md\n+++\ntitle = 'A'\nadopted = 2015\n+++\nA",
        &["S040 variant-differs content/a.en.md:3:11 | key=adopted; main=content/a.md"],
    ),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'Komunfullmäktige'\nadopted = 2014\n+++\nA",
        &["S041 body-near-miss content/a.md:4:14 | value=Komunfullmäktige; nearest=Kommunfullmäktige"],
    ),
    // Time and kinship
    (
        "//- content/a.md\n+++\n@valid_until = 2014-04-08\n+++\nA",
        &["S050 end-before-start content/a.md:6:15 | from=2014-04-09; until=2014-04-08"],
    ),
    (
        "//- content/a.md\n+++\n@valid_from = 2014-01-01\n+++\nA",
        &["S051 retroactive content/a.md:6:14 | from=2014-01-01; adopted=2014-04-09"],
    ),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2020-01-02\n+++\nA",
        &["S119 adopted-ahead content/a.md:5:11 | adopted=2020-01-02"],
    ),
    (
        "//- content/a.md\n+++\n@[[corrections]]\ndate = 2099-01-02\nwhat = 'A'\n[[corrections]]\ndate = 2014-04-08\nwhat = 'A'\n+++\nA",
        &[
            "S121 correction-date content/a.md:6:1 | date=2099-01-02; hint=ahead",
            "S121 correction-date content/a.md:6:1 | date=2014-04-08; hint=before; adopted=2014-04-09",
        ],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@valid_until = 2018-12-31\n+++\nA\n//- content/a/2016.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2016\n+++\nA",
        &["S052 overlap content/a/2016.md | version=2016; other=2014-04-09; from=2016; until=2018-12-31"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@valid_until = 2014-12-31\n+++\nA\n//- content/a/2016.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2016\n+++\nA",
        &["S053 gap content/a/2016.md | version=2016; other=2014-04-09; from=2015-01-01; until=2015-12-31"],
    ),
    (
        "//- content/a.md\n+++\n@replaces = 'b'\n+++\nA\n//- content/b.md\n+++\n@replaces = 'c'\n+++\nB\n//- content/c.md\n+++\n@replaces = 'a'\n+++\nC",
        &["S054 ring content/a.md:6:12 | ring=a → b → c → a"],
    ),
    ("//- content/a.md\n+++\n@implements = 'a'\n+++\nA", &["S054 ring content/a.md:6:14"]),
    (
        "//- content/a.md\n+++\n@replaces = ['B-POLICY', 'content/b.md', '/dokument/b/', 'ÖFS 2001:15']\n+++\nA\n//- content/b.md\n+++\ntitle = 'B-policy'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2010-01-01\n+++\nB",
        &[
            "S055 unknown-target content/a.md:6:13 | value=B-POLICY; nearest=b",
            "S055 unknown-target content/a.md:6:25 | value=content/b.md; nearest=b",
            "S055 unknown-target content/a.md:6:41 | value=/dokument/b/; nearest=b",
        ],
    ),
    (
        "//- content/a.md\n+++\n@implements = 'vison'\n+++\nA",
        &["S055 unknown-target content/a.md:6:14 | value=vison"],
    ),
    (
        "//- content/a.md\n+++\n@replaces = 'b'\n+++\nA\n//- content/b.md\n+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2016\n+++\nB",
        &["S056 replaces-newer content/a.md:6:12 | target=b; from=2014-04-09; adopted=2016"],
    ),
    (
        "//- content/a.md\n+++\n@valid_until = '20191231'\n+++\nA",
        &["S057 doubtful-date content/a.md:6:15 | key=valid_until; value=20191231; hint=date"],
    ),
    (
        "//- content/a.md\n+++\n@valid_from = 'tills vidare'\nvalid_until = 'mandatperiod'\n+++\nA",
        &["S057 doubtful-date content/a.md:6:14", "S057 doubtful-date content/a.md:7:15"],
    ),
    ("//- content/a.md\n+++\n@valid_until = 't.o.m. 31 dec. 2019.'\n+++\nA", &[]),
    (
        "//- content/a.md\n+++\n@valid_until = 2018-12-31\n[[decisions]]\nact = 'extended'\ndate = 2018-01-01\nuntil = 2017-12-31\n+++\nA",
        &["S058 odd-decision content/a.md:7:1 | act=extended; reason=shorter; date=2018-01-01"],
    ),
    (
        "//- content/a.md\n+++\n@[[decisions]]\nact = 'repealed'\ndate = 2013\n[[decisions]]\nact = 'reinstated'\ndate = 2015\n[[decisions]]\nact = 'reinstated'\ndate = 2016\n+++\nA",
        &["S058 odd-decision content/a.md:6:1", "S058 odd-decision content/a.md:12:1"],
    ),
    // The text
    (
        "//- content/a.md\n+++\n@\n+++\n<script>\nx\n",
        &["S067 raw-html content/a.md:7:1 | name=<script; hint=open"],
    ),
    (
        "//- content/a.md\n+++\n@\n+++\na <font>b</font> <e-post>\n",
        &["S067 raw-html content/a.md:7:3", "S067 raw-html content/a.md:7:10"],
    ),
    ("//- content/a.md\n+++\n@\n+++\nOrd[^x] b", &["S068 missing-note content/a.md:7:4 | name=x"]),
    (
        "//- content/a.md\n+++\n@\n+++\nSe [b](b.md).",
        &["S060 link-nowhere content/a.md:7:4 | target=b.md; nearest=a.md"],
    ),
    ("//- content/a.md\n+++\n@\n+++\nSe [b](//b.se/x).", &["S060 link-nowhere content/a.md:7:4"]),
    ("//- content/a.md\n+++\n@\n+++\nSe [b](/organ/xx/).", &["S060 link-nowhere content/a.md:7:4"]),
    (
        "//- content/a.md\n+++\n@\n+++\n# Mål\nSe [b](#mall).",
        &["S061 fragment-nowhere content/a.md:8:4 | target=#mall; nearest=mal"],
    ),
    ("//- content/a.md\n+++\n@\n+++\nSe [b](a.md#x).", &["S061 fragment-nowhere content/a.md:7:4"]),
    (
        "//- content/a.md\n+++\n@\n+++\n![Karta](karta.png)",
        &["S062 missing-file content/a.md:7:1 | target=karta.png"],
    ),
    ("//- content/a.md\n+++\n@\n+++\n![Karta](https://x.se/k.png)", &["S062 missing-file content/a.md:7:1"]),
    ("//- content/a.md\n+++\n@original = 'a.pdf'\n+++\nA", &["S062 missing-file content/a.md:6:12"]),
    (
        "//- content/a.md\n+++\n@\n+++\n[x](javascript:alert(1))",
        &["S063 unsafe-link content/a.md:7:1 | target=javascript:alert(1)"],
    ),
    ("//- content/a.md\n+++\n@minutes = 'protokoll.pdf'\n+++\nA", &["S063 unsafe-link content/a.md:6:11"]),
    (
        "//- content/a.md\n+++\n@\n+++\nSe [b](b.md).\n//- content/b.md\n+++\n@draft = true\n+++\nB",
        &["S064 link-to-draft content/a.md:7:4 | target=b.md"],
    ),
    (
        "//- content/a.md\n+++\n@related = 'b'\n+++\nA\n//- content/b.md\n+++\n@draft = true\n+++\nB",
        &["S064 link-to-draft content/a.md:6:11"],
    ),
    (
        "//- content/a.md\n+++\n@\n+++\nSe [b](/b/).\n//- content/sidor/b.md\n+++\ntitle = 'B'\ndraft = true\n+++\nB",
        &["S064 link-to-draft content/a.md:7:4"],
    ),
    (
        "//- content/a.md\n+++\n@\n+++\n[x](../../../etc/passwd)",
        &["S065 link-outside content/a.md:7:1 | target=../../../etc/passwd"],
    ),
    (
        "//- content/a.md\n+++\n@\n+++\n![](data:image/png;base64,AA)",
        &[
            "S063 unsafe-link content/a.md:7:1",
            "S066 missing-alt content/a.md:7:1 | target=data:image/png;base64,AA",
        ],
    ),
    // Settings and theme
    (
        "//- stadga.toml\n¤\nname = 'A'\nbase_url = 'x.se'",
        &["S070 bad-base-url stadga.toml:3:12 | value=x.se"],
    ),
    ("//- stadga.toml\n¤\nname = 'A'", &["S072 no-base-url stadga.toml"]),
    (
        "//- stadga.toml\n¤\nname = 'A'\nbase_url = 'https://x.se'\n[publish]\nx = 1",
        &["S073 not-used-yet stadga.toml:4:1 | key=publish"],
    ),
    (
        "//- stadga.toml\n¤\nname = 'A'\nbase_url = 'https://x.se'\ndate = 2014-02-30\nlang = 'fi'\n",
        &["S037 impossible-date stadga.toml:4:8", "S036 unknown-value stadga.toml:5:8"],
    ),
    (
        "//- stadga.toml\n¤\nname = 'A'\nbase_url = 'https://x.se'\n[bodies.KF]\nname = 'KF'\n",
        &["S010 bad-id stadga.toml:4:1"],
    ),
    (
        "//- stadga.toml\n¤\nname = 'A'\nbase_url = 'https://x.se'\ntheme = 'eget'",
        &["S080 theme-missing stadga.toml:4:9 | name=eget"],
    ),
    (
        "//- themes/standard/not-found.html\n{{ x",
        &[
            "S081 template themes/standard/not-found.html:1:4 | template=not-found.html; line=1; problem=Unexpected end of input",
        ],
    ),
    (
        "//- themes/standard/messages/sv.ftl\nmissing = { $x }",
        &["S082 catalogue themes/standard/messages/sv.ftl:1:1 | problem=argument; key=missing; name=x"],
    ),
    // Readable by all. A blank line cannot stand here, so each text is one that needs none.
    (
        "//- content/a.md\n+++\n@+++\n## Ett\n#### Två\n###\n",
        &["S100 skipped-level content/a.md:8:1 | from=##; to=####", "S101 empty-heading content/a.md:9:1"],
    ),
    (
        "//- content/a.md\n+++\n@+++\n| | | | | | | | |\n|-|-|-|-|-|-|-|-|\n| a | b |\n",
        &["S102 table-no-head content/a.md:7:1", "S107 wide-table content/a.md:7:1 | columns=8"],
    ),
    (
        "//- content/a.md\n+++\n@+++\nÅ [här](#) och <https://x.se/a/b?c>, [läs mer om b](#)",
        &[
            "S103 vague-link content/a.md:7:3 | text=här",
            "S104 address-link content/a.md:7:16 | text=https://x.se/a/b?c",
        ],
    ),
    (
        "//- content/a.md\n+++\n@+++\nKF och KS: Obs, LÄS DETTA FÖRST (se sidan 11).",
        &["S105 capitals content/a.md:7:17", "S106 page-reference content/a.md:7:34 | text=se sidan 11"],
    ),
    (
        "//- content/a.md\n+++\n@+++\nThe municipality is responsible for the schools and for the care of those who are old.",
        &["S108 foreign-passage content/a.md:7:1 | language=en"],
    ),
    (
        "//- content/a.md\n+++\n@+++\nA\n//- content/a.en.md\n+++\ntitle = 'A'\n+++\nThe municipality is responsible for the schools and for the care of those who are old.\n- Kommunen ansvarar för skolan och för att alla som är gamla får vård.",
        &["S108 foreign-passage content/a.en.md:5:3 | language=sv"],
    ),
    // The website
    (
        "//- content/sidor/om.md\n+++\ntitle = 'Om'\n+++\nA\n//- content/sidor/mer/om.md\n+++\ntitle = 'Om'\n+++\nA",
        &["S090 path-clash content/sidor/om.md | address=om/index.html; other=om/index.html"],
    ),
    // The accessibility statement
    (
        "//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\n[accessibility]\nmethod = 'third-party'",
        &[
            "S110 statement-lacks stadga.toml:3:1 | key=conformance; fact=conformance",
            "S110 statement-lacks stadga.toml:3:1 | key=assessed; fact=assessed",
            "S110 statement-lacks stadga.toml:3:1 | key=updated; fact=updated",
            "S110 statement-lacks stadga.toml:3:1 | key=email; fact=email",
        ],
    ),
    (
        "//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\n[tillganglighet]\nforenlighet = 'delvis förenlig'\nbedomd = 2019-01-01\nmetod = 'tredje part'\nuppdaterad = 2019-01-01\ntelefon = '1'",
        &["S111 no-failings stadga.toml:4:15 | value=delvis förenlig"],
    ),
    (
        "//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\n[tillganglighet]\nforenlighet = 'helt'\nbedomd = 2018-01-01\nmetod = 'tredje part'\nuppdaterad = 2018-12-31\ntelefon = '1'",
        &["S112 statement-old stadga.toml:7:14 | date=2018-12-31"],
    ),
    (
        "//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\n[tillganglighet]\nforenlighet = 'inte'\nbedomd = 2019-01-01\nmetod = 'tredje part'\nuppdaterad = 2019-01-01\ntelefon = '1'\n[[tillganglighet.oskaligt_betungande]]\nvad = 'Film'\n[[tillganglighet.brister]]\nvad = 'PDF'",
        &[
            "S113 burden-unmotivated stadga.toml:9:1 | key=varfor; what=Film",
            "S110 statement-lacks stadga.toml:11:1 | key=varfor; fact=why",
        ],
    ),
    ("//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'", &["S114 no-statement stadga.toml"]),
    (
        "//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\n[accessibility]\nconformance = 'fully'\nassessed = 2019-01-01\nmethod = 'third-party'\nupdated = 2019-01-01\nform = 'https://x.se'\n[[accessibility.burdens]]\nwhat = 'Film'\nwhy = 'X'\n[[accessibility.failings]]\nwhy = 'X'",
        &["S115 fully-with-failings stadga.toml:4:15 | value=fully", "S034 missing-value stadga.toml:12:1"],
    ),
    // The municipality's colours
    (
        "//- stadga.toml\n¤\nname = 'A'\nbase_url = 'https://x.se'\n[farger]\nlank = 'grön'",
        &["S116 not-a-color stadga.toml:5:8 | key=lank; value=grön"],
    ),
    (
        "//- stadga.toml\n¤\nname = 'A'\nbase_url = 'https://x.se'\n[colors]\nlink = '#777'\naccent_dark = '#333'",
        &[
            "S117 low-contrast stadga.toml:5:8 | key=link; value=#777777; pair=link-band; ground=#f5f3ee; palette=light; ratio=4.0; demand=4.5; nearest=#6f6f6f",
            "S117 low-contrast stadga.toml:6:15",
        ],
    ),
    // Changes without a decision
    (
        "//- content/a/2014-04-09.md\n+++\n@\n+++\nSvar ges inom 30 dagar.\n//- content/a/2015-04-09.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2015-04-09\nchange = 'editorial'\n+++\nSvar ges inom 20 dagar.",
        &["S118 editorial-words content/a/2015-04-09.md:6:10 | from=2014-04-09; added=1; removed=1"],
    ),
];

/// Files on a disk → faults of reading them, in the same form.
pub(crate) const ON_DISK: &[(&str, &[u8], &str)] = &[
    ("content/a.md", b"+++\ntitel = '\xc5r'\n", "S001 not-utf-8 content/a.md"),
    (
        "stadga.toml",
        b"name = 'A'\ntimezone = 'Europe/Stokholm'",
        "S071 unknown-timezone stadga.toml:2:12 | value=Europe/Stokholm; nearest=Europe/Stockholm",
    ),
    ("content/h.svg", b"<svg onload='x()'/>", "S069 unsafe-file content/h.svg"),
];

/// What [`unreadable`] is told.
pub(crate) const UNREADABLE: [&str; 9] = [
    "S001 not-utf-8 content/a.md | line=3",
    "S002 too-large content/b.md | megabytes=50",
    "S003 refused content/c.md | reason=nej",
    "S004 outside-site content/d.pdf",
    "S018 stray-file content/f.markdown",
    "S018 stray-file content/g.html",
    "S069 unsafe-file content/h.svg",
    "S091 illegal-name content/vad?.pdf | name=vad?.pdf",
    "S019 unlinked-file content/x/olankad.pdf",
];

/// The site of a case.
pub(crate) fn site_of(text: &str) -> Site {
    let text = text.replace("ZERO", &"0".repeat(128));
    Site::new(&text.replace('@', FACTS).replace('¤', STATEMENT).replace("\n\n", "\n"))
}

/// A site that holds one of each file that is no good.
pub(crate) fn unreadable() -> Site {
    Site::empty()
        .unreadable("content/a.md", Unreadable::NotUtf8 { line: 3 })
        .unreadable("content/b.md", Unreadable::TooLarge(50 << 20))
        .unreadable("content/c.md", Unreadable::Refused("nej".into()))
        .unreadable("content/d.pdf", Unreadable::Outside)
        .asset("content/vad?.pdf", 1)
        .file(
            "content/e.md",
            "+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014\n+++\n[x](vad%3F.pdf)",
        )
        .asset("content/x/olankad.pdf", 1)
        .asset("content/f.markdown", 1)
        .asset("content/g.html", 1)
        .scripted("content/h.svg")
        .file("content/sidor/h.md", "+++\ntitle = 'H'\n+++\n![H](../h.svg) [h](../h.svg)")
}

/// Every site of every case.
pub(crate) fn sites() -> impl Iterator<Item = Site> {
    CASES.iter().map(|(text, _)| site_of(text)).chain([unreadable()])
}
