"""Names that were saved in a code page without their letters are not let in."""

import pytest
from click.testing import CliRunner

from endonym import cli
from glossary import Concept, GlossaryError, Status, Term
from glossary.lost_letters import refuse_lost


def concept(name):
    return Concept("x", "place", (Term(name, "kk", "Cyrl", Status.PREFERRED),))


@pytest.mark.parametrize("name", ["Шал?ар", "????????", "А?тау", "Ал\ufffdматы"])
def test_a_name_that_lost_letters_is_refused(name):
    with pytest.raises(GlossaryError, match=r"^names\.csv: .* has lost letters.*save the table again as CSV in UTF-8"):
        refuse_lost([concept("Ақтау"), concept(name)], "names.csv")


@pytest.mark.parametrize("name", ["Шалқар", "Quo vadis?", "Камо грядеши?", "А. Б.", "Yahoo!"])
def test_other_names_are_let_in(name):
    refuse_lost([concept(name)], "names.csv")


def test_an_import_takes_nothing_in_then(tmp_path):
    table = tmp_path / "names.csv"
    table.write_bytes("ru;kk\nШалкар;Шалқар\n".encode("cp1251", "replace"))
    told = CliRunner().invoke(cli, ["glossary", "--termbase", str(tmp_path / "t.db"), "import", str(table)])
    assert told.exit_code != 0
    assert isinstance(told.exception, GlossaryError)
    assert not (tmp_path / "t.db").exists()
