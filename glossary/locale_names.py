"""What a gettext locale's name says: language, script, country.

Locales are named as GNU gettext names folders (`kk_Latn`, `sr_RS@latin`, `pt_BR`), which differs from BCP 47 by its signs only, and by the
modifier that stands for a script (gettext manual 0.21, "Locale Names").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = re.compile(r"([A-Za-z]{2,3})(?:[_-]([A-Za-z]{4}))?(?:[_-]([A-Za-z]{2}|\d{3}))?(?:\.[\w-]+)?(?:@(\w+))?")
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"}


@dataclass(frozen=True, slots=True)
class Locale:
    """A language as one catalog writes it."""

    language: str
    """BCP 47 language subtag."""
    script: str | None
    """ISO 15924 code; None where the locale leaves it open."""
    territory: str | None = None
    """ISO 3166-1 or UN M.49 code; None where the locale leaves it open."""

    @classmethod
    def of(cls, name: str) -> Locale:
        """Read a locale's name; one that is none stands for a language without rules."""
        match = _NAME.fullmatch(name.strip())
        if match is None:
            return cls(name.strip().lower(), None)
        language, script, territory, modifier = match.groups()
        return cls(language.lower(), script.title() if script else _SCRIPTS.get((modifier or "").lower()), territory and territory.upper())

    @property
    def name(self) -> str:
        """As gettext names its folder: kk, kk_Latn, pt_BR."""
        return "_".join(part for part in (self.language, self.script, self.territory) if part)
