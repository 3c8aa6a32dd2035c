"""A termbase loses nothing that it has acknowledged, and says in one clear line why it cannot be used."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import rmtree

import pytest

from glossary import Concept, Glossary, GlossaryError, Status, Term
from glossary.termbase import Termbase

WHO = {"author": "Aigerim", "reason": "names"}
SHIRE = Concept("shire", "place", (Term("Shire", "en", "Latn", Status.PREFERRED),))

WRITER = """
import sys
from glossary import Concept, Status, Term
from glossary.termbase import Termbase
where, name, first, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
with Termbase.open(where, create=True) as termbase:
    print("ready", flush=True)
    for number in range(first, first + count):
        concept = Concept(f"{name}-{number}", "place", tuple(Term(f"{name} {number} {each}", "en", "Latn", Status.ADMITTED) for each in range(3)))
        termbase.put([concept], author=name, reason=f"number {number}")
        print(number, flush=True)
"""
IMPORTER = """
import sys
from glossary import Concept, Status, Term
from glossary.termbase import Termbase
def names():
    for number in range(10**9):
        if number == 6000:
            print("ready", flush=True)
        yield Concept(f"import-{number}", "place", (Term(f"Name {number}", "en", "Latn", Status.ADMITTED),))
with Termbase.open(sys.argv[1], create=True) as termbase:
    termbase.put(names(), author="importer", reason="endless")
"""


def started(program, *arguments):
    return subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, text=True)


def assert_whole(termbase):
    """The tables say the same: search finds just what the concepts have, and the history accounts for them."""
    glossary = termbase.glossary()
    spellings = [term.text for concept in glossary.concepts for term in concept.terms]
    assert sorted(hit.text for prefix in ("k", "import", "name", "w") for hit in termbase.search(prefix, limit=10**6)) == sorted(spellings)
    assert sum(change.concepts for change in termbase.history(limit=-1)) == len(glossary.concepts)
    assert [change.id for change in termbase.history(limit=-1)] == list(range(termbase.version, 0, -1))


def test_killed_at_any_moment_it_keeps_every_acknowledged_change(where):
    acknowledged = 0
    for round in range(5):
        process = started(WRITER, where, "k", acknowledged, 10_000)
        assert process.stdout.readline() == "ready\n"
        for _ in range(1 + round * 7):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        assert process.returncode == -signal.SIGKILL
        with Termbase.open(where) as termbase:
            there = {int(concept.id.partition("-")[2]) for concept in termbase.glossary().concepts}
            last = max((int(line) for line in rest.split("\n")[:-1]), default=acknowledged + round * 7)
            assert there >= set(range(last + 1)), "an acknowledged change is gone"
            assert there <= set(range(last + 2)), "at most the change under way may be there besides"
            assert_whole(termbase)
            acknowledged = len(there)


def test_an_import_that_is_killed_leaves_nothing_and_can_be_repeated(where):
    with Termbase.open(where, create=True) as termbase:
        termbase.put([Concept("k-1", "place", (Term("k 1", "en", "Latn", Status.PREFERRED),))], **WHO)
    process = started(IMPORTER, where)
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with Termbase.open(where) as termbase:
        assert [concept.id for concept in termbase.glossary().concepts] == ["k-1"]
        assert_whole(termbase)
        many = [Concept(f"import-{number}", "place", (Term(f"Name {number}", "en", "Latn", Status.ADMITTED),)) for number in range(3000)]
        assert termbase.put(many, author="importer", reason="again").concepts == 3000
        assert_whole(termbase)


def test_ten_processes_write_at_once_and_none_loses_anything(where):
    writers = [started(WRITER, where, f"w{number}", 0, 12) for number in range(10)]
    for process in writers:
        process.communicate(timeout=300)
    assert [process.returncode for process in writers] == [0] * 10
    with Termbase.open(where) as termbase:
        assert {concept.id for concept in termbase.glossary().concepts} == {
            f"w{number}-{each}" for number in range(10) for each in range(12)
        }
        assert termbase.version == 120
        assert_whole(termbase)


def one_line(caught):
    said = str(caught.value)
    assert "\n" not in said
    assert said.count("; ") >= 1, "problem and remedy"
    return said


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "termbase.db"
    with Termbase.open(path, create=True) as termbase:
        termbase.put(Glossary.builtin().concepts, **WHO)
    return path


def test_a_missing_termbase_is_not_made_by_looking(tmp_path):
    path = tmp_path / "nowhere" / "termbase.db"
    with pytest.raises(GlossaryError) as caught:
        Termbase.open(path)
    assert f"{path}: there is no such termbase; " in one_line(caught)
    assert not path.parent.exists()


def test_a_new_home_is_kept_out_of_git(tmp_path):
    path = tmp_path / ".endonym" / "termbase.db"
    Termbase.open(path, create=True).close()
    assert (path.parent / ".gitignore").read_text("utf-8") == "*\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"concept,term\noak,Oak\n" * 100, "is damaged or no termbase"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "is damaged or no termbase"),
    ],
)
def test_what_is_no_termbase_is_refused(tmp_path, content, said):
    path = tmp_path / "termbase.db"
    path.write_bytes(content)
    with pytest.raises(GlossaryError) as caught:
        Termbase.open(path)
    assert f"{path}: {said}" in one_line(caught)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [False, True])
def test_a_foreign_database_is_refused_and_left_alone(tmp_path, create):
    path = tmp_path / "places.db"
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE bookmark(title)")
    before = path.read_bytes()
    with pytest.raises(GlossaryError) as caught:
        Termbase.open(path, create=create)
    assert "is a database, but no termbase" in one_line(caught)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(GlossaryError, match="is a folder, not a termbase"):
        Termbase.open(tmp_path)


def test_a_file_whose_pages_are_damaged_says_so(file):
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(file.read_bytes())
    for page in range(4096 * 4, len(data), 4096):
        data[page : page + 64] = b"\xa5" * 64
    file.write_bytes(data)
    with pytest.raises(GlossaryError) as caught, Termbase.open(file) as termbase:
        termbase.glossary()
    assert f"{file}: is damaged or no termbase" in one_line(caught)


def test_a_newer_schema_is_refused(where):
    with Termbase.open(where, create=True) as termbase, termbase._writing() as connection:
        connection.exec_driver_sql("UPDATE about SET value = '2' WHERE name = 'schema'")
    with pytest.raises(GlossaryError) as caught:
        Termbase.open(where)
    assert "was written by a newer endonym (schema 2, this one knows 1); upgrade endonym" in one_line(caught)


def test_a_locked_termbase_says_so_and_is_read_all_the_same(file, monkeypatch):
    monkeypatch.setattr("glossary.termbase_schema.BUSY", 0)
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Termbase.open(file) as termbase:
        assert termbase.glossary().concepts
        with pytest.raises(GlossaryError) as caught:
            termbase.put([SHIRE], **WHO)
        assert f"{file}: another program is writing to it" in one_line(caught)
        holder.execute("ROLLBACK")
        assert termbase.put([SHIRE], **WHO).id == 2
    holder.close()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions as POSIX has them")
@pytest.mark.parametrize("mode", [0o555, 0o755])
def test_a_folder_that_cannot_be_written_is_read(mode):
    # A process that owns nothing here: the superuser may write anywhere.
    folder = Path(tempfile.mkdtemp(prefix="endonym-"))
    try:
        path = folder / "termbase.db"
        with Termbase.open(path, create=True) as termbase:
            termbase.put([SHIRE], **WHO)
        path.chmod(0o444)
        # It may not be allowed to read this Python either, so all that is needed is imported by doing the same elsewhere first.
        program = f"""
import os
from glossary import Concept, GlossaryError, Status, Term
from glossary.termbase import Termbase
new = Concept("new", "place", (Term("New", "en", "Latn", Status.PREFERRED),))
with Termbase.open({str(folder / "other.db")!r}, create=True) as termbase:
    termbase.put([new], author="somebody", reason="none")
    termbase.glossary()
try:
    Termbase.open({str(folder / "absent.db")!r})
except GlossaryError:
    pass
os.chmod({str(folder)!r}, {mode})
if os.geteuid() == 0:
    os.setuid(65534)
with Termbase.open({str(path)!r}) as termbase:
    print(len(termbase.glossary().concepts))
    try:
        termbase.put([new], author="nobody", reason="none")
    except GlossaryError as error:
        print(error)
try:
    Termbase.open({str(folder / "new" / "termbase.db")!r}, create=True)
except GlossaryError as error:
    print(error)
"""
        if os.geteuid() != 0 and mode == 0o755:
            pytest.skip("the folder is this user's own")
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert not done.stderr
        read, refused, not_made = done.stdout.splitlines()
        assert read == "1"
        assert refused.startswith(f"{path}: cannot be")
        assert "check the permissions" in refused
        assert not_made.startswith(f"{folder / 'new' / 'termbase.db'}: cannot be")
    finally:
        folder.chmod(0o755)
        rmtree(folder)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://nobody:secret@localhost:1/none", "the server cannot be reached"),
        ("postgresql://nobody:secret@localhost:not-a-port/none", "is no URL of a termbase"),
        ("nosuchbase://somewhere/x", "is no URL of a termbase"),
        ("mysql://nobody:secret@localhost/none", "is no URL of a termbase"),
    ],
)
def test_a_server_that_cannot_be_reached_is_named_without_its_password(url, said):
    with pytest.raises(GlossaryError) as caught:
        Termbase.open(url)
    assert said in one_line(caught)
    assert "secret" not in str(caught.value)


def test_a_server_without_such_a_database_says_so(where):
    if "://" not in where:
        pytest.skip("about a server")
    with pytest.raises(GlossaryError) as caught:
        Termbase.open(where.replace("endonym_", "endonyx_"))
    assert "the server has no such database" in one_line(caught)


def test_an_empty_database_on_a_server_is_made_only_when_asked(where):
    if "://" not in where:
        pytest.skip("about a server")
    with pytest.raises(GlossaryError, match="is empty"):
        Termbase.open(where)
    Termbase.open(where, create=True).close()
    Termbase.open(where).close()
