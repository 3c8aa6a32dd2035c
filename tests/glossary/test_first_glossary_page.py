"""Every command of docs/first-glossary.md, in its order, as a new user in an empty folder; and what the page says they print."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "first-glossary.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
NEEDS = {"msgunfmt": "/usr/share/locale/ru/LC_MESSAGES/iso_3166-1.mo"}
"""A command that is asked for only where this file is there."""
PLACES = 4_000
WRITTEN = 1_000_000
"""Bytes of a log that hold more than the change before the import."""


def place(number: int, *others: str) -> str:
    """A line of a dump of GeoNames; `others` are more names."""
    names = ",".join((f"Dala {number}", *others))
    return "\t".join([str(number), f"Stepnaya {number}", "", names, "43", "52", "P", "PPL", "KZ", *[""] * 10]) + "\n"


def long_name(number: int) -> str:
    """A name of 400 letters like no other: a few thousand of them are more than SQLite keeps in memory."""
    return hashlib.shake_256(number.to_bytes(8)).hexdigest(200).translate(str.maketrans("0123456789", "klmnoprstu"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An empty folder with the spreadsheet, and a dump of places that do not exist."""
    made = tmp_path_factory.mktemp("first glossary")
    shutil.copy(ROOT / "docs" / "towns.csv", made)
    with (made / "KZ.txt").open("w", encoding="utf-8") as dump:
        for number in range(PLACES):
            dump.write(place(number))
    program = made / "bin" / "endonym"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m endonym "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return made


def run(commands: str, folder: Path) -> str:
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "LANGUAGE": "en",
        "NO_COLOR": "1",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    done = subprocess.run(["bash", "-c", commands], cwd=folder, env=environment, capture_output=True, check=False)
    assert "Traceback" not in done.stderr.decode()
    return done.stdout.decode() + done.stderr.decode()


@pytest.mark.skipif(shutil.which("bash") is None or not hasattr(os, "fork"), reason="needs a POSIX shell")
def test_the_page_from_top_to_bottom(folder):
    blocks = BLOCK.findall(PAGE.read_text("utf-8"))
    assert len(blocks) == PAGE.read_text("utf-8").count("```sh\n")
    for commands, expected in blocks:
        if any(word in commands and not (shutil.which(word) and Path(file).exists()) for word, file in NEEDS.items()):
            continue
        if "gettext -c" in commands and shutil.which("gettext") is None:
            continue
        said = run(commands, folder)
        lines = said.splitlines()
        for wanted in expected.splitlines():
            assert any(wanted in line for line in lines), f"{commands}\n{wanted}\n---\n{said}"


def test_the_spreadsheet_has_thirty_names():
    assert len((ROOT / "docs" / "towns.csv").read_text("utf-8").splitlines()) == 31


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_an_import_killed_while_it_writes_leaves_nothing_and_can_go_on(folder, tmp_path):
    shutil.copy(folder / "towns.csv", tmp_path)
    shutil.copytree(folder / "bin", tmp_path / "bin")
    run("endonym glossary import towns.csv", tmp_path)
    # The dump is a pipe that stays open: when much more than SQLite keeps in memory has gone in, pages of the transaction are in its log,
    # and the import waits for the rest, which never comes.
    os.mkfifo(tmp_path / "KZ.txt")
    log = tmp_path / ".endonym" / "termbase.db-wal"
    importer = subprocess.Popen(
        [sys.executable, "-m", "endonym", "glossary", "import", "KZ.txt", "--format", "geonames"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with (tmp_path / "KZ.txt").open("wb", buffering=0) as dump:
        number, written = 0, 0
        while written < WRITTEN:
            dump.write(place(number, *(long_name(4 * number + each) for each in range(4))).encode())
            number += 1
            written = log.stat().st_size if log.exists() else 0
            assert number < 5 * PLACES, "the transaction never reached the disk"
        importer.send_signal(signal.SIGKILL)
        assert importer.wait() == -signal.SIGKILL
    assert log.stat().st_size >= WRITTEN, "killed with pages of the unfinished transaction on the disk"
    assert "30 concepts written" in run("endonym glossary export after.jsonl", tmp_path)
    (tmp_path / "KZ.txt").unlink()
    shutil.copy(folder / "KZ.txt", tmp_path)
    said = run("endonym glossary import KZ.txt --format geonames; endonym glossary export after.jsonl", tmp_path)
    assert said.endswith(f"{30 + PLACES:,} concepts written to after.jsonl.\n")
