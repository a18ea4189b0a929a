"""What a calculator asks and judges by, as data that a form can be drawn from."""

from calculators.fields import AS_OF, Field
from calculators.rulebook import INSTITUTIONS, Figure, Rulebook


def description(name: str, module: object, rules: Rulebook) -> dict:
    """One calculator: fields in order, institutions with a rule, silences, figures, audience."""
    anywhere = getattr(module, "ANYWHERE", False)
    ruled = [code for code in INSTITUTIONS if rules.has(f"{code}.{name}")]
    tables = [f"{code}.{table}" for code in ruled for table in (name, *getattr(module, "RELATED", ()))]
    tables += [f"external.{table}" for table in getattr(module, "EXTERNAL", ())]
    figures = [figure for table in tables for figure in rules.figures(table)]
    silences = {} if anywhere else {
        question: clauses for question, clauses in rules.silences().items()
        if question.partition(".")[2].split(".")[0] == name
    }  # fmt: skip
    fields = [field_data(one, rules) for one in (*module.FIELDS, AS_OF)]
    route = getattr(module, "ROUTE", None)
    for one in fields:
        if one["name"] == route:
            one["choices_at"] = {code: _known(one["choices"], rules.keys(f"{code}.{name}")) for code in ruled}
    return {
        "calculator": name,
        "audience": list(module.AUDIENCE),
        "anywhere": anywhere,
        "institutions": ruled,
        "silent": {} if anywhere else {
            code: list(silences.get(f"{code}.{name}", ())) for code in INSTITUTIONS if code not in ruled
        },
        "fields": fields,
        "figures": [figure_data(figure) for figure in figures],
        "clauses": list(dict.fromkeys(
            [clause for figure in figures for clause in figure.clauses]
            + [clause for clauses in silences.values() for clause in clauses]
        )),
    }  # fmt: skip


def field_data(one: Field, rules: Rulebook) -> dict:
    """One field; limits as text, blank conditions as null."""
    return {
        "name": one.name,
        "kind": one.kind,
        "choices": list(one.choices),
        "choices_at": {code: list(choices) for code, choices in one.choices_at.items()},
        "unit": one.unit,
        "minimum": str(one.minimum),
        "above_minimum": one.above,
        "maximum": rules.ruling(one.maximum).value if one.maximum else None,
        "optional": not one.needed,
        "when": {name: list(values) for name, values in one.when.items()},
        "at": list(one.at),
        "noted": one.noted,
        "inner": [field_data(inner, rules) for inner in one.inner],
    }


def figure_data(figure: Figure) -> dict:
    """One version of a figure, with its clause and unit."""
    return {
        "name": figure.name,
        "value": list(figure.value) if isinstance(figure.value, tuple) else figure.value,
        "unit": figure.unit,
        "relation": figure.relation,
        "clause": figure.clause,
        "see": list(figure.see),
        "from": figure.since.isoformat() if figure.since else None,
        "until": figure.until.isoformat() if figure.until else None,
    }


def _known(choices: list[str], ruled: tuple[str, ...]) -> list[str]:
    return [choice for choice in choices if choice in ruled]
