"""The sheet with the names of a pair as the glossary has them, and the way to a new one.

Owns which name and which language are meant; putting a term into the termbase is the screen's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.findings import Occurrence
from glossary.model import Concept, Status
from glossary.speech import Speech
from passages.display.safe import safe
from tui_bars import Line
from tui_colours import Look
from tui_sheets import Sheet


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term that is to be added."""

    concept: str | None
    """The id of its concept; None for a new one."""
    language: str
    """Its language, BCP 47."""
    status: str
    """preferred, admitted or deprecated."""
    text: str
    """What to begin with."""


class NamesSheet(Sheet[Wanted]):
    """The concepts that a pair names, with their terms in the two languages."""

    def __init__(
        self,
        look: Look,
        speech: Speech,
        names: Sequence[tuple[Occurrence, Concept | None]],
        languages: tuple[str | None, str | None],
        *,
        read_only: bool,
    ) -> None:
        """Take the names: an occurrence of each and its concept."""
        hint = (
            speech.text("Esc closes this")
            if read_only
            else speech.text("a adds a name · v a variant · d a wrong spelling · + a new concept · Esc closes this")
        )
        super().__init__(look, speech, speech.text("Names"), hint)
        self._names, self._languages, self._read_only = names, languages, read_only
        self._at = 0
        self._starts: list[int] = []

    def lines(self, width: int) -> list[Line]:
        """Each concept with its terms."""
        made: list[Line] = []
        self._starts = []
        for number, (found, concept) in enumerate(self._names):
            self._starts.append(len(made))
            mark = "▌" if number == self._at else " "
            kind = f" ({self.speech.text(concept.kind)})" if concept is not None and concept.kind else ""
            made += self.paragraph(f"{safe(self._called(found, concept))}{kind}", width, self.look.strong, mark + " ")
            if concept is not None:
                made += self._terms(concept, width)
            for reason in found.reasons if found.status is not Status.PREFERRED else ():
                made += self.paragraph(safe(self.speech.say(reason)), width, self.look.faint, "    ")
        if not made:
            made += self.paragraph(self.speech.text("No name of the glossary stands in this pair."), width)
        return made

    def _called(self, found: Occurrence, concept: Concept | None) -> str:
        """The name to use: the preferred one in the translation's language, else in the source's, else the term that was found."""
        preferred = {} if concept is None else {term.language: term.text for term in concept.terms if term.status is Status.PREFERRED}
        short = [(language or "").partition("-")[0] for language in reversed(self._languages)]
        return next((preferred[language] for language in short if language in preferred), found.term)

    def _terms(self, concept: Concept, width: int) -> list[Line]:
        made: list[Line] = []
        short = [(language or "").partition("-")[0] for language in self._languages]
        terms = sorted(concept.terms, key=lambda term: (_rank(term.language, short), tuple(Status).index(term.status)))
        for term in terms[:24]:
            years = f" {term.valid_from or '…'}–{term.valid_until or '…'}" if term.valid_from or term.valid_until else ""
            said = self.speech.text(
                "{term}  {language}, {status}{years}",
                term=safe(term.text),
                language=term.language,
                status=self.speech.text(term.status.value),
                years=years,
            )
            style = self.look.preferred if term.status is Status.PREFERRED and term.language.partition("-")[0] in short else self.look.text
            made += self.paragraph(said, width, style, "    ")
        return made

    def pressed(self, key: str, character: str | None) -> bool:
        """Choosing a concept, asking for a term."""
        last = len(self._names) - 1
        if key in ("up", "k", "down", "j") and last > 0:
            self._at = min(max(self._at + (1 if key in ("down", "j") else -1), 0), last)
            self.top = self._starts[self._at]
            return True
        statuses = {"a": Status.PREFERRED, "v": Status.ADMITTED, "d": Status.DEPRECATED}
        if self._read_only:
            return False
        language = self._languages[1] or ""
        if key in statuses and self._names:
            found, _ = self._names[self._at]
            self.dismiss(Wanted(found.concept, language, statuses[key].value, ""))
            return True
        if character == "+" or key == "a":
            self.dismiss(Wanted(None, language, Status.PREFERRED.value, ""))
            return True
        return False


def _rank(language: str, order: Sequence[str]) -> int:
    """The translation's language first, then the source's."""
    short = language.partition("-")[0]
    return 0 if short == order[1] else 1 if short == order[0] else 2
