"""Where names stand: documents and their formats, segments, pairs, alignment, checks, review sessions."""
