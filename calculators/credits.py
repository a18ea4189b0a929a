"""Is the credit volume of a programme reached?

Source: ietu-2.3, ietu-2.4, ietu-2.6, ietu-2.9, htii-3.1.20, aues-7.1.6.
"""

from fractions import Fraction

from calculators.case import Case, need
from calculators.fields import Field
from calculators.shown import counted
from calculators.verdict import Verdict, measured, names, ruling

AUDIENCE = ("student", "master", "staff")
MASTER = {"level": ("master",)}
PARTS = ("bd_vk", "bd_tk", "pd", "research", "final_attestation")
FIELDS = (
    Field(
        "level", "choice", ("bachelor", "master", "doctoral"), needed=True,
        choices_at={"ietu": ("master",), "htii": ("bachelor", "master"), "aues": ("bachelor",)},
    ),
    Field("track", "choice", ("sci_ped", "profile"), needed=True, when=MASTER),
    # The scientific and pedagogical track has one volume, whatever its years.
    Field(
        "duration_years", "choice", ("1", "1.5", "2"), "years", needed=True, numeric=True,
        when=MASTER | {"track": ("profile",)},
    ),
    Field("shortened", "boolean", when={"level": ("bachelor",)}, at=("htii",)),
    Field("total_credits", "decimal", unit="credits"),
    Field("components", "group", unit="credits", inner=tuple(Field(part, "decimal", unit="credits") for part in PARTS)),
)  # fmt: skip


def silence(case: Case) -> Verdict | None:
    """Levels and terms for which the document has no volume."""
    programme = _programme(case)
    if programme is None or case.has(f"total.{programme}"):
        return None
    return Verdict.silent(case.silence(programme))


def _programme(case: Case) -> str | None:
    """The row of the figures; None while an answer that chooses it is blank."""
    level, track, years = case["level"], case["track"], case["duration_years"]
    if level != "master" or not case.has("total.sci_ped"):
        return level
    if track != "profile":
        return track
    return f"{track}_{years}" if years else None


def judge(case: Case) -> Verdict:
    """Every volume the document fixes, beside the reader's.

    Components are judged cycle by cycle where the document divides the
    volume, a bare total alone; with both, the components count.
    """
    if case["shortened"]:
        rule = case.figure("shortened")
        return Verdict.silent(rule.clauses, "set_by_institution")
    total, parts = case["total_credits"], case["components"]
    if parts is None or (total is not None and all(value is None for value in parts.values())):
        case.need("total_credits")
        return _verdict(case, total, None)
    for name in PARTS:
        need(f"components.{name}", parts[name])
    verdict = _verdict(case, sum(parts.values(), Fraction()), parts)
    if total is not None and total != sum(parts.values()):
        verdict.flags.append("total_differs_from_components")
    return verdict


def _verdict(case: Case, total: Fraction, parts: dict | None) -> Verdict:
    programme = _programme(case)
    required = case.figure(f"total.{programme}")
    checks = [measured("total", total, required)]
    outputs = {"total": counted(total), "required_total": required.count}
    flags = []
    if parts and case.has("theory"):
        cycles = _cycles(case, parts)
        checks += cycles
        outputs["theory"] = counted(_theory(parts))
        # What the sums leave is nowhere named in the document.
        theory, attestation = case.figure(f"theory.{programme}"), case.figure("final_attestation")
        outputs["derived_remainder"] = counted(required.number - theory.number - attestation.number)
        flags += ["derived_not_stated", "research_outside_theory"]
        if any(check.met is False and check.relation == "=" for check in cycles):
            flags.append("exact_figure")
    outputs["checks"] = {check.name: check.met for check in checks}
    outputs["missing"] = counted(max(required.number - total, Fraction()))
    outputs["unmet"] = names(checks, met=False)
    return Verdict(ruling(checks), outputs, flags, checks=checks)


def _theory(parts: dict) -> Fraction:
    return parts["bd_vk"] + parts["bd_tk"] + parts["pd"]


def _cycles(case: Case, parts: dict) -> list:
    programme, track = _programme(case), case["track"]
    return [
        measured("theory", _theory(parts), case.figure(f"theory.{programme}")),
        measured("bd_total", parts["bd_vk"] + parts["bd_tk"], case.figure(f"bd_total.{track}")),
        measured("bd_vk", parts["bd_vk"], case.figure(f"bd_vk.{track}")),
        measured("pd_total", parts["pd"], case.figure(f"pd_total.{track}")),
        measured("final_attestation", parts["final_attestation"], case.figure("final_attestation")),
    ]
