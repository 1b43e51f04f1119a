"""Codes as people read them: why now, what happened."""

from __future__ import annotations

WHY_NOW_NAMES = {
    "new_story": "a new story",
    "new_entity": "another listed party stands in the evidence",
    "new_rule": "another rule fired",
    "severity_up": "it weighs more than before",
    "list_change": "a list changed",
    "rule_change": "a rule changed",
    "correction": "the article was corrected or taken back",
    "repeat": "nothing new",
}
EVENT_NAMES = {
    "alert.opened": "Opened",
    "alert.joined": "Another article joined",
    "alert.take": "Taken",
    "alert.assign": "Assigned",
    "alert.escalate": "Escalated",
    "alert.snooze": "Snoozed",
    "alert.wake": "Brought back",
    "alert.decide": "Decided",
    "alert.approve": "Approved",
    "alert.reject": "Sent back",
    "alert.reopen": "Opened again",
    "alert.suppress": "Suppressed",
    "alert.party": "Party decided",
    "alert.commented": "Comment",
    "alert.labelled": "Labels set",
    "alert.refused": "Attempt refused",
    "session.begun": "Signed in",
    "session.ended": "Signed out",
    "user.created": "User made",
    "user.disabled": "User locked out",
    "key.created": "Key made",
    "key.revoked": "Key revoked",
    "list.imported": "List imported",
    "rules.reloaded": "Rules exchanged",
    "rules.refused": "Rules refused",
}
"""What stands in the audit trail is the code; this is for reading along."""
