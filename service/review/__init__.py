"""VERB: an analyst decides. Every step is a legal move by an authenticated person, and stands in the audit trail."""

from service.review.acts import MAX_COMMENT, MAX_LABEL, SYSTEM, PartySaid, Review, open_parties
from service.review.asking import Asked
from service.review.files import MAX_FILE, Filing, Upload, kind_of
from service.review.regroup import Regrouping, Split
from service.review.second_look import look_again
from service.review.suppress import Suppressing

__all__ = [
    "MAX_COMMENT",
    "MAX_FILE",
    "MAX_LABEL",
    "SYSTEM",
    "Asked",
    "Filing",
    "PartySaid",
    "Regrouping",
    "Review",
    "Split",
    "Suppressing",
    "Upload",
    "kind_of",
    "look_again",
    "open_parties",
]
