"""From the names of some texts to families: groups with a headword, each spelling with its standing and its reasons.

Owns the steps: what is fixed (glossary, decisions, definitions in brackets), groups by likeness, what belongs to a group without being like it
(surnames, initials), and what is worth telling. Evidence is weighed in `discover_chances`, groups are made in `discover_links`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from statistics import mean
from typing import TypeVar

from glossary.discover import groups
from glossary.discover_chances import Pair, by_words, most_beside, same_words
from glossary.discover_decisions import Decisions, Verdict
from glossary.discover_doubts import Doubts
from glossary.discover_endings import english_endings
from glossary.discover_forms import A_FORM, forms_among, women
from glossary.discover_headword import headword
from glossary.discover_joins import Grouping, Join, joins_of
from glossary.discover_kinds import Kind, Kinds
from glossary.discover_known import known, main_language, names_of
from glossary.discover_model import Discovery, Family, Member, Standing
from glossary.discover_name import Name
from glossary.discover_names import Texts
from glossary.discover_nominative import nominative
from glossary.discover_runs import is_acronym
from glossary.discover_standing import by_ending, by_form, in_glossary, look, under
from glossary.discover_sureness import Sureness
from glossary.fields import script_of
from glossary.glossary import Glossary
from translit.likeness_score import LIKELY
from translit.message import Message

_Said = TypeVar("_Said")

IN_TEXTS = 0.5
"""The mean chance from which groups of spellings in texts are joined: higher than among names alone, for texts are full of words that are like a name."""


_MANY = 100
"""Names from which it is said that they have too many look-alikes."""


def discover(texts: Texts, glossary: Glossary | None = None, decisions: Decisions | None = None, language: str = "en") -> Discovery:
    """The names of some texts, with their spellings.

    Args:
        texts: what was gathered.
        glossary: whose concepts are fixed points; none where it is not given.
        decisions: what a reviewer has said about spellings.
        language: the language of documents that do not say theirs.
    """
    return _Discovering(texts, glossary or Glossary(()), decisions or Decisions(), language).discovery()


class _Discovering:
    """One discovery while it is being made; places are numbers of spellings."""

    def __init__(self, texts: Texts, glossary: Glossary, decisions: Decisions, language: str) -> None:
        self._documents = texts.documents
        self._decisions = decisions
        self._language = language
        self._glossary = glossary
        self._names = [name for name in texts.names() if name.text not in decisions.no_names]
        self._known = known(self._names, glossary, language)
        self._definitions = texts.definitions
        ghosts = {term.text: concept.id for concept, term in names_of(glossary)}
        present = {name.text for name in self._names}
        self._names += [Name(text, tuple(text.split())) for text in ghosts if text not in present and text not in decisions.no_names]
        self._spellings = [name.text for name in self._names]
        self._place = {text: place for place, text in enumerate(self._spellings)}
        self._fixed = {place: one.concept for text, one in self._known.items() if (place := self._place.get(text)) is not None}
        self._fixed |= {self._place[text]: id for text, id in ghosts.items() if text in self._place and text not in present}
        self._grouped: list[list[int]] = []
        self._group: dict[int, int] = {}
        self._chances: dict[Pair, float] = {}
        self._said_same: set[frozenset[int]] = set()
        self._said_apart: set[frozenset[int]] = set()
        languages = [main_language(name) or language for name in self._names]
        self._languages = languages
        self._forms = forms_among(self._spellings, languages)
        self._names_of = _of_each(self._forms, 1)
        self._unseen_with = _of_each({pair: note for pair, note in self._forms.items() if note.kind == "unseen"}, 0)
        self._parts = [frozenset(word.casefold() for word in name.parts) for name in self._names]
        self._kinds = Kinds(texts.words)
        self._doubts = Doubts(self._spellings, texts.words, languages)
        self._by_words = by_words(self._spellings, [name.parts for name in self._names], texts.words.generic, self._doubts.of_words)
        self._endings = english_endings(self._spellings)
        self._ended_from = _of_each(self._endings, 1)
        self._men_and_women = self._women()

    def discovery(self) -> Discovery:
        same = [*self._pairs(self._decisions.pairs(Verdict.SAME))]
        same += self._pairs((definition.long, definition.short) for definition in self._definitions)
        apart = [*self._pairs(self._decisions.pairs(Verdict.NOT_SAME)), *self._men_and_women]
        forms = dict.fromkeys(self._forms, A_FORM)
        grouped, self._chances = groups(self._spellings, same, apart, self._fixed, forms, self._judge, IN_TEXTS)
        self._sureness = Sureness(self._names, self._languages, self._forms.keys(), self._chances)
        self._said_same = {frozenset(pair) for pair in same}
        self._said_apart = {frozenset(pair) for pair in apart}
        self._group = {place: number for number, group in enumerate(grouped) for place in group}
        self._grouped = grouped
        self._grouping = Grouping(self._names, self._place, grouped, self._group, self._chances, list(self._endings))
        joins = self._joins()
        families = [family for number in range(len(grouped)) if number not in joins and (family := self._family(number, joins))]
        families.sort(key=lambda family: (not family.open, -family.count, family.headword))
        return Discovery(self._documents, tuple(families), tuple(self._crowded()))

    def _crowded(self) -> Iterator[Message]:
        """Say so where names have more look-alikes than they were compared with."""
        most = most_beside(len(self._spellings))
        beside = Counter(place for pair in self._chances for place in pair)
        crowded = sum(times >= most for times in beside.values())
        if crowded > _MANY:
            yield Message("{n} names have too many look-alikes; each was compared with the {most} nearest only", n=crowded, most=most)

    def _pairs(self, texts: Iterable[tuple[str, str]]) -> Iterator[Pair]:
        """The places of pairs of spellings that the texts have both of."""
        for one, other in texts:
            if one in self._place and other in self._place:
                yield self._place[one], self._place[other]

    def _judge(self, pairs: Sequence[Pair]) -> Sequence[float]:
        """The chances of pairs; none where the words of one spelling are a part of the other’s: Kazakhstan, Socialist Movement of Kazakhstan."""
        parts = self._parts
        chances = [
            0.0 if parts[one] < parts[other] or parts[other] < parts[one] else chance
            for (one, other), chance in zip(pairs, self._by_words(pairs), strict=True)
        ]
        return self._doubts.weighed(pairs, chances)

    def _women(self) -> list[Pair]:
        """Surnames of a man and of a woman, which are two persons; in Cyrillic the woman's may be a form of the man's."""
        found: list[Pair] = []
        for place, text in enumerate(self._spellings):
            for woman in women(text):
                other = self._place.get(woman)
                if other is not None and (place, other) not in self._forms and (other, place) not in self._forms:
                    found.append((place, other))
        return found

    # What belongs to a group without being like it.

    def _joins(self) -> dict[int, Join]:
        """Groups that belong to another, by their numbers; no group takes others and is itself taken."""
        joins = joins_of(self._grouping, self._label, self._may_join)
        return {number: join for number, join in joins.items() if join.into not in joins and self._may_join(number, join.into)}

    def _may_join(self, one: int, other: int) -> bool:
        """Whether nothing that is known parts two groups."""
        ours, theirs = self._concept(one), self._concept(other)
        if ours is not None and theirs is not None and ours != theirs:
            return False
        return not any(frozenset((a, b)) in self._said_apart for a in self._grouped[one] for b in self._grouped[other])

    # One group as a family.

    def _family(self, number: int, joins: Mapping[int, Join]) -> Family | None:
        """A group with those joined to it; None where it is not worth telling."""
        group = self._grouped[number]
        joined = [(other, join) for other, join in joins.items() if join.into == number]
        present = [place for place in group if self._names[place].count]
        if not present and not joined:
            return None
        if self._explained([*present, *(place for other, _ in joined for place in self._grouped[other])]):
            return None
        concept = self._concept(number) or next((known for other, _ in joined if (known := self._concept(other))), None)
        head = self._head(number, concept)
        members = [self._member(place, head, group) for place in {head, *present}]
        for other, join in joined:
            inner = self._head(other, None)
            members += [self._joined_member(place, join, inner, head, other) for place in self._grouped[other] if self._names[place].count]
        members = self._without_words(members)
        kind = self._kind(concept, [self._place[member.text] for member in members])
        unseen = None if concept is not None else self._unseen(members)
        members = under(unseen, members) if unseen is not None else members
        members.sort(key=lambda member: (tuple(Standing).index(member.standing), -member.count, member.text))
        return Family(unseen or self._spellings[head], concept, tuple(members), tuple(self._notes(group)), kind.kind, kind.reason)

    def _unseen(self, members: Sequence[Member]) -> str | None:
        """The name that the texts have in other cases only, where the headword is one of those and the endings leave no doubt."""
        head = next(member for member in members if member.standing is Standing.HEADWORD)
        forms = [member.text for member in members if member.standing is Standing.FORM and member.script == head.script]
        if head.script != "Cyrl" or (" " in head.text and head.language != "kk"):
            return None
        name = nominative([head.text, *forms], head.language)
        return None if name in self._place or name in self._decisions.no_names else name

    def _kind(self, concept: str | None, places: Iterable[int]) -> Kind:
        """What kind of thing some spellings are the name of: as the glossary says, else a guess."""
        if concept is not None:
            return Kind(self._glossary.concept(concept).kind, None)
        return self._kinds.of(self._names[place] for place in places)

    def _without_words(self, members: Sequence[Member]) -> list[Member]:
        """The members without words that stand nowhere but in longer members: Sokolova, where Natalia Sokolova is one."""
        texts = {member.text for member in members}
        return [
            member
            for member in members
            if member.standing is Standing.HEADWORD or self._alone(member.text) or not self._names[self._place[member.text]].within <= texts
        ]

    def _alone(self, text: str) -> int:
        return self._names[self._place[text]].alone

    def _explained(self, places: Sequence[int]) -> bool:
        """Whether spellings stand only as words of longer names that tell the same: Sokolova and Sokolovaya, where Natalia stands before both."""
        if any(self._names[place].alone or place in self._fixed for place in places):
            return False
        around = {self._group[self._place[text]] for place in places for text in self._names[place].within if text in self._place}
        return len(places) == 1 or len(around) == 1

    def _head(self, number: int, concept: str | None) -> int:
        """The place of the headword of a group."""
        group = self._grouped[number]
        if concept is not None:
            preferred = self._preferred(concept)
            if preferred in self._place and self._group[self._place[preferred]] == number:
                return self._place[preferred]
        present = [place for place in group if self._names[place].count] or group
        closeness = {
            self._spellings[place]: mean([self._sureness.chance(place, other) for other in present if other != place] or [0.0])
            for place in present
        }
        forms = [self._spellings[form] for form in present if self._is_form_among(form, present)]
        return self._place[headword((self._names[place] for place in present), forms, closeness)]

    def _is_form_among(self, form: int, places: Sequence[int]) -> bool:
        """Whether a spelling is another one of these in another form: by rule, by its ending, or in another alphabet."""
        by_rule = (name for name, note in self._names_of.get(form, ()) if note.kind != "unseen")
        by_ending = (name for name, _ in self._ended_from.get(form, ()))
        return any(name in places for name in chain(by_rule, by_ending)) or any(
            self._sureness.is_kazakh_form(form, name) or self._sureness.in_another_case(form, name) for name in places
        )

    def _preferred(self, concept: str) -> str | None:
        """The name that the glossary prefers for a concept, in the language of most documents if it has one."""
        term = self._glossary.concept(concept).preferred(self._language)
        return self._glossary.concept(concept).label if term is None else term.text

    def _concept(self, number: int) -> str | None:
        return next((self._fixed[place] for place in self._grouped[number] if place in self._fixed), None)

    def _label(self, number: int) -> str:
        return self._spellings[self._head(number, self._concept(number))]

    def _member(self, place: int, head: int, group: Sequence[int]) -> Member:
        """A spelling of a group: how it stands to the headword."""
        text = self._spellings[place]
        known = self._known.get(text)
        note = next((one for one in self._names_of.get(place, ()) if one[0] in group), None)
        if place == head:
            return self._made(place, Standing.HEADWORD, 1.0, ())
        if known is not None:
            standing = Standing.KNOWN if known.form == "base" else Standing.FORM
            return self._made(place, standing, 1.0, (in_glossary(known),))
        if note is None:  # of two forms of a name that is not there, either may be the headword
            note = next((one for one in self._unseen_with.get(place, ()) if one[0] in group), None)
        if note is not None:
            return self._made(place, *by_form(self._spellings[note[0]], note[1]))
        ending = next(((self._spellings[name], which) for name, which in self._ended_from.get(place, ()) if name in group), None)
        if ending is not None:
            of_place = self._kinds.of([self._names[place], self._names[self._place[ending[0]]]]).kind == "place"
            return self._made(
                place, *by_ending(ending[0], ending[1], self._sureness.chance(place, self._place[ending[0]]), may_be_slip=of_place)
            )
        for other in group:
            if frozenset((place, other)) in self._said_same:
                reason = Message("given together with “{name}”, or said to be the same", name=self._spellings[other])
                return self._made(place, Standing.SURE, 1.0, (reason,))
            if place != other and is_acronym(text) and look(text) == look(self._spellings[other]):
                return self._made(place, Standing.SURE, 1.0, (Message("the same letters as “{name}”", name=self._spellings[other]),))
            if self._sureness.is_kazakh_form(place, other):
                return self._made(
                    place, Standing.FORM, A_FORM, (Message("a form of “{name}”, by its ending", name=self._spellings[other]),)
                )
        if same_words(text, self._spellings[head]):
            return self._made(place, Standing.SURE, 1.0, (Message("the same words"),))
        standing, other = self._sureness.of(place, head, group)
        if standing is Standing.FORM:
            reasons: tuple[Message, ...] = (Message("“{name}” in another case", name=self._spellings[other]),)
        else:
            reasons = self._reasons(other, place)
        return self._made(place, standing, self._sureness.chance(place, other), reasons)

    def _joined_member(self, place: int, join: Join, inner: int, head: int, group: int) -> Member:
        """A spelling of a group that was joined to another."""
        if join.reason is None:
            member = self._member(place, head, [*self._grouped[join.into], place])
            standing = Standing.FORM if member.standing is Standing.FORM else Standing.DOUBTFUL
            return self._made(place, standing, member.chance, member.reasons)
        kind = "abbreviation" if self._names[place].acronym else "short"
        if place == inner:
            return self._made(place, join.standing, 1.0, (join.reason,), kind)
        member = self._member(place, inner, self._grouped[group])
        standing = Standing.DOUBTFUL if Standing.DOUBTFUL in (join.standing, member.standing) else member.standing
        return self._made(place, standing, member.chance, (join.reason, *member.reasons), kind)

    def _reasons(self, one: int, other: int) -> tuple[Message, ...]:
        from translit import compare

        names = [self._spellings[place].split() for place in (one, other)]
        found = compare(*map(" ".join, names))
        if found.probability < LIKELY and len(names[0]) == len(names[1]) > 1:  # what is sure word by word is told so
            return tuple(Message.of(reason) for pair in zip(*names, strict=True) for reason in compare(*pair).reasons)
        return tuple(map(Message.of, found.reasons))

    def _made(self, place: int, standing: Standing, chance: float, reasons: tuple[Message, ...], kind: str = "") -> Member:
        name = self._names[place]
        return Member(
            text=name.text,
            standing=standing,
            type=kind or ("abbreviation" if name.acronym or any(one.short == name.text for one in self._definitions) else "name"),
            language=main_language(name) or self._language,
            script=script_of(name.text),
            chance=round(chance, 3),
            count=name.count,
            documents=tuple((document, name.counts[document]) for document in self._documents if name.counts[document]),
            reasons=reasons,
            samples=tuple(name.samples),
        )

    def _notes(self, group: Sequence[int]) -> Iterator[Message]:
        for man, woman in self._men_and_women:
            if (man in group or woman in group) and self._names[man].count and self._names[woman].count:
                yield Message(
                    "“{man}” and “{woman}” are the surnames of a man and a woman: two persons, or a slip of the pen",
                    man=self._spellings[man],
                    woman=self._spellings[woman],
                )


def _of_each(pairs: Mapping[Pair, _Said], side: int) -> dict[int, list[tuple[int, _Said]]]:
    """What pairs say, by one of their sides: the other side, and what is said. Every spelling asks, and none goes through all pairs for it."""
    found: dict[int, list[tuple[int, _Said]]] = {}
    for pair, said in pairs.items():
        found.setdefault(pair[side], []).append((pair[1 - side], said))
    return found
