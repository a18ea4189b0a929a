"""How the built site gets to readers."""
