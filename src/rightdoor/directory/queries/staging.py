"""Files that were read in, for those who keep the directory."""

from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.directory.models import Service, StagedEntry, StagedImport

WAITS = Q(rows__state__in=[StagedEntry.State.WAITING, StagedEntry.State.DUPLICATE])


def imports(who: Practitioner) -> QuerySet[StagedImport]:
    """Give the files that were read in, newest first, with how many rows each has and how many wait."""
    check_may(who, Permission.DIRECTORY_KEEP)
    found = StagedImport.objects.annotate(of_all=Count("rows"), waiting=Count("rows", filter=WAITS))
    return found.order_by("-made_at", "pk")


def import_or_404(who: Practitioner, import_id: UUID) -> StagedImport:
    """Give one file."""
    return get_object_or_404(imports(who), pk=import_id)


def rows(made: StagedImport, state: str) -> QuerySet[StagedEntry]:
    """Give the rows of a file, of one state if that is asked."""
    found = StagedEntry.objects.filter(of=made).defer("raw", "entry")
    return found.filter(state=state) if state else found


def row_or_404(who: Practitioner, row_id: UUID) -> StagedEntry:
    """Give one row."""
    check_may(who, Permission.DIRECTORY_KEEP)
    return get_object_or_404(StagedEntry.objects.select_related("of", "service"), pk=row_id)


def proposed(row: StagedEntry) -> QuerySet[Service]:
    """Give the entries that a row may be, those of them that are kept."""
    return Service.objects.filter(pk__in=[one["id"] for one in row.alike])
