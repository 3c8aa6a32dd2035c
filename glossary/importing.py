"""An import before it happens: what it would add, change and contradict, and where somebody must decide.

Pure: a plan is made from two glossaries and shown; applying it gives a glossary, or the concepts to put into a termbase as one change,
which can be undone as one. A concept of the file is one of the glossary's where their ids and a name agree, else where a spelling does.
A likeness alone decides nothing: it is asked about, like everything else that is ambiguous, and what is not answered is refused.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from glossary.glossary import Glossary
from glossary.import_plan import Alteration, ImportPlan, Question
from glossary.lint import spelling_key, structure
from glossary.model import Concept, Relation, Status, Term
from glossary.union import unite
from translit.message import Message

if TYPE_CHECKING:
    from translit.nearest import NameIndex

ALIKE = 0.8
"""Probability of `translit.compare` from which two names of one language are asked about; of pairs.jsonl it finds .90 with .97 right."""
WORD_ALIKE = 0.5
"""The same for each word of names of several words: West Kazakhstan and South Kazakhstan are alike but for the word that matters."""
NEAREST = 10
"""Names that sound most like one, which are compared with it."""
SHORTEST = 5
"""Letters of the shortest name that is compared by likeness."""


def plan(
    current: Glossary, incoming: Glossary, decisions: Mapping[str, str | None] | None = None, remarks: Iterable[str] = ()
) -> ImportPlan:
    """What importing a glossary into another would do; nothing is changed.

    `decisions` says of concepts of the file, by id, which concept they are, or None for a new one.

    Raises:
        GlossaryError: for a decision that names a concept that is not there.
    """
    return _Planner(current, incoming, decisions or {}).plan(tuple(remarks))


def apply(plan: ImportPlan, current: Glossary, *, overwrite: bool = False) -> Glossary:
    """The glossary after the import; raises as `ImportPlan.puts` does."""
    puts = {concept.id: concept for concept in plan.puts(overwrite=overwrite)}
    kept = tuple(puts.pop(concept.id, concept) for concept in current.concepts)
    return Glossary((*kept, *puts.values()), current.conflicts)


def united(before: Concept, incoming: Concept) -> tuple[Concept, list[str]]:
    """A concept of the glossary with what a file says of it, and what the two say against each other; the file wins."""
    (after,), said = unite(
        (replace(before, origin=Message("the glossary")),), (replace(incoming, origin=incoming.origin or Message("the file")),)
    )
    faults = (Message("{problem}; {remedy}", problem=fault.problem, remedy=Message.of(fault.remedy)) for fault in structure(after))
    return after, [*said, *faults]


class _Planner:
    """One plan while it is being made."""

    def __init__(self, current: Glossary, incoming: Glossary, decisions: Mapping[str, str | None]) -> None:
        self._current = {concept.id: concept for concept in current.concepts}
        self._incoming = incoming.concepts
        self._decisions = decisions
        ids = {concept.id for concept in incoming.concepts}
        for id, target in decisions.items():
            if id not in ids:
                raise GlossaryError("import", None, Message("the file has no concept “{id}”", id=id), "name one that the plan shows")
            if target is not None and target not in self._current:
                raise GlossaryError(
                    "import",
                    None,
                    Message("there is no concept “{target}” to merge “{id}” with", target=target, id=id),
                    "name one that the plan shows",
                )
        self._owners: dict[tuple[str, str], dict[str, Term]] = defaultdict(dict)
        self._indexes: dict[str, tuple[list[str], NameIndex]] = {}
        for concept in current.concepts:
            for term in concept.terms:
                self._owners[term.language, spelling_key(term.text)][concept.id] = term

    def plan(self, remarks: tuple[str, ...]) -> ImportPlan:
        homes: dict[str, str] = {}
        questions: list[Question] = []
        fresh: list[Concept] = []
        taken: dict[str, str] = {}
        for concept in self._incoming:
            found = self._home(concept)
            if isinstance(found, Question):
                questions.append(found)
            elif found is None:
                fresh.append(concept)
            elif found in taken:
                questions.append(
                    Question(concept, (self._current[found],), Message("“{id}” of the same file is this concept too", id=taken[found]))
                )
            else:
                homes[concept.id] = found
                taken[found] = concept.id
        ids = homes | self._new_ids(fresh, homes)
        adds: list[Concept] = []
        changes: list[Alteration] = []
        contradictions: list[str] = []
        for concept in self._incoming:
            if concept.id not in ids:
                continue
            renamed = replace(concept, id=ids[concept.id], relations=_redirected(concept.relations, ids))
            contradictions += self._taken_over(renamed)
            if concept.id not in homes:
                adds.append(renamed)
                continue
            before = self._current[renamed.id]
            after, said = united(before, renamed)
            contradictions += said
            if after != before:
                changes.append(Alteration(before, after))
        unchanged = len(homes) - len(changes)
        return ImportPlan(tuple(adds), tuple(changes), tuple(dict.fromkeys(contradictions)), tuple(questions), unchanged, remarks)

    def _home(self, concept: Concept) -> str | Question | None:
        """The id of the concept that this one is; None for a new one."""
        if concept.id in self._decisions:
            decided = self._decisions[concept.id]
            twin = self._added_before(concept) if decided is None else None
            if twin is not None:
                return Question(concept, (twin,), Message("a thing of this id, kind and name has been added already"), may_be_new=False)
            return decided
        shared = self._sharing(concept)
        same = self._current.get(concept.id)
        if same is not None and same.kind != concept.kind and "other" not in (same.kind, concept.kind):
            return Question(
                concept,
                (same,),
                Message(
                    "the id is that of a thing of kind {kind}, not {other}", kind=Message.of(same.kind), other=Message.of(concept.kind)
                ),
            )
        if same is not None:
            if concept.id in shared or concept.id in self._like(concept):
                return concept.id
            return Question(concept, (same,), Message("the id is there already, with no name in common"))
        if shared:
            best = shared.most_common()
            if len(best) == 1 or best[0][1] > best[1][1]:
                return best[0][0]
            return Question(concept, tuple(self._current[id] for id, _ in best), Message("its spellings are those of several"))
        like = self._like(concept)
        if like:
            return Question(concept, tuple(self._current[id] for id in like), Message("its name is like that of"))
        return None

    def _added_before(self, concept: Concept) -> Concept | None:
        """The concept that an earlier import made of this new one, under its own id or one that `_new_ids` gave it."""
        number, id = 1, concept.id
        while id in self._current:
            one = self._current[id]
            if one.kind == concept.kind and any(
                id in self._owners.get((term.language, spelling_key(term.text)), {}) for term in concept.terms
            ):
                return one
            number += 1
            id = f"{concept.id}-{number}"
        return None

    def _sharing(self, concept: Concept) -> Counter[str]:
        """The concepts that have a spelling of this one, by how many; a spelling that both sides prefer counts for more than any other."""
        votes: Counter[str] = Counter()
        for term in concept.terms:
            for id, theirs in self._owners.get((term.language, spelling_key(term.text)), {}).items():
                kinds = {self._current[id].kind, concept.kind}
                # A weak spelling, and one that needs words nearby, is shared on purpose.
                if (len(kinds) == 1 or "other" in kinds) and term.certain and theirs.certain:
                    votes[id] += 100 if (term.status, theirs.status).count(Status.PREFERRED) == 2 else 1
        return votes

    def _like(self, concept: Concept) -> list[str]:
        """The concepts with a name like one of this one, the most alike first."""
        best: dict[str, float] = {}
        for term in concept.terms:
            if not _comparable(term):
                continue
            ids, index = self._names(term.language)
            if not ids:
                continue  # the first import into a termbase has nothing to be compared with, and to ask that is a third of its time
            near = [one for one in index.nearest(term.text, NEAREST) if self._may_be(concept, ids[one.place])]
            for one, likeness in zip(near, _likenesses(term.text, [one.name for one in near]), strict=True):
                if likeness >= ALIKE:
                    best[ids[one.place]] = max(likeness, best.get(ids[one.place], 0.0))
        return sorted(sorted(best), key=best.__getitem__, reverse=True)

    def _names(self, language: str) -> tuple[list[str], NameIndex]:
        """The right names of the glossary in a language, and whose each is; indexed when first asked for."""
        if language not in self._indexes:
            from translit.nearest import NameIndex

            named = [
                (id, term.text)
                for id, concept in self._current.items()
                for term in concept.terms
                if term.language == language and _comparable(term)
            ]
            self._indexes[language] = [id for id, _ in named], NameIndex(text for _, text in named)
        return self._indexes[language]

    def _may_be(self, concept: Concept, id: str) -> bool:
        return "other" in (kinds := (concept.kind, self._current[id].kind)) or kinds[0] == kinds[1]

    def _new_ids(self, fresh: Iterable[Concept], homes: Mapping[str, str]) -> dict[str, str]:
        """The ids under which new concepts are added: their own, or another where it is another concept's."""
        taken = {*self._current, *homes.values()}
        ids: dict[str, str] = {}
        for concept in fresh:
            id = concept.id
            number = 2
            while id in taken:
                id = f"{concept.id}-{number}"
                number += 1
            taken.add(id)
            ids[concept.id] = id
        return ids

    def _taken_over(self, concept: Concept) -> Iterator[str]:
        """Spellings that the file gives to one concept and the glossary to another, unless the glossary gives it to both."""
        for term in concept.terms:
            owners = self._owners.get((term.language, spelling_key(term.text)), {})
            for id, theirs in owners.items():
                if concept.id not in owners and term.certain and theirs.certain:
                    yield Message(
                        "“{text}” is a spelling of “{label}” ({id}) here and of “{other}” in the file: "
                        "both keep it, and words nearby must decide (needs, excludes)",
                        text=term.text,
                        label=self._current[id].label,
                        id=id,
                        other=concept.label,
                    )


def _redirected(relations: Iterable[Relation], ids: Mapping[str, str]) -> tuple[Relation, ...]:
    return tuple(dict.fromkeys(Relation(one.type, ids.get(one.target, one.target)) for one in relations))


def _comparable(term: Term) -> bool:
    return term.status is not Status.DEPRECATED and term.certain and len(term.text) >= SHORTEST


def _likenesses(name: str, others: Sequence[str]) -> list[float]:
    """How likely each of some names is this one; 0 where a word of one is not the word of the other in its place."""
    from translit import compare_many

    mine = name.split()
    words = [
        (at, pair)
        for at, other in enumerate(others)
        if len(mine) == len(other.split()) > 1
        for pair in zip(mine, other.split(), strict=True)
    ]
    apart = {at for (at, _), likeness in zip(words, compare_many([pair for _, pair in words]), strict=True) if likeness < WORD_ALIKE}
    whole = compare_many([(name, other) for other in others])
    return [0.0 if at in apart else float(likeness) for at, likeness in enumerate(whole)]
