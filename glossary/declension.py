"""What the rules of languages with cases share: tables of endings, words of several cells, and the pairing of two names by case.

A *cell* holds the spellings of one case, the usual one first (Москвой, Москвою). A *table* is what one name has in all its cases, by
the name of the form. Which endings a word takes is the business of each language's rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from glossary.folding import TURKIC, capitals
from glossary.form import Form
from glossary.model import CaseRule, Term

Cell = tuple[str, ...]
"""The spellings of one form, the usual one first."""
Word = tuple[Cell, ...]
"""The cells of one word, in the order of its language's cases."""
Table = Mapping[str, Cell]
"""The cells of a name, by the form's name (`genitive`, `plural genitive`)."""


def words(listed: str) -> frozenset[str]:
    """A list of words, as it is read best: between spaces."""
    return frozenset(listed.split())


def ended(stem: str, endings: str) -> Word:
    """A stem with each of its endings: `|а|у||ом|е`, a slash between two that are both in use."""
    return tuple(tuple(stem + ending for ending in cell.split("/")) for cell in endings.split("|"))


def fixed(word: str, cases: int) -> Word:
    """A word that stays as it is in every case."""
    return ((word,),) * cases


def either(*words: Word) -> Word:
    """A word that is declined in several ways, the usual one first."""
    return tuple(tuple(dict.fromkeys(chain.from_iterable(cells))) for cells in zip(*words, strict=True))


def joined(words: Sequence[Word], gaps: Sequence[str]) -> Word:
    """Several words declined together, with what stands between them.

    The n-th spelling of a cell is made of the n-th of each word, or of the last that the word has: a writer who likes one old ending
    likes the other.
    """
    return tuple(tuple(_combined(cells, gaps)) for cells in zip(*words, strict=True))


def _combined(cells: Sequence[Cell], gaps: Sequence[str]) -> Iterator[str]:
    for number in range(max(map(len, cells))):
        chosen = [cell[min(number, len(cell) - 1)] for cell in cells]
        yield "".join(chain.from_iterable(zip(chosen, (*gaps, ""), strict=True)))


def table(word: Word, cases: Iterable[str], number: str = "") -> dict[str, Cell]:
    """The cells by the names of the cases; `number` (`plural `) stands before each."""
    return {number + case: cell for case, cell in zip(cases, word, strict=True)}


def paired(term: Term, forms: Table, others: Table | None, ordinary: Collection[str] = ()) -> Iterator[Form]:
    """Each spelling once, with the same form of the name that takes its place; `others` is None for a preferred name.

    The term as written is left out, unless it is of several forms. A form that the other name does not have is none: nothing could take
    its place. Where one spelling is of several forms and they differ in the other name, the replacement names them all, a line each, as
    `choices` reads them. A form that is one of the `ordinary` words of the language, in small letters, is none either: it begins too
    many sentences. A name in small letters (киргиз) has each form with a capital too, for the head of a sentence.
    """
    meanings: dict[str, dict[str, str]] = {}
    # The usual spelling of one form before the rarer one of another: Києву is a dative first.
    for number in range(max(map(len, forms.values()), default=0)):
        for name, cell in forms.items():
            answers = cell if others is None else others.get(name, ())
            if number < len(cell) and answers:
                meanings.setdefault(cell[number], {}).setdefault(name, answers[min(number, len(answers) - 1)])
    small = term.case is CaseRule.NAME and term.text[:1].islower()
    for spelling, answers in meanings.items():
        if spelling != term.text and spelling.lower() in ordinary:
            continue
        name = next(iter(answers))
        if spelling != term.text or (others is not None and len(set(answers.values())) > 1):
            yield Form(name, spelling, None if others is None else _packed(answers))
        if small and (great := _capital(spelling, term)) not in meanings:
            yield Form(name, great, None if others is None else _packed({form: _capital(answer, term) for form, answer in answers.items()}))


def _capital(spelling: str, term: Term) -> str:
    return capitals(spelling[:1], dotted=term.script == "Latn" and term.language in TURKIC) + spelling[1:]


def _packed(answers: Mapping[str, str]) -> str:
    spellings = dict.fromkeys(answers.values())
    if len(spellings) == 1:
        return next(iter(spellings))
    return "\n".join(f"{name}\t{spelling}" for name, spelling in answers.items())


def choices(replacement: str) -> dict[str, str]:
    """The replacements of a form of several cases, by case; empty where there is only one."""
    if "\n" not in replacement:
        return {}
    return dict(line.split("\t") for line in replacement.splitlines())
