"""The register of the checks of translation pairs: one literal tuple, a row a check.

Adding one is one function and one row here, with its line in `docs/checks.md`. Owns what each is called, how bad its findings are and what a
reader is told of it; the checks themselves are the modules beside, and `judging` asks them.
"""

from __future__ import annotations

from glossary.findings import Severity
from passages.checks import acronyms, consistency, ending, latin_words, markup, names, numbers, pairing, spacing, whole, words
from passages.checks.model import Check
from translit.message import Message

E_, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CHECKS = (
    Check(
        "untranslated",
        W,
        Message("No translation"),
        Message(
            "The original says something and the translation nothing, or nothing but white space. Translate it; a text that is to stay empty can be dismissed."
        ),
        whole.untranslated,
    ),
    Check(
        "unchanged",
        W,
        Message("The original, not translated"),
        Message("The translation is the original, word for word, and has at least two ordinary words. Translate it."),
        whole.unchanged,
    ),
    Check(
        "partly-untranslated",
        W,
        Message("Words of the original left in the translation"),
        Message(
            "Three or more ordinary words of the original stand in a row in a translation that is written in another script. Translate them, or dismiss the finding if they are a title or a command."
        ),
        whole.partly_untranslated,
    ),
    Check(
        "missing-segment",
        W,
        Message("Fewer paragraphs than the original"),
        Message("Paragraphs are counted between blank lines. Look whether one was left out."),
        whole.missing_segment,
    ),
    Check(
        "extra-segment",
        W,
        Message("More paragraphs than the original"),
        Message("The translation has a paragraph too many, or says something where the original is empty."),
        whole.extra_segment,
    ),
    Check(
        "length",
        W,
        Message("Much shorter or longer than the original"),
        Message(
            "The translation has fewer than three tenths of the original's letters, or more than three times as many. Look whether something is missing or was pasted twice."
        ),
        whole.far_off,
    ),
    Check(
        "too-long",
        E_,
        Message("Longer than the file allows"),
        Message("The file sets a greatest length for the translation. Shorten it."),
        whole.too_long,
    ),
    Check(
        "misspelling",
        E_,
        Message("A misspelled name"),
        Message(
            "The glossary knows this spelling as a slip of the pen or a mangled form. The fix puts the preferred name in its place, in the same grammatical form."
        ),
        names.misspelled,
    ),
    Check(
        "deprecated",
        E_,
        Message("A spelling that is not to be used"),
        Message(
            "The name is right, this way to write it is not the one chosen. The fix puts the preferred spelling in its place, in the same grammatical form."
        ),
        names.deprecated,
    ),
    Check(
        "former-name",
        E_,
        Message("A former name out of its time"),
        Message(
            "The original has the present name and the translation the former one, or the text speaks of a time (--date) at which the name was not in use. A former name that is explained as one is left alone."
        ),
        names.former,
    ),
    Check(
        "missing-name",
        W,
        Message("A name of the original is not in the translation"),
        Message(
            "The original has a name of the glossary, and the translation has it in no spelling or form that is known. Look whether it was left out, or add the spelling to a glossary."
        ),
        names.missing,
    ),
    Check(
        "missing-term",
        N,
        Message("A term of the original is not in the translation"),
        Message(
            "The original has a common noun of the glossary (server, time zone), and the translation has it in no form, nor a word of it. Look whether another word stands for it; often it is rightly left out."
        ),
        names.missing_terms,
    ),
    Check(
        "untranslated-name",
        N,
        Message("A name left as the original spells it"),
        Message("The glossary has the name in the language of the translation. The fix puts it in its plain form; see to its case."),
        names.left,
    ),
    Check(
        "doubled-name",
        E_,
        Message("A name stands twice in a row"),
        Message("The original has it less often. The fix takes one of them away where they are the same."),
        names.doubled,
    ),
    Check(
        "likely-variant",
        W,
        Message("A word that looks like a known name"),
        Message(
            "No glossary lists this spelling, yet it is much like a name that is listed, and more so if the original has that name. If it is that name, take the fix or add the spelling to a glossary; if it is another, dismiss the finding."
        ),
        names.likely,
    ),
    Check(
        "mixed",
        W,
        Message("Two right spellings of one name in one document"),
        Message("Both are right, but a reader will take them for two. The fix puts the preferred one in place of the other."),
        consistency.mixed,
        document=True,
    ),
    Check(
        "first-mention",
        W,
        Message("The first mention of a name lacks its former name"),
        Message("Only with --first-mention. The fix adds the former name in brackets."),
        consistency.first_mention,
        document=True,
        optional=True,
    ),
    Check(
        "same-source",
        W,
        Message("One original, two translations"),
        Message(
            "The same original, in the same context, is translated in another way elsewhere. Choose one, or dismiss the finding where the two mean different things."
        ),
        consistency.same_source,
        document=True,
    ),
    Check(
        "same-target",
        W,
        Message("One translation, two originals"),
        Message(
            "The same translation stands elsewhere for an original of at least four words that shares few with this one: one of the two was probably pasted."
        ),
        consistency.same_target,
        document=True,
    ),
    Check(
        "number",
        W,
        Message("A number lost, added or changed"),
        Message(
            "Numbers are compared by what they say: 1,234.5 is 1 234,5, three is 3 and 20th is XX. The fix writes the original's number as the language of the translation does."
        ),
        numbers.all_numbers,
    ),
    Check(
        "number-style",
        W,
        Message("A number written as in the original's language"),
        Message("With the signs of another language it says something else: 1,234 is little more than one to a Russian reader."),
        numbers.styles,
    ),
    Check(
        "date",
        W,
        Message("Another date than the original's"),
        Message(
            "Dates are compared by day, month and year, in figures or with the month's name. The fix writes the original's date in full."
        ),
        numbers.dates,
    ),
    Check(
        "acronym-lost",
        N,
        Message("An acronym of the original has no answer"),
        Message(
            "Only with --also acronym-lost, for many are rightly put in words. The original has an acronym of three or more capitals; the translation has none, and fewer words than the original."
        ),
        acronyms.lost,
        optional=True,
    ),
    Check(
        "forbidden-word",
        E_,
        Message("A forbidden word"),
        Message("The word is on the list of those that may not be used (--forbid)."),
        words.forbidden,
        alone=True,
    ),
    Check(
        "placeholder",
        E_,
        Message("A placeholder lost, added or mangled"),
        Message(
            "What a program puts in the place of %s, %1$d, {name} or $name must stand in the translation as it does in the original; numbered ones may change their order. A form of a plural may have those of either original, and leave one out."
        ),
        markup.placeholders,
    ),
    Check(
        "tag",
        E_,
        Message("A tag or inline code lost, added or crossed"),
        Message("The markup of the original must stand in the translation, and what is opened last must be closed first."),
        markup.tags,
    ),
    Check(
        "url",
        W,
        Message("A URL lost or changed"),
        Message("A page in the language of the translation is no fault: /en/ may become /ru/."),
        markup.urls,
    ),
    Check(
        "email",
        W,
        Message("An e-mail address lost or changed"),
        Message("Addresses are not translated."),
        markup.mails,
    ),
    Check(
        "unpaired-quote",
        W,
        Message("A quotation mark without its other half"),
        Message("Not reported where the original has one too: there a quotation goes on in the next passage."),
        pairing.quotes,
        alone=True,
    ),
    Check(
        "mangled-quote",
        W,
        Message("A quotation mark that is mangled"),
        Message("It faces the wrong way, or closes a quotation that another mark should close: «KMG”."),
        pairing.mangled,
        alone=True,
    ),
    Check(
        "unpaired-bracket",
        W,
        Message("A bracket without its other half"),
        Message(
            "Also reported where a bracket is opened inside a quotation and closed outside it. Not reported where the original has one too."
        ),
        pairing.brackets,
        alone=True,
    ),
    Check(
        "double-word",
        W,
        Message("A word stands twice in a row"),
        Message("The fix takes one away. Not reported where the original does so too, nor of words that the language doubles on purpose."),
        words.doubled,
        alone=True,
    ),
    Check(
        "mixed-script",
        W,
        Message("A word with letters of two scripts"),
        Message("A Latin a among Cyrillic letters looks right and is found by no search. The fix writes the word in one script."),
        words.mixed_scripts,
        alone=True,
    ),
    Check(
        "latin-slip",
        W,
        Message("A Latin word one letter away from the original's"),
        Message(
            "Sing-On for Sign-On, in a translation that is in another script. The fix writes the word as the original does. Of words of at least four letters."
        ),
        latin_words.slips,
    ),
    Check(
        "note-left",
        W,
        Message("A translator's note left in"),
        Message("TODO, (?), [прим. пер.], the marks of a merge. Settle it and take it out."),
        words.notes,
        alone=True,
    ),
    Check(
        "space-at-end",
        W,
        Message("White space at an end, not as in the original"),
        Message("Programs put texts together and rely on it. The fix makes it the original's."),
        spacing.ends,
    ),
    Check(
        "double-space",
        W,
        Message("Two spaces in a row"),
        Message("Not reported where the original has some too, or where the text is laid out with spaces."),
        spacing.doubled,
        alone=True,
    ),
    Check(
        "end-mark",
        W,
        Message("Another mark at the end"),
        Message(
            "The original ends with a full stop, a colon, a question mark or an ellipsis and the translation does not, or the other way round."
        ),
        ending.ending,
    ),
)
"""Every check, in the order in which a pair's findings are told that begin at one place."""
