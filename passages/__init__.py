"""Where names stand: documents and their formats, segments, pairs, alignment, checks, review sessions."""

from passages.document import Document, open_document
from passages.errors import DocumentError
from passages.segment import Segment

__all__ = ["Document", "DocumentError", "Segment", "open_document"]
