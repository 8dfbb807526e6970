# What each key is called and means, in English. Same order and same names as in sv.ftl.
#
# The words stand in the handbook's tables and in the schema that editors read. Each name is
# the table's and the key's English; the value is a heading and .about says what the key is for.
# No links: an editor cannot follow them.

## The schema

schema = Stadga
    .about = The municipality's settings, and the facts at the top of each document.
settings = Settings in stadga.toml
    .about = The website's settings. Each key has a Swedish and an English name: write one or the other.
front-matter = The facts at the top of a document
    .about = What stands between the lines of +++. Each key has a Swedish and an English name: write one or the other.

## What values look like

value = Value: { $is }
is-text = text
is-texts = text or a list
is-type = a type
is-body = a body
is-bodies = bodies or a kind of body, one or several
is-document = the document's name
is-name = a name
is-file = a file
is-year = a year
is-url = an address of the web
is-language = a language tag
is-date = a date
is-day = a day
is-moment = a date or a condition
is-color = a colour, like `"#0b5d3b"`
is-flag = `true` or `false`
is-number = a whole number
is-word = one of the words
is-relations = a relation
is-role = a role, or { $table }
is-reserved = –
or = or
id = ID

## Documents and versions

front-matter-title = Title
    .about = Required.
front-matter-type = Type
    .about = Required. One of the shipped types, or one of your own in stadga.toml.
front-matter-adopted_by = Adopted by
    .about = Required, unless there is a `[[decisions]]` with `adopted`.
front-matter-adopted = Adopted
    .about = The day of the decision.
front-matter-section = Section
    .about = Section of the minutes: `"§ 60"` or `60`.
front-matter-reference = Reference
    .about = The case's number.
front-matter-minutes = Minutes
    .about = The signed minutes.
front-matter-valid_from = Valid from
    .about = The first day. Without it, the text applies from the decision.
front-matter-valid_until = Valid until
    .about = The **last** day on which the text applies. `"until further notice"` means no end.
front-matter-review_by = Review by
    .about = The last day for the next review.
front-matter-review = Review
    .about = How often the text is reviewed.
front-matter-responsible = Responsible
    .about = Who is responsible. Write the role; a person's name is shown only with `show_persons`.
front-matter-applies_to = Applies to
    .about = Whom the text applies to.
front-matter-keywords = Keywords
    .about = Subjects. Each subject gets a page.
front-matter-summary = Summary
    .about = One or two sentences below the title.
front-matter-series = Series
    .about = Number in the collection of statutes: `"EFS 2026:4"`.
front-matter-original = Original
    .about = The file that was adopted, beside the text.
front-matter-lang = Language
    .about = The text's language, if it is not the site's: `"en"`.
front-matter-replaces = Replaces
    .about = Documents whose place this one takes.
front-matter-implements = Implements
    .about = Documents that this one carries out.
front-matter-annex_of = Annex of
    .about = Documents that this one is an annex of.
front-matter-related = Related
    .about = Documents that belong with this one.
front-matter-based_on = Based on
    .about = Law or documents that this one rests on.
front-matter-change = Change
    .about = What sort of change the version is.
front-matter-note = Note
    .about = What is new, in words.
front-matter-follow_up = Follow-up
    .about = How the document is followed up.
front-matter-expects = Expects
    .about = Documents that there should be.
front-matter-decisions = Decisions
    .about = Further decisions on the same text.
front-matter-corrections = Corrections
    .about = Corrections of a published text.
front-matter-draft = Draft
    .about = The text has not been adopted.
front-matter-version = Version
    .about = The version's address, for a document in a single file. Otherwise `adopted` is used. In a folder the file's name decides.
front-matter-sequence = Sequence
    .about = Order between versions that were adopted and start on the same day.
front-matter-aliases = Aliases
    .about = Names that the document has had.
front-matter-withdrawn = Withdrawn
    .about = The text has been taken off the website.

## Plain pages

page-title = Title
    .about = Required.
page-summary = Summary
    .about = One sentence for search engines.
page-lang = Language
    .about = The text's language, if it is not the site's.
page-draft = Draft
    .about = The page is not shown.

## Decisions

decision-act = Act
    .about = Required. What was decided.
decision-by = By
    .about = Who decided.
decision-date = Date
    .about = Required. The day of the decision.
decision-section = Section
    .about = Section of the minutes.
decision-reference = Reference
    .about = The case's number.
decision-minutes = Minutes
    .about = The signed minutes.
decision-until = Until
    .about = The last day; what it means depends on the act.

## Corrections

correction-date = Date
    .about = When the text was corrected.
correction-by = By
    .about = Who corrected it.
correction-what = What
    .about = Required. What was changed.
correction-mandate = Mandate
    .about = On what authority.

## Withdrawn

withdrawal-date = Date
    .about = From which day. Without it the text is gone at once.
withdrawal-by = By
    .about = Who decided.
withdrawal-reason = Reason
    .about = Required. The reader sees the reason.

## Relations

relation-id = Document
    .about = A document of the website.
relation-part = Part
    .about = Only this part of it.
relation-from = From
    .about = From this day, instead of when the text starts to apply.
relation-title = Title
    .about = Something outside the website, instead of `id`.
relation-url = Address
    .about = Where it can be read.

## Responsible

responsible-role = Role
    .about = The role that is responsible.
responsible-person = Person
    .about = The one who has the role now.

## Follow-up

follow-up-what = What
    .about = Required. What is handed in.
follow-up-to = To
    .about = To whom.
follow-up-every = Every
    .about = How often.

## Expects

expectation-type = Type
    .about = Required. Which type of document, written as in stadga.toml.
expectation-per = Per
    .about = Which bodies, written as in stadga.toml: `"namnd"` or `["kommunstyrelsen"]`.
expectation-every = Every
    .about = One for each year.

## The website

settings-name = Name
    .about = Required. The municipality's name.
settings-lang = Language
    .about = The language around the texts. Otherwise Swedish.
settings-base_url = Base address
    .about = Where the website will stand. Needed for the sitemap and the permanent addresses.
settings-theme = Theme
    .about = A folder in `themes/`, for the municipality's own look. Otherwise `"standard"`.
settings-timezone = Time zone
    .about = Decides which day it is. Otherwise `"Europe/Stockholm"`.
settings-date = Date
    .about = Shows the website as of this day. For examples only.
settings-after_term = After the term
    .about = What is said of a text whose last day has passed. Otherwise unclear.
settings-review_soon_days = Review soon, days
    .about = How many days before that a review is *due soon*. Otherwise 90.
settings-show_persons = Show persons
    .about = Shows the name of who is responsible. Otherwise only the role is shown.
settings-links = Links
    .about = With `"files"` the website can be read straight from the folder, without a web server.
settings-types = Types
    .about = Types of documents of your own.
settings-bodies = Bodies
    .about = Those who decide.
settings-colors = Colours
    .about = The municipality’s own colours.
settings-accessibility = Accessibility
    .about = The accessibility statement, which the law demands. Becomes the page `/tillganglighet/`.
settings-archive = Archive
    .about = Only needed if the municipality has changed its name.
settings-publish = Publishing
    .about = Not used yet.

## A type of documents

type-name = Name
    .about = What the type is called.
type-plural = Plural
    .about = What several of them are called.
type-group = Group
    .about = What the type does: sets goals, guides the work, binds the public or orders the organisation.
type-explanation = Explanation
    .about = One sentence for those who wonder.

## A body

body-name = Name
    .about = Its name today.
body-abbreviation = Abbreviation
    .about = May be written instead of the name.
body-former = Former names
    .about = Names that the body has had. Old decisions keep the name of their time.
body-kind = Kind
    .about = A word for the group, such as `"namnd"`. Used by `expects`.
body-from = From
    .about = Its first year.
body-until = Until
    .about = Its last year.

## The accessibility statement

statement-conformance = Conformance
    .about = Demanded by law. How well the site meets the Swedish Act on Accessibility to Digital Public Services.
statement-assessed = Assessed
    .about = Demanded by law. The day the site was last assessed.
statement-method = Method
    .about = Demanded by law. Who made the assessment: you yourselves or somebody outside the municipality.
statement-updated = Updated
    .about = Demanded by law. The day the statement was last gone through. After a year stadga reminds you.
statement-email = Email
    .about = Where the reader writes about a failing. The law demands an email address, a telephone number or a form.
statement-phone = Telephone
    .about = Where the reader calls about a failing.
statement-form = Form
    .about = Where the reader can tell you of a failing.
statement-failings = Failings
    .about = All that is not accessible. Must be given if the site is not fully compliant.
statement-burdens = Disproportionate burdens
    .about = What it would be a disproportionate burden to adapt (section 12). Seldom used, and only after an assessment of your own.
statement-outside_law = Outside the law
    .about = What the demands of the law do not apply to (section 9).

## A failing

failing-what = What
    .about = Must be given. What does not work, and for whom.
failing-why = Why
    .about = Demanded by law. Why it is so.
failing-plan = Plan
    .about = What you do about it, and what the reader can do meanwhile.
failing-mended_by = Mended by
    .about = When the failing will have been mended.

## Disproportionate burdens

burden-what = What
    .about = Must be given. What is not adapted.
burden-why = Why
    .about = Demanded by law. Why this very thing is a disproportionate burden for you.

## Outside the law

outside-law-what = What
    .about = Must be given. What the demands of the law do not apply to.
outside-law-why = Why
    .about = Which exemption it is.

## The archive

archive-name = Name
    .about = What the municipality was called when the archive was begun.

## The municipality’s colours

colors-accent = Accent
    .about = Edges, buttons and marks in the light palette. Otherwise the theme’s colour.
colors-accent_dark = Accent, dark palette
    .about = The same in the dark palette.
colors-link = Link
    .about = Links in the light palette. Otherwise the theme’s colour.
colors-link_dark = Link, dark palette
    .about = The same in the dark palette.
