# The messages of stadga in English. Same order and same names as in sv.ftl.
#
# Faults of the content: S001 … S091, with .what (what is wrong, no full stop),
# .why (why it matters) and .mend (how to mend it). The line above each message
# gives the rule's name and arguments; ? means that it may be left out, and the
# message then asks for [none].

## Files

# not-utf-8: line
S001 =
    .what = The file is not saved as UTF-8: line { $line } cannot be read
    .why = Letters such as å, ä and ö would be wrong on the website.
    .mend = Open the file in a text editor and save it again with the encoding UTF-8.
# too-large: megabytes
S002 =
    .what = The file is too large to be a text: { $megabytes } MB
    .why = Stadga reads texts of at most 16 MB; this is probably the wrong file.
    .mend = Move the file away, or split the text into several documents.
# refused: reason
S003 =
    .what = This cannot be read: { $reason ->
        [denied] you do not have the right to
        [missing] the link leads to something that does not exist
        [gone] the folder is gone or empty
        [no-file] it is no ordinary file
       *[other] { $reason }
    }
    .why = What cannot be read is left out of the website.
    .mend = { $reason ->
        [missing] If the link is that of the archive, connect the disk that the archive lies on, or let the link lead to where the archive is now. Otherwise, remove the link, or let it lead right.
       *[other] Check that you may read the file or folder, and that no other program has locked it.
    }
# outside-site:
S004 =
    .what = The link leads out of the site's folder
    .why = Stadga publishes only what stands in the folder, so that nothing else on the computer gets out by mistake.
    .mend = Put a copy of the file in the folder instead of the link.
# empty-file:
S005 =
    .what = The file is empty
    .why = An empty file becomes a page without content.
    .mend = Write the document, or remove the file.

## Names and addresses

# bad-id: id, nearest?, hint?
S010 =
    .what = “{ $id }” cannot be a name in an address
    .why = The name becomes part of the address: only small letters a–z, digits and hyphens work everywhere.
    .mend = { $hint ->
        [language] After the dot stands the text's language or lattlast: for example 2014-04-09.en.md, 2014-04-09.fi.md or 2014-04-09.lattlast.md.
       *[other] { $nearest ->
            [none] Rename it, without å, ä, ö, spaces and capitals.
           *[other] Rename it to “{ $nearest }”.
        }
    }
# double-id: id, other
S011 =
    .what = Two documents are called “{ $id }”; the other is { $other }
    .why = The name is the document's address, and two documents cannot share one.
    .mend = Rename one of them. If they are versions of one document, put them in a folder called “{ $id }”.
# frozen: document, version?, archived, hint, fact?, file?
S012 =
    .what = { $hint ->
        [changed] The text was archived on { $archived } and has been changed since
        [version] Version { $version } of “{ $document }” was archived on { $archived }, but is no longer here
        [fact] { $fact ->
            [title] The title
            [date] The date of the decision
            [body] The deciding body
            [section] The section of the minutes
            [variant] Another form of the text
            [decision] A decision on the text
           *[reference] The reference number
        } was archived on { $archived } and has been changed since
        [file] The file { $file } was archived on { $archived } with the text { $version } and has been changed since
        [no-file] The file { $file } was archived on { $archived } with the text { $version }, but is no longer part of it
        [correction] A correction that was archived on { $archived } has been taken away or changed
        [purged] The document “{ $document }” was removed by decision { $archived }, but its files are still here
       *[document] The document “{ $document }” was archived on { $archived }, but is no longer here
    }
    .why = Whoever reads a published text must be able to trust that it is not changed, and does not vanish, in silence.
    .mend = { $hint ->
        [changed] If a slip was corrected, say so under [[corrections]] in the same file, with date, by and what. If something new was decided, restore the text and give the new one a version of its own. As the text was: stadga archive restore { $document } -o extract puts it into extract/source.
        [version] Put the file back. If the text was given another date, write version = "{ $version }" in its file.
        [fact] If a slip was corrected, say so under [[corrections]] in the same file, with date, by and what. Otherwise, write what stood there; stadga archive restore { $document } -o extract puts the file as it was into extract/source.
        [file] Put it back: stadga archive restore { $document } -o extract puts it into extract. A new file gets a name of its own. If a slip in the file was corrected, say so under [[corrections]] among the facts of the text, with date, by and what.
        [no-file] Put it back: stadga archive restore { $document } -o extract puts it into extract. If it was taken away to correct a slip, say so under [[corrections]] among the facts of the text, with date, by and what.
        [correction] Write it as it stood under [[corrections]], with date, by and what. The file as it was: stadga archive restore { $document } -o extract puts it into extract/source.
        [purged] Remove the files, or it is published and archived again. If it is a new document, give it another name.
       *[document] Put it back: stadga archive restore { $document } -o extract puts the file into extract/source. Write withdrawn with a date and a reason if it is to leave the website. If it was renamed, write aliases = ["{ $document }"] in the document. If it is decided to remove it from the archive: stadga archive purge { $document } --decision "number of the decision".
    }
# double-version: version, other
S013 =
    .what = Two files are version “{ $version }”; the other is { $other }
    .why = Each version has its own address, for ever.
    .mend = Give one of the files another name, for example “{ $version }-2.md”.
# reserved-name: name
S014 =
    .what = The name “{ $name }” is taken by stadga itself
    .why = The address is used for a page that stadga makes.
    .mend = Choose another name for the file or folder.
# alias-clash: alias, other?
S015 =
    .what = The old address “{ $alias }” cannot be used{ $other ->
        [none] { "" }
       *[other] : it is already taken by { $other }
    }
    .why = An address can lead to one place only.
    .mend = Remove “{ $alias }” from aliases (alias), or correct its spelling.
# name-differs: name, adopted
S016 =
    .what = The file is called “{ $name }” but the text says adopted { $adopted }
    .why = The file name becomes the version's address, and readers take it for the day of the decision.
    .mend = Correct whichever is wrong: the file name or adopted.
# lone-variant: version
S017 =
    .what = There is no main text for this variant of “{ $version }”
    .why = A translation or easy-to-read text belongs to an adopted text, which holds all the facts.
    .mend = Add the file “{ $version }.md”, or correct the file name.
# stray-file: hint?
S018 =
    .what = { $hint ->
        [markdown] The file looks like a text, but its name does not end in .md
        [html] Web pages cannot be attachments
        [index] The files beside index.md count as versions of one document, but none of the names is a day
       *[other] The file belongs to no document
    }
    .why = { $hint ->
        [html] It could run programs in the reader's browser, as if it were the website's own.
        [index] If they are different documents, only one of them will be seen in the register.
       *[other] It is left out of the website.
    }
    .mend = { $hint ->
        [markdown] Change the ending to .md.
        [html] Save it as PDF, or write the text in a file that ends in .md.
        [index] If they are different documents, remove index.md. If they are versions, name them by the day of the decision, as 2014-04-09.md.
       *[other] Put it in a document's folder, or remove it.
    }
# unlinked-file:
S019 =
    .what = No published text links to the file
    .why = It is left out of the website; it may have been put here by mistake.
    .mend = Link to the file from the text, or name it as original. If it should not be published, move it away.

## The facts at the top of a file

# toml: message, hint?
S020 =
    .what = { $place ->
        [settings] The settings
       *[text] The facts
    } cannot be read: { $slip ->
        [unquoted] the text should stand in quotation marks
        [unended] a quotation mark is missing at the end
        [no-equals] an equals sign is missing
        [twice] the key is given twice
        [letters] the name of a key is written without å, ä, ö and spaces
        [bracket] a bracket is never closed
        [extra] something follows the value
        [date] the date is miswritten
        [backslash] a backslash stands alone
       *[other] { $message }
    }
    .why = { $place ->
        [settings] Without the settings the site cannot be made.
       *[text] Without the facts stadga does not know what the text is or when it applies.
    }
    .mend = { $hint ->
        [braces] What stands in braces is written on a single line, with equals signs and commas, texts in straight quotation marks{ $place ->
            [settings] { "" }
           *[text] . For example: withdrawn = { "{" } date = 2026-11-01, by = "The board", reason = "Replaced by a law" { "}" }
        }.
       *[other] { $slip ->
            [unquoted] Write straight quotation marks around the text: { $place ->
                [settings] name = "Ekbo"
               *[text] title = "IT policy"
            }.
            [unended] Write a straight quotation mark after the text: { $place ->
                [settings] name = "Ekbo"
               *[text] title = "IT policy"
            }.
            [no-equals] Write the key, an equals sign and the value on one line: { $place ->
                [settings] name = "Ekbo"
               *[text] title = "IT policy"
            }.
            [twice] Remove one of the lines.
            [letters] See the handbook for the names of the keys; å and ä are written a, ö is written o.
            [bracket] Write the bracket that belongs to the one that was opened: ], { "}" } or ]].
            [extra] Write each key on a line of its own. A quotation mark within a text is written \".
            [date] Write year-month-day with two digits for month and day, for example 2014-04-09.
            [backslash] Write two in a row: \\.
           *[other] Correct the marked line. A key is written for example { $place ->
                [settings] name = "Ekbo"
               *[text] title = "IT policy"
            }.
        }
    }
# no-front-matter: hint?
S021 =
    .what = The file does not begin with facts about the document
    .why = Title, type and who adopted the document stand at the top, between two lines of +++.
    .mend = { $hint ->
        [blank] Remove what stands before +++: an empty line or an invisible character. +++ comes first of all in the file.
        [yaml] The facts are written with --- and colons. Change the lines of --- to +++, and write each fact as title = "IT policy".
       *[other] Write a line of +++, the facts below it, a line of +++ again and then the text.
    }
# not-closed:
S022 =
    .what = The facts at the top never end
    .why = Stadga cannot tell where the facts end and the text begins.
    .mend = Write a line of just +++ after the last fact.
# unknown-key: key, nearest?, known?, hint?
S023 =
    .what = Stadga does not know the key “{ $key }”
    .why = A misspelt key would otherwise be lost without anybody noticing.
    .mend = { $nearest ->
        [none] { $hint ->
            [letters] The names of keys are written without å, ä and ö. { $known ->
                [none] See the handbook for the keys that exist.
               *[other] What may be written here is { $known }.
            }
           *[other] { $known ->
                [none] Remove the line, or see the handbook for the keys that exist.
               *[other] Remove it. What may be written here is { $known }.
            }
        }
       *[other] { $hint ->
            [letters] The names of keys are written without å, ä and ö. Did you mean “{ $nearest }”?
           *[other] Did you mean “{ $nearest }”?
        }
    }
# wrong-type: key, expected, found
S024 =
    .what = “{ $key }” should be { $expected ->
        [text] a text in quotation marks
        [texts] a text or a list of texts
        [flag] true or false
        [number] a whole number
        [date] a date
        [list] a list
        [table] a group of keys
        [tables] a group of keys
        [withdrawal] keys in braces
        [relation] the name of a document
       *[other] { $expected }
    }, but is { $found ->
        [string] a text
        [integer] a number
        [float] a decimal number
        [boolean] true or false
        [datetime] a date or a time
        [array] a list
        [table] a group of keys
       *[other] { $found }
    }
    .why = The value cannot be understood and counts as absent.
    .mend = { $expected ->
        [text] Write for example { $key } = "text".
        [texts] Write for example { $key } = ["a text", "another"].
        [flag] Write { $key } = true or { $key } = false, without quotation marks.
        [number] Write for example { $key } = 90, without quotation marks.
        [date] Write for example { $key } = 2014-04-09.
        [table] Write a line of [{ $key }] and the keys below it.
        [tables] Write a line of [[{ $key }]] and the keys below it.
        [withdrawal] Write the whole line like this: { $key } = { "{" } date = 2026-11-01, by = "The board", reason = "Replaced by a law" { "}" }.
        [relation] Write for example { $key } = "it-policy".
       *[other] See the handbook for how “{ $key }” is written.
    }
# double-key: key, alias?
S025 =
    .what = “{ $key }” is given twice{ $alias ->
        [none] { "" }
       *[other] , once as “{ $alias }”
    }
    .why = Stadga cannot know which of them is right.
    .mend = Remove one of the lines.
# misplaced-key: key, belongs?
S026 =
    .what = “{ $key }” does not belong here
    .why = The key has no effect in this place.
    .mend = { $belongs ->
        [none] Move it where it belongs: what concerns the whole document stands in index.md, what concerns one version in the version's file.
        [above] Move the line up, above the first line in brackets. All below such a line belongs to it.
       *[other] Move it to { $belongs }.
    }
# missing-title:
S030 =
    .what = The document has no title
    .why = The title is what readers search for and see first.
    .mend = Write for example title = "IT policy" among the facts at the top.
# missing-type:
S031 =
    .what = The document has no type
    .why = The type tells readers whether the text governs, guides or is a by-law.
    .mend = Write for example type = "policy" among the facts at the top.
# missing-adopter:
S032 =
    .what = Nothing says who adopted the document
    .why = A steering document applies because somebody has decided it.
    .mend = Write for example adopted_by = "Kommunfullmäktige" among the facts at the top.
# missing-adopted:
S033 =
    .what = Nothing says when the document was adopted
    .why = Readers should be able to find the decision in the minutes and see how old the text is.
    .mend = Write for example adopted = 2014-04-09. If only the year is known, adopted = "2014" will do.
# missing-value: key, table?, hint?
S034 =
    .what = { $hint ->
        [file] The file stadga.toml is missing
       *[other] The key “{ $key }” is missing{ $table ->
            [none] { "" }
           *[other] { " " }in [[{ $table }]]
        }
    }
    .why = Without it the rest cannot be used.
    .mend = { $hint ->
        [file] Make the file stadga.toml in the site's folder, with the line { $key } = "The municipality's name".
        [withdrawal] The reader should be told why the text is gone. Write the whole line like this: withdrawn = { "{" } date = 2026-11-01, by = "The board", reason = "Replaced by a law" { "}" }.
        [braces] Add { $key } = "…" within the braces.
       *[other] Add a line of { $key } = "…".
    }
# unknown-type: value, known, nearest?
S035 =
    .what = There is no document type “{ $value }”
    .why = The type decides where the register shows the document.
    .mend = { $nearest ->
        [none] Choose one of: { $known }. A type of your own is added in stadga.toml.
       *[other] Did you mean “{ $nearest }”? A type of your own is added in stadga.toml.
    }
# unknown-value: key, value, known, nearest?
S036 =
    .what = “{ $key }” cannot be “{ $value }”
    .why = The word means something definite to stadga and must be one of those that exist.
    .mend = { $nearest ->
        [none] Choose one of: { $known }.
       *[other] Did you mean “{ $nearest }”?
    }
# impossible-date: key, value
S037 =
    .what = “{ $key }” is a day that does not exist: { $value }
    .why = A date that does not exist cannot be reckoned with.
    .mend = Check the day in the minutes. Write year-month-day, for example 2014-04-09.
# not-a-date: key, value
S038 =
    .what = “{ $key }” is not a date: “{ $value }”
    .why = Without a date nobody can say when the text applies.
    .mend = Write for example 2014-04-09, "2014-04", "2014", "HT 2014" or "27 maj 2013".
# date-span: key, value, from_key?, until_key?, from?, until?
S039 =
    .what = “{ $key }” holds two dates: “{ $value }”
    .why = Start and end are two facts, so that stadga can work out when the text applies.
    .mend = { $from_key ->
        [none] Write only the day that belongs here.
       *[other] Split it: { $from_key } = "{ $from }" and { $until_key } = "{ $until }".
    }
# variant-differs: key, main
S040 =
    .what = “{ $key }” says something else than the main text ({ $main })
    .why = A translation rests on the same decision as the text it follows.
    .mend = Remove “{ $key }” here; the facts come from the main text.
# body-near-miss: value, nearest
S041 =
    .what = “{ $value }” resembles “{ $nearest }” but is not the same
    .why = Otherwise the decision is not shown among the others of that body.
    .mend = Did you mean “{ $nearest }”? If it is another body, add it in stadga.toml.

## Time and relations

# end-before-start: from, until
S050 =
    .what = The text ceases to apply ({ $until }) before it begins ({ $from })
    .why = Then it has never applied.
    .mend = Check both dates.
# retroactive: from, adopted
S051 =
    .what = The text applies from { $from }, before it was adopted on { $adopted }
    .why = Decisions that reach back in time are rare and not always allowed.
    .mend = Check the dates. If they are right, all is well.
# overlap: version, other, from, until
S052 =
    .what = The versions { $version } and { $other } both apply from { $from } to { $until }
    .why = Readers cannot know which text is in force; the newer one is shown.
    .mend = Write change = "revision" in { $version } if it takes over, or let { $other } end the day before { $version } begins.
# gap: version, other, from, until
S053 =
    .what = No version applies from { $from } to { $until }, between { $other } and { $version }
    .why = During that time the document seems not to exist.
    .mend = Check the last day of { $other } and the first of { $version }. If the gap is right, all is well.
# ring: ring
S054 =
    .what = The documents point at each other in a ring: { $ring }
    .why = A document cannot replace itself or stand under itself.
    .mend = Remove one of the relations.
# unknown-target: value, nearest?
S055 =
    .what = There is no document “{ $value }”
    .why = The relation between the documents would be missing on the website.
    .mend = { $nearest ->
        [none] Write the document's name, as it stands in its address. A document outside the site is written as text, for example "ÖFS 2001:15".
       *[other] Did you mean “{ $nearest }”?
    }
# replaces-newer: target, from, adopted
S056 =
    .what = The document replaces “{ $target }” from { $from }, but that was not adopted until { $adopted }
    .why = An older document cannot replace a newer one. The relation has no effect on the texts that were adopted later.
    .mend = Write replaces in the newer document instead, or correct the dates.
# doubtful-date: key, value, hint
S057 =
    .what = { $hint ->
        [open] “{ $key }” cannot be “{ $value }”
        [term] “{ $key }” is “{ $value }”, without a day
       *[other] “{ $key }” cannot be read as a date: “{ $value }”
    }
    .why = { $hint ->
        [open] It is an end and no beginning.
       *[other] The words are shown as a condition, and the text applies until somebody changes them.
    }
    .mend = { $hint ->
        [open] Write “{ $value }” as valid_until, and the first day here.
        [term] Write the last day of the term of office, for example 2026-10-14. If the text is reviewed each term, write review = "term-of-office".
       *[other] Write for example 2014-04-09, "2014-04", "2014" or "27 maj 2013". If it is a condition in words, all is well.
    }
# odd-decision: act, reason, date
S058 =
    .what = The decision of { $date } is hard to understand: { $reason ->
        [shorter] the text is extended to a day before the one it already applied to
        [after-repeal] the text was already repealed
        [before-adoption] it was made before the text was adopted
       *[other] nothing is repealed that could be reinstated
    }
    .why = The text may be shown as in force when it is not, or the other way round.
    .mend = Check the act and the day of the decision in the minutes.

## Links and images in the text

# link-nowhere: target, nearest?
S060 =
    .what = The link “{ $target }” leads nowhere
    .why = Readers would arrive at a page that does not exist.
    .mend = { $nearest ->
        [none] Correct the link, or remove it.
       *[other] Did you mean “{ $nearest }”?
    }
# fragment-nowhere: target, nearest?
S061 =
    .what = The heading that the link “{ $target }” points at does not exist
    .why = Readers arrive at the top of the page instead of the right place.
    .mend = { $nearest ->
        [none] Correct what follows the #.
       *[other] Did you mean “#{ $nearest }”?
    }
# missing-file: target, nearest?
S062 =
    .what = The file “{ $target }” does not exist in the site
    .why = The image or attachment would be missing on the page. Images are never fetched from other websites.
    .mend = { $nearest ->
        [none] Put the file beside the text, or correct the name. Capitals and small letters differ.
       *[other] Did you mean “{ $nearest }”? Capitals and small letters differ.
    }
# unsafe-link: target
S063 =
    .what = The link “{ $target }” is of a kind that is not allowed
    .why = Such links can run programs in the reader's browser.
    .mend = Use an address that begins with https://, mailto: or tel:.
# link-to-draft: target
S064 =
    .what = The link “{ $target }” leads to a draft
    .why = Drafts are not published, so readers see the text without a link.
    .mend = Wait with the link, or remove draft = true from the draft when it is adopted.
# link-outside: target
S065 =
    .what = “{ $target }” stands outside the site's folder
    .why = Stadga publishes only what stands in the folder.
    .mend = Put the file in the document's folder and link to it there.
# missing-alt: target?
S066 =
    .what = The image { $target ->
        [none] { "" }
       *[other] “{ $target }”{ " " }
    }has no description
    .why = Those who do not see the image are not told what it shows; the law demands a description.
    .mend = Write what the image shows between the brackets: ![Map of the centre](karta.png).
# raw-html: name, hint?
S067 =
    .what = { $hint ->
        [open] “{ $name }” begins something that never ends
       *[other] The HTML element “{ $name }” is left out of the page
    }
    .why = { $hint ->
        [open] What follows may be missing from the page.
       *[other] Only harmless HTML is published; what stands in the element may be missing.
    }
    .mend = { $hint ->
        [open] End it, or remove it. A < that should be seen is written \<.
       *[other] Write it as Markdown instead. A < that should be seen is written \<.
    }
# missing-note: name
S068 =
    .what = There is no footnote “{ $name }”
    .why = Readers see the signs [^{ $name }] instead of a footnote.
    .mend = Write the note on a line of its own: [^{ $name }]: The note.
# unsafe-file:
S069 =
    .what = The image holds a program
    .why = An SVG image with a program can run it in the reader's browser, as if it were the website's own.
    .mend = Save the image again without scripts, or as PNG.

## Settings

# bad-base-url: value
S070 =
    .what = “{ $value }” is not a web address
    .why = The address is needed in the sitemap and on the error page.
    .mend = Write the whole address, for example base_url = "https://www.kommun.se/styrdokument/".
# unknown-timezone: value, nearest?
S071 =
    .what = There is no time zone “{ $value }”
    .why = The time zone decides which day it is, and so what applies today.
    .mend = { $nearest ->
        [none] Remove the line; then it is Europe/Stockholm.
       *[other] Did you mean “{ $nearest }”?
    }
# no-base-url:
S072 =
    .what = The site's address is not given
    .why = Without it no sitemap is made.
    .mend = Write for example base_url = "https://www.kommun.se/styrdokument/" in stadga.toml.
# not-used-yet: key
S073 =
    .what = “{ $key }” is not used yet
    .why = The key is reserved for a coming version of stadga and has no effect.
    .mend = You may leave the line.

## Theme

# theme-missing: name, hint?
S080 =
    .what = There is no theme “{ $name }”
    .why = Without a theme no pages can be made.
    .mend = { $hint ->
        [none] Put it in the folder themes/{ $name }, or remove theme from stadga.toml to use the built-in one.
       *[other] Did you mean “{ $hint }”?
    }
# template: problem, template?, missing?, known?, hint?
S081 =
    .what = The template { $template ->
        [none] { "" }
       *[other] “{ $template }”{ " " }
    }does not work: { $missing ->
        [none] the template language Tera says “{ $problem }”
       *[other] “{ $missing }” does not exist
    }
    .why = The pages that use the template cannot be made.
    .mend = { $hint ->
        [none] { $known ->
            [none] Correct the template in the theme's folder, or remove it so that the built-in one is used.
           *[other] What exists is: { $known }.
        }
       *[other] Did you mean “{ $hint }”?
    }
# catalogue: problem, key, name
S082 =
    .what = The theme's word list { $problem ->
        [argument] asks for “{ $name }” in “{ $key }”, which has none
       *[other] cannot be read here
    }
    .why = The fixed words of the pages come from the word list.
    .mend = { $problem ->
        [argument] Use only the values that stand in the built-in word list.
       *[other] Correct the line. A word is written name = text, without quotation marks.
    }

## Finished files

# path-clash: address, other?
S090 =
    .what = Two files become the same thing: { $address }{ $other ->
        [none] { "" }
       *[other] { " " }(the other is { $other })
    }
    .why = One would overwrite the other.
    .mend = Rename one of them.
# illegal-name: name
S091 =
    .what = The name “{ $name }” cannot be used on every computer
    .why = Windows or the web server refuses files of that name.
    .mend = Rename it; use letters, digits, hyphens and full stops.

## Readable by all

# skipped-level: from, to
S100 =
    .what = The heading skips a level: from { $from } to { $to }
    .why = Those who listen move from heading to heading, and think that one is missing or that the section belongs to another.
    .mend = Choose the level by what belongs to what, not by how large the heading looks.
# empty-heading:
S101 =
    .what = The heading is empty
    .why = A heading without words is no heading on the page, and nobody can find their way to it.
    .mend = Write what the section is about, or remove the line.
# table-no-head:
S102 =
    .what = The table has no column headings
    .why = A screen reader says the column's heading before each cell. Without headings there is only a row of words and numbers.
    .mend = Write what each column holds in the table's first row.
# vague-link: text
S103 =
    .what = The link “{ $text }” does not say where it leads
    .why = A screen reader can list the page's links by themselves. All that is heard there is “{ $text }”.
    .mend = Let the link be the words that say what one comes to: [Read more about grants](grants).
# address-link: text
S104 =
    .what = The link's text is a long address
    .why = A screen reader reads “{ $text }” aloud sign by sign.
    .mend = Write in words what the link leads to, and the address in parentheses: [Accessibility at Digg](https://www.digg.se/…).
# capitals:
S105 =
    .what = Several words in a row are written in capitals
    .why = Words in capitals are harder to recognise for those who find reading difficult. Some screen readers read them letter by letter.
    .mend = Write in small letters. What matters can stand in **bold**.
# page-reference: text
S106 =
    .what = “{ $text }” says nothing on a website
    .why = There are no page numbers here, so readers do not find the place.
    .mend = Make it a link to the heading: [the section Responsibility](#responsibility). In an adopted text the words can stay as the link's text.
# wide-table: columns
S107 =
    .what = The table has { $columns } columns
    .why = On a phone, or in large text, only a couple of columns are seen at a time. Those who listen must keep them all in mind.
    .mend = Part it into several tables, or let rows and columns change places, if that can be done.
# foreign-passage: language
S108 =
    .what = A passage in { $language ->
        [en] English
        [sv] Swedish
       *[other] another language
    } begins here and is not marked as such
    .why = The screen reader reads it with the sounds of the page's own language, so that it can hardly be understood.
    .mend = Write <div lang="{ $language }"> on a line of its own before it and </div> after it, with an empty line between them and the text. For single words: <span lang="{ $language }">…</span>. If the whole text is in that language, write lang = "{ $language }" among its facts.

## The accessibility statement

# statement-lacks: key, fact
S110 =
    .what = The accessibility statement does not say { $fact ->
        [conformance] how well the site meets the law
        [assessed] when the site was last assessed
        [method] how the site was assessed
        [updated] when it was last updated
        [email] how a reader tells you of failings
        [why] why something is not accessible
       *[other] all that it should
    } (“{ $key }” is missing)
    .why = The law lists what an accessibility statement must hold, and this is on the list.
    .mend = { $fact ->
        [conformance] Write { $key } = "fully", "partially" or "not" under [accessibility] in stadga.toml.
        [assessed] Write the day of the assessment, such as { $key } = 2026-09-14. If none has been made, it must be.
        [method] Write { $key } = "self-assessment", or "third-party" if somebody outside the municipality made it.
        [updated] Write the day you last went through the statement, such as { $key } = 2026-10-05.
        [email] Write an email address, a telephone number or the address of a form.
       *[why] Write { $key } = "…" for each failing.
    }
# no-failings: value
S111 =
    .what = The conformance is “{ $value }”, but no failing is listed
    .why = The law demands a full list of what is not accessible, and why.
    .mend = Describe each failing under a line with [[accessibility.failings]]. If there is nothing to list, the site is fully compliant.
# statement-old: date
S112 =
    .what = The accessibility statement has not been updated since { $date }
    .why = That is more than a year ago, and failings may have been mended or added.
    .mend = Go through the statement, correct what is no longer so and write today’s date.
# burden-unmotivated: key, what
S113 =
    .what = Nothing says why it would be a disproportionate burden to adapt “{ $what }”
    .why = The law accepts the exemption only with a reason, and the authority seldom accepts it.
    .mend = Write { $key } = "…" with your own assessment. Without one it is a failing and belongs among the failings.
# no-statement:
S114 =
    .what = The site has no accessibility statement
    .why = The Swedish Act on Accessibility to Digital Public Services demands one, linked from every page.
    .mend = Write a table [accessibility] in stadga.toml. The handbook shows how, in the chapter Tillgänglighetsredogörelsen.
# fully-with-failings: value
S115 =
    .what = The conformance is “{ $value }”, but failings are listed
    .why = The one contradicts the other, and the reader cannot know which is right.
    .mend = Write “partially” or “not”, or remove what has been mended.

## The municipality’s colours

# not-a-color: key, value
S116 =
    .what = “{ $value }” in “{ $key }” is no colour
    .why = Without it the theme’s colour is shown.
    .mend = Write a number sign and six of the characters 0–9 and a–f, such as { $key } = "#0b5d3b".
# low-contrast: key, value, pair, ground, palette, ratio, demand, nearest?
S117 =
    .what = The colour { $value } in “{ $key }” is seen too badly { $pair ->
        [link-paper] as a link on the page’s ground
        [link-band] as a link on the ground of header and footer
        [accent-paper] as an edge on the page’s ground
       *[accent-band] as an edge on the ground of header and footer
    } ({ $ground }) in the { $palette ->
        [dark] dark
       *[light] light
    } palette: the contrast is { $ratio }:1 and must be at least { $demand }:1
    .why = The law demands the contrast, so that people with weak sight can read links and find buttons.
    .mend = { $nearest ->
        [none] No colour is seen on all grounds of the theme. Show this to whoever made the theme.
       *[other] The nearest colour that will do is { $nearest }.
    }
# editorial-words: from, added, removed
S118 =
    .what = The change is called editorial, but words have changed since version { $from }: { $added } added and { $removed } removed
    .why = An editorial change is made without a new decision. It may mend spelling and form, but not change what applies.
    .mend = Read the comparison. If the meaning is the same, the line can stay. Otherwise a decision is needed: write change = "revision" or "partial" then.

# adopted-ahead: adopted
S119 =
    .what = The text is said to be adopted on { $adopted }, a day that has not come
    .why = Readers believe that it is decided. Until the meeting it is a proposal.
    .mend = Write draft = true until the decision is made, or correct the date.

# archive-log:
S120 =
    .what = The log of the archive does not fit its checkpoint, or cannot be read
    .why = Then it cannot be shown that what is archived is unchanged. The page of the archive on the website says that the log cannot be relied on.
    .mend = Run stadga archive verify to see what is wrong, and restore the archive from a backup.
# correction-date: date, hint, adopted?
S121 =
    .what = { $hint ->
       *[ahead] The correction is dated { $date }, a day that has not been
        [before] The correction is dated { $date }, before the decision { $adopted }
    }
    .why = A correction tells what was changed in a text that is published already, and when.
    .mend = Write the day on which the text was corrected. Whoever means to change it later writes the correction then.

## The report

level-error = error
level-warning = warning
level-note = note
level-why = because
level-mend = help
count-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
}
count-warnings = { $n ->
    [one] 1 warning
   *[other] { $n } warnings
}
count-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
}
count-in-files = { $counts } in { $n ->
    [one] 1 file
   *[other] { $n } files
}
count-fixable = { $n ->
    [one] One of them stadga can probably mend itself: stadga check --fix
   *[other] { $n } of them stadga can probably mend itself: stadga check --fix
}
check-fine = Nothing to remark on, { $n ->
    [one] 1 file read
   *[other] { $n } files read
}.
nothing-written = Nothing was written. Mend the errors, or use --keep-going to write anyway.
nothing-written-strict = Nothing was written, since --strict counts warnings as errors.
nothing-to-write = Nothing was written: the settings or the theme must be mended first.
drafts-written = Drafts are included. Do not publish this folder.
closing = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}, { $changed ->
    [0] nothing changed
   *[other] { $changed } changed
}{ $others ->
    [0] { "" }
    [one] , 1 other file changed
   *[other] , { $others } other files changed
}{ $removed ->
    [0] { "" }
   *[other] , { $removed } removed
}, { $seconds } s
kept-by-hand = { $n ->
    [one] One file is no longer part of the site, but has changed since stadga wrote it and is left alone:
   *[other] { $n } files are no longer part of the site, but have changed since stadga wrote them and are left alone:
}
look = Look at the site: run stadga serve, or let a web server show { $folder }
progress = Making pages

## Stadga could not

and-more = … and { $n } more
failed-answer =
    .what = The answer could not be given: { $cause ->
        [full] the disk is full
       *[other] { $reason }
    }
    .mend = { $cause ->
        [full] Free some space and run again.
       *[other] Check where the answer is sent, after > or |, and run again.
    }
failed-choice =
    .what = “{ $value }” will not do for { $option }
    .mend = { $nearest ->
        [none] { "" }
       *[other] Did you mean “{ $nearest }”?{ " " }
    }What there is: { $known }.
failed-not-a-site =
    .what = { $path } is not a site for stadga: it holds neither stadga.toml nor the folder content
    .mend = Go to the site's folder, or name it with --site DIR.
failed-output-inside =
    .what = The site cannot be written to { $path }, since that folder lies in or holds { $inside }
    .mend = Choose a folder of its own with --output DIR; otherwise the sources would be overwritten.
failed-not-ours =
    .what = The folder { $path } is not empty and was not written by stadga: it holds { $names }
    .mend = Choose an empty folder with --output DIR. Stadga never touches files that it did not write.
failed-strangers =
    .what = The folder { $path } holds files that stadga did not write, where pages of the site should stand: { $names }
    .mend = Move them away, or choose another folder with --output DIR. Nothing was written.
failed-link-in-output =
    .what = { $path } is a link to another place
    .mend = Remove the link; stadga writes in its own folder only.
failed-manifest =
    .what = The list of written files is damaged: { $path }, line { $line }
    .mend = Empty the folder yourself and build again. Without the list stadga does not know which files are its own.
failed-illegal-path =
    .what = The page “{ $path }” has an address that may not be written
    .mend = This is a fault in stadga; please report which document it concerns.
failed-busy =
    .what = Another build is at work in { $path }
    .mend = Wait until it has finished and run again.
failed-taken =
    .what = { $path } exists already
    .mend = Choose another name, or remove what stands there.
failed-changed-meanwhile =
    .what = { $path } has been changed meanwhile
    .mend = Save and close the file in your editor. Then run the command again.
failed-cancelled =
    .what = The questions were not answered; nothing has changed
    .mend = Run the command again, or give the answers as options (see --help).
failed-unfit =
    .what = { $troubles }
    .mend = Nothing is changed. See stadga { $command } --help.
failed-no-answer =
    .what = { $trouble }
    .mend = See stadga { $command } --help.
failed-no-host =
    .what = Browsers cannot be received at { $host }: { $cause ->
        [unknown] the computer does not know that name
        [elsewhere] that address is not this computer's
        [denied] you may not
       *[other] the computer does not allow it
    } ({ $reason })
    .mend = Leave --host out if only you, on this computer, are to see the preview. If colleagues are to see it too, write --host 0.0.0.0, or this computer's own name or one of its addresses.
failed-no-port =
    .what = No port from { $first } to { $last } can be used: { $cause ->
        [denied] you may not use them
       *[other] other programs have them already
    }
    .mend = Choose another port, for example --port 8080.
failed-archive-busy =
    .what = Another run is at work in the archive { $path }{ $holder ->
        [none] { "" }
       *[other] { " " }({ $holder })
    }
    .mend = Wait until it is done and run again.
failed-archive-no-lock =
    .what = The disk of the archive { $path } cannot be locked
    .mend = Without a lock two runs may write at once and damage the archive. Put it on a local disk, or on a network disk that can lock files.
failed-archive-none =
    .what = { $path } is no archive
    .mend = Go to the website’s folder, or name it with --site DIR. If there is no archive yet, run stadga archive.
failed-archive-not-begun =
    .what = The archive { $path } is empty: the first run was stopped before anything was archived
    .mend = Nothing is lost. Run stadga archive, and it begins again.
failed-archive-out-of-reach =
    .what = { $path } is a link to a folder that cannot be reached
    .mend = Connect the disk that the archive lies on, or let the link lead to where the archive is now.
failed-archive-no-folder =
    .what = { $path } is a file, but an archive is a folder
    .mend = Name the archive's folder with --archive FOLDER. Without --archive it is the folder arkiv in the site's folder.
failed-archive-of-another =
    .what = The archive in { $path } belongs to { $there }, not to { $ours }
    .mend = Name your own municipality's archive. If the municipality has changed its name, write [archive] and on the next line name = "{ $there }" at the end of stadga.toml, and the same archive goes on.
failed-archive-newer =
    .what = { $path } holds something that this version of stadga does not know
    .mend = The archive may have been written by a newer stadga: update the program. If yours is the newest, run stadga archive verify and see what is damaged.
failed-archive-damaged =
    .what = The archive is damaged: { $path } is not what the log says
    .mend = Nothing was written. Run stadga archive verify to see what is wrong, and restore from a backup.
failed-archive-clock =
    .what = This computer's clock is wrong: it says { $now }, but the newest entry of the archive is from { $last }
    .mend = Nothing was written. Set the clock and run again.
failed-archive-clock-ahead =
    .what = The clocks differ: this computer says { $now }, but the disk of the archive { $disk }
    .mend = Nothing was written. Set the clock and run again. Otherwise the log gets a time that has not come yet, and nobody can archive until then.
failed-archive-source-changed =
    .what = { $file } changed while it was being archived
    .mend = Nothing of the document was archived. Run again when nobody writes to the file any more.
failed-archive-path-escapes =
    .what = The path { $file } leads out of the archive
    .mend = Nothing was written. Run stadga archive verify: somebody may have changed the archive's files.
failed-archive-no-key =
    .what = { $path } holds no key to sign with
    .mend = A key is a line that begins with PRIVATE+KEY. Make one with stadga archive key -o key.txt.
failed-archive-key-taken =
    .what = { $path } exists already
    .mend = If it holds a key, that may be the only one there is. Leave it, and choose another name for the file.
failed-archive-key-inside =
    .what = The key cannot be put in { $path }, since that is within { $inside }
    .mend = Nobody but whoever archives should have the key. Choose a file outside the website’s folder, for example -o ../key.txt.
failed-archive-utf16 =
    .what = The file { $path } is saved as UTF-16
    .mend = Save it as UTF-8. In Notepad: Save as, and choose UTF-8 under Encoding.
failed-archive-no-public-key =
    .what = { $path } holds no key to check signatures with
    .mend = The key is a line with a name, a plus sign, eight characters, a plus sign and the key itself.
failed-archive-secret-key =
    .what = { $path } holds the secret key, not the one that signatures are checked with
    .mend = Name the file of the public key: the line that stadga archive key showed, and that should stand in the diary. Nobody but whoever archives should have the secret one.
failed-archive-not-archived =
    .what = The document { $id } is not in the archive
    .mend = { $nearest ->
        [none] Run stadga archive list to see what is there.
       *[other] Did you mean { $nearest }? Run stadga archive list to see what is there.
    }
failed-archive-no-version =
    .what = The document { $id } has no { $version } in the archive
    .mend = The newest is { $head }. Run stadga archive list { $id } to see all.
failed-archive-purged =
    .what = { $id } was removed on { $on } by decision { $decision }
    .mend = The archive no longer has its versions. Run stadga archive list { $id } to see when they were archived.
failed-archive-not-understood =
    .what = “{ $typed }” points to nothing that is archived
    .mend = { $number ->
        [none] Write the number as { $before }v1, or the day as { $before }2026-12-31.
       *[other] Did you mean { $before }v{ $number }? The number is written with a v before it.
    }
failed-archive-not-then =
    .what = { $form ->
        [day] On { $at }
       *[time] At { $at }
    } { $id } was not archived
    .mend = The first time was { $first }. Run stadga archive list { $id } to see all.
failed-archive-nothing-then =
    .what = { $form ->
        [day] On { $at }
       *[time] At { $at }
    } nothing was archived
    .mend = { $first ->
        [none] Nothing is archived yet. Run stadga archive.
       *[other] The first was archived on { $first }. Choose that day or a later one.
    }
failed-archive-not-yet =
    .what = That time has not come yet: { $at }
    .mend = Nobody knows what the archive holds then. Choose today or an earlier day.
failed-archive-unfinished =
    .what = { $path } was left by a run of stadga that was stopped
    .mend = The folder holds only what was taken out by then. If no other run is at work, remove the folder and run again.
failed-archive-output-inside =
    .what = Nothing can be put in { $path }, since that is within { $inside }
    .mend = What is put there mixes with what is archived or with the sources of the website. Choose another folder, for example -o ../taken-out.
failed-archive-output-published =
    .what = Nothing can be put in { $path }, since that is within the built website { $inside }
    .mend = It would be published, or be removed when the website is built the next time. Choose another folder, for example -o ../taken-out.
failed-archive-two-of-one-name =
    .what = Two different files would be called { $file }
    .mend = Take the documents out one by one.
failed-archive-no-checkpoint =
    .what = { $path } is no checkpoint
    .mend = It begins with three lines: the archive’s name, a number, and a line of letters and digits. stadga archive checkpoint shows them.
failed-archive-empty-checkpoint =
    .what = { $path } is the checkpoint of an empty log, so it proves nothing
    .mend = Name one that was kept when something had been archived: the number on its second line is greater than 0 then.
failed-archive-storage-root =
    .what = { $path } is a whole OCFL storage root, not an object
    .mend = Name the folder of one document. The whole archive is checked with stadga archive verify --archive DIR.
failed-archive-curly-quotes =
    .what = The number of the decision { $decision } has curly quotes
    .mend = They become part of the number. Type straight quotes, for example --decision "KS 2026/123".
failed-archive-no-decision =
    .what = The number of the decision is missing
    .mend = Write it as it stands in the register, for example --decision "KS 2026/123".
failed-archive-unsure =
    .what = The document { $id } would be removed from the archive, with all versions. That cannot be undone
    .mend = If the decision is made, run the same command again, with --yes.{ $n ->
        [0] { "" }
        [one] { " " }The document is also archived under the name { $names }. This does not remove that; a command of its own does: stadga archive purge { $names }.
       *[other] { " " }The document is also archived under the names { $names }. This removes none of them; a command for each does: stadga archive purge.
    }
failed-not-empty =
    .what = The folder { $path } is not empty: { $names }
    .mend = Name a folder that does not exist yet, for example stadga init documents.
failed-disk =
    .what = { $act ->
        [read] Could not read
        [write] Could not write
        [remove] Could not remove
       *[other] Could not open
    } { $path }: { $cause ->
        [full] the disk is full
        [denied] you do not have the right to
        [read-only] the disk is read-only
        [missing] it does not exist
        [not-a-folder] it is a file and no folder
        [folder] it is a folder and no file
        [too-large] it is too large
        [odd] it is a link or something else that is not a plain file
       *[other] { $reason }
    }
    .mend = { $cause ->
        [full] Free some space and run again. What was there is untouched or mended by the next run.
        [denied] Check the permissions, and that no other program has the file open.
        [read-only] Nothing can be changed in the folder { $folder }. Choose another folder, or have whoever looks after the computer make the disk writable.
        [missing] Check the path.
        [not-a-folder] Check the path.
        [folder] Check the path.
       *[other] Run again. If that does not help, show the line above to whoever looks after the computer.
    }

## Commands and options

about = Makes an accessible website of a municipality's steering documents
usage = Usage:
usage-top = stadga [OPTIONS] COMMAND
usage-command = stadga { $command } [OPTIONS]
heading-commands = Commands
heading-options = Options
heading-arguments = Arguments
heading-content = Content
heading-faults = Faults
heading-common = Common
value-folder = DIR
value-date = DATE
value-url = URL
value-lang = LANG
value-format = FORM
help-help = Show this help
help-version = Show the version
help-site = The site's folder (otherwise the current one)
help-lang = The language of messages: sv or en
help-output = Folder to write to (otherwise output in the site's folder)
help-date = Day to build for, for example 2026-11-22 (otherwise today)
help-base-url = The site's address, instead of base_url in stadga.toml
help-drafts = Include drafts
help-strict = Count warnings as errors
help-keep-going = Write the site in spite of errors
help-fix = Mend what stadga can mend itself
fix-nothing = There is nothing here that stadga can mend itself.
fix-done = It is mended.
fix-left = { $n ->
    [one] One fault is left: mended in the simple way it would give a new one. Mend it in the file.
   *[other] { $n } faults are left: mended in the simple way they would give new ones. Mend them in the files.
}
help-format = human for people, json or sarif for programs
build-about = Build the site
check-about = Look for faults without writing anything, or mend those that can be
top-examples = Examples:
    { "  " }stadga init documents      begin a new site
    { "  " }stadga new                 begin a new document
    { "  " }stadga serve               see the website while you write
    { "  " }stadga check               look for faults in the current site
    { "  " }stadga build               write it to the folder output

    More about a command: stadga build --help
build-examples = Examples:
    { "  " }stadga build                                    write to output
    { "  " }stadga build --site kommunen --output /var/www  another folder in, another out
    { "  " }stadga build --date 2027-01-01                  as it will look on New Year's Day 2027
check-examples = Examples:
    { "  " }stadga check                  all faults, with lines and advice
    { "  " }stadga check --strict         warnings stop too
    { "  " }stadga check --fix            mend what stadga can mend itself; you see it first
    { "  " }stadga check --format json    for other programs
init-about = Begin a new site
init-examples = Examples:
    { "  " }stadga init documents --name "Ekbo Municipality"    in a new folder
    { "  " }stadga init                                         in the folder you are in
    { "  " }stadga init kommun --lang sv --name "Ekbo kommun"   in Swedish
value-name = NAME
help-folder = Folder to begin in; it must be empty or not exist (else the one you are in)
help-name = The municipality's name, for example "Ekbo Municipality"
help-yes = Ask no questions
init-missing-name = The municipality's name is missing: --name "Ekbo Municipality". In a terminal, without --yes, stadga asks for it.
init-ask-name = What is the municipality called?
init-name-empty = Write the name as it is to stand at the top of the website, for example Ekbo Municipality.
init-closing = A small site to try things on is now in { $path }:
init-next = What to do next:
    { "  " }{ $go }stadga serve    see the website while you write
    { "  " }stadga check    look for faults
    { "  " }stadga build    write the site to the folder output
    Begin by reading stadga.toml. The notes in each file say what it is for.
    Once the website is published, stadga archive keeps what stands there, so that nobody can change it unseen.
new-about = Begin a new document, or a new version of one that there is
new-examples = Examples:
    { "  " }stadga new                                  stadga asks for everything
    { "  " }stadga new it-policy --title "IT policy" --type policy --by KF
    { "  " }stadga new plans/broadband                  in the folder content/plans
    { "  " }stadga new it-policy --version 2026-10-26   a new version, made from the last
value-id = NAME
value-text = TEXT
new-help-id = The name in the document's address, for example it-policy
new-help-version = Make a new version, adopted on this day, of a document that there is
new-help-title = The document's title
new-help-type = The document's type, for example policy
new-help-by = Who decides, for example KF
new-help-date = The day of the decision, if it is known
new-ask-title = What is the document called
new-ask-id = Which name shall stand in its address (lower-case letters a–z, digits and hyphens)
new-ask-type = What kind of document is it?
new-ask-by = Who decides? (empty if that is not settled)
new-ask-date = On which day was it decided (empty if it is not known)
new-ask-document = Which document is it about (the name in its address)
new-needed = An answer is needed.
new-not-a-date = That cannot be read as a day. Write for example 2026-11-22 or 22 November 2026.
new-unknown-type = There is no type “{ $typed }”. Choose one of the list; a type of your own is added in stadga.toml.
new-missing = { $what ->
    [title] The title is missing: --title "IT policy".
    [type] The type is missing: --type policy.
   *[id] The name is missing: after stadga new, write what shall stand in the address, for example it-policy.
}
new-bad-name = “{ $typed }” cannot be the name in an address: use lower-case letters a–z, digits and hyphens, and no year alone{ $near ->
    [none] .
   *[other] . For example { $near }.
}
new-taken = There is a document of that name already: /dokument/{ $id }/, in { $path }. Make a new version of it with stadga new { $id } --version DATE.
new-taken-draft = There is a draft of that name already: { $path }. Go on writing in that file, or choose another name.
new-pages = Plain pages lie in content/sidor, not documents. Make such a file by hand; it needs only a title.
new-in-document = The folder { $folder } belongs to another document. Make a new version of it with --version; otherwise choose another folder.
new-unknown-document = There is no document “{ $typed }”{ $near ->
    [none] . The command stadga list shows all documents, the name first.
   *[other] . Did you mean { $near }?
}
new-folder-taken = The document needs a folder of its own, but { $path } lies there already. Move it first.
new-unreadable = The facts in { $path } cannot be read. See what stadga check says, and mend that first.
new-stuck-link = The link to { $target } in { $path } cannot be changed when the document moves. Write it more simply, for example [text](file.md).
new-copied = The new version is a copy of { $path }.
new-oldest = It is older than all other versions, so the text comes from a younger one. Exchange it for the text that applied then.
new-same-day = { $draft ->
    [yes] There is a draft of { $date } already: { $path }. In the preview it stands at { $url }
   *[no] There is a version of { $date } already: { $path }. In the preview it stands at { $url }
}
new-same-day-unasked =
    { "" }
    { "  " }Go on writing in that file, or choose another day after --version.
    { "  " }If there really are to be two versions of the same day, run the command in a terminal, without --yes: there stadga asks.
new-ask-another = Shall I make one more of the same day?
new-go-on = Nothing has changed. Go on writing in { $path }.
new-other-drafts = { $n ->
    [one] There is a draft of the document already: { $names }.
   *[other] There are { $n } drafts of the document already: { $names }.
}
new-moved-files = These files get a new address, since they will lie in the document's folder: { $names }.
new-next = What to do next:
    { "  " }1. Open { $path } in your text editor, and fill in the facts and the text.
    { "  " }2. Run stadga serve{ $site }, unless it is running, and see the document while you write at { $url }
    { "     " }If stadga serve shows another port than 4000, that one holds.
    { "  " }3. When the decision is made: take the line { $draft } away and run stadga check{ $site }.
new-version-next = What to do next:
    { "  " }1. Open { $path } in your text editor, and change the text.
    { "  " }2. Run stadga serve{ $site }, unless it is running, and see the version while you write at { $url }
    { "     " }If stadga serve shows another port than 4000, that one holds.
    { "  " }3. When the decision is made: fill in what it says, take the line { $draft } away and run stadga check{ $site }.
schema-about = Print the schema that helps a text editor with the keys
value-part = PART
help-part = settings for stadga.toml, front-matter for the documents (otherwise both)
schema-examples = Examples:
    { "  " }stadga schema settings         for stadga.toml
    { "  " }stadga schema front-matter     for the facts at the top of the documents
value-days = DAYS
value-state = STATE
value-type = TYPE
value-shell = SHELL
heading-choice = Choice
help-state = Only documents in the state, such as in-force or upcoming; several are separated by commas
help-type = Only documents of the type, such as policy; several are separated by commas
help-due = Only what is to be reviewed or runs out within so many days, or should have been seen to already
help-list-format = human for people, json or csv for programs
help-next-format = human for people, json for programs
help-within = Only what happens within so many days (otherwise the ten nearest days on which something happens)
help-shell = bash, zsh, fish, powershell or elvish
help-man-folder = Folder to write to, such as man1
list-about = Show all documents in the terminal
list-examples = Examples:
    { "  " }stadga list                                 all documents
    { "  " }stadga list --state in-force --type policy  policies in force
    { "  " }stadga list --due 90                        what is to be reviewed or runs out within 90 days
    { "  " }stadga list --format csv > list.csv         for a spreadsheet
list-id = Name
list-title = Document
list-type = Type
list-body = Adopted by
list-adopted = Adopted
list-valid = From and until
list-state = State
list-review = Review by
list-overdue = overdue
list-count = { $n ->
    [0] No documents.
    [one] 1 document.
   *[other] { $n } documents.
}
register-faults = { $n ->
    [one] The content has one error
   *[other] The content has { $n } errors
}, so something may be missing here. Run stadga check.
next-about = Show what comes next: what enters into force, runs out or is to be reviewed
next-examples = Examples:
    { "  " }stadga next                         the ten nearest days on which something changes
    { "  " }stadga next --within 30             what happens within 30 days
    { "  " }stadga next --date 2027-01-01       as seen from New Year's Day 2027
next-force = { $after ->
    [upcoming] is to enter into force later
    [in-force] { $before ->
        [upcoming] enters into force
        [unknown] is surely in force from then on
       *[other] is in force again
    }
    [superseded] is superseded by version { $by }
    [term-passed] the term runs out, the last day is { $eve }
    [replaced] is replaced by { $by }
    [repealed] ceases to apply, the last day is { $eve }
    [annulled] is annulled by a court
    [lapsed] will not enter into force
   *[unknown] it is unclear whether the text applies
}
next-review = { $after ->
    [current] is to be reviewed by { $due }
    [due-soon] is soon to be reviewed, by { $due }
    [overdue] the review becomes overdue unless made by { $due }
   *[not-stated] no new review is stated
}
next-event = { $kind ->
    [adopted] is adopted
    [extended] is extended
    [collected] is taken into the collection of by-laws
    [repealed] is repealed
    [annulled] is annulled by a court
    [reinstated] is reinstated
    [transferred] is transferred to somebody else's care
    [reviewed] is reviewed without change
    [corrected] is corrected
    [starts] may enter into force
    [ends] may cease to apply
    [replaced] may be replaced
    [review-due] is to have been reviewed
   *[withdrawn] is withdrawn from the website
}
next-asked = now also demands for { $year }: { $what }
next-no-longer-asked = no longer demands for { $year }: { $what }
next-later = { $n ->
    [one] One more day on which something changes: { $date }.
   *[other] { $n } more days on which something changes; the first is { $date }.
}
next-nothing = Nothing more changes by itself.
completions-about = Print what lets the shell complete commands when you press Tab
completions-examples = Examples:
    { "  " }stadga completions bash > ~/.local/share/bash-completion/completions/stadga
    { "  " }stadga completions zsh > ~/.zfunc/_stadga
    { "  " }stadga completions fish > ~/.config/fish/completions/stadga.fish
man-about = Write manual pages, one for each command
man-examples = Examples:
    { "  " }stadga man man1                     write stadga.1 and the others to the folder man1
    { "  " }stadga man man1 --lang sv           in Swedish
    { "  " }man -l man1/stadga-build.1          read one of them
man-name = Name
man-synopsis = Synopsis
man-commands = COMMANDS
man-exit = Exit status
man-see-also = See also
man-exit-0 = All is well.
man-exit-1 = The content has faults. With --strict warnings count too.
man-exit-2 = stadga could not do its work; the message says why.
man-exit-75 = Somebody else is at work in the same folder. Run again in a while.
wrong-option = There is no option “{ $name }”{ $nearest ->
    [none] { "" }
   *[other] . Did you mean “{ $nearest }”?
}
wrong-argument = “{ $name }” does not belong to the command
wrong-command = There is no command “{ $name }”{ $nearest ->
    [none] { "" }
   *[other] . Did you mean “{ $nearest }”?
}
wrong-value = “{ $value }” will not do for { $name }{ $form ->
    [date] : write a day that exists, as year-month-day, for example 2026-11-22
    [moment] : there is no such day, or it is written in another way. Write the day as 2026-12-31, or the time as 2026-12-31T15:00
    [url] : write the whole address, for example https://www.kommun.se/styrdokument/
    [port] : write a number from 0 to 65535, such as 8080
    [host] : write only the name or address of the computer, such as my-computer.local
    [editor] : write vscode, vscodium, zed, idea or none, or a template with { "{" }file{ "}" }
    [days] : write a number of days, such as 90
    [known] : choose from { $known }
   *[other] { "" }
}
wrong-empty = { $name } lacks a value
wrong-missing = { $command } needs { $name }
wrong-twice = { $name } is given twice
wrong-together = { $name } and { $other } cannot be used together
wrong-usage = The command cannot be understood
wrong-mend = { $example ->
    [none] See { $command } --help.
   *[other] For example: { $example } (see { $command } --help)
}

## Changes to the content

ask-choice = Number or name
ask-yes-no = [y/n]
ask-not-listed = Choose a number between 1 and { $n }.
ask-again = Answer y for yes or n for no.
edit-create = New file { $path }
edit-text = { $n ->
    [one] … and 1 line of text
   *[other] … and { $n } lines of text
}
edit-rewrite = Change in { $path }
edit-line-ends = { $n ->
    [one] Windows line ends (CRLF) become LF in { $names }
   *[other] Windows line ends (CRLF) become LF in { $n } files: { $names }
}
edit-letters = { $n ->
    [one] Letters such as å, written as two characters, become one in { $names }
   *[other] Letters such as å, written as two characters, become one in { $n } files: { $names }
}
edit-move = Move { $from } → { $to }
edit-confirm = Shall I write this?
edit-declined = Nothing has changed.
edit-refused = The change would give the site errors that it does not have today. Nothing is written.

## stadga decide

value-document = DOCUMENT
value-act = ACT
heading-decision = About the decision
decide-about = Write down a decision on a document: extended, repealed, reviewed …
decide-help-document = The document's name, file, address or title
decide-help-act = extended, reviewed, repealed, annulled, reinstated, transferred, collected or corrected
decide-help-version = Which version, such as 2014-04-09 (else the one in force on the day of the decision)
decide-help-by = Who decided
decide-help-date = The day of the decision, such as 2026-11-22
decide-help-until = The last day; for reviewed, the day of the next review
decide-help-section = Section of the minutes, such as "§ 60"
decide-help-reference = Reference number
decide-help-minutes = Address of the minutes
decide-help-what = What was corrected
decide-help-mandate = By what right it was corrected
decide-help-responsible = The role that is responsible from now on, for transferred
decide-examples = Examples:
    { "  " }stadga decide                          stadga asks for the rest
    { "  " }stadga decide it-policy extended --by KF --date 2026-11-22 --until 2028-12-31
    { "  " }stadga decide it-policy repealed --by KF --date 2026-11-22 --section "§ 60"
    { "  " }stadga decide it-policy corrected --date 2026-11-22 --what "Wrong amount in part 3"
decide-ask-document = Which document is it about (name, file, address or title)
decide-ask-near = Which of these do you mean?
decide-ask-act = What was decided?
decide-ask-version = Which version is the decision about?
decide-ask-by = Who decided?
decide-ask-corrector = Who corrected it (empty if that is not to be said)
decide-ask-date = On which day was it decided
decide-ask-until = Until and including which day (or until further notice)
decide-ask-last-day = Last day it applies (empty if that is the day before the decision)
decide-ask-next-review = When is the next review due (empty if that is not decided)
decide-ask-section = Section of the minutes (empty if not known)
decide-ask-reference = Reference number (empty if there is none)
decide-ask-minutes = Address of the minutes on the web (empty if there is none)
decide-ask-what = What was corrected
decide-ask-mandate = By what right, such as delegation (empty if that is not to be said)
decide-ask-responsible = Which role is responsible from now on
decide-act-extended = extended – applies longer, same text
decide-act-reviewed = reviewed – gone through, same text
decide-act-repealed = repealed – is to apply no longer
decide-act-annulled = annulled – struck down by a court
decide-act-reinstated = reinstated – the repeal holds no longer
decide-act-transferred = transferred – somebody else is responsible now
decide-act-collected = collected – taken unchanged into the collection of statutes
decide-act-corrected = corrected – a slip in the published text is mended
decide-needed = An answer is needed.
decide-missing = { $field ->
    [document] The document is missing: write its name after stadga decide.
    [act] The act is missing: write after the document what was decided, such as extended or repealed.
    [by] Who decided is missing: --by
    [date] The day of the decision is missing: --date
    [until] How long it is to apply is missing: --until with a day, or --until "until further notice"
    [what] What was corrected is missing: --what
    [responsible] Who is responsible from now on is missing: --responsible
   *[other] The version is missing: --version
}
decide-unwanted = --{ $field } does not belong to "{ $act }". Take it away.
decide-unknown-act = "{ $typed }" is no act{ $near ->
    [none] . Choose one of: { $known }.
   *[other] . Did you mean { $near }?
}
decide-adopted = A text that is adopted is written as a new version, not as a decision on the old one: stadga new.
decide-unknown-document = There is no document "{ $typed }"{ $near ->
    [none] . Its name is the one in its address, such as it-policy.
   *[other] . Did you mean { $near }?
}
decide-draft = "{ $typed }" is a draft. Take away its draft line when the text is adopted; decisions can be written after that.
decide-twice = Several files claim the name: { $paths }. Mend that first.
decide-unknown-version = There is no version "{ $typed }". There are: { $known }.
decide-which-version = One version applies and another is on its way: { $known }. Say which one is meant with --version.
decide-not-a-date = "{ $typed }" cannot be read as a day. Write for instance 2026-11-22 or 22 November 2026.
decide-not-an-address = "{ $typed }" is no web address. It should begin with https://.
decide-before-adoption = The text was adopted { $adopted }; this decision cannot be older. Check the day, or choose an older version with --version.
decide-open-ended = The text applies until further notice already, so there is no end to move. If it is to end, use repealed with --until.
decide-not-longer = The text applies until { $last } already. An extension must go further; if it is to end sooner, use repealed with --until.
decide-until-past = The day in --until lies before the decision.
decide-already-ended = The text is repealed already, { $date }. If it is to apply again, use reinstated.
decide-nothing-to-reinstate = The text is not repealed, so there is nothing to reinstate.
decide-already-written = The same decision stands in the file already.
decide-no-list = In { $path } something else stands where the decisions should. See what stadga check says, and mend that first.
decide-note-old-name = The document is called { $id } now.
decide-note-withdrawn = The document is withdrawn; the decision is written but does not show on the website.
decide-note-unknown-body = "{ $typed }" is not among the bodies and is written as it stands. Did you mean "{ $near }"?
decide-note-no-end = Nothing is said of how long the text was to apply; with this decision it gets an end.
decide-result = { $title }: { $now } (before: { $before })
decide-result-same = { $title }: { $now } (as before)
decide-review = Next review due { $date }.
decide-written = Written in { $paths }. Run stadga build to show it on the website.

## stadga diff

value-before = BEFORE
value-after = AFTER
diff-about = Show what differs between two versions, or between a proposal and what is in force
diff-help-before = A version, such as 2014-04-09, or a file (without: the two adopted last)
diff-help-after = The version or file to compare with (without: the one adopted last; a proposal is compared with what is in force)
help-diff-format = terminal to read here, markdown for the matter, html for a page to attach, json for programs
diff-examples = Examples:
    { "  " }stadga diff it-policy                          the two versions adopted last
    { "  " }stadga diff it-policy proposal.md              what is in force now, and a proposal
    { "  " }stadga diff it-policy 2014-04-09 2023-02-27    two versions
    { "  " }stadga diff it-policy it-plan@2014-04-09 2018-06-18   a version of another document first
    { "  " }stadga diff it-policy proposal.md --format markdown > annex.md
diff-legend = [-…-] is removed and { "{" }+…+{ "}" } is added.
diff-legend-markdown = What is ~~struck through~~ is removed and what is in **bold** is added.
diff-same = It is the same text on both sides.
diff-draft = { $version } (draft)
diff-text-only = The facts in { $path } cannot be read, so only the text is compared.
diff-none-adopted = The document has no adopted version, so there is nothing to compare with.
diff-single = The document has only one adopted version with a text, { $version }, so there is nothing to compare it with. { $drafts ->
    [none] A proposal in a file
   *[other] A draft ({ $drafts }) or a proposal in a file
} is compared like this: stadga diff { $id } proposal.md
diff-is-latest = { $version } is the version adopted last. Write also what to compare it with. There are: { $known }.
diff-unknown-version = There is no version and no file “{ $typed }”.{ $near ->
    [none] { "" }
   *[other] { " " }Did you mean “{ $near }”?
} The versions that there are: { $known }.

## The preview

preview-name = Preview
preview-day = Show as of
preview-show-drafts = Show drafts
preview-show = Show
preview-state = State of the whole site
preview-whole-site-with = The whole site: { $counts }
preview-back-to-page = Back to the page
preview-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
preview-time = { $h }:{ $m }:{ $s }
preview-other-day = Shown as of { $date }.
preview-back = Back to today
preview-back-to = Back to { $date }
preview-drafts-count = Drafts count as adopted here and may end adopted versions.
preview-draft-counts = { $n ->
    [one] The draft is shown
   *[other] One of the drafts is shown
} as adopted from { $date }.
preview-draft-ends = { $n ->
    [one] The draft is shown
   *[other] One of the drafts is shown
} as adopted from { $date }. Version { $version } ends then.
preview-draft-replaces = The draft “{ $title }” is shown as adopted from { $date } and then replaces this document.
preview-without-drafts = Show without drafts
preview-is-draft = The page is a draft. Drafts are not shown now.
preview-fixed-day = Always shown as of { $date }: date in stadga.toml says so.
preview-broken = The changes do not show yet: { $file ->
    [none] something must be mended first.
   *[other] { $file } must be mended first{ $line ->
        [none] { "" }
       *[other] { " " }(line { $line })
    }.
}
preview-whole-again = The changes show now.
preview-broken-lead = { $shown ->
    [none] The site cannot be shown until the faults below are mended.
   *[other] The latest changes do not show yet. The site is shown as it was before, until the faults below are mended.
}
preview-no-faults = No faults
preview-page-sound = No faults on the page
preview-looking = Looking for faults …
preview-page-found = On the page: { $counts }
preview-faults-of-page = To mend on this page
preview-why-broken = Why the changes do not show
preview-open = Open { $file }{ $line ->
    [none] { "" }
   *[other] , line { $line }
}
preview-place = { $file }{ $line ->
    [none] { "" }
   *[other] , line { $line }
}
preview-more-faults = … and { $n } more. The command stadga check shows them all.
# The script puts hour and minute in place of %H and %M.
preview-updated = Page updated at %H:%M
preview-waiting = The page is updated when you have chosen a day.
preview-away = The preview does not answer. Start it again with stadga serve.
preview-by-hand = Reload the page to see changes.
preview-no-page = The page cannot be shown
preview-no-page-lead = A template of the theme cannot be used. Mend the fault and save, and the page is shown here.
preview-no-site = The site cannot be shown yet
preview-no-site-lead = The settings or the theme must be mended first. Mend the faults and save, and the site is shown here.
preview-fact-day = Shown for
preview-day-plain = { $date }, { $drafts ->
    [yes] with drafts
   *[no] without drafts
}
preview-day-fixed = { $date } (date in stadga.toml), { $drafts ->
    [yes] with drafts
   *[no] without drafts
}
preview-fact-built = Last updated
preview-built = { $time }, in { $seconds } s. { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}.
preview-fact-watching = Files are followed
preview-watching = { $how ->
    [poll] by reading through the folder about once a second
   *[events] by the computer, which tells when a file changes
}
preview-fact-address = Address
preview-faults = To mend
preview-whole-site = The whole site
preview-drafts = Drafts
preview-documents = Documents
preview-reviews = Reviews
preview-no-reviews = No review is overdue or due soon.
preview-coming = What comes
preview-coming-note = Choose a day to see the document as it is then.
preview-column-state = State
preview-column-count = Number
preview-column-document = Document
preview-column-version = Version
preview-column-due = No later than
preview-column-change = What happens
preview-column-day = Day

heading-network = Network
value-port = PORT
value-host = NAME
value-editor = TEMPLATE
serve-about = Show the website in the browser while you write
serve-help-port = Port to receive browsers at (otherwise 4000, or the next that is free)
serve-help-host = This computer's name or address to receive at (otherwise 127.0.0.1, reached from this computer only)
serve-help-allow-host = One more name that colleagues may reach the preview by; may be repeated
serve-help-editor = How links open files: vscode, vscodium, zed, idea, a template of your own such as vscode://file/{ "{" }file{ "}" }:{ "{" }line{ "}" }, or none
serve-help-date = Show the website as it will be on another day, for example 2027-01-01 (otherwise today); the day can also be changed in the browser
help-no-drafts = Show no drafts, only what visitors are to see (otherwise drafts are shown)
help-open = Open the browser
help-poll = Look for changes about once a second, for folders that do not tell of them
serve-examples = Examples:
    { "  " }stadga serve                        on this computer, at http://127.0.0.1:4000/
    { "  " }stadga serve --open                 and open the browser
    { "  " }stadga serve --date 2027-01-01      as it will look on New Year's Day 2027
    { "  " }stadga serve --host 0.0.0.0         for colleagues on the network too, who can then read the drafts
serve-address = Preview: { $url }
serve-next-port = Port { $wanted } is taken, perhaps by another preview. This one stands at port { $port }.
serve-beyond = Everybody on the network can read the website, drafts too, at { $url }
serve-events = Changes are seen as soon as you save a file.
serve-polls = { $why ->
    [unheard] The computer does not tell of all changes here. So the folder is looked through about once a second.
    [full] The computer cannot keep track of so many folders. So the folder is looked through about once a second.
    [refused] The computer does not tell of changes ({ $reason }). So the folder is looked through about once a second.
   *[asked] The folder is looked through about once a second.
}
serve-end = End with Ctrl+C.
serve-faults = { $counts }. Read about them at { $url }
serve-broken = The settings or the theme must be mended before anything can be shown: { $counts }. Read more at { $url }
serve-not-opened = The browser could not be opened. Open it yourself, at the address above.
serve-ended = The preview has ended.
serve-round = { $time }{ "  " }{ $what }: { $seconds } s{ $counts ->
    [none] { "" }
   *[other] , { $counts }
}{ $broken ->
    [yes] ; the last website that could be made is shown
   *[no] { "" }
}
serve-file = { $path } { $how ->
    [added] new
    [removed] removed
   *[changed] changed
}
serve-files = { $n } files changed
serve-day = A new day
refused-host =
    .title = Stadga does not answer to that name
    .text = The preview is not reached as “{ $host }”. That protects the drafts from other websites. Use the address that stands in the terminal. If colleagues are to use the name, start again with --allow-host and the name.
refused-method =
    .title = The preview can only show
    .text = One can read here, but not send anything here.
refused-gone =
    .title = The file is no longer there
    .text = It was there when the folder was last looked through. Reload the page in a moment.
refused-unreadable =
    .title = The file cannot be read
    .text = The computer says: { $reason }. See that you may read the file and that no other program has locked it.
refused-broken =
    .title = The page could not be made
    .text = That is a fault in stadga. The terminal tells what happened; please report it.

# What `archive verify` finds.
archive-found-place = { $object ->
        [none] { "" }
       *[other] { $object }
    }{ $version ->
        [none] { "" }
       *[other] { " " }{ $version }
    }{ $file ->
        [none] { "" }
       *[other] { " " }{ $file }
    }
archive-found-unreadable = cannot be read{ $detail ->
        [none] { "" }
        [too-large] { " " }(the file is too large)
        [not-a-file] { " " }(it is a link or something else that is not a plain file)
       *[other] { " " }({ $detail })
    }
archive-found-no-namaste = the file that says that the folder is an OCFL object is missing, or there are several
archive-found-wrong-namaste = the file that says that the folder is an OCFL object holds something else
archive-found-newer = follows a later OCFL than this version of stadga knows
archive-found-no-inventory = the inventory is missing
archive-found-inventory-unreadable = the inventory cannot be understood{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-inventory-malformed = the inventory does not follow OCFL{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-no-sidecar = the file with the digest of the inventory is missing
archive-found-sidecar-malformed = the file with the digest of the inventory has another form
archive-found-sidecar-differs = the inventory was changed: its digest is another
archive-found-root-differs = the object’s inventory is not that of its newest version
archive-found-head-wrong = the inventory names the wrong newest version{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-id-differs = the inventories of the versions name different ids{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-content-folder-differs = the inventories of the versions name different folders of content{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-spec-backwards = a later version follows an earlier OCFL
archive-found-history-differs = the inventories tell different things of earlier versions{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-versions-odd = the numbers of the versions have gaps or are written in different ways{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-version-missing = the folder of the version is missing
archive-found-version-stray = a folder of a version that the inventory does not know
archive-found-stray-in-object = does not belong in the object
archive-found-stray-in-version = does not belong in the version
archive-found-stray-extension = does not belong among the extensions
archive-found-empty-folder = the folder is empty
archive-found-not-a-file = is a link or something else that is not a file
archive-found-file-missing = the file is missing
archive-found-file-differs = the file was changed or damaged: its digest is another
archive-found-file-stray = the file is in no inventory
archive-found-path-unsafe = a path leads out of the object or is none{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-path-conflict = two files have the same path, or one lies in the other{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-digest-twice = the same digest stands twice{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-digest-unknown = the version holds a file that is not in the manifest of the inventory{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-digest-unused = the inventory lists a file that no version holds{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-fixity-differs = the file does not have the further digest in the inventory{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-no-store = the folder of the archive’s objects is missing
archive-found-store-namaste = the file that says that the folder is an OCFL storage root is missing or was changed
archive-found-store-layout = the file that describes where the objects lie is missing or was changed
archive-found-store-stray = belongs to no object
archive-found-readme-missing = the file that tells how to read the archive is missing; stadga archive doctor puts it back, or a backup has it
archive-found-readme-differs = the file that tells how to read the archive was changed; put it back from a backup, and your own notes outside the archive
archive-found-stray-in-archive = does not belong to the archive
archive-found-store-empty-folder = the folder is empty
archive-found-misplaced = the object lies in the wrong place
archive-found-foreign = the object is not of this archive
archive-found-created = the time of the version does not agree with the log{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-no-log = the log is missing
archive-found-line-unreadable = the line of the log cannot be understood{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-line-moved = the line of the log does not stand where it was written
archive-found-line-backwards = the line of the log is older than the one before
archive-found-line-future = the line of the log is from the future{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-line-torn = the last line of the log is not whole: a run was interrupted
archive-found-line-out-of-turn = the line of the log tells of something that cannot have happened then
archive-found-no-checkpoint = the checkpoint is missing or cannot be understood
archive-found-checkpoint-differs = the log is not the one of the checkpoint: lines were changed or removed{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-checkpoint-behind = the log has more lines than the checkpoint: a run was interrupted{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-unsigned = the checkpoint is not signed, though there is a key
archive-found-signature-wrong = the checkpoint is not signed with the municipality’s key
archive-found-against-differs = the log is not the one of the kept checkpoint: that stands for { $kept } lines, and the log has { $log }. Check first that it was copied right. { $older ->
        [yes] If it was, this may be an older copy of the archive, or lines were removed
       *[no] If it was, the archive was rewritten
    }
archive-found-checkpoint-stray = the checkpoint has lines that stadga did not write
archive-found-against-other = the kept checkpoint is that of another archive, { $detail }
archive-found-against-wrong = the kept checkpoint is not signed with the municipality’s key
archive-found-unlogged = the version is not in the log
archive-found-lost = is in the log, but not in the archive
archive-found-not-as-logged = the version is not the one that the log tells of
archive-found-page-missing = the page that the log tells of is not in the version{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-not-purged = the object was removed according to the log, but is still there
archive-found-no-bag = the file that says that the folder is a BagIt package is missing or has the wrong form{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-bag-unknown = the package follows a version of BagIt, or has an encoding, that stadga does not know{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-no-payload = the folder for the package's files is missing
archive-found-no-manifest = the list of the package's files is missing, or has digests that stadga does not know
archive-found-manifest-malformed = the line is not a digest and a path
archive-found-not-listed = the file is not in the list{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-listed-wrongly = the file does not belong in the list{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-oxum-differs = the files are not as many or not as large as the package says{ $detail ->
        [none] { "" }
       *[other] { " " }({ $detail })
    }
archive-found-unfinished = a run was interrupted; the next one finishes what it began
archive-about = Archive what is new, so that it can be shown to be unchanged
archive-examples = Examples:
    { "  " }stadga archive                             archive what is new
    { "  " }stadga archive list                        show what is archived
    { "  " }stadga archive restore it-policy -o out    take a document out
archive-message = Archived by stadga { $version }
archive-count = { $n ->
    [0] Nothing new.
    [one] 1 document archived.
   *[other] { $n } documents archived.
}
archive-site-warned = { $n ->
    [one] The website has a warning. stadga check shows it.
   *[other] The website has { $n } warnings. stadga check shows them.
}
archive-begun = A new archive is begun in { $path }.
archive-taken-over = { $document } { $what } lay in the archive already without a checkpoint, as after a run that was broken off. Now the checkpoint stands for it too. If no run was broken off somebody else has put it there: compare it with the source, stadga archive restore { $document }@{ $what } -o extract
archive-purge-taken-over = The removal of { $document } by decision { $what } stood in the log already without a checkpoint, as after a run that was broken off. Now the checkpoint stands for it too. If nobody removed it somebody else has written the line.
archive-now-signed = The checkpoint is signed now.
archive-no-longer-signed = The checkpoint was signed but is no longer. Sign it again: stadga archive --key key.txt
archive-key-changed = The checkpoint is now signed with the key { $new }, but was with { $old } before. If that is meant, enter the public line of the new key in the diary and keep the old line, which older checkpoints are checked with. Otherwise run again with --key and the former key.
archive-nothing-archived = Nothing is archived, since the content has faults.
archive-list-about = Show what is archived
archive-list-examples = Examples:
    { "  " }stadga archive list                     all that is archived
    { "  " }stadga archive list it-policy           each time that it-policy was archived
    { "  " }stadga archive list --at 2026-12-31     what was archived when that day had ended
archive-list-id = Name
archive-list-version = Number
archive-list-time = Archived
archive-list-texts = Versions
archive-list-withdrawn = taken down
archive-list-purged = removed by decision { $decision }
archive-list-count = { $n ->
    [0] Nothing is archived.
    [one] 1 row.
   *[other] { $n } rows.
}
archive-restore-about = Take a document out of the archive, byte for byte
archive-restore-examples = Examples:
    { "  " }stadga archive restore it-policy -o out                the newest
    { "  " }stadga archive restore it-policy@v1 -o out             what was archived first
    { "  " }stadga archive restore it-policy@2026-12-31 -o out     what was archived when that day had ended
archive-restored = { $id } { $version }: { $n ->
    [one] 1 file
   *[other] { $n } files
} in { $folder }, all as they were archived.
archive-restored-withdrawn = { $version } tells that the document was taken down. The texts are in { $former }: stadga archive restore { $id }@{ $former } -o …
archive-export-about = Pack documents of the archive for another archive to receive
archive-export-examples = Examples:
    { "  " }stadga archive export --format eark -o delivery                            all documents, as E-ARK SIP 2.1
    { "  " }stadga archive export --format bagit it-policy -o delivery                 one document, as BagIt
    { "  " }stadga archive export --format eark --since 2026-01-01 -o delivery-2026    what has been archived since
archive-exported = { $n ->
    [0] Nothing has been archived since then. Nothing is packed.
    [one] 1 package in { $folder }.
   *[other] { $n } packages in { $folder }.
}
help-archive-since = Only documents that were archived on that day or later
help-archive-form = The form of the package: bagit (BagIt 1.0) or eark (E-ARK SIP 2.1, FGS Paketstruktur 2.0)
value-package = FORM
archive-diff-about = Show what differs between two times that a document was archived
archive-diff-examples = Examples:
    { "  " }stadga archive diff it-policy                          the two newest
    { "  " }stadga archive diff it-policy v1                       the first and the newest
    { "  " }stadga archive diff it-policy v1 v2                    two numbers
    { "  " }stadga archive diff it-policy 2026-12-31 2027-12-31    as it was when two days had ended
help-archive-before = What was before: a number, for example v1, or a day (without: the two newest)
help-archive-after = What came after: a number or a day (without: the newest)
archive-diff-side = { $version }, archived { $time }
archive-diff-withdrawn = In { $after } the document is taken down: the pages with its texts are gone from the website. The texts remain in { $before }.
archive-diff-published-again = In { $before } the document was taken down. In { $after } it is published again.
archive-diff-text = Version { $version }
archive-diff-variant = Version { $version }, { $variant }
archive-diff-about-text = About the document
archive-diff-text-came = The version is new in the archive.
archive-diff-text-went = The version is not there any more.
archive-diff-text-head = The text is the same. The facts above it in the source are changed.
archive-diff-facts = Facts in metadata.json
archive-diff-files = Files
archive-diff-file-came = new: { $path }
archive-diff-file-went = removed: { $path }
archive-diff-file-changed = changed: { $path }
archive-diff-same = Nothing differs.
archive-diff-single = { $id } was archived only once ({ $version }), so there is nothing to compare with.{ $former ->
        [none] { "" }
       *[other] { " " }It is also archived under the name { $former }: stadga archive list { $former } shows when, and stadga archive restore { $former } -o extract takes it out.
    }
archive-diff-is-latest = { $version } is the newest. Write also what it is to be compared with.
archive-site-about = Put the archived pages together as they were on a day
archive-site-examples = Examples:
    { "  " }stadga archive site --at 2026-12-31 -o website-2026
archive-site-made = { $n ->
    [one] 1 document
   *[other] { $n } documents
} in { $folder }, as it was { $at }. Open { $index } in a browser.
archive-site-absent = { $n ->
    [one] In 1 place a link leads to a page that was not archived then. A page that says so is there.
   *[other] In { $n } places links lead to pages that were not archived then. Pages that say so are there.
}
archive-checkpoint-about = Show the lines that stand for the whole log, for the diary
archive-checkpoint-examples = Examples:
    { "  " }stadga archive checkpoint
    { "  " }stadga archive checkpoint > checkpoint-2026-12-31.txt
archive-checkpoint-told = { $signed ->
    [yes] Enter the lines in the diary, or keep them elsewhere than in the archive.
   *[no] The lines are not signed. Enter them in the diary, or keep them elsewhere than in the archive.
}
archive-key-about = Make a new key to sign checkpoints with
archive-key-examples = Examples:
    { "  " }stadga archive key -o key.txt                 the key, and on the screen the line to check with
    { "  " }stadga archive key -o key.txt > public.txt    and that line in a file
    { "  " }stadga archive --key key.txt                  archive and sign
archive-key-made = The key is in { $path }. Whoever has it can sign in the municipality's name: keep the file and a copy of it where only those who archive can read them, never in the archive. Anybody may see the line above; enter it in the diary, so that the signatures can be checked.
help-archive-key-output = File to put the key in; it must not exist
archive-purge-about = Remove a document from the archive by decision
archive-purge-examples = Examples:
    { "  " }stadga archive purge wrong-document --decision "KS 2026/123" --yes
archive-purged = { $id } is removed by decision { $decision }.
archive-purged-lead = The log tells that it was there, when it was removed and by which decision. Remove the document’s files from content/ before archiving again.
archive-purged-other-name = The same document is also archived under the name { $id }, and that is still there. If it is to be removed too: stadga archive purge { $id } --decision "{ $decision }" --yes
archive-doctor-about = Finish what an interrupted run began
archive-doctor-examples = Examples:
    { "  " }stadga archive doctor
archive-doctor-sound = Nothing is begun. Run stadga archive verify to check all that is archived.
archive-doctor-mended = { $n ->
    [0] What was begun is finished.
    [one] What was begun is finished, with a new line in the log.
   *[other] What was begun is finished, with { $n } new lines in the log.
}
heading-archive = Archive
help-archive = The archive's folder (otherwise arkiv in the site's folder)
help-archive-key = File with the key to sign with
help-archive-id = Document, for example it-policy
help-archive-wanted = Document, for example it-policy, it-policy@v1 or it-policy@2026-12-31
help-archive-at = As it was when the day had ended, for example 2026-12-31
help-archive-output = Folder to put the files in; it must not exist, or be empty
help-archive-decision = The number of the decision
help-archive-yes = Yes, the decision is made: remove
value-moment = DAY
value-file = FILE
value-reference = NUMBER
archive-verify-about = Check that all that is archived is unchanged
archive-verify-examples = Examples:
    { "  " }stadga archive verify                                    everything
    { "  " }stadga archive verify it-policy                          one document
    { "  " }stadga archive verify --against checkpoint-2026.txt      also that the log begins as it did then
    { "  " }stadga archive verify --object DIR                       a folder by OCFL, whoever made it
archive-verified = { $faults ->
    [0] All is as it was archived
    [one] 1 thing is not as it should be
   *[other] { $faults } things are not as they should be
}: { $objects ->
    [one] 1 document
   *[other] { $objects } documents
}, { $versions ->
    [one] 1 version
   *[other] { $versions } versions
}, { $files ->
    [one] 1 file checked.
   *[other] { $files } files checked.
}
archive-verified-signature = { $state ->
    [holds] The checkpoint is signed with the key { $keys }. The signature has been checked.
    [wrong] The checkpoint says to be signed with the key { $keys }. The key that was named has not made the signature.
    [unchecked] The checkpoint says to be signed with the key { $keys }. The signature has not been checked; --public-key FILE does so.
   *[none] The checkpoint is not signed.
}
archive-verified-bag = { $faults ->
    [0] All files are as they were packed
    [one] 1 thing is not as it should be
   *[other] { $faults } things are not as they should be
}: { $files ->
    [one] 1 file checked.
   *[other] { $files } files checked.
}
help-archive-against = A checkpoint that was kept elsewhere
help-archive-public-key = File with the key to check signatures with
help-archive-object = Folder with an object by OCFL, instead of the archive
help-archive-bag = Folder with a BagIt package, instead of the archive
