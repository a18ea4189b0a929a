"""Everything a calculator may refuse to answer, as codes that the page words.

Holds no sentence for readers and no rule.
"""


class BadInput(Exception):
    """An input that no reader could mean.

    Attributes:
        field: path of the input, such as `courses[1].letter`.
        code: what is wrong with it, such as `not_a_number`.
        values: what the wording needs, as text: `{"maximum": "4.0"}`.
    """

    def __init__(self, field: str, code: str, **values: object) -> None:
        super().__init__(f"{field}: {code}")
        self.field, self.code, self.values = field, code, values


class Blank(Exception):
    """A verdict needs this input and it was left blank."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field} is blank")
        self.field = field


class NotInForce(Exception):
    """A figure has no value on the day asked about; nothing replaces it."""

    def __init__(self, name: str, clauses: tuple[str, ...]) -> None:
        super().__init__(f"{name} has no value on that day; look in {', '.join(clauses)}")
        self.name, self.clauses = name, clauses
