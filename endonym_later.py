"""The one module of the standard library that Click imports and a call seldom needs: `inspect`, with the compiler's tables behind it.

Owns that it is imported when it is first asked for something. Importing it costs half a bare Python start; Click, at a start, has it only strip
the indentation of help texts, and those of one line have none. Every importer but Click gets the module itself.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from types import ModuleType

_NAME = "inspect"


class _Later(ModuleType):
    """Stands for `inspect` in the modules that were imported while it stood in its place."""

    def __getattr__(self, name: str) -> object:
        """What the module itself has by this name."""
        from importlib import import_module

        if sys.modules.get(_NAME) is self:
            del sys.modules[_NAME]
        return getattr(import_module(_NAME), name)

    def cleandoc(self, doc: str) -> str:
        """A help text without its indentation, as `inspect.cleandoc` gives it."""
        if "\n" not in doc and "\t" not in doc:
            return doc.lstrip()
        return self.__getattr__("cleandoc")(doc)  # type: ignore[operator]


@contextmanager
def inspect_later() -> Generator[None, None, None]:
    """Let what is imported meanwhile import `inspect` only when it needs it; nothing changes where the module is there already."""
    if _NAME in sys.modules:
        yield
        return
    sys.modules[_NAME] = _Later(_NAME)
    try:
        yield
    finally:
        if isinstance(sys.modules.get(_NAME), _Later):
            del sys.modules[_NAME]
