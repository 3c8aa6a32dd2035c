"""What all HTML reports have alike: a page that needs nothing from outside, and texts made safe to stand in it.

The page refuses, by its Content-Security-Policy, scripts, fonts and pictures from anywhere; only its own style holds. Whatever comes from a text,
a glossary or a file name goes through `escaped` or `isolated`, so that neither markup nor a right-to-left name can disturb it.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files

from passages.reports.cells import safe

_WHITE = str.maketrans("\t\r\n", "   ")


def opening(language: str, title: str, heading: str, style: str = "") -> str:
    """A page up to its heading, the <header> still open.

    Args:
        language: of the page's own words, as a locale writes it (`kk`, `pt_BR`).
        title: of the window, as HTML.
        heading: as HTML.
        style: CSS that this page has beyond `report.css`.
    """
    sheet = files(__package__ or __name__.rpartition(".")[0]).joinpath("report.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language.replace("_", "-"))}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{sheet}{style}</style>\n</head>\n<body>\n<header>\n<h1>{heading}</h1>\n"
    )


def closing(version: str) -> str:
    """The end of a page, its <main> still open: which endonym made it."""
    return f'</main>\n<footer><p class="soft">endonym {isolated(version)}</p></footer>\n</body>\n</html>\n'


def isolated(text: str) -> str:
    """A text of unknown direction, escaped and isolated from what stands around it."""
    return f"<bdi>{escaped(text)}</bdi>"


def escaped(text: str) -> str:
    """A text as HTML; line ends and tabs are spaces, what HTML cannot hold and what turns the reading direction is spelled out."""
    return escape(safe(text.replace("\r\n", " ").translate(_WHITE)))
