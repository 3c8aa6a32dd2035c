"""The names of TBX: what version 3 (ISO 30042:2019) and version 2 (ISO 30042:2008) call the parts of an entry, and in which style.

A data category is an attribute (`<termNote type="termType">`, DCA, and all of version 2) or an element of its own (`<basic:termType>`,
DCT). TBX-Basic has the modules *min* and *basic*, TBX-Min the first alone. What no module has a category for is written as a note that
says what it is (`endonym/valid-until: 1993-10`): a note is allowed everywhere, and other programs keep it.
Source: the dialect definitions and data category modules of LTAC Global (tbxinfo.net), and TerminOrgs' TBX-Basic specification.
"""

from __future__ import annotations

from dataclasses import dataclass

from glossary.model import Status, TermType

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
"""The namespace of version 3 as published; drafts and early samples say `urn:iso:std:iso:30042:ed:3.0`, which is read too."""
MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
XML = "{http://www.w3.org/XML/1998/namespace}"
PREFIX = "endonym/"

CATEGORIES = {
    "administrativeStatus": ("termNote", "min"),
    "subjectField": ("descrip", "min"),
    "termType": ("termNote", "basic"),
    "definition": ("descrip", "basic"),
    "source": ("admin", "basic"),
}
"""The data categories that are written: the element of DCA that holds them, and their module."""

STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.SUPERSEDED: "supersededTerm-admn-sts",
}
READ_STATUSES = {
    **{value: status for status, value in STATUSES.items()},
    **{value.removesuffix("-admn-sts"): status for status, value in STATUSES.items()},
    **{status.value: status for status in Status},
    # The picklist of the first drafts of TBX-Min, and what Weblate writes.
    "notRecommended": Status.DEPRECATED,
    "forbidden": Status.DEPRECATED,
    "obsolete": Status.SUPERSEDED,
}
TYPES = {TermType.FULL: "fullForm", TermType.SHORT: "shortForm", TermType.ABBREVIATION: "abbreviation"}
READ_TYPES = {**{value: type for type, value in TYPES.items()}, "acronym": TermType.ABBREVIATION, "initialism": TermType.ABBREVIATION}


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to write TBX."""

    version: int
    """3 or 2."""
    name: str
    """TBX-Basic or TBX-Min."""
    style: str
    """dca or dct."""

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules of data categories it has."""
        return ("min", "basic") if self.name == "TBX-Basic" else ("min",)

    @property
    def parts(self) -> tuple[str, str, str, str, str]:
        """Root, header, entry, language section and term section."""
        return _PARTS[self.version]

    def has(self, category: str) -> bool:
        """True where the dialect has this data category."""
        return CATEGORIES[category][1] in self.modules


_PARTS = {
    3: ("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec"),
    2: ("martif", "martifHeader", "termEntry", "langSet", "tig"),
}
