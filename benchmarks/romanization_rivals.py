"""Other programs on the rows of the romanization benchmark: which of their systems answers which of ours, and how to call them.

Every program runs in a process of its own (`run`), so that none of them, whatever its licence or its imports, is part of endonym.
Run as a script with a program's name it is that process: JSON lines [system, language, source] in, JSON strings (or null) out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from typing import Any

PROGRAMS = {
    "PyICU": "PyICU",
    "iuliia": "iuliia",
    "transliterate": "transliterate",
    "cyrtranslit": "cyrtranslit",
    "uroman": "uroman",
    "Unidecode": "Unidecode",
}
"""Program → its distribution on the package index."""

ICU = {
    "bgnpcgn-arm-Armn-Latn-1981": "Armenian-Latin/BGN",
    "bgnpcgn-ara-Arab-Latn-1956": "Arabic-Latin/BGN",
    "bgnpcgn-aze-Cyrl-Latn-1993": "Azerbaijani-Latin/BGN",
    "bgnpcgn-bel-Cyrl-Latn-1979": "Belarusian-Latin/BGN",
    "bgnpcgn-bul-Cyrl-Latn-1952": "Bulgarian-Latin/BGN",
    "bgnpcgn-ell-Grek-Latn-1962": "Greek-Latin/BGN",
    "bgnpcgn-fas-Arab-Latn-1956": "Persian-Latin/BGN",
    "bgnpcgn-heb-Hebr-Latn-1962": "Hebrew-Latin/BGN",
    "bgnpcgn-kat-Geor-Latn-1981": "ka-ka_Latn/BGN_1981",
    "bgnpcgn-kat-Geor-Latn-2009": "Georgian-Latin/BGN",
    "bgnpcgn-kaz-Cyrl-Latn-1979": "Kazakh-Latin/BGN",
    "bgnpcgn-kir-Cyrl-Latn-1979": "Kirghiz-Latin/BGN",
    "bgnpcgn-mkd-Cyrl-Latn-1981": "Macedonian-Latin/BGN",
    "bgnpcgn-mon-Cyrl-Latn-1964": "Mongolian-Latin/BGN",
    "bgnpcgn-per-Arab-Latn-1958": "Persian-Latin/BGN",
    "bgnpcgn-rus-Cyrl-Latn-1947": "Russian-Latin/BGN",
    "bgnpcgn-rus-Latn-Cyrl-1947": "Latin-Russian/BGN",
    "bgnpcgn-srp-Cyrl-Latn-1962": "Serbian-Latin/BGN",
    "bgnpcgn-tuk-Cyrl-Latn-1979": "Turkmen-Latin/BGN",
    "bgnpcgn-ukr-Cyrl-Latn-1965": "Ukrainian-Latin/BGN",
    "bgnpcgn-uzb-Cyrl-Latn-1979": "Uzbek-Latin/BGN",
    "cldr-kaz-Cyrl-Arab-arabic": "kk-ar",
    "cldr-kaz-Cyrl-Arab-persian": "kk-fa",
    "elot-ell-Grek-Latn-743-1982-ts": "Greek-Latin/UNGEGN",
    "palladius-zho-Latn-Cyrl": "zh_Latn_PINYIN-ru",
    "un-ell-Grek-Latn-1987-ts": "Greek-Latin/UNGEGN",
}
"""Row system → the transliterator of ICU made for it."""

IULIIA = {
    "alalc-rus-Cyrl-Latn-1997": "ALA_LC",
    "alalc-rus-Cyrl-Latn-2012": "ALA_LC",
    "alalc-russian-Latn-current": "ALA_LC",
    "bgnpcgn-rus-Cyrl-Latn-1947": "BGN_PCGN",
    "bgnpcgn-rus-Cyrl-Latn-1947-simple": "BGN_PCGN_ALT",
    "gost-rus-Cyrl-Latn-16876-71-1983": "GOST_16876",
    "gost-rus-Cyrl-Latn-16876-71-t2": "GOST_16876_ALT",
    "gost-rus-Cyrl-Latn-52290-2004": "GOST_52290",
    "gost-rus-Cyrl-Latn-52535.1-2006": "GOST_52535",
    "gost-rus-Cyrl-Latn-7.0.34-2014": "GOST_7034",
    "gost-rus-Cyrl-Latn-7.79-2000-2002": "GOST_779",
    "gost-rus-Cyrl-Latn-7.79-2000-B": "GOST_779_ALT",
    "icao-rus-Cyrl-Latn-9303": "ICAO_DOC_9303",
    "iso-rus-Cyrl-Latn-9-1968": "ISO_9_1968",
    "iso-rus-Cyrl-Latn-9-1968-alt": "ISO_9_1968_ALT",
    "mosmetro-rus-Cyrl-Latn": "MOSMETRO",
    "mvd-rus-Cyrl-Latn-2010": "GOST_52535",
    "mvd-rus-Cyrl-Latn-310-1997": "MVD_310",
    "mvd-rus-Cyrl-Latn-310-1997-fr": "MVD_310_FR",
    "mvd-rus-Cyrl-Latn-782-2000": "MVD_782",
    "scientific-rus-Cyrl-Latn": "SCIENTIFIC",
    "un-rus-Cyrl-Latn-1987": "UNGEGN_1987",
    "wikipedia-rus-Cyrl-Latn": "WIKIPEDIA",
    "yandexmaps-rus-Cyrl-Latn": "YANDEX_MAPS",
    "yandexmoney-rus-Cyrl-Latn": "YANDEX_MONEY",
}
"""Row system → schema of iuliia."""

TRANSLITERATE = {
    "alalc-ell-Grek-Latn-2010": "el",
    "alalc-hye-Armn-Latn": "hy",
    "bgna-bul-Cyrl-Latn-2009": "bg",
    "bgnpcgn-arm-Armn-Latn-1981": "hy",
    "bgnpcgn-bul-Cyrl-Latn-2013": "bg",
    "bgnpcgn-ell-Grek-Latn-1996": "el",
    "bgnpcgn-kat-Geor-Latn-2009": "ka",
    "bgnpcgn-mkd-Cyrl-Latn-2013": "mk",
    "bgnpcgn-mon-Cyrl-Latn-1964": "mn",
    "bgnpcgn-rus-Cyrl-Latn-1947": "ru",
    "bgnpcgn-srp-Cyrl-Latn-2005": "sr",
    "bgnpcgn-ukr-Cyrl-Latn-2019": "uk",
    "ggg-kat-Geor-Latn-2002": "ka",
    "gost-rus-Cyrl-Latn-7.79-2000-B": "ru",
    "masm-mon-Cyrl-Latn-5217-2012": "mn",
    "un-mkd-Cyrl-Latn-1977": "mk",
    "un-srp-Cyrl-Latn-1997": "sr",
    "ua-ukr-Cyrl-Latn-2010": "uk",
}
"""Row system → language pack of transliterate whose reverse is nearest to it."""

TRANSLITERATE_BACK = {"transliterate-kat-Latn-native": "ka", "transliterate-rus-Latn-native": "ru", "transliterate-ukr-Latn-native": "uk"}
"""Row system → language pack that writes from Latin."""

CYRTRANSLIT = {
    "bgna-bul-Cyrl-Latn-2009": "bg",
    "by-bel-Cyrl-Latn-2007": "by",
    "cyrtranslit-bel-Cyrl-Latn": "by",
    "cyrtranslit-ell-Grek-Latn": "el",
    "cyrtranslit-tgk-Cyrl-Latn": "tj",
    "cyrtranslit-ukr-Cyrl-Latn": "ua",
    "gost-rus-Cyrl-Latn-7.79-2000-B": "ru",
    "masm-mon-Cyrl-Latn-5217-2012": "mn",
    "ua-ukr-Cyrl-Latn-2010": "ua",
    "un-bel-Cyrl-Latn-2007": "by",
    "un-mkd-Cyrl-Latn-1977": "mk",
    "un-srp-Cyrl-Latn-1997": "sr",
}
"""Row system → language of cyrtranslit."""

Writer = Callable[[str, str, str], "str | None"]
"""(row system, language, source) → the program's answer; None where it has no system for these rows."""


def _pyicu() -> Writer:
    import icu  # pyright: ignore[reportMissingImports] -- not among the requirements: it wants ICU's headers

    made: dict[str, Any] = {}

    def write(system: str, _language: str, source: str) -> str | None:
        name = ICU.get(system)
        if name is None:
            return None
        if name not in made:
            made[name] = icu.Transliterator.createInstance(name)
        return made[name].transliterate(source)

    return write


def _iuliia() -> Writer:
    import iuliia

    def write(system: str, _language: str, source: str) -> str | None:
        name = IULIIA.get(system)
        return None if name is None else iuliia.translate(source, schema=getattr(iuliia, name))

    return write


def _transliterate() -> Writer:
    from transliterate import translit

    def write(system: str, _language: str, source: str) -> str | None:
        if system in TRANSLITERATE_BACK:
            return translit(source, TRANSLITERATE_BACK[system])
        return translit(source, TRANSLITERATE[system], reversed=True) if system in TRANSLITERATE else None

    return write


def _cyrtranslit() -> Writer:
    import cyrtranslit

    def write(system: str, _language: str, source: str) -> str | None:
        return cyrtranslit.to_latin(source, CYRTRANSLIT[system]) if system in CYRTRANSLIT else None

    return write


def _to_latin(system: str) -> bool:
    """True for a row system that writes Latin letters: the programs with one way for everything answer all of these."""
    return (
        not system.endswith("-native")
        and "-Latn-Cyrl" not in system
        and "-Arab-arab" not in system
        and not (system.startswith("alalc-Latn-") or "-Cyrl-Arab" in system or "Arab-Arab" in system)
    )


def _uroman() -> Writer:
    import uroman

    romanizer = uroman.Uroman()

    def write(system: str, language: str, source: str) -> str | None:
        return romanizer.romanize_string(source, lcode=language) if _to_latin(system) else None

    return write


def _unidecode() -> Writer:
    from unidecode import unidecode

    def write(system: str, _language: str, source: str) -> str | None:
        return unidecode(source) if _to_latin(system) else None

    return write


MAKERS = {
    "PyICU": _pyicu,
    "iuliia": _iuliia,
    "transliterate": _transliterate,
    "cyrtranslit": _cyrtranslit,
    "uroman": _uroman,
    "Unidecode": _unidecode,
}
"""Program → what makes its writer; the import happens there."""


def version(program: str) -> str | None:
    """The version installed; None where it is not."""
    try:
        return metadata.version(PROGRAMS[program])
    except metadata.PackageNotFoundError:
        return None


def run(program: str, rows: Sequence[tuple[str, str, str]]) -> list[str | None]:
    """The answers of a program to rows of (system, language, source), from a process of its own.

    Raises:
        RuntimeError: where the process fails; says how.
    """
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    made = subprocess.run([sys.executable, __file__, program], input=lines, capture_output=True, encoding="utf-8", check=False)
    if made.returncode:
        raise RuntimeError(f"{program}: {made.stderr.strip().splitlines()[-1] if made.stderr.strip() else 'failed'}")
    return [json.loads(line) for line in made.stdout.splitlines()]


def main() -> None:
    """Answer the rows on standard input."""
    write = MAKERS[sys.argv[1]]()
    for line in sys.stdin:
        system, language, source = json.loads(line)
        try:
            answer = write(system, language, source)
        except Exception:  # a program that breaks on a row has not answered it
            answer = ""
        print(json.dumps(answer))


if __name__ == "__main__":
    main()
