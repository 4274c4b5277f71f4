"""What a practitioner may be allowed to do, one name each, NOUN_VERB."""

from enum import StrEnum


class Permission(StrEnum):
    """Every permission there is. Roles are made of these; code asks for these, never for a role."""

    REQUEST_SEND = "request_send"
    REQUEST_TRIAGE = "request_triage"
    REQUEST_DECIDE = "request_decide"
    PANEL_CHAIR = "panel_chair"
    PANEL_READ = "panel_read"
    PERSON_SEARCH = "person_search"
    FAMILY_WRITE = "family_write"
    PERSON_MERGE = "person_merge"
    PLAN_LEAD = "plan_lead"
    PLAN_SUPERVISE = "plan_supervise"
    PLAN_ALLOCATE = "plan_allocate"
    ADDRESS_SEE_PROTECTED = "address_see_protected"
    LOCALITY_READ = "locality_read"
    WORKFORCE_READ = "workforce_read"
    WORKFORCE_KEEP = "workforce_keep"
    INFORMATION_KEEP = "information_keep"
    DIRECTORY_KEEP = "directory_keep"
    ACCOUNT_MANAGE = "account_manage"
    ACCOUNT_MANAGE_EVERYWHERE = "account_manage_everywhere"
