# The words of the site. A theme may replace some of them in
# themes/<theme>/messages/en.ftl. The keys are the same in every language.

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-spring = spring { $year }
date-autumn = autumn { $year }
span = { $from } – { $to }
span-from = from { $from }
span-until = until { $to }
open-ended = until further notice

## The frame of the page

skip-link = Skip to content
menu = Main menu
menu-start = Start
menu-register = All documents
menu-overview = How they connect
menu-timeline = Decisions over time
breadcrumbs = You are here
footer = About this site
footer-authentic = What has been decided stands in the signed minutes. The texts here are copies for reading.
tagline = Steering documents
text-size = Text size
percent = per cent
adjust = Adjust the page
adjust-more = More
adjust-spacing = Line spacing
adjust-spacing-normal = Normal
adjust-spacing-wide = Wide
adjust-spacing-wider = Wider
adjust-width = Text width
adjust-width-narrow = Narrow
adjust-width-normal = Normal
adjust-width-wide = Wide
adjust-theme = Colours
adjust-theme-auto = As the device
adjust-theme-light = Light
adjust-theme-dark = Dark
adjust-theme-contrast = High contrast
adjust-reset = Reset all
adjust-note = Without scripts the choices hold for this page only.
today = today
until-passed = This has changed since the page was made.
until-register = See what applies today
fixed-date = Shown as on { $date }.
fixed-date-note = This is what applies on that very day.

## Parts of a document page

answers = In brief
contents = Contents
facts = Facts
summary = Summary
text = The document’s text
versions = Versions
version-shown = You are reading this one
timeline = What has happened and what is to come
relations = Connected with
variants = Other languages and easy Swedish
files = Files
corrections = Corrections
cite = Refer to this text
cite-address = Lasting address
authentic = This text is a copy. The signed minutes are the authentic record.
authentic-link = Read the minutes:
tools = More about the document
draft = DRAFT
missing = not stated
upcoming = Coming
permalink = Link to the section { $title }
previous = Previous
next = Next

## Labels of facts

fact-title = Title
fact-valid = Applies
fact-valid-past = Applied
fact-valid-from = Applies from
fact-valid-until = Applies until
fact-adopted = Decided by
fact-adopted-date = Decided
fact-type = Document type
fact-series = Collection
fact-section = Section
fact-reference = Case number
fact-minutes = Minutes
fact-review = To be reviewed
fact-responsible = Responsible
fact-applies-to = Applies to
fact-keywords = Subjects
fact-change = Change
fact-note = What is new
fact-comment = Comment
fact-follow-up = Followed up
fact-versions = Versions
fact-language = Language
fact-abbreviation = Abbreviation
fact-former-names = Former names
fact-years = Active
fact-group = Group
fact-source = Source file
fact-document-id = Document id
fact-version-id = Version id
fact-published-at = Published at
section-number = § { $section }
lapsed-answer = No, it never came into force
lapsed-from = was to be in force from { $from }
valid-also = was also in force { $spans }
main-rule = by the main rule: from the decision
follow-up-to = { "" } to { $to }
follow-up-every = { "" }, every { $every }

## Does it apply?

state-upcoming = Coming
state-in-force = In force
state-superseded = Earlier version
state-term-passed = Term has passed
state-replaced = Replaced
state-repealed = Repealed
state-annulled = Annulled by court
state-lapsed = Never came into force
state-unknown = Unclear whether it applies
state-withdrawn = Withdrawn
state-draft = Draft
sentence-in-force = In force since { $from }
sentence-in-force-open = In force since { $from }, until further notice
sentence-in-force-until = In force { $from } – { $to }
sentence-also = { $sentence }, and was also in force { $spans }
sentence-in-force-condition = In force since { $from }, { $condition }
sentence-upcoming = Comes into force { $from }
sentence-superseded = Was in force { $span }
sentence-term-passed = Its term ended { $to }
sentence-term-passed-continues = Its term ended { $to }, but the document applies until something else is decided
sentence-term-passed-unclear = Its term ended { $to }. It is not settled whether the document still applies.
sentence-replaced = Was replaced { $to }
sentence-repealed = Was repealed { $to }
sentence-annulled = Was annulled by court { $to }
sentence-lapsed-repealed = Repealed { $to }, before it had come into force
sentence-lapsed = Replaced or taken back { $to }, before it had come into force
sentence-unknown = It cannot be said whether the text applies: its first day is not known closer than { $from }
sentence-unknown-start = It cannot be said whether the text applies: it is not stated when it was adopted
sentence-draft = Draft, not decided

## Review

review-current = By { $date }
review-due-soon = By { $date }
review-due-soon-note = the review is near
review-overdue = Was due { $date }
review-overdue-note = the review is late
review-not-stated = Not stated
review-yearly = every year
review-term = every term of office

## Boxes below the heading

notice = Important about this text
notice-draft = Draft – not decided
notice-draft-body = The text is a proposal and does not apply.
notice-older = You are reading an earlier version
notice-older-body = This text was in force { $span }.
notice-older-retroactive = That a new version took over then was decided afterwards, { $date }.
notice-older-link = Read the one in force
notice-older-link-last = Read the latest version
notice-compare = Compare it with the version of { $date }
notice-coming-compare = See what will change
notice-upcoming = The text is not yet in force
notice-upcoming-body = It comes into force { $from }.
notice-upcoming-link = Read the one in force
notice-coming = A new version has been decided
notice-coming-body = It comes into force { $from } and then replaces this text.
notice-coming-link = Read the new version
notice-term-passed = The document’s term has passed
notice-term-passed-ends = It ended { $to }. The document no longer applies.
notice-term-passed-continues = It ended { $to }. The municipality applies the document until something else is decided.
notice-term-passed-unclear = It ended { $to }. It is not settled whether the document still applies; ask the municipality.
notice-replaced = The document has been replaced
notice-replaced-body = It was in force until { $to }.
notice-replaced-link = Read { $title }
notice-repealed = The document has been repealed
notice-repealed-body = It was in force until { $to }.
notice-annulled = The document has been annulled by court
notice-annulled-body = The decision does not apply from { $from }.
notice-lapsed = The text never came into force
notice-lapsed-body = It was replaced or taken back before it had come into force.
notice-lapsed-repealed-body = It was repealed before it had come into force.
notice-retroactive = The text applies retroactively
notice-retroactive-body = It was adopted { $date } but applies from an earlier day, { $from }.
notice-unknown = It is unclear whether the text applies
notice-unknown-body = Its first day is not known closer than { $from }.
notice-unknown-start-body = It is not stated when it was adopted.
notice-variant = The text that was decided is the Swedish one
notice-variant-body = This is a translation for the reader’s help.
notice-variant-easy = The text that was decided is another
notice-variant-easy-body = This is an easy-to-read version for the reader’s help.
notice-variant-link = Read the text that was decided
notice-withdrawn = The document has been withdrawn
notice-withdrawn-body = { $by ->
    [none] It was removed from the site { $date }.
   *[other] { $by } removed it from the site { $date }.
} Reason: { $reason }
notice-withdrawn-ask = The document can be requested from the municipality.
notice-overdue = The review is late
notice-overdue-body = It was due { $date }. The text applies until something else is decided.

## Events

event-adopted = Decided
event-revised = Revised
event-partial = Amended in part
event-editorial = Editorial change
event-readopted = Adopted again
event-extended = Extended
event-extended-until = Extended until { $to }
event-collected = Taken into the collection of by-laws
event-repealed = Repealed
event-annulled = Annulled by court
event-reinstated = Reinstated
event-transferred = Responsibility transferred
event-reviewed = Reviewed without change
event-corrected = Corrected
event-starts = Comes into force
event-ends = Ceases to apply
event-replaced = Replaced by { $title }
event-revived = In force again
event-revived-version = The version of { $date }, which had taken its place, was annulled by a court.
event-revived-document = { $title }, which had taken its place, was annulled by a court.
event-of-version = { $title } (the version of { $date })
event-review-due = To be reviewed by
event-follow-up = To be followed up
event-withdrawn = Withdrawn
event-no-date = Without date
event-by = by { $by }
mandate = under { $mandate }
change-new = New document
change-revision = Revision
change-partial = Change in part
change-editorial = Editorial change
change-readopted = Adopted again

## Versions

version-name = Version { $date }
version-undated = Version without date
version-read = Read the version of { $date }
version-withdrawn = The text is withdrawn. Read why
version-compare = Compare with the version of { $date }
version-compare-undated = Compare with the undated version
version-compare-other = Compare with { $title }
band-label = When it has applied: { $spans }.
band-span = { $name }: { $span }
versions-only = One version
versions-older = { $n ->
    [one] 1 earlier version
   *[other] { $n } earlier versions
}
versions-upcoming = { $n ->
    [one] 1 coming version
   *[other] { $n } coming versions
}

## Relations between documents

relation-replaces = Replaces
relation-replaced-by = Replaced by
relation-implements = Carries out
relation-implemented-by = Carried out by
relation-annex-of = Annex to
relation-annexes = Annexes
relation-related = See also
relation-based-on = Based on
relation-basis-of = Is the basis of
relation-from = from { $date }

## Counts

count-documents = { $n ->
    [one] 1 document
   *[other] { $n } documents
}
count-wordings = { $n ->
    [one] 1 version
   *[other] { $n } versions
}
count-in-force = { $n ->
    [one] document in force
   *[other] documents in force
}
count-upcoming = { $n ->
    [one] decided, not yet in force
   *[other] decided, not yet in force
}
count-older = { $n ->
    [one] earlier version to read
   *[other] earlier versions to read
}
list-and = { $first } and { $last }

## The start page

start-title = Steering documents of { $name }
start-intro = Here stands what the municipality has decided shall apply: who decided it, when, what applies today and what applied before.
find = Search by title, subject or case number
find-go = Search
start-register = All documents
start-numbers = In numbers
start-recent = Latest decisions
start-upcoming = Coming into force or ending
start-review = To be reviewed
start-types = By document type
start-bodies = By deciding body
start-subjects = By subject
start-all-subjects = All { $n } subjects
start-counted = The number tells how many are in force now.
start-timeline = All decisions, year by year

## Lists and register

register-title = All documents
register-intro = { $n ->
    [one] One document.
   *[other] { $n } documents, in alphabetical order.
}
register-letters = By first letter
register-caption = The municipality’s steering documents
register-downloads = Download as data
column-title = Document
column-type = Type
column-body = Decided by
column-state = In force?
column-since = From
column-until = Until
column-review = To be reviewed
filter = Search and filter
filter-text = Search the documents
filter-subject = Subject
filter-year = Adopted in
filter-day = What applied on …?
filter-all = All
filter-sort = Sort by
filter-reverse = Reverse order
filter-clear = Clear
found = { $n } of { $total } documents
found-none = 0 hits. Remove one of the choices to see more.
found-then = { $n ->
    [one] 1 document applied on { $date }.
   *[other] { $n } documents applied on { $date }.
}
found-now = { $n ->
    [one] 1 document applies on { $date }.
   *[other] { $n } documents apply on { $date }.
}
found-coming = { $n ->
    [one] 1 document applies on { $date }, unless something else is decided.
   *[other] { $n } documents apply on { $date }, unless something else is decided.
}
found-day = { $n } of { $total } documents, also some that did not apply on { $date }
found-unclear = For { $n } it is unclear: choose “Unclear whether they apply”.
found-shown = Showing { $n } of { $total }.
found-more = Show { $n } more
then-in-force = Was in force
then-upcoming = Not yet in force
then-term-passed = The term had ended
then-unknown = Unclear whether it applied
then-absent = Did not exist
column-band = Over time
overdue = late
list-empty = There are no documents here.
list-in-force = In force
list-upcoming = Coming
list-unknown = Unclear whether they apply
list-withdrawn = Withdrawn
list-adopted = Documents adopted by { $by }, and others that it has decided on.
list-decided = Has decided on
list-decided-note = These documents, or the version shown, were adopted by somebody else.
list-not-in-force = No longer in force
list-decision-days = Decision days
overview-title = How the documents connect
overview-intro = On top what shows the direction, below it what carries it out.
overview-others = Outside the tree
overview-rest = What is no longer in force, or never was, is among
overview-empty = No document says that it carries out another.
overview-gap-body = { $what } is missing for { $by }
timeline-title = Decisions over time
timeline-year-title = Decisions { $year }
timeline-years = Years
timeline-neighbours = The years before and after
timeline-coming = To come
timeline-past = What has happened
timeline-left-out = At most { $n } days ahead and as many back stand here. Choose a year to see all.
timeline-older = Older: { $year }
timeline-newer = Newer: { $year }
timeline-empty = No decisions are known.
decisions-title = { $by } { $date }
decisions-neighbours = Other decision days
decisions-page = All decisions by { $by } on that day
decisions-page-month = All decisions by { $by } in that month
decisions-page-half-year = All decisions by { $by } in that half-year
decisions-page-year = All decisions by { $by } in that year
group-activating = Activating
group-normative = Normative
group-by-law = By-law
group-organisational = Organisational
former-names = Has also been called { $names }

## Other pages

not-found-title = There is no such page
not-found-body = The address leads nowhere. It may be misspelt, or the page may have moved.
not-found-register = Look among all documents
not-found-start = Go to the start page
redirect-title = The page has moved
redirect-body = It is now here:
unreadable-title = { $title } cannot be shown
unreadable-body = The facts at the top of the source file cannot be read, so the page could not be made.
unreadable-faults = What is wrong

## Pages in the archive

archived-copy = Archive copy
archived-note = This is the text as it was published, with what was decided about it. Whether it applies is told by the municipality's website, not here.
archived-cover = All versions of the document
archived-decisions = Later decisions on the text

## Pages about the archive

menu-arkiv = The archive
tools-archive = Archived versions
archive-title = The archive
archive-lead = What { $name } publishes here is also put in an archive, so that it can be shown many years later what was written and that nobody has changed it. The archive was begun on { $date }. It does not itself lie on the website: this page tells what is in it and how it is checked.
archive-moment = { $date }, { $hour }:{ $minute }
archive-number = { $n }
fact-archive-documents = Documents in the archive
fact-archive-versions = Archive versions
fact-archive-first = First archived
fact-archive-last = Last archived
fact-archive-object = Name in the archive
archive-checkpoint = Checkpoint
archive-checkpoint-body = All that is done to the archive becomes a line in a log. These lines stand for the whole log as it is now. Whoever has kept them can show later whether somebody has changed the log or the archive, for then they no longer fit. The lines that stand here are not enough for that: whoever can change the log can also make new lines.
archive-unsigned = The checkpoint is not signed.
archive-signed = The checkpoint says to be signed with the key { $names }. The signature is not checked here. Ask the municipality for the public key. Whoever has the archive checks with stadga archive verify and --public-key, or without stadga as the file LÄSMIG.txt in the archive tells.
archive-behind = The checkpoint stands for the first { $size } lines of the log. The log has { $lines } lines, since a run was broken off.
archive-no-checkpoint = The log has no checkpoint
archive-no-checkpoint-body = It cannot be shown here that the log is unchanged.
archive-broken = The log does not fit its checkpoint
archive-broken-body = Somebody may have changed the log, or it is damaged. Do not rely on what is told of the archive here until the municipality has looked into it.
archive-keep = Keep and compare
archive-keep-save = Keep the checkpoint elsewhere than on the website: enter it in a register, print it or mail it to somebody.
archive-keep-compare = Whoever has the archive shows later that the log still begins as it did then:
archive-keep-alone = You can also check it without the municipality’s help. Fetch the log and compute the third line of the checkpoint that you kept:
archive-keep-lines = Take as many lines from the beginning of the log as the second line of the checkpoint says.
archive-keep-leaf = Compute the SHA-256 of each line, without its line end and with the byte 0 before it.
archive-keep-tree = Join the values two by two into a tree, with the byte 1 before them, as RFC 6962 tells in section 2.1.
archive-keep-root = Write the root of the tree in base64. It is the third line.
archive-files = The log
archive-files-body = The log has a line for each time that something was archived or removed by decision. It holds digests but no texts.
archive-file-log = The log, one event on each line
archive-file-checkpoint = The checkpoint as a file
archive-withdrawn = Withdrawn documents
archive-withdrawn-body = They are no longer shown on the website but remain in the archive. Ask the municipality for them.
archive-withdrawn-note = archived as withdrawn on { $date }
archive-purged = Documents removed by decision
archive-purged-body = They were removed from the archive by decision. The log shows that they were there.
archive-purged-note = removed on { $date } by decision { $decision }
archive-purged-named-note = id { $id }, removed on { $date } by decision { $decision }
archive-purged-part-note = what was archived with the id { $id }, removed on { $date } by decision { $decision }; the rest remains
archive-list = Archived documents
archive-left-out = These are the { $shown } documents that were archived last, of { $total }. The others are found from the documents’ own pages.
archive-row = { $n ->
    [1] archived on { $date }
   *[other] archived { $n } times, last on { $date }
}
archive-empty = No document is archived.
archive-of-title = Archived: { $title }
archive-of-page-title = { $title }, archived versions
archive-of-crumb = Archived versions
archive-of-lead = This is what the municipality’s archive has of the document. Each time that the document has changed an archive version was added, with all wordings that were published then. What is archived does not change.
archive-of-events = Archive versions
archive-of-clock = Times are those of Sweden. The log has them in UTC, which is one hour behind in winter and two in summer.
archive-of-links = A wording is a link if it stands on the website with the same text as then.
archive-of-withdrawn = The texts remain in the archive.
archive-of-purged = The document was removed from the archive
archive-of-purged-body = It is no longer in the archive. This page tells what was there and by which decision it was removed.
archive-of-purged-part = What was archived with the id { $id } was removed from the archive
archive-of-purged-part-body = The rest remains in the archive. This page also tells what was removed and by which decision.
archive-of-texts = Wordings
archive-of-digests = Digests
archive-of-pages = The pages of the wordings (SHA-512):
archive-of-inventory = The inventory { $file }, which has the digest of every file in the archive version (SHA-512):
archive-of-check = How to check an archive version
archive-of-check-ask = Ask the municipality for it. The archive itself does not lie on the website.
archive-of-check-sums = Open the digests above. Save the lines about the pages of the wordings as sums.txt, in that folder of the archived version which holds the folder dokument, and run:
archive-of-sums-file = sums.txt
archive-of-check-windows = In Windows this command shows the digest of a file, so that you can compare it yourself:
archive-of-check-log = Check with a checkpoint that was kept that the log has not been changed. Read how:
archive-of-staff = For whoever has the archive
archive-of-staff-verify = Check every file in all archive versions of the document:
archive-of-staff-restore = Take the document out, byte for byte:
archive-of-output = extract
archive-of-whole = The archive and its log
archive-event = Archive version { $number }
archive-event-of = Archive version { $number } of { $id }
archive-event-withdrawn = The document had been withdrawn. The archive version tells so and shows no texts; they are in the earlier ones.
archive-event-withdrawn-first = The document had been withdrawn. The archive version tells so and shows no texts.
archive-event-facts = Facts about the document, or files that belong to it, had changed.
archive-event-named = The document then had the address { $id }.
archive-event-recovered = An earlier run was broken off, and the line of the log was written afterwards.
archive-event-purged = Removed by decision { $decision }
archive-event-purged-named = It was about what had been archived with the id { $id }.
archive-text = Wording { $id }
archive-text-new = new
archive-text-changed = changed
archive-text-corrected = corrected
## The archive as it was on a day

rebuilt = Reconstructed from the archive
rebuilt-title = The steering documents as they were archived { $moment }
rebuilt-notice = Made from the archive afterwards
rebuilt-lead = The pages and files of the documents are the same, byte for byte, as those that were archived. This list was made afterwards. Each time that a document had changed it got a new archive version with the next number.
rebuilt-limits = This is what was archived when the day had ended. Until then something was last archived { $filled }. What was published without being archived is not here.
rebuilt-limits-today = The day had not ended when the list was made. This is what was archived until { $filled }, when something was last archived. What was published without being archived is not here.
rebuilt-limits-moment = This is what was archived then. Until then something was last archived { $filled }. What was published without being archived is not here.
rebuilt-count = { $n ->
    [one] 1 document.
   *[other] { $n } documents.
}
rebuilt-documents = Documents
rebuilt-archived = Archived { $day } as archive version { $number }
rebuilt-withdrawn = Taken down; the notice of it was archived { $day } as archive version { $number }
rebuilt-purged = Removed since
rebuilt-purged-one = The document { $id } was archived then, but was removed { $day } by decision { $decision }.
rebuilt-doubled = Files in two forms
rebuilt-doubled-lead = These files were archived in two forms, each with its document. The one that was archived last is here.
rebuilt-absent-title = This page is not in the reconstruction
rebuilt-absent-lead = The link leads to a page that is not here. This notice was made afterwards.
rebuilt-absent-later = The document { $id } was not archived { $moment }. It was archived for the first time { $day }.
rebuilt-absent-part = The document is here, but this page of it was not archived { $moment }.
rebuilt-absent-never = The archive holds only pages of documents that were archived, not the other pages of the website.
rebuilt-to-index = To the list

## Text that Markdown gives rise to

footnotes = Notes
footnote = Note { $n }
footnote-back = Back to the text at note { $n }
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
table-region = Table { $n }, can be scrolled sideways
task-done = done
task-open = not done

## The accessibility statement

menu-tillganglighet = Accessibility statement
statement-lead = { $name } is responsible for the website “{ $service }”. We want as many people as possible to be able to use it. This page tells how well the website meets the Swedish Act on Accessibility to Digital Public Services, which failings we know of and how you tell us if something does not work.
statement-about = About this statement
statement-conformance = How accessible is the website?
statement-full = The website is fully compliant with the Swedish Act (2018:1937) on Accessibility to Digital Public Services.
statement-partial = The website is partially compliant with the Swedish Act (2018:1937) on Accessibility to Digital Public Services. What fails is listed under Content that is not accessible.
statement-not = The website is not compliant with the Swedish Act (2018:1937) on Accessibility to Digital Public Services. What fails is listed under Content that is not accessible.
statement-unstated = How well the website meets the Swedish Act (2018:1937) on Accessibility to Digital Public Services is not stated.
statement-contact = If you cannot use a part of the website
statement-contact-body = Contact us if you need anything here in another form. Please tell us too if you find a failing that this page does not list, or if you think that we do not meet the demands of the act. Then we can mend it.
statement-contact-missing = How to reach us is not stated.
statement-form = Form for telling us of failings
statement-authority = Supervision
statement-authority-body = The Agency for Digital Government (Digg) supervises that the act is followed. If you are not content with how we deal with what you tell us, you can report it to Digg.
statement-complaint = Report lacking accessibility to Digg
statement-complaint-address = https://www.digg.se/tdosanmalan
statement-exceptions = Content that is not accessible
statement-unlisted = What is not accessible is not stated.
statement-failings = Failings
statement-failings-body = This does not meet the act’s demands on accessibility:
statement-burdens = Disproportionate burden
statement-burdens-body = We claim the exemption for disproportionate burden under section 12 of the Act on Accessibility to Digital Public Services for this:
statement-outside-law = Content that the act does not cover
statement-outside-law-body = Under section 9, the act’s demands do not apply to this. Contact us if you need it in another form.
statement-method = How we have tested the website
statement-method-own = We have assessed the website ourselves (self-assessment).
statement-method-third-party = A third party has assessed the website for us.
statement-method-missing = How the website was assessed is not stated.
statement-assessed = The latest assessment was made on { $date }.
statement-assessed-missing = When the latest assessment was made is not stated.
statement-updated = The statement was last updated on { $date }.
statement-updated-missing = When the statement was last updated is not stated.
fact-why = Why
fact-plan = What we do about it
fact-mended-by = Done by
fact-burden = Why it is a disproportionate burden
fact-outside-law = Why the act does not cover it
fact-email = Email
fact-phone = Telephone
fact-form = Form

## Words that the program puts in

sentence-unknown-condition = Starts to apply { $condition }
notice-unknown-condition-body = It starts to apply { $condition }.
event-repealed-until = Repealed, applies until { $to }
event-reviewed-until = Reviewed without change, next review by { $to }
variant-lattlast = Lättläst svenska
variant-en = English
variant-sv = Svenska
variant-fi = Suomi
variant-de = Deutsch
variant-uk = Українська
variant-fit = Meänkieli
variant-se = Davvisámegiella
file-original = The adopted original
file-size = { $kind }, { $kilobytes } kB
cite-version = version of { $date }
cite-undated = undated version
tools-data = The facts as data (JSON)
register-letter-title = Documents under { $letter }
letter-other = Other
subjects-title = Subjects
subject-title = Documents about { $name }
unreadable-rival = The file { $path } claims the same address.
sentence-superseded-at-once = Superseded by a newer version already { $from }
sentence-unknown-end = It cannot be said whether the text applies: it is not known exactly when it ceased to
notice-unknown-end-body = It is not known exactly when it ceased to apply.
notice-older-at-once-body = It was superseded by a newer version already { $from }, the day it was to start.
notice-coming-alone-body = It starts to apply { $from }.
event-started = Came into force
event-ended = Ceased to apply
event-review-was-due = Was to be reviewed by
versions-others = { $n ->
    [one] 1 other version
   *[other] { $n } other versions
}
fact-stated = according to the text { $stated }
fact-valid-from-condition = Applies from
fact-valid-until-condition = How long
fact-valid-until-open = Applies
event-replaced-coming = To be replaced by { $title }
notice-replaced-version = This version has been replaced
notice-replaced-version-body = It was in force until { $to }.
notice-repealed-version = This version has been repealed
notice-repealed-version-body = It was in force until { $to }.
notice-annulled-version = This version has been annulled by court
notice-annulled-version-body = It does not apply from { $from }.
notice-ending = Ceases to apply after { $to }
notice-ending-repealed-body = It has been decided that the document is repealed.
notice-ending-replaced = Replaced by { $title } from { $from }
notice-ending-body = It applies until { $to }.

## Comparisons

compare-title = Comparison: { $title }
compare-page-title = Comparison: { $title }, { $old } and { $new }
compare-wording-of = { $title }, { $date }
compare-before = Before
compare-after = After
compare-before-dated = Before, { $date }
compare-after-dated = After, { $date }
compare-wordings = The versions compared
compare-summary = What has changed
compare-facts = Facts that changed
compare-facts-caption = Facts that differ between the versions
compare-fact = Fact
compare-none = not stated
compare-text = The text with its changes
compare-text-unchanged = The text
compare-legend = How changes are marked
compare-legend-added = Words that were added have a double underline.
compare-legend-removed = Words that were removed are struck through.
compare-legend-moved = Text that was moved has a dotted border, with a link to where it stood or stands now.
compare-legend-folded = Parts that did not change are folded. They can be opened.
compare-sample-added = new text
compare-sample-removed = old text
compare-sample-moved = moved text
compare-left-out = Differences in line breaks, spaces, hyphens, quotation marks, formatting and where links lead are not counted as changes.
compare-view = Show the changes
compare-view-running = In the text
compare-view-beside = Side by side
compare-beside-link = { $section }, side by side
compare-beside-caption = The sections that changed, side by side
compare-beside-absent = Did not exist
compare-beside-stood = Stood elsewhere
compare-beside-stands = Now stands elsewhere
compare-beside-gone = Removed
compare-ways = More comparisons
compare-step-before = Previous comparison
compare-step-after = Next comparison
compare-stepwise = See the changes one version at a time
compare-step-of = { $old } and { $new }
compare-same = Unchanged text
compare-same-body = Not a word of the text differs between these versions.
compare-same-facts = What has changed is the facts below.
compare-same-readopted = The document was adopted again with the same text.
compare-partial = The decision changed certain parts
compare-partial-body = What was decided is the changes. The text as a whole is editorial: it is put together from the older version and the changes.
compare-editorial = The change is called editorial
compare-editorial-body = An editorial change is made without a new decision and is not to change what the text says. Here, words have changed. Read them and judge whether the meaning is the same.
compare-draft = The later text is a draft
compare-count = { $n ->
    [one] 1 change
   *[other] { $n } changes
}

## What has changed, in words

compare-unchanged = unchanged text
compare-unchanged-sentence = The text is unchanged.
compare-opening = the opening
compare-footnotes = the footnotes
compare-section-numbered = section { $number } { $title }
compare-section-paragraph = { $number } { $title }
compare-section-titled = the section “{ $title }”
compare-added = { $n ->
    [0] new section
    [one] new section (1 word)
   *[other] new section ({ $n } words)
}
compare-removed = { $n ->
    [0] repealed
    [one] repealed (1 word)
   *[other] repealed ({ $n } words)
}
compare-paragraph-new = { $n ->
    [0] new
   *[other] new ({ $n } words)
}
compare-paragraph-gone = { $n ->
    [0] repealed
   *[other] repealed ({ $n } words)
}
compare-moved = moved, now stands after { $section }
compare-moved-first = moved, now stands first
compare-renumbered = new number (was { $before })
compare-number-new = new number (had none)
compare-number-gone = number removed (was { $before })
compare-renamed = new heading (was “{ $before }”)
compare-level = the heading is now of level { $to } (was { $from })
compare-renumbered-one = { $section } (was { $before })
compare-numbered-one = { $section } (had none)
compare-renumbered-all = New numbers: { $sections }.
compare-passage-changed = “{ $old }” changed to “{ $new }”
compare-passage-added = “{ $new }” added
compare-passage-removed = “{ $old }” removed
compare-marks = { $n ->
    [one] one reference to a footnote changed
   *[other] { $n } references to footnotes changed
}
compare-signs = { $n ->
    [one] punctuation changed in one place
   *[other] punctuation changed in { $n } places
}
compare-words-changed = { $n ->
    [one] 1 word changed
   *[other] { $n } words changed
}
compare-words-added = { $n ->
    [one] 1 word added
   *[other] { $n } words added
}
compare-words-removed = { $n ->
    [one] 1 word removed
   *[other] { $n } words removed
}
compare-sections-changed = { $n ->
    [one] 1 section changed
   *[other] { $n } sections changed
}
compare-sections-added = { $n ->
    [one] 1 new section
   *[other] { $n } new sections
}
compare-sections-removed = { $n ->
    [one] 1 section repealed
   *[other] { $n } sections repealed
}
compare-sections-moved = { $n ->
    [one] 1 section moved
   *[other] { $n } sections moved
}
compare-sections-renumbered = { $n ->
    [one] 1 section with a new number
   *[other] { $n } sections with new numbers
}
compare-paragraph-added = { $n ->
    [one] new paragraph
   *[other] { $n } new paragraphs
}
compare-paragraph-removed = { $n ->
    [one] one paragraph removed
   *[other] { $n } paragraphs removed
}
compare-paragraph-moved-within = { $n ->
    [one] one paragraph moved within the section
   *[other] { $n } paragraphs moved within the section
}
compare-paragraph-moved-from = { $n ->
    [one] one paragraph moved here from { $section }
   *[other] { $n } paragraphs moved here from { $section }
}
compare-paragraph-moved-to = { $n ->
    [one] one paragraph moved to { $section }
   *[other] { $n } paragraphs moved to { $section }
}
compare-paragraph-split = { $n ->
    [one] one paragraph split
   *[other] { $n } paragraphs split
}
compare-paragraph-merged = { $n ->
    [one] paragraphs merged into one
   *[other] paragraphs merged into { $n }
}
compare-item-added = { $n ->
    [one] new item
   *[other] { $n } new items
}
compare-item-removed = { $n ->
    [one] one item removed
   *[other] { $n } items removed
}
compare-item-moved-within = { $n ->
    [one] one item moved within the section
   *[other] { $n } items moved within the section
}
compare-item-moved-from = { $n ->
    [one] one item moved here from { $section }
   *[other] { $n } items moved here from { $section }
}
compare-item-moved-to = { $n ->
    [one] one item moved to { $section }
   *[other] { $n } items moved to { $section }
}
compare-item-split = { $n ->
    [one] one item split
   *[other] { $n } items split
}
compare-item-merged = { $n ->
    [one] items merged into one
   *[other] items merged into { $n }
}
compare-list-added = { $n ->
    [one] new list
   *[other] { $n } new lists
}
compare-list-removed = { $n ->
    [one] one list removed
   *[other] { $n } lists removed
}
compare-list-renumbered = { $n ->
    [one] a list has got other numbers
   *[other] { $n } lists have got other numbers
}
compare-list-moved-within = { $n ->
    [one] one list moved within the section
   *[other] { $n } lists moved within the section
}
compare-list-moved-from = { $n ->
    [one] one list moved here from { $section }
   *[other] { $n } lists moved here from { $section }
}
compare-list-moved-to = { $n ->
    [one] one list moved to { $section }
   *[other] { $n } lists moved to { $section }
}
compare-list-split = { $n ->
    [one] one list split
   *[other] { $n } lists split
}
compare-list-merged = { $n ->
    [one] lists merged into one
   *[other] lists merged into { $n }
}
compare-row-added = { $n ->
    [one] new table row
   *[other] { $n } new table rows
}
compare-row-removed = { $n ->
    [one] one table row removed
   *[other] { $n } table rows removed
}
compare-row-moved-within = { $n ->
    [one] one table row moved within the section
   *[other] { $n } table rows moved within the section
}
compare-row-moved-from = { $n ->
    [one] one table row moved here from { $section }
   *[other] { $n } table rows moved here from { $section }
}
compare-row-moved-to = { $n ->
    [one] one table row moved to { $section }
   *[other] { $n } table rows moved to { $section }
}
compare-row-split = { $n ->
    [one] one table row split
   *[other] { $n } table rows split
}
compare-row-merged = { $n ->
    [one] table rows merged into one
   *[other] table rows merged into { $n }
}
compare-column-added = { $n ->
    [one] new column
   *[other] { $n } new columns
}
compare-column-removed = { $n ->
    [one] one column removed
   *[other] { $n } columns removed
}
compare-column-moved-within = { $n ->
    [one] one column moved within the section
   *[other] { $n } columns moved within the section
}
compare-column-moved-from = { $n ->
    [one] one column moved here from { $section }
   *[other] { $n } columns moved here from { $section }
}
compare-column-moved-to = { $n ->
    [one] one column moved to { $section }
   *[other] { $n } columns moved to { $section }
}
compare-column-split = { $n ->
    [one] one column split
   *[other] { $n } columns split
}
compare-column-merged = { $n ->
    [one] columns merged into one
   *[other] columns merged into { $n }
}
compare-table-added = { $n ->
    [one] new table
   *[other] { $n } new tables
}
compare-table-removed = { $n ->
    [one] one table removed
   *[other] { $n } tables removed
}
compare-table-moved-within = { $n ->
    [one] one table moved within the section
   *[other] { $n } tables moved within the section
}
compare-table-moved-from = { $n ->
    [one] one table moved here from { $section }
   *[other] { $n } tables moved here from { $section }
}
compare-table-moved-to = { $n ->
    [one] one table moved to { $section }
   *[other] { $n } tables moved to { $section }
}
compare-table-split = { $n ->
    [one] one table split
   *[other] { $n } tables split
}
compare-table-merged = { $n ->
    [one] tables merged into one
   *[other] tables merged into { $n }
}
compare-footnote-added = { $n ->
    [one] new footnote
   *[other] { $n } new footnotes
}
compare-footnote-removed = { $n ->
    [one] one footnote removed
   *[other] { $n } footnotes removed
}
compare-footnote-moved-within = { $n ->
    [one] one footnote moved within the section
   *[other] { $n } footnotes moved within the section
}
compare-footnote-moved-from = { $n ->
    [one] one footnote moved here from { $section }
   *[other] { $n } footnotes moved here from { $section }
}
compare-footnote-moved-to = { $n ->
    [one] one footnote moved to { $section }
   *[other] { $n } footnotes moved to { $section }
}
compare-footnote-split = { $n ->
    [one] one footnote split
   *[other] { $n } footnotes split
}
compare-footnote-merged = { $n ->
    [one] footnotes merged into one
   *[other] footnotes merged into { $n }
}
compare-figure-added = { $n ->
    [one] new image
   *[other] { $n } new images
}
compare-figure-removed = { $n ->
    [one] one image removed
   *[other] { $n } images removed
}
compare-figure-moved-within = { $n ->
    [one] one image moved within the section
   *[other] { $n } images moved within the section
}
compare-figure-moved-from = { $n ->
    [one] one image moved here from { $section }
   *[other] { $n } images moved here from { $section }
}
compare-figure-moved-to = { $n ->
    [one] one image moved to { $section }
   *[other] { $n } images moved to { $section }
}
compare-figure-split = { $n ->
    [one] one image split
   *[other] { $n } images split
}
compare-figure-merged = { $n ->
    [one] images merged into one
   *[other] images merged into { $n }
}
compare-other-added = { $n ->
    [one] new block of text
   *[other] { $n } new blocks of text
}
compare-other-removed = { $n ->
    [one] one block of text removed
   *[other] { $n } blocks of text removed
}
compare-other-moved-within = { $n ->
    [one] one block of text moved within the section
   *[other] { $n } blocks of text moved within the section
}
compare-other-moved-from = { $n ->
    [one] one block of text moved here from { $section }
   *[other] { $n } blocks of text moved here from { $section }
}
compare-other-moved-to = { $n ->
    [one] one block of text moved to { $section }
   *[other] { $n } blocks of text moved to { $section }
}
compare-other-split = { $n ->
    [one] one block of text split
   *[other] { $n } blocks of text split
}
compare-other-merged = { $n ->
    [one] blocks of text merged into one
   *[other] blocks of text merged into { $n }
}

## Words that a comparison puts beside the text

compare-mark-added = Added:
compare-mark-added-end = end of added
compare-mark-removed = Removed:
compare-mark-removed-end = end of removed
compare-mark-moved-here = Moved here:
compare-mark-moved-away = Moved from here:
compare-mark-moved-end = end of moved
compare-mark-split = The paragraph was split
compare-mark-merged = Paragraphs were merged
compare-to-old-place = Stood here before
compare-to-new-place = Stands here now
compare-change = Change { $n } of { $total }
compare-previous-change = Previous change
compare-next-change = Next change
compare-folded = Unchanged, { $n } words
compare-folded-moved = Stood here before, { $n } words
compare-folded-section = { $section }: unchanged, { $n } words
compare-folded-sections = { $from } – { $to }: unchanged, { $n } words
