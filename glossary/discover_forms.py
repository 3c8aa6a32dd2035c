"""Which spellings of the texts are grammatical forms of which others, by the rules of Russian, Ukrainian and Kazakh.

Owns what the rules of `glossary.forms` say of spellings that stand in the same texts: forms of a name that is there, forms of one that is not,
and a woman's surname, which may be a form of a man's. What such a form is worth beside likeness is `discover_families`' to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.discover_links import Pair
from glossary.discover_runs import is_acronym
from translit.values import value

A_FORM = 0.97
"""The chance that a spelling which is a form of another by rule is that name."""
_FORM_LANGUAGES = ("ru", "uk", "kk")


@value
class Note:
    """What is known of two spellings that likeness does not see."""

    kind: str
    """form; gender, for a form that may be a woman's name; unseen, for two forms of a name that the texts do not have."""
    said: str
    """Which form (genitive, locative …), or the unseen name."""


def forms_among(spellings: Sequence[str], languages: Sequence[str]) -> dict[Pair, Note]:
    """Which spellings are forms of which others, by the rules of their languages: (name, form) → which form.

    A form that several names could have belongs to the one that explains most spellings. A word in -ова, -ева, -ина is a form, or a woman's name.
    """
    from glossary.forms import inflection
    from glossary.model import Status, Term

    places: dict[str, int] = {text: place for place, text in enumerate(spellings)}
    made: dict[int, dict[int, str]] = {}
    for place, (text, language) in enumerate(zip(spellings, languages, strict=True)):
        if language not in _FORM_LANGUAGES or text.isascii() or is_acronym(text):
            continue
        term = Term(text, language, "Cyrl", Status.PREFERRED)
        found: dict[int, str] = {}
        for form in inflection(language).forms(term, None, "other"):
            other = places.get(form.text)
            if other is not None and other != place and "adjective" not in form.name and "plural" not in form.name:
                found.setdefault(other, form.name)
        if found:
            made[place] = found
    for name in _names_of_more(made, spellings, languages):
        made.pop(name)
    owners: dict[int, int] = {}
    for place in sorted(made, key=lambda place: (-len(made[place]), len(spellings[place]), spellings[place])):
        if place in owners:
            continue  # a form itself: Назарбаева has forms, but is one of Назарбаев
        for other in made[place]:
            owners.setdefault(other, place)
    notes = {(owner, other): _form_note(made[owner][other], spellings[owner], spellings[other]) for other, owner in owners.items()}
    for (man, woman), note in list(notes.items()):
        # Бекетовой is a form of Бекетова, who is a woman or a form of Бекетов.
        for other, form in made.get(woman, {}).items() if note.kind == "gender" else ():
            if other not in owners and other != man:
                notes[man, other] = Note("gender", form)
    orphans = [
        place
        for place, (text, language) in enumerate(zip(spellings, languages, strict=True))
        if language in _FORM_LANGUAGES
        and not text.isascii()
        and (" " not in text or language == "kk")
        and place not in owners
        and place not in made
    ]
    return notes | _of_unseen_names(orphans, spellings, languages)


def _names_of_more(made: Mapping[int, Mapping[int, str]], spellings: Sequence[str], languages: Sequence[str]) -> set[int]:
    """The spellings that could have another as a form, where a name that the texts do not have explains more: of Шалкара, Шалкаре and Шалкаром."""
    places = [
        place
        for place, text in enumerate(spellings)
        if languages[place] in _FORM_LANGUAGES and not text.isascii() and " " not in text and not is_acronym(text)
    ]
    found: set[int] = set()
    there = frozenset(spellings)
    for (name, language), those in _possible_names(places, spellings, languages).items():
        if len(those) > 2 and not found.issuperset(those) and name not in there:
            forms = set(paradigm(name, language))
            covered = [place for place in those if spellings[place] in forms]
            owning = [place for place in covered if place in made]
            if owning and len(covered) > 1 + max(len(made[place]) for place in owning):
                found.update(owning)
    return found


def paradigm(name: str, language: str) -> Iterator[str]:
    """The forms of a Cyrillic name by the rules of a language, the adjectives made from it left out."""
    from glossary.forms import inflection
    from glossary.model import Status, Term

    term = Term(name, language, "Cyrl", Status.PREFERRED)
    return (form.text for form in inflection(language).forms(term, None, "other") if "adjective" not in form.name)


def _possible_names(places: Iterable[int], spellings: Sequence[str], languages: Sequence[str]) -> dict[tuple[str, str], list[int]]:
    """The names that words may be forms of by their last letters alone, with their languages, and the words of each."""
    by_name: dict[tuple[str, str], list[int]] = {}
    for place in places:
        text, language = spellings[place], languages[place]
        for cut in range(1, _LONGEST_ENDING[language] + 1):
            stem = text[:-cut]
            for ending in ("",) if language == "kk" else ("", "а", "я", "ь"):
                if len(stem.rsplit(" ", 1)[-1]) >= _SHORTEST_STEM:  # the last word of a Kazakh name takes the endings
                    by_name.setdefault((stem + ending, language), []).append(place)
    return by_name


def _of_unseen_names(orphans: Sequence[int], spellings: Sequence[str], languages: Sequence[str]) -> dict[Pair, Note]:
    """Words that are forms of one name which the texts do not have: Жаңаөзенде, Жаңаөзеннің where nobody writes Жаңаөзен."""
    by_name = _possible_names(orphans, spellings, languages)
    found: dict[Pair, Note] = {}
    seen: set[int] = set()
    for (name, language), places in sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(places) < 2:
            continue
        forms = set(paradigm(name, language))
        those = [place for place in places if spellings[place] in forms and place not in seen]
        if len(those) > 1:
            seen.update(those)
            found |= {(those[0], other): Note("unseen", name) for other in those[1:]}
    return found


_LONGEST_ENDING = {"ru": 3, "uk": 3, "kk": 5}
_SHORTEST_STEM = 4
"""Letters; names that are shorter have the endings of words."""


def _form_note(form: str, name: str, spelling: str) -> Note:
    return Note("gender" if spelling in women(name) else "form", form)


_ENDINGS = (
    ("ov", "ova"), ("ev", "eva"), ("yov", "yova"), ("in", "ina"), ("yn", "yna"), ("ов", "ова"), ("ев", "ева"), ("ёв", "ёва"), ("ин", "ина"),
    ("ын", "ына"), ("skiy", "skaya"), ("sky", "skaya"), ("ski", "skaya"), ("skii", "skaia"), ("skij", "skaja"), ("ski", "ska"),
    ("ский", "ская"), ("цкий", "цкая"), ("ський", "ська"), ("uly", "qyzy"), ("uly", "kyzy"), ("ұлы", "қызы"), ("ovich", "ovna"),
    ("evich", "evna"), ("ович", "овна"), ("евич", "евна"),
)  # fmt: skip
"""Endings of a man's and of a woman's surname or patronymic."""


def women(man: str) -> list[str]:
    """What a woman of a man's family is called, in the ways there are: Kulibayev → Kulibayeva; empty for a name without such an ending."""
    return [man[: -len(his)] + hers for his, hers in _ENDINGS if man.endswith(his) and len(man) > len(his) + 1]
