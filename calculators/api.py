"""The one door: a question in, an answer out, as dicts or as JSON text."""

import json

from calculators import (
    admission, attendance, commission, council_meetings, course_size, credit_hours, credits, current_control,
    deadline, defence_checklist, doctoral_late_defence, drop_course, dual_training, ects_distribution, gpa,
    gpa_transfer, grade_consequence, grade_scale, group_size, internship, lines, programme_qualification, quorum,
    registration_access, rulebook, scholarship, student_government_stipend, study_term, teaching_right, typed, window,
)  # fmt: skip
from calculators.case import Case
from calculators.describe import description
from calculators.errors import BadInput, Blank, NotInForce
from calculators.fields import AS_OF, Reader
from calculators.rulebook import INSTITUTIONS, RULEBOOK, Rulebook
from calculators.verdict import INCOMPLETE, SILENT, Verdict

ANY = "any"

CALCULATORS = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        credits, gpa, gpa_transfer, grade_scale, defence_checklist, admission, window, attendance,
        grade_consequence, drop_course, deadline, ects_distribution, internship, scholarship, quorum,
        council_meetings, group_size, commission, programme_qualification, credit_hours, course_size,
        dual_training, study_term, teaching_right, doctoral_late_defence, registration_access,
        current_control, student_government_stipend,
    )
}  # fmt: skip


def answer(request: object, rules: Rulebook = RULEBOOK) -> dict:
    """Answer one question.

    Args:
        request: an object with `calculator`, `institution`, `inputs` and, if
            wanted, `id`, which comes back as it is.
        rules: the figures to judge by; a test may hand in an amended edition.

    Returns:
        The answer; always with `status`, `flags` and `clauses`.  Whatever is
        wrong with the request is told in it: nothing is raised.
    """
    if not isinstance(request, dict):
        return _refusal(BadInput("line", "not_an_object"))
    head = {"id": request["id"]} if "id" in request else {}
    return head | _answered(request, rules)


def describe(name: str) -> dict:
    """What a calculator asks, where it has a rule, and by which figures it judges.

    Args:
        name: a key of `CALCULATORS`.

    Raises:
        KeyError: there is no such calculator.
    """
    return description(name, CALCULATORS[name], RULEBOOK)


def answer_json(line: str | bytes) -> str:
    """Answer one question given as JSON text, with JSON text in ASCII.

    Text that is not JSON, names a key twice or nests too deep is a bad line.
    """
    try:
        request, doubled = lines.parsed(line)
    except (ValueError, RecursionError):
        return json.dumps({"id": None} | _refusal(BadInput("line", "not_json")))
    head = lines.head(request)
    if doubled:
        return json.dumps(head | _refusal(BadInput("line", "doubled_key")))
    return json.dumps(head | {key: value for key, value in answer(request).items() if key != "id"})


def _answered(request: dict, rules: Rulebook) -> dict:
    name, institution = request.get("calculator"), request.get("institution")
    module = CALCULATORS.get(name) if isinstance(name, str) else None
    if module is None:
        return _refusal(BadInput("calculator", "not_a_choice", choices=list(CALCULATORS)))
    anywhere = getattr(module, "ANYWHERE", False)
    if anywhere and typed.is_blank(institution):
        institution = ANY
    known = (*INSTITUTIONS, ANY) if anywhere else INSTITUTIONS
    if not isinstance(institution, str) or institution not in known:
        return _refusal(BadInput("institution", "not_a_choice", choices=list(known)))
    told = {"calculator": name, "institution": institution, "source_year": rules.source_year(institution)}
    return _judged(module, name, institution, request.get("inputs"), rules) | told


def _judged(module: object, name: str, institution: str, inputs: object, rules: Rulebook) -> dict:
    if not getattr(module, "ANYWHERE", False) and not rules.has(f"{institution}.{name}"):
        flags = (SILENT, *getattr(module, "SILENT_FLAGS", {}).get(institution, ()))
        return Verdict.silent(rules.silence(f"{institution}.{name}") or (), *flags).as_dict()
    given = inputs if isinstance(inputs, dict) else {}
    as_of = Reader(rules, institution).read((AS_OF,), given)
    reading = Reader(rules, institution, as_of.values["as_of"]).read(module.FIELDS, given)
    named = frozenset(key for key, raw in given.items() if not typed.is_blank(raw) and raw != [])
    case = Case(name, institution, reading.values, rules, as_of.values["as_of"], named)
    dated = any(figure.since or figure.until for figure in rules.figures(case.home))
    as_of_day = {"as_of": (case.day or rulebook.today()).isoformat()} if case.day or dated else {}
    return _told(module, case, inputs, reading.wrong or as_of.wrong) | as_of_day


def _told(module: object, case: Case, inputs: object, wrong: BadInput | None) -> dict:
    """The answer, whatever stands in the way of a verdict."""
    try:
        return _verdict(module, case, inputs, wrong).as_dict()
    except BadInput as error:
        return _refusal(error, _governing(module, case))
    except Blank as error:
        answer = Verdict(INCOMPLETE, {"error_field": error.field, "error_code": "blank"}, [], _governing(module, case))
        return answer.as_dict()
    except NotInForce as error:
        return Verdict.silent(error.clauses, "not_in_force").as_dict()


def _verdict(module: object, case: Case, inputs: object, wrong: BadInput | None) -> Verdict:
    chosen = _chosen(module, case)
    if chosen and not case.has(chosen):
        return Verdict.silent(case.silence())
    silence = getattr(module, "silence", None)
    verdict = silence(case) if silence else None
    if verdict:
        return verdict
    if inputs is not None and not isinstance(inputs, dict):
        raise BadInput("inputs", "not_an_object")
    if wrong:
        raise wrong
    consistent = getattr(module, "consistent", None)
    if consistent:
        consistent(case)
    case.need(*(one.name for one in module.FIELDS if one.needed and one.asked(case.institution, case.values)))
    return module.judge(case)


def _governing(module: object, case: Case) -> list[str]:
    """The clauses a reader is sent to while no verdict can be given."""
    if hasattr(module, "governing"):
        return module.governing(case)
    chosen = _chosen(module, case)
    return case.clauses(chosen) if chosen else case.clauses()


def _chosen(module: object, case: Case) -> str | None:
    """The table of figures that the reader's own choice leads to."""
    route = getattr(module, "ROUTE", None)
    return case[route] if route else None


def _refusal(error: BadInput, clauses: list[str] | None = None) -> dict:
    outputs = {"error_field": error.field, "error_code": error.code, "error_values": error.values}
    return Verdict("invalid_input", outputs, [], clauses or []).as_dict()
