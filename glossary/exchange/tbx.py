"""TBX (TermBase eXchange, ISO 30042): version 3 in both styles, TBX-Basic and TBX-Min, and version 2. Needs lxml."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from glossary.exchange.reading import Options, Reading
from glossary.exchange.tbx_names import Dialect
from glossary.exchange.tbx_reading import everything_kept, parse, read_document
from glossary.exchange.tbx_writing import write_document
from glossary.model import Concept
from glossary.reading import Place
from translit.message import Message

Writer = Callable[[Iterable[Concept], Options, bytes | None], bytes]


def read(data: bytes, place: Place, _options: Options) -> Reading:
    """The concepts of a TBX file of any dialect."""
    return read_document(parse(data, place))


def _writer(dialect: Dialect) -> Writer:
    """Writes a dialect; over `base` where that is a file of the same, whose other elements are kept."""

    def write(concepts: Iterable[Concept], options: Options, base: bytes | None) -> bytes:
        old = None if base is None else parse(base, Place(options.target))
        if old is not None and old.dialect != dialect:
            if any(next(everything_kept(entry, old.dialect), None) is not None for entry in old.entries):
                raise old.place.fault(
                    Message(
                        "is {name} {version} ({style}) and has elements that only its own dialect can keep",
                        name=old.dialect.name,
                        version=old.dialect.version,
                        style=old.dialect.style,
                    ),
                    "write to another file",
                )
            old = None
        return write_document(concepts, dialect, old)

    return write


write_basic = _writer(Dialect(3, "TBX-Basic", "dca"))
write_basic_dct = _writer(Dialect(3, "TBX-Basic", "dct"))
write_min = _writer(Dialect(3, "TBX-Min", "dca"))
write_version_2 = _writer(Dialect(2, "TBX-Basic", "dca"))
write_min_dct = _writer(Dialect(3, "TBX-Min", "dct"))
