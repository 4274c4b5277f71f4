"""What access keeps: who works here, what they may do, what was done, what is half written."""

from rightdoor.access.models.audit import AuditEntry
from rightdoor.access.models.drafts import Draft, Submission
from rightdoor.access.models.people import Agency, Practitioner, RoleGrant

__all__ = ["Agency", "AuditEntry", "Draft", "Practitioner", "RoleGrant", "Submission"]
