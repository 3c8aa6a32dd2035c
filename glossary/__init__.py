"""Which name is right: concepts and terms, matcher, normalizer, catalogs, exchange formats."""

from glossary.errors import GlossaryError
from glossary.glossary import Glossary

__all__ = ["Glossary", "GlossaryError"]
