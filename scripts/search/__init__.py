"""The search index: one record a clause, three languages, beside it the official wording."""
