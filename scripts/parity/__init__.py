"""Proof that the three languages of an edition say the same figures."""
