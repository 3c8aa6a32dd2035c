"""`endonym discover` as a user calls it: reports, proposals, decisions that are kept, and the termbase."""

import json

import pytest
from click.testing import CliRunner

from endonym import cli


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A project with two texts, and nothing of the user's own around it."""
    monkeypatch.chdir(tmp_path)
    for name in ("ENDONYM_TERMBASE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("They met in Zhezkazgan, and in Zhezkazgan they stayed.\n", encoding="utf-8")
    (texts / "b.txt").write_text("The road from Zhezqazghan is long, said the people of KazTransOil (and KTO).\n", encoding="utf-8")
    return tmp_path


def run(*words, status=0):
    result = CliRunner().invoke(cli, ["discover", *words])
    assert result.exit_code == status, result.output
    return result


def families(*words):
    """The families of a run, as lists of spellings."""
    said = json.loads(run("texts", "--no-builtin", "--json", *words).stdout)
    return [[member["text"] for member in one["members"]] for one in said["families"]]


def test_text(work):
    said = run("texts", "--no-builtin").stdout
    assert "Zhezqazghan" in said
    assert "2 documents" in said


def test_map(work):
    assert "Which document has which spelling" in run("texts", "--no-builtin", "--map").stdout


def test_html_goes_to_a_file(work):
    assert run("texts", "--no-builtin", "--report", "html", "--report-to", "map.html").stdout == ""
    assert "<svg" in (work / "map.html").read_text(encoding="utf-8")


def test_all_names(work):
    assert "KazTransOil" in run("texts", "--no-builtin", "--all").stdout


def test_decisions_are_kept_and_obeyed(work):
    assert ["Zhezkazgan", "Zhezqazghan"] in families()
    assert ["Zhezkazgan", "Zhezqazghan"] not in families("--not-same", "Zhezqazghan=Zhezkazgan")
    assert ["Zhezkazgan", "Zhezqazghan"] not in families()
    assert (work / ".endonym" / "decisions.tsv").read_text(
        encoding="utf-8"
    ) == "decision\tspelling\tother\nnot same\tZhezqazghan\tZhezkazgan\n"
    assert ["Zhezkazgan", "Zhezqazghan"] in families("--same", "Zhezkazgan=Zhezqazghan")
    assert not [one for one in families("--no-name", "KTO") if "KTO" in one]


def test_proposals_are_imported_and_then_known(work):
    run("texts", "--no-builtin", "-o", "proposals.csv")
    imported = CliRunner().invoke(cli, ["glossary", "import", "proposals.csv", "--author", "x"])
    assert imported.exit_code == 0, imported.output
    said = json.loads(run("texts", "--no-builtin", "--json").stdout)
    one = next(one for one in said["families"] if one["concept"] == "zhezkazgan")
    assert [(member["text"], member["standing"]) for member in one["members"]] == [("Zhezkazgan", "headword"), ("Zhezqazghan", "known")]
    assert not one["open"]


def test_an_edited_table_is_learnt_from(work):
    run("texts", "--no-builtin", "-o", "proposals.csv")
    path = work / "proposals.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace("same,,zhezkazgan,", "not same,,zhezkazgan,"), encoding="utf-8")
    assert ["Zhezkazgan", "Zhezqazghan"] not in families("--decided", "proposals.csv")


def test_accepting_writes_the_sure_to_the_termbase(work):
    assert "added to the termbase" in run("texts", "--no-builtin", "--accept-same").stderr
    listed = CliRunner().invoke(cli, ["glossary", "list", "zhez"])
    assert "Zhezqazghan" in listed.stdout
    assert "Nothing to add" in run("texts", "--no-builtin", "--accept-same").stderr


FAULTS = [
    (["nowhere"], "nowhere"),
    (["texts", "--same", "Zhezkazgan"], "is no pair"),
    (["texts", "--encoding", "x-none"], "x-none"),
    (["texts", "-o", "texts/a.txt"], "is one of the documents"),
    (["texts", "--accept-same", "--no-termbase"], "--no-termbase"),
    (["texts", "--decided", "nowhere.csv"], "nowhere.csv"),
    (["texts", "--report", "sarif"], "sarif"),
]


@pytest.mark.parametrize(("words", "named"), FAULTS)
def test_faults_are_named_and_nothing_is_written(work, words, named):
    result = CliRunner().invoke(cli, ["discover", "--no-builtin", *words])
    assert result.exit_code != 0
    assert named in result.output + str(result.exception)
    assert not (work / ".endonym").exists()


def test_a_broken_file_is_reported_and_the_status_says_so(work):
    (work / "texts" / "c.txt").write_text("Жаңаөзен", encoding="utf-8")
    result = run("texts", "--no-builtin", "--encoding", "ascii", status=2)
    assert "c.txt" in result.stderr
    assert "Zhezqazghan" in result.stdout
