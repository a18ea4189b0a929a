"""Every token an answer can carry, so that a check can prove each has words.

Not needed to answer; the browser never asks for it.
"""

from collections.abc import Iterable, Iterator

from calculators.api import CALCULATORS
from calculators.fields import AS_OF, Field
from calculators.rulebook import RULEBOOK

STATUSES = (
    "adopted", "adopted_by_chair", "allowed", "barred", "before_start", "below", "blocked", "boundary", "closed",
    "conditional", "extra_stream", "fault", "grade_F", "in_time", "incomplete", "interview_route", "invalid_input",
    "late", "met", "no_quorum", "not_allowed", "not_met", "not_open", "not_opened", "ok", "open", "opens",
    "over_norm", "reached", "rejected", "rejected_by_chair", "undefined", "within_norm",
)  # fmt: skip
FLAGS = (
    "abstentions_not_defined", "active_not_defined", "additional_semester", "amount_not_stated", "before_semester_start", "boundary_time",
    "certificate_equivalence_not_defined", "chair_abstained", "chair_vote_needed", "competition_decides",
    "consequence_not_stated", "date_not_stated", "day_type_not_defined", "debt_remains",
    "decision_body_not_consistent", "depends_on_room", "derived_not_stated", "different_table", "discretionary", "disputed_letter",
    "ects_rounding_not_defined", "ends_on_weekend", "entrance_exams_only", "exact_figure",
    "expert_commission_not_defined", "external_maximum", "external_scale", "final_grade_not_defined",
    "fractional_score_not_defined", "free_drop_not_granted", "full_time_only", "fx_attempts_not_defined",
    "gpa_counts_not_courses", "hour_type_not_defined", "lab_mix_not_defined", "law_not_named_in_clause",
    "majority_of_present", "no_redefence", "norm_not_ceiling", "not_in_document", "not_in_force",
    "online_7_3_vs_7_6", "online_quorum_not_defined", "other_conference_not_counted", "paid_route_contradiction",
    "participants_read_as_members", "payment_not_stated", "range_minimum_ambiguous", "recommendatory",
    "research_outside_theory", "retake_within_year", "rounding_not_defined", "set_by_institution",
    "share_rounding_not_defined", "small_contingent_exempt", "start_day_convention", "start_not_defined",
    "total_differs_from_components", "unit_not_defined", "unt_format_decides", "working_week_assumed",
)  # fmt: skip
CHECKS = (
    "bd_total", "bd_vk", "chair", "closes", "creative_exams", "degree_staff", "drop", "duration", "enrolment_order",
    "ethics", "final_attestation", "form", "funding", "gpa", "grades", "host_contract", "internship_base",
    "laboratories", "language", "least", "majority", "meetings", "most", "no_appeal_members", "norm", "odd", "opens",
    "pd_total", "pedagogical_block_completed", "pedagogical_practice_done", "pedagogical_programme_completed",
    "permitted_size", "place_agreed", "plan", "pre_defence_extract", "prerequisites", "production_share",
    "public_life", "publication_or_talk", "quorum", "remote_condition", "research_contracts",
    "research_or_publication", "retake_prepayment", "review", "semester_fee", "similarity_check", "size",
    "special_exam", "student_share", "subject", "supervisor_review", "sure", "swap", "teachers_in_staff", "theory",
    "total", "tuition_debt", "unexcused_hours", "usual_size", "whole_credits", "years",
)  # fmt: skip
# What `reasons` names beyond the checks themselves, and `unknown` beyond them.
REASONS = ("special_exam_failed", "subject_below_5", "total_below", "unt_annulled", "unt_profile_mismatch")
UNKNOWNS = ("expert_commission", "plagiarism_found")
OUTCOMES = (
    "credits_awarded_defend_later_paid", "passed", "reenrol_and_repeat_course",
    "repeat_science_credits_paid_then_defend_later", "retake_final_control_without_repeating",
)  # fmt: skip
IMPROVEMENTS = ("not_allowed_this_period", "undefined")
CONSEQUENCES = ("paid_repeat_year_or_paid_summer_restudy", "promoted_by_order")
CHANGES = ("course", "credit_points", "days_left", "hours_left", "remaining_average", "remaining_impossible")
ERRORS = (
    "before_start", "blank", "date_out_of_range", "doubled_key", "more_than_total", "negative", "not_a_choice",
    "not_a_date", "not_a_datetime", "not_a_letter", "not_a_level", "not_a_list", "not_a_number", "not_an_object",
    "not_counted", "not_json", "not_positive", "not_text", "not_whole", "not_yes_or_no", "too_large", "too_long",
    "too_many_rows", "too_small",
)  # fmt: skip
UNITS = ("credit_points", "people", "tenge", "votes", "yes_no")  # beside those of the figures and the fields
RELATIONS = ("<", ">")  # beside those of the figures


def tokens() -> dict[str, list[str]]:
    """All tokens by group, sorted."""
    fields = list(_fields((*(one for module in CALCULATORS.values() for one in module.FIELDS), AS_OF)))
    figures = list(RULEBOOK.figures())
    groups: dict[str, Iterable[str]] = {
        "calculator": CALCULATORS,
        "status": STATUSES,
        "flag": FLAGS,
        "check": CHECKS,
        "missing": (*CHECKS, *UNKNOWNS),
        "reason": (*REASONS, "funding", "form", "grades"),
        "outcome": OUTCOMES,
        "improvement": IMPROVEMENTS,
        "consequence": CONSEQUENCES,
        "change": (*CHANGES, *CHECKS),
        "error": ERRORS,
        "unit": {*UNITS, *(one.unit for one in (*fields, *figures) if one.unit)},
        "relation": {*RELATIONS, *(figure.relation for figure in figures if figure.relation)},
        "field": {one.name for one in fields},
        "choice": {f"{one.name}.{choice}" for one in fields for choice in one.choices},
        "audience": {who for module in CALCULATORS.values() for who in module.AUDIENCE},
    }
    return {group: sorted(set(names)) for group, names in groups.items()}


def _fields(fields: Iterable[Field]) -> Iterator[Field]:
    for one in fields:
        yield one
        yield from _fields(one.inner)
