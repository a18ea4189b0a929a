"""The browser's Python: the pinned runtime, the standard library we use, our wheel."""
