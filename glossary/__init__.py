"""Which name is right: concepts and terms, matcher, normalizer, catalogs, exchange formats."""
