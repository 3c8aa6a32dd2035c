"""A value is what a frozen dataclass with slots is, to its users, to `dataclasses`, to `copy` and to `pickle`."""

import copy
import dataclasses
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from translit.values import field, value


@value
class Point:
    """A point."""

    x: int
    y: int = 0
    """Up."""
    note: str = field(default="", compare=False)

    @property
    def sum(self):
        return self.x + self.y


@value
class Checked:
    size: int

    def __post_init__(self):
        if self.size < 0:
            raise ValueError("a size below nothing")


@value
class Empty:
    pass


@dataclasses.dataclass(frozen=True, slots=True)
class Twin:
    x: int
    y: int = 0
    note: str = dataclasses.field(default="", compare=False)


@value
class Mixed:
    """With a field of `dataclasses` itself."""

    x: int
    y: int = 0
    note: str = dataclasses.field(default="", compare=False)


def test_making():
    assert (Point(1, 2).x, Point(1).y, Point(x=1, y=2).sum, Point(1, note="n").note) == (1, 0, 3, "n")


WRONG = [
    ((), {}, "needs a value for 'x'"),
    ((1, 2, "", 4), {}, "takes 3 values"),
    ((1,), {"z": 1}, "no field 'z'"),
    ((1,), {"x": 2}, "twice 'x'"),
]


@pytest.mark.parametrize(("args", "more", "said"), WRONG)
def test_making_it_wrong(args, more, said):
    with pytest.raises(TypeError, match=said):
        Point(*args, **more)


def test_post_init_may_refuse():
    with pytest.raises(ValueError, match="below nothing"):
        Checked(-1)


def test_a_default_factory_is_refused():
    with pytest.raises(TypeError, match="default factories"):

        @value
        class _Bad:
            items: list = dataclasses.field(default_factory=list)


def test_it_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Point(1).x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del Point(1).x
    with pytest.raises((AttributeError, TypeError)):
        Point(1).z = 2


def test_equality_and_hash():
    assert Point(1, 2, "a") == Point(1, 2, "b")
    assert hash(Point(1, 2, "a")) == hash(Point(1, 2, "b"))
    assert Point(1) != Point(2)
    assert Point(1) != Twin(1)
    assert Empty() == Empty()
    assert len({Point(1), Point(1), Point(2)}) == 2


def test_it_shows_itself():
    assert repr(Point(1, 2)) == "Point(x=1, y=2, note='')"


def test_it_is_a_dataclass_to_dataclasses():
    assert dataclasses.is_dataclass(Point)
    assert [one.name for one in dataclasses.fields(Point)] == [one.name for one in dataclasses.fields(Twin)]
    assert [one.compare for one in dataclasses.fields(Point)] == [one.compare for one in dataclasses.fields(Twin)]
    assert dataclasses.asdict(Point(1, 2, "n")) == dataclasses.asdict(Twin(1, 2, "n"))
    assert dataclasses.replace(Point(1, 2), y=5) == Point(1, 5)


def test_copies_and_pickles():
    assert copy.deepcopy(Point(1, 2)) == pickle.loads(pickle.dumps(Point(1, 2))) == Point(1, 2)


def test_patterns():
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_docstrings_and_names_stay():
    assert Point.__doc__ == "A point."
    assert (Point.__name__, Point.__module__) == ("Point", __name__)


def test_a_field_of_dataclasses_is_one_too():
    assert Mixed(1, note="a") == Mixed(1, note="b")
    assert [(one.name, one.compare, one.default) for one in dataclasses.fields(Mixed)] == [
        (one.name, one.compare, one.default) for one in dataclasses.fields(Point)
    ]


def test_defining_and_making_one_does_not_import_dataclasses():
    code = "import sys; from translit.values import value\n@value\nclass A:\n    __annotations__ = {'x': int}\nassert hash(A(1)) == hash(A(1))\nassert 'dataclasses' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
