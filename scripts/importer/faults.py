"""What stops an import."""

from pathlib import Path


class ImportFault(Exception):
    """The document cannot be imported, and nothing was written.

    Attributes:
        path: the file.
        key: what is wrong and what to do, worded as `import.fault.{key}`.
        place: where in the file, ("line", 12) or ("page", 3); None for all of it.
        values: what fills the places of the wording.
    """

    def __init__(self, path: Path | str, key: str, place: tuple[str, int] | None = None, **values: object) -> None:
        self.path, self.key, self.place, self.values = str(path), key, place, values
        super().__init__(f"{path}: {key} {place or ''} {values or ''}".strip())
