"""The clause: how it is written, read and shown.  Knows Markdown only."""
