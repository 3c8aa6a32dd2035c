"""The command line in the user's language: who chooses it, what is said in it, and what stays as it is."""

import gettext
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

import endonym
from endonym_speech import Command, Group, speaking, speech
from glossary.speech import Speech
from passages.reports.cells import width

NAMES = "concept,kind,term,language,status\nhill,place,Qoshqar,en,preferred\nhill,place,Koshkar,en,deprecated\n"


@pytest.fixture(autouse=True)
def files(tmp_path):
    (tmp_path / "letter.txt").write_text("From Zhanoezen to Kiev, by Novyi Uzen.\n", "utf-8")
    (tmp_path / "names.csv").write_text(NAMES, "utf-8")
    (tmp_path / "broken.csv").write_text("concept,term,statuss\nx,A,preferred\n", "utf-8")
    (tmp_path / "ru.po").write_text(
        'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Zhanaozen"\nmsgstr "Жанаузень"\n', "utf-8"
    )


SAID = [
    # words, what is said on standard output, what on standard error
    ("ru", "--help", "Использование:", ""),
    ("ru", "--help", "Показать эту справку и выйти.", ""),
    ("ru", "--help", "Хранит решения об именах в базе терминов.", ""),
    ("kk", "--help", "Пәрмендер:", ""),
    ("ru", "normalize --help", "[по умолчанию: text]", ""),
    ("ru", "normalize letter.txt", "Zhanoezen → Zhanaozen (один раз)", ""),
    ("ru", "normalize letter.txt", "почему: ошибочное написание: Zhanaozen", ""),
    ("ru", "normalize letter.txt", "2 изменения (2 имени) в 1 файле", ""),
    ("kk", "normalize letter.txt", "1 файлда 2 өзгеріс (2 атау)", ""),
    ("ru", "normalize letter.txt --report html", '<html lang="ru">', ""),
    ("ru", "normalize nowhere.txt", "", "endonym: nowhere.txt: его не найти: нет такого файла или папки; проверьте, верно ли написан путь"),
    ("ru", "normalize letter.txt --glossary broken.csv", "", "broken.csv:1: неизвестный столбец «statuss»; может быть, «status»?"),
    ("ru", "normalize letter.txt --date 2011-99", "", "Ошибка: --date: '2011-99' — не дата"),
    ("ru", "normalize letter.txt --former never", "", "'never' — не одно из: 'keep', 'gloss', 'replace'."),
    ("ru", "normalize --nothing", "", "Ошибка: Нет параметра '--nothing'."),
    ("kk", "normalize --nothing", "", "Қате: '--nothing' параметрі жоқ."),
    ("ru", "nothing", "", "Нет команды 'nothing'."),
    ("ru", "normalize", "", "Не хватает аргумента 'PATH…'"),
    ("ru", "undo", "", "здесь не записано ни одного запуска"),
    ("ru", "catalog check ru.po", "ru.po:5: deprecated: Жанаузень → Жанаозен", "Проверен 1 каталог; неверно или пропущено 1 имя; 1 из них исправит --fix."),
    ("ru", "glossary import names.csv --dry-run", "добавить: 1, изменить: 0", ""),
    ("ru", "glossary list", "", "termbase.db: такой базы терминов нет"),
    ("ru", "glossary show --builtin zhanaozen", "место", ""),
    ("ru", "glossary show --builtin zhanaozen", "казахский (кириллица)", ""),
    ("kk", "glossary formats", "оқылады, жазылады", ""),
    ("ru", "systems bgnpcgn-kaz-Cyrl-Latn-1979", "языки: казахский; кириллица → латиница", ""),
    ("kk", "systems bgnpcgn-kaz-Cyrl-Latn-1979", "тілдер: қазақ тілі", ""),
    ("ru", "systems no-such", "", "endonym: нет системы «no-such»"),
    ("ru", "romanize Ѯ -s bgnpcgn-kaz-Cyrl-Latn-1979", "Ѯ", "нет правила для Ѯ (U+046E), место 0; оставлено как есть"),
    ("ru", "reverse Zhanaozen -l kk -n 1", "Жаңаөзен", ""),
    ("ru", "reverse 漢 -l kk", "", "ни одна система не пишет kk письмом Hani"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "out", "err"), SAID)
def test_what_is_said(run, language, words, out, err):
    _, shown, told = run("--language", language, *words.split())
    assert out in " ".join(shown.split())
    assert err in " ".join(told.split())


@pytest.mark.parametrize(
    ("environment", "words", "said"),
    [
        ({"LANGUAGE": "ru", "LC_ALL": "C.UTF-8"}, ["--help"], "Использование:"),
        ({"LANGUAGE": "", "LC_ALL": "kk_KZ.UTF-8"}, ["--help"], "Қолданылуы:"),
        ({"LANGUAGE": "ru", "LC_ALL": "C.UTF-8"}, ["--language", "en", "--help"], "Usage:"),
        ({"LANGUAGE": "de:fr", "LC_ALL": "de_DE.UTF-8"}, ["--help"], "Usage:"),
        ({"LANGUAGE": "en"}, ["--language=ru", "--help"], "Использование:"),
        ({"LANGUAGE": "en"}, ["--help", "--language", "kk"], "Қолданылуы:"),
        ({"LANGUAGE": "en"}, ["--language", "ru-RU", "--help"], "Использование:"),
    ],
)
def test_who_chooses(run, monkeypatch, environment, words, said):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    status, out, _ = run(*words)
    assert (status, out.split()[0]) == (0, said)


@pytest.mark.parametrize("code", ["xx", "../../etc", "", "de"])
def test_a_language_that_is_not_spoken_is_refused(run, code):
    status, _, err = run("--language", code, "systems")
    assert status == 2
    assert f"endonym does not speak “{code}”; it speaks en, kk, ru" in err


@pytest.mark.parametrize("cached", [False, True])
def test_what_glossaries_disagree_about_is_said_from_the_cache_too(run, tmp_path, cached):
    (tmp_path / "other.csv").write_text(NAMES.replace("Qoshqar", "Koshqar"), "utf-8")
    call = ["normalize", "letter.txt", "--no-builtin", "-g", "names.csv", "-g", "other.csv"]
    if cached:
        assert "“Qoshqar” is preferred in names.csv" in run(*call)[2]
    assert "«Qoshqar» предпочтительно (names.csv), «Koshqar» — тоже (other.csv)" in run("--language", "ru", *call)[2]


def test_the_language_of_documents_is_another_thing(run):
    status, out, _ = run("--language", "ru", "normalize", "letter.txt", "--lang", "en")
    assert (status, "Будет изменено" in out) == (0, True)


@pytest.mark.parametrize("style", ["json", "sarif"])
def test_reports_for_programs_are_the_same_in_every_language(run, style):
    english, russian = (run("--language", code, "normalize", "letter.txt", "--report", style)[1] for code in ("en", "ru"))
    assert json.loads(english)
    assert english == russian


def test_nothing_of_a_call_is_left_behind(run, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    before = gettext.textdomain()
    run("--language", "ru", "--help")
    assert (gettext.textdomain(), os.environ["LANGUAGE"]) == (before, "en")
    assert run("--help")[1].startswith("Usage:")
    assert speech().language == "en"


def test_programs_it_starts_speak_the_language_too():
    with speaking(["--language", "kk", "review"]) as said:
        assert (said.language, os.environ["LANGUAGE"]) == ("kk", "kk")


def commands(command, name="endonym"):
    """The command and all below it, by their words."""
    context = click.Context(command)
    yield name, command
    if isinstance(command, click.Group):
        for one in command.list_commands(context):
            yield from commands(command.get_command(context, one), f"{name} {one}")


def test_every_command_speaks():
    assert len(list(commands(endonym.cli))) > 20
    silent = [name for name, command in commands(endonym.cli) if not isinstance(command, (Command, Group))]
    assert not silent, "make them with cls=Command or cls=Group"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_help_is_translated(language):
    said = Speech.of(language)
    for name, command in commands(endonym.cli):
        texts = [part for part in (command.help or "").split("\n\n") if part.strip() and not part.lstrip().startswith("\b")]
        texts += [param.help for param in command.params if getattr(param, "help", None)]
        for text in texts:
            flat = " ".join(text.split())
            kept = all(not word.isalpha() or word.islower() for word in flat.split())  # a list of English keywords
            assert said.text(flat) != flat or kept, (name, flat)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_tables_are_measured_in_cells(run, language):
    lines = run("--language", language, "systems", "--language", "kk")[1].splitlines()
    titles = {width(line[: line.rindex("  ")]) for line in lines}
    assert len(lines) > 5
    assert len(titles) == 1


def test_an_english_start_needs_neither_catalogs_nor_babel():
    probe = (
        "import sys, endonym\nsys.argv = ['endonym', '--help']\ntry:\n    endonym.main()\nexcept SystemExit:\n    pass\n"
        "import gettext\nprint('LOADED', 'babel' in sys.modules, bool(gettext._translations))"
    )
    environment = {**os.environ, "LANGUAGE": "en", "PYTHONPATH": str(Path(endonym.__file__).parent)}
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, env=environment).stdout
    assert shown.splitlines()[-1] == "LOADED False False"
