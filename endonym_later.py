"""Modules of the standard library that others import at every start and hardly ever ask for anything.

Owns that they are imported when they are first asked: in instructions, `inspect` (Click's) costs half a bare Python start, `platform` (that of
`uuid`, which Click imports) a fifth, `ipaddress` (that of `urllib.parse`, which `pathlib` imports) an eighth. What a start does ask of them
is answered here. Only importers within `later` get the stand-in; all others get the module itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from types import ModuleType


class _Later(ModuleType):
    """Stands for a module in those that were imported while it stood in its place."""

    def __getattr__(self, name: str) -> object:
        """What the module itself has by this name."""
        from importlib import import_module

        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


class _Inspect(_Later):
    def cleandoc(self, doc: str) -> str:
        """A help text without its indentation, as `inspect.cleandoc` gives it; one line has none."""
        if "\n" not in doc and "\t" not in doc:
            return doc.lstrip()
        return self.__getattr__("cleandoc")(doc)  # type: ignore[operator]


class _Platform(_Later):
    def system(self) -> str:
        """The name of the system, as `platform.system` gives it where `uuid` asks for it: it does not on Windows."""
        return os.uname().sysname


_STAND_INS: dict[str, type[_Later]] = {"inspect": _Inspect, "ipaddress": _Later, "platform": _Platform}


@contextmanager
def later() -> Generator[None, None, None]:
    """Let what is imported meanwhile import these modules only when it needs them; nothing changes for those that are there already."""
    waiting = {name: kind(name) for name, kind in _STAND_INS.items() if name not in sys.modules}
    sys.modules.update(waiting)
    try:
        yield
    finally:
        for name, stand_in in waiting.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
