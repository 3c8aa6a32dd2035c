"""Every command of docs/first-glossary.md, in its order, as a new user in an empty folder; and what the page says they print."""

from __future__ import annotations

import os
import re
import shutil
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An empty folder with the spreadsheet, and a dump of places that do not exist."""
    made = tmp_path_factory.mktemp("first glossary")
    shutil.copy(ROOT / "docs" / "towns.csv", made)
    with (made / "KZ.txt").open("w", encoding="utf-8") as dump:
        for number in range(PLACES):
            dump.write(
                "\t".join([str(number), f"Stepnaya {number}", "", f"Dala {number}", "43", "52", "P", "PPL", "KZ", *[""] * 10]) + "\n"
            )
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


def test_a_killed_import_leaves_all_of_it_or_nothing(folder, tmp_path):
    shutil.copytree(folder / "bin", tmp_path / "bin")
    shutil.copy(folder / "KZ.txt", tmp_path)
    shutil.copy(folder / "towns.csv", tmp_path)
    said = run(
        "endonym glossary import towns.csv\n"
        "endonym glossary import KZ.txt --format geonames & while [ ! -e .endonym/termbase.db-wal ]; do :; done; kill -9 $!; wait\n"
        "endonym glossary export after.jsonl\n",
        tmp_path,
    )
    assert re.search(rf"^({30 + PLACES:,}|30) concepts written", said, re.MULTILINE), said
    assert run("endonym glossary import KZ.txt --format geonames; endonym glossary export after.jsonl\n", tmp_path).endswith(
        f"{30 + PLACES:,} concepts written to after.jsonl.\n"
    )
