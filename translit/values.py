"""Frozen values that cost nothing to define: `@value` in the place of `@dataclass(frozen=True, slots=True)`.

A dataclass writes and compiles the source of six functions for each class, 1.3 ms of every start; the classes that one call of
`endonym normalize` needs were half of its imports (benchmarks/startup.md). A value shares its functions with all others, is as
quick to make, and is a dataclass to `dataclasses.fields`, `replace`, `asdict` and to a type checker. It has fields with defaults,
`field(default=…, compare=False)` and `__post_init__`; it has no parents with fields, no default factories and no `InitVar`.

`dataclasses` imports `inspect`, which is half of the start of a program that needs nothing else: it is imported when somebody asks for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import field
else:

    def field(*, default: object, compare: bool = True) -> _Given:
        """A field with a default, left out of equality and hash where `compare` is false; `dataclasses.field` does as well."""
        return _Given(default, compare)


_Class = TypeVar("_Class", bound=type)


class _Given:
    """What `field` was told."""

    def __init__(self, default: object, compare: bool) -> None:
        self.default = default
        self.compare = compare


@dataclass_transform(frozen_default=True, eq_default=True, field_specifiers=(field,))
def value(cls: _Class) -> _Class:
    """The class with slots for its annotated fields, `__init__`, equality, hash and repr by them, and no way to change them.

    Raises:
        TypeError: for a field with a default factory.
    """
    names = tuple(cls.__annotations__) if "__annotations__" in cls.__dict__ else ()
    given: dict[str, Any] = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    defaults: dict[str, Any] = {}
    compared = list(names)
    standard = sys.modules.get("dataclasses")  # who made a field with it has imported it
    for name, item in given.items():
        if standard is not None and isinstance(item, standard.Field):
            if item.default_factory is not standard.MISSING:
                raise TypeError(f"{cls.__name__}.{name}: a value has no default factories; give an immutable default")
            if item.default is not standard.MISSING:
                defaults[name] = item.default
        elif isinstance(item, _Given):
            defaults[name] = item.default
        else:
            defaults[name] = item
            continue
        if not item.compare:
            compared.remove(name)
    body = {name: item for name, item in cls.__dict__.items() if name not in given and name not in {"__dict__", "__weakref__"}}
    body |= {
        "__slots__": names,
        "__match_args__": names,
        "__dataclass_fields__": _Fields(names, given),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__repr__": _repr,
        "__reduce__": _reduce,
        "__replace__": _replace,
    }
    made: Any = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init(made, names, defaults)
    key: Callable[[object], Any] = attrgetter(*compared) if compared else type

    def equal(self: object, other: object) -> Any:
        return key(self) == key(other) if type(other) is type(self) else NotImplemented

    def hashed(self: object) -> int:
        return hash((type(self), key(self)))

    made.__eq__, made.__hash__ = equal, hashed
    return made


def _init(made: Any, names: tuple[str, ...], defaults: Mapping[str, Any]) -> Callable[..., None]:
    """The `__init__` of a class with these fields."""
    setters = tuple(made.__dict__[name].__set__ for name in names)
    count, after = len(names), getattr(made, "__post_init__", None)

    def init(self: Any, *args: Any, **more: Any) -> None:
        if more or len(args) != count:
            args = _complete(made, names, defaults, args, more)
        for setter, item in zip(setters, args, strict=False):  # as many, by now, and to prove it again takes a fifth of the time
            setter(self, item)
        if after is not None:
            after(self)

    return init


def _complete(made: Any, names: Sequence[str], defaults: Mapping[str, Any], args: Sequence[Any], more: dict[str, Any]) -> tuple[Any, ...]:
    """All fields in their order, from what was given by place and by name, and the defaults."""
    if len(args) > len(names):
        raise TypeError(f"{made.__name__} takes {len(names)} values, {len(args)} were given")
    whole = list(args)
    for name in names[len(args) :]:
        if name in more:
            whole.append(more.pop(name))
        elif name in defaults:
            whole.append(defaults[name])
        else:
            raise TypeError(f"{made.__name__} needs a value for {name!r}")
    if more:
        wrong = next(iter(more))
        raise TypeError(f"{made.__name__} {'was given twice' if wrong in names else 'has no field'} {wrong!r}")
    return tuple(whole)


class _Fields:
    """The `__dataclass_fields__` of a value, made by `dataclasses` itself when somebody first asks."""

    def __init__(self, names: tuple[str, ...], given: Mapping[str, Any]) -> None:
        self._names = names
        self._given = given
        self._made: dict[str, Any] | None = None

    def __get__(self, instance: object, owner: type) -> dict[str, Any]:
        if self._made is None:
            from dataclasses import field as standard_field
            from dataclasses import make_dataclass

            annotations = owner.__annotations__
            given: dict[str, Any] = {
                name: standard_field(default=item.default, compare=item.compare) if isinstance(item, _Given) else item
                for name, item in self._given.items()
            }
            columns: list[Any] = [(name, annotations[name], *((given[name],) if name in given else ())) for name in self._names]
            self._made = vars(make_dataclass(owner.__name__, columns))["__dataclass_fields__"]
        return self._made or {}


def _refuse(self: object, name: str, _: object = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(self).__name__} cannot be changed: {name}")


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{self.__class__.__qualname__}({shown})"


def _reduce(self: Any) -> tuple[Any, tuple[Any, ...]]:
    return self.__class__, tuple(getattr(self, name) for name in self.__slots__)


def _replace(self: Any, **changes: Any) -> Any:
    return self.__class__(**{name: getattr(self, name) for name in self.__slots__} | changes)
