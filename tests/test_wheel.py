"""The wheel, tried as a new user would: built, installed in an empty environment, run away from the checkout."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_it_holds_the_data_and_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "glossary/data/places.toml" in names
    assert "endonym.py" in names
    assert any(name.startswith("glossary/locales/") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "docs/", "locales/"))]


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The Python of a new environment that borrows this one's libraries (no network is needed), not this one's endonym."""
    home = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(home, with_pip=False)
    site = next((home / "lib").glob("python*/site-packages")) if sys.platform != "win32" else home / "Lib" / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    (site / "borrowed.pth").write_text("\n".join(f"import sys; sys.path.append({path!r})" for path in libraries))
    return next(path for path in (home / "bin" / "python", home / "Scripts" / "python.exe") if path.exists()), site


def test_it_runs_in_a_clean_environment(installed, tmp_path):
    python, site = installed
    (tmp_path / "letter.txt").write_text("The town of Zhanoezen.\n", encoding="utf-8")
    run = [str(python), "-m", "endonym"]
    where = subprocess.run(
        [str(python), "-c", "import glossary, endonym; print(glossary.__file__); print(endonym.__file__)"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    ).stdout.split()  # fmt: skip
    assert all(path.startswith(str(site)) for path in where), where
    shown = subprocess.run([*run, "normalize", "letter.txt", "--diff"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "+The town of Zhanaozen." in shown.stdout
    checked = subprocess.run([*run, "normalize", "letter.txt", "--check"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert checked.returncode == 1


def test_it_shows_the_review_screen_with_its_sample(installed, tmp_path):
    from tests.tui.terminal import Terminal

    python, _ = installed
    screen = Terminal(tmp_path, "review", program=(str(python), "-m", "endonym"), PYTHONPATH="", XDG_DATA_HOME=str(tmp_path / "data"))
    try:
        assert screen.shows("Five keys")
        screen.press("\x1b")
        assert screen.shows_no("Five keys")
        screen.press("x")
        assert screen.shows("!    1")
        screen.press("q")
        assert screen.shows("leave without")
        screen.press("l")
        assert screen.ends() == 0
    finally:
        screen.close()
