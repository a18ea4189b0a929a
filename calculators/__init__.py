"""The rules of five regulations, as questions a person asks.

    >>> from calculators import ask
    >>> ask("attendance", "aues", unexcused_hours="35,5")["remaining"]
    '0.5'

Every answer is a dict of tokens and figures with the clauses they rest on; no
sentence for readers is made here.  Numbers may be int, Decimal, float or
text, with a comma or a point; days are text, YYYY-MM-DD.  What a calculator
asks, in which units and between which limits, tells `describe`.
"""

from calculators.api import CALCULATORS, answer, answer_json, describe

__all__ = ["CALCULATORS", "answer", "answer_json", "ask", "describe"]


def ask(calculator: str, institution: str = "any", /, **inputs: object) -> dict:
    """Answer one question asked from Python.

    Args:
        calculator: a key of `CALCULATORS`.
        institution: ietu, htii, aues, miras or umc; "any" for plain arithmetic.
        **inputs: the fields of `describe(calculator)`, by name; `as_of` is the
            day the rules are read on.

    Returns:
        As `answer`: a wrong or a blank input is told in the answer's
        `status`, `error_field` and `error_code`; nothing is raised.
    """
    return answer({"calculator": calculator, "institution": institution, "inputs": inputs})
