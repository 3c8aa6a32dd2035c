"""A run with every kind of outcome, built from texts of its own: what the tests of all reporters look at."""

from __future__ import annotations

from glossary.findings import Edit, Finding, Severity
from passages.reports.model import Failure, FileReport, Mode, Named, Report, Skipped, locate


def say(text: str, spelling: str, *, becomes: str | None = None, nth: int = 0, **parts: object) -> Finding:
    """A finding on the nth place where a spelling stands in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(spelling, start + 1)
    end = start + len(spelling)
    fields: dict[str, object] = {
        "code": "misspelling" if becomes else "former-name",
        "severity": Severity.ERROR if becomes else Severity.NOTE,
        "message": f"{spelling} → {becomes}" if becomes else f"{spelling} is a former name",
        "reason": "",
        "concept": spelling.lower(),
        "preferred": becomes or spelling,
    }
    return Finding(start=start, end=end, text=spelling, edits=(Edit(start, end, becomes),) if becomes else (), **(fields | parts))


LETTER = (
    "The bus to Zhanoezen leaves at six.\r\nIn Zhanoezen we met the driver, who\r\ncomes from Shevchenko on the sea.\r\n"
    "ZHANOEZEN is far; Mangystau and Mangistau are one region.\r\nRot\r\nFront printed it.\n"
)
NOTES = "# Заметки 🚌\n\nВ Актау, бывш. Шевченко; 東京 тоже. Zhanoezen’s bus.\n"

_TOWN = {"concept": "zhanaozen", "preferred": "Zhanaozen", "reason": "ң→n, a lost, ө→oe (German digraph)"}


def letter_findings() -> list[Finding]:
    return [
        say(LETTER, "Zhanoezen", becomes="Zhanaozen", **_TOWN),
        say(LETTER, "Zhanoezen", nth=1, becomes="Zhanaozen", **_TOWN),
        say(
            LETTER,
            "Shevchenko",
            code="ambiguous",
            severity=Severity.WARNING,
            message="Shevchenko may be Aktau (place) or Taras Shevchenko (person); nothing nearby decides",
            concept="aktau",
            preferred="Aktau",
        ),
        say(LETTER, "ZHANOEZEN", becomes="ZHANAOZEN", **_TOWN),
        say(
            LETTER,
            "Mangystau",
            code="mixed",
            severity=Severity.WARNING,
            message="Mangystau stands beside Mangistau in one document; choose one",
            concept="mangistau",
            preferred="Mangistau",
        ),
        say(LETTER, "Rot\r\nFront", becomes="Rote\r\nFront", concept="rot-front", preferred="Rote Front"),
    ]


def notes_findings() -> list[Finding]:
    return [
        say(NOTES, "Шевченко", message="Шевченко is a former name of Актау (1964–1991)", concept="aktau", preferred="Актау"),
        say(NOTES, "Zhanoezen’s", becomes="Zhanaozen’s", **_TOWN),
    ]


def sample(**changes: object) -> Report:
    """The run; `changes` replace fields of the report."""
    fields: dict[str, object] = {
        "version": "0.1.0",
        "files": (
            FileReport("letters/spring 1.txt", "text", "cp1251", "en", locate(LETTER, letter_findings()), digest="ab" * 32),
            FileReport("notes.md", "markdown", "utf-8", "ru", locate(NOTES, notes_findings())),
            FileReport("clean.txt", "text", "utf-8", "en"),
        ),
        "skipped": (Skipped("photo.jpg", "binary"),),
        "failures": (Failure("locked.txt", "permission denied", "let the file be read, or leave it out with --exclude"),),
        "concepts": (
            Named("zhanaozen", "Zhanaozen", "place", "a town in Mangistau region"),
            Named("aktau", "Aktau", "place"),
            Named("mangistau", "Mangistau", "place"),
        ),
        "glossaries": ("built-in", "names.csv"),
        "conflicts": ("names.csv:3: Mangystau is preferred here and admitted in built-in; names.csv wins",),
        "mode": Mode.SHOW,
    }
    return Report(**(fields | changes))
