"""The review screen; built with the review session."""
