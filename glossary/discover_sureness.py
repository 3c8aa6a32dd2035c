"""How sure letters are that a spelling is its name: same, a form of it, or a doubt; asked where no rule, decision or definition has answered.

Chances are those of likeness; owned here is what they are not enough for in texts: short words, endings, a spelling that is sure to be
another one which is itself a doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from glossary.discover_doubts import short, silent
from glossary.discover_endings import ends_otherwise, in_another_case, is_cyrillic, kazakh_form
from glossary.discover_links import Pair
from glossary.discover_model import Standing
from glossary.discover_name import Name
from translit.likeness_score import SAME


class Sureness:
    """Weighs the spellings of one discovery; places are numbers of spellings."""

    def __init__(self, names: Sequence[Name], languages: Sequence[str], forms: Collection[Pair], chances: Mapping[Pair, float]) -> None:
        """Take the names, the language each mostly stands in, which are forms by rule (name, form), and the chances of pairs."""
        self._names = names
        self._languages = languages
        self._forms = forms
        self._chances = chances

    def chance(self, one: int, other: int) -> float:
        """The chance that two spellings are one name; 0 where they were not compared."""
        return self._chances.get((one, other), self._chances.get((other, one), 0.0))

    def of(self, place: int, head: int, group: Sequence[int]) -> tuple[Standing, int]:
        """How a spelling of a group stands to the headword, and the spelling it is to be compared with."""
        # A name is not sure by being like its own forms.
        others = [other for other in group if other != place and not self._is_form(other, place)] or [head]
        nearest = max(others, key=lambda other: self.chance(place, other))
        through = self._alike(place, nearest) and self._alike(nearest, head)
        sure = self._alike(place, head) or through
        other = head if self.chance(place, head) >= SAME or not sure else nearest
        if not sure or any(self._longer(place, one) for one in group):
            return Standing.DOUBTFUL, other
        return Standing.FORM if self.in_another_case(place, other) else Standing.SURE, other

    def in_another_case(self, form: int, name: int) -> bool:
        """Whether a Cyrillic spelling is a name in Latin letters in another case."""
        texts = self._text(form), self._text(name)
        return self.chance(form, name) >= SAME and is_cyrillic(texts[0]) and in_another_case(*texts)

    def is_kazakh_form(self, form: int, name: int) -> bool:
        """Whether a spelling of Kazakh texts is another one with an ending."""
        return self._languages[form] == "kk" and kazakh_form(self._text(name), self._text(form))

    def _text(self, place: int) -> str:
        return self._names[place].text

    def _alike(self, one: int, other: int) -> bool:
        """Whether letters are sure that two spellings are one name: not of short words, nor of what an ending may explain."""
        texts = self._text(one), self._text(other)
        return self.chance(one, other) >= SAME and not (short(*texts) or silent(*texts) or ends_otherwise(*texts))

    def _is_form(self, form: int, name: int) -> bool:
        """Whether a spelling is another one's form by rule."""
        return (name, form) in self._forms or self.is_kazakh_form(form, name)

    def _longer(self, place: int, other: int) -> bool:
        """Whether a spelling may be another one with an ending: it is longer, or rarer."""
        text, than = self._text(place), self._text(other)
        weights = [(len(one), -self._names[at].count) for one, at in ((text, place), (than, other))]
        return weights[0] > weights[1] and ends_otherwise(text, than)
