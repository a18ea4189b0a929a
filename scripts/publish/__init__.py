"""What leads to a clause from outside: permalinks, previews, open data, feeds, the ledger."""
