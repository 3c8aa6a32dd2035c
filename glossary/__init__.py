"""Which name is right: concepts and terms, matcher, normalizer, catalogs, exchange formats."""

from glossary.errors import GlossaryError
from glossary.findings import Occurrence
from glossary.glossary import Glossary

__all__ = ["Glossary", "GlossaryError", "find"]


def find(text: str, glossary: Glossary, language: str = "en") -> list[Occurrence]:
    """The names in a text, in order, with what the glossary says of each: `Lexicon.find`, in the glossary's compiled form.

    `language` is the BCP 47 subtag of the text; offsets are code points.
    """
    return glossary.lexicon(language).find(text)
