"""The HTML report: whole, self-contained, escaped, readable."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from passages.reports.html import render
from passages.reports.model import FileReport, Mode, Report, Skipped, locate
from tests.passages.reports_sample import sample, say

VOID = {"meta", "link", "br", "img", "hr", "input"}
CSS = files("passages.reports").joinpath("report.css").read_text(encoding="utf-8")


class Page(HTMLParser):
    """A strict reader: every element is closed, and closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text += data

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.tags if name in attributes]


def page(report: Report) -> Page:
    return Page("".join(render(report)))


@pytest.mark.parametrize(
    "report",
    [sample(), sample(mode=Mode.WRITE, run="r1"), Report("0.1.0"), sample(files=())],
    ids=["everything", "written", "nothing", "no files"],
)
def test_the_page_is_well_formed(report: Report):
    read = page(report)
    assert [tag for tag, _ in read.tags[:2]] == ["html", "head"]
    assert read.tags[0][1] == {"lang": "en"}
    ids = read.attributes("id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in read.attributes("href")} <= set(ids)


def test_the_page_needs_nothing_from_outside():
    whole = "".join(render(sample()))
    read = Page(whole)
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in read.tags}
    assert read.attributes("src") == []
    assert all(href.startswith("#") for href in read.attributes("href"))
    assert not re.search(r"https?:|url\(|@import", whole)
    assert "default-src 'none'" in whole


def test_every_finding_shows_context_old_and_new():
    read = page(sample())
    marked = [tag for tag, _ in read.tags if tag in ("del", "ins", "mark")]
    # Each finding stands once in its file, and each of the eight spellings but the one that comes twice once in the table.
    assert marked.count("del") == marked.count("ins") == 5 + 4
    assert marked.count("mark") == 3 + 3
    assert "The bus to instead of Zhanoezen write Zhanaozen leaves at six." in re.sub(r"\s+", " ", read.text)


def test_texts_say_their_language():
    read = page(sample())
    assert {"en", "ru"} <= set(read.attributes("lang"))
    assert [attributes["lang"] for tag, attributes in read.tags if tag == "p" and "lang" in attributes] == ["en"] * 6 + ["ru"] * 2


HOSTILE = "<script>alert('1')</script> & \"Zhanoezen\" \x1b\x00\u202e"


def test_nothing_from_outside_becomes_markup():
    file = FileReport(
        f"{HOSTILE}.txt", HOSTILE, HOSTILE, '"><b>', locate(HOSTILE, [say(HOSTILE, HOSTILE, becomes=HOSTILE + "!", reason=HOSTILE)])
    )
    report = replace(
        sample(glossaries=(HOSTILE,), conflicts=(HOSTILE,), run=HOSTILE),
        version=HOSTILE,
        files=(file,),
        skipped=(Skipped(HOSTILE, HOSTILE),),
    )
    whole = "".join(render(report))
    read = Page(whole)
    assert not {"script", "b"} & {tag for tag, _ in read.tags}
    assert "<script>alert('1')</script>" in read.text
    assert "\u202e" not in whole
    assert r"\u202e" in read.text
    assert all(char.isprintable() or char == "\n" for char in whole)


def test_a_file_name_that_is_no_text_can_be_written():
    "".join(render(sample(skipped=(Skipped("b\udcff.txt", "binary"),)))).encode()


def test_names_are_isolated_from_the_direction_of_the_page():
    text = "قازاقستان"
    file = FileReport("a.txt", "text", "utf-8", "kk", locate(text, [say(text, text, becomes="قازاقىستان")]))
    whole = "".join(render(sample(files=(file,))))
    assert whole.count("<bdi>قازاقستان</bdi>") == 2
    assert 'dir="auto"' in whole


def test_many_places_are_counted():
    text = "Zhanoezen\n" * 40
    file = FileReport(
        "a.txt", "text", "utf-8", "en", locate(text, [say(text, "Zhanoezen", nth=nth, becomes="Zhanaozen") for nth in range(40)])
    )
    assert ", … 28 more" in page(sample(files=(file,))).text


def test_all_is_well():
    assert "All is well: 1 file read" in page(sample(files=(FileReport("a.txt", "text", "utf-8", "en"),))).text


def _luminance(colour: str) -> float:
    """Relative luminance of a colour #rrggbb, by WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


THEMES = dict(zip(("light", "dark"), (dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in CSS.split("@media")[:2]), strict=True))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *((ink, paper) for ink in ("ink", "soft", "link") for paper in ("paper", "panel")),
        ("old", "old-paper"),
        ("new", "new-paper"),
        ("ask", "ask-paper"),
    ],
)
def test_contrast_is_enough_to_read(theme: str, ink: str, paper: str):
    assert _contrast(THEMES[theme][ink], THEMES[theme][paper]) >= 4.5  # WCAG 2.2, 1.4.3, level AA


def test_contrast_is_measured_right():
    assert _contrast("#ffffff", "#000000") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
