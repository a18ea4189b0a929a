"""From an institution's document to clauses with lasting ids.

    read → clean → mark → segment → report → write

Each step is a module of its own; `command.py` is the only one that writes
files.  Nothing here knows MkDocs, the editions or the calculators.
"""
