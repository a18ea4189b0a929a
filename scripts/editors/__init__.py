"""The commands by which an editor brings a regulation onto the site."""
