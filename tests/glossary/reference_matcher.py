"""A second matcher, slow and plain, to compare the real one with: no automaton, no folding, every form tried at every place."""

import re
import unicodedata
from itertools import pairwise

from glossary.forms import expand, inflection
from glossary.model import CaseRule

APOSTROPHES = "'’ʼ‘ʹ＇"
HYPHENS = "-‐‑‒–"
ELISIONS = {"l", "d", "qu", "dell", "nell", "dall", "all", "sull"}
CONTRACTIONS = {"s", "d", "ll", "re", "ve"}


def in_word(character):
    return character not in "ʼʹ" and (unicodedata.category(character)[0] in "LNM" or unicodedata.category(character) == "Pc")


def plain(text):
    """NFC with one apostrophe, one hyphen, no invisible characters, е for ё, and single spaces but over blank lines."""
    text = unicodedata.normalize("NFC", "".join(each for each in text if unicodedata.category(each) != "Cf"))
    text = re.sub("(?<=[аеиоуыэюяіїєәөүұАЕИОУЫЭЮЯІЇЄӘӨҮҰ])[\u0300\u0301]", "", text)
    text = "".join("'" if each in APOSTROPHES else "-" if each in HYPHENS else {"ё": "е", "Ё": "Е"}.get(each, each) for each in text)
    out = ""
    runs = re.split(r"(\s+)", text)
    for run, after in zip(runs, [*runs[1:], ""], strict=True):
        if not run.isspace():
            out += run
            continue
        breaks = len(re.findall(r"\r\n|[\n\r\v\x85\u2028]", run))
        if breaks > 1 or "\f" in run or "\u2029" in run:
            out += "\n\n"
        elif not (breaks and out.endswith("-") and in_word(out[-2:-1] or " ") and in_word(after[:1] or " ")):
            out += " "
    return out


def bounded(text, start, end):
    """Whether `start:end` is a whole word or several."""
    before = "".join(each for each in text[:start] if unicodedata.category(each) != "Cf")
    after = "".join(each for each in text[end:] if unicodedata.category(each) != "Cf")
    if not in_word(before.rstrip("_")[-1:] or " "):
        before = before.rstrip("_")
    if not in_word(after.lstrip("_")[:1] or " "):
        after = after.lstrip("_")
    if (before and in_word(before[-1])) or (after and in_word(after[0])):
        return False
    if len(before) > 1 and before[-1] in APOSTROPHES and in_word(before[-2]):
        word = before[:-1]
        at = len(word)
        while at and (in_word(word[at - 1]) or word[at - 1] in APOSTROPHES):
            at -= 1
        if word[at:].lower() not in ELISIONS:
            return False
    if after and after[0] in APOSTROPHES:
        to = 1
        while to < len(after) and (in_word(after[to]) or after[to] in APOSTROPHES):
            to += 1
        rest = after[1:to]
        if rest and in_word(rest[0]):
            return rest.lower() in CONTRACTIONS
        return after[0] not in "ʼʹ"
    return True


def spans(concepts, text, language):
    """(start, end) of what is found; guards are not looked at."""
    forms = []
    for concept in concepts:
        for term in concept.terms:
            if term.language in (language, "mul", "und"):
                forms += [(plain(form.text), term.case) for form in expand(term, concept.replacement(term), concept.kind)]
    found = set()
    for start in range(len(text)):
        if unicodedata.category(text[start])[0] == "M" or unicodedata.category(text[start]) == "Cf":
            continue
        for end in range(start + 1, len(text) + 1):
            if unicodedata.category(text[end - 1]) == "Cf" or (end < len(text) and unicodedata.category(text[end])[0] == "M"):
                continue
            said = plain(text[start:end])
            for form, case in forms:
                alike = (
                    said == form
                    or (case is not CaseRule.EXACT and said == plain(form.upper()))
                    or (case is CaseRule.ANY and said.lower() == form.lower())
                )
                if alike and bounded(text, start, end):
                    found.add((start, inflection(language).ending(text, start, end)))
    chosen = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other[0] or other[1] <= start for other in chosen):
            chosen.append((start, end))
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(chosen)))
    return sorted(chosen)
