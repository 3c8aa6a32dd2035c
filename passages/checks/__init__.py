"""The checks of translation pairs: pure functions from a reading of a pair to findings, which print nothing and change nothing.

`registry` lists them, `judging` asks them. What is named here is the package's public face; the rest is its own business.
"""

from passages.checks.consistency import Consistency
from passages.checks.context import CheckContext
from passages.checks.judging import check_pair, check_pairs, check_text, document_findings, own_findings
from passages.checks.model import Check, Fix, PairFinding
from passages.checks.reading import Reading
from passages.checks.registry import CHECKS

__all__ = [
    "CHECKS", "Check", "CheckContext", "Consistency", "Fix", "PairFinding", "Reading",
    "check_pair", "check_pairs", "check_text", "document_findings", "own_findings",
]  # fmt: skip
