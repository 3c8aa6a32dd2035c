"""Files of pairs for the tests of sessions, and a format of pairs that can hold everything, so that no adapter is tested here."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from passages.bitext.keys import distinct
from passages.errors import DocumentError
from passages.pair import Pair, PairState
from passages.review import Session

PAIRS = (
    ("The river is high.", "Река высокая."),
    ("The bridge is closed.", "Мост закрыт."),
    ("Wait for the ferry.", ""),
    ("Two boats. One captain.", "Две лодки. Один капитан."),
    ("Bread and salt.", "Хлеб и соль."),
)


class Bitext:
    """Pairs in a JSON file: a list of objects with key, source, target, state, note."""

    format, encoding = "json", "utf-8"

    def __init__(self, path, can=("state", "approval", "note", "structure"), refused="\x00"):
        self.path = Path(path)
        self.data = self.path.read_bytes()
        try:
            self.rows = json.loads(self.data)
        except ValueError as error:
            raise DocumentError(path, "it is no JSON", "mend it") from error
        self.can = frozenset(can)
        self.source_language, self.target_language = "en", "ru"
        self.refused = refused
        self.pairs = [
            Pair(
                key,
                row["source"],
                row["target"],
                PairState(row.get("state", "unreviewed")),
                context=row.get("context", ""),
                notes=tuple(filter(None, (row.get("note", ""),))),
                locked=row.get("locked", False),
            )
            for key, row in zip(distinct(row.get("key", str(number)) for number, row in enumerate(self.rows)), self.rows, strict=True)
        ]

    @property
    def digest(self):
        return sha256(self.data).hexdigest()

    def text_fault(self, pair, text):
        return "the file cannot hold NUL" if self.refused in text else None

    def to_bytes(self, changes=()):
        rows = []
        for pair, row in zip(self.pairs, self.rows, strict=True):
            change = dict(changes).get(pair.key)
            if change is None:
                rows.append(row)
                continue
            new = dict(row)
            new |= {name: said for name in ("source", "target", "state", "note") if (said := getattr(change, name)) is not None}
            rows += [] if change.removed else [new]
            rows += [
                {"key": f"{pair.key}+{number}", "source": one.source, "target": one.target, "state": one.state}
                for number, one in enumerate(change.followers)
            ]
        return self.data if rows == self.rows else dumped(rows)


def dumped(rows):
    return json.dumps(rows, ensure_ascii=False, indent=0).encode()


def rows(pairs=PAIRS):
    return [{"key": f"k{number}", "source": source, "target": target} for number, (source, target) in enumerate(pairs)]


def write(path, content):
    path.write_bytes(dumped(content))
    return path


def read(path):
    return json.loads(path.read_bytes())


def texts(session):
    return [(session.pair(index).source, session.pair(index).target) for index in range(len(session))]


def targets(session):
    return [session.pair(index).target for index in range(len(session))]


def states(session):
    """The states of all pairs, by the signs of the screen."""
    return "".join({"unreviewed": "·", "needs-work": "!", "approved": "✓"}[session.pair(index).state] for index in range(len(session)))


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A file of five pairs in a project of its own, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "river.json", rows())


@pytest.fixture
def reopened(file):
    """Opens the session of `file`, and closes the one that was open before."""
    opened = []

    def reopen(reviewer="Aigerim", **more):
        while opened:
            opened.pop().close()
        session = Session.open(file, reviewer=reviewer, **({"opener": Bitext} | more))
        opened.append(session)
        return session

    yield reopen
    while opened:
        opened.pop().close()


@pytest.fixture
def session(reopened):
    return reopened()
