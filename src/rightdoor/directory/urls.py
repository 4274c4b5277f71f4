"""Addresses of the directory for those who keep it true."""

from django.urls import path

from rightdoor.directory.views import imports, keeping, pathways

app_name = "directory"
urlpatterns = [
    path("", keeping.board, name="board"),
    path("board.csv", keeping.board_file, name="board-file"),
    path("entries/<uuid:service_id>/", keeping.entry, name="entry"),
    path("entries/<uuid:service_id>/still-right/", keeping.still_right_here, name="entry-right"),
    path("entries/<uuid:service_id>/owner/", keeping.owner, name="entry-owner"),
    path("entries/<uuid:service_id>/change/", keeping.change, name="entry-change"),
    path("entries/<uuid:service_id>/history/", keeping.history, name="entry-history"),
    path("changes/<uuid:change_id>/", keeping.one_change, name="change"),
    path("corrections/<uuid:correction_id>/", keeping.one_correction, name="correction"),
    path("still-right/<str:sealed>/", keeping.still_right, name="still-right"),
    path("imports/", imports.imports, name="imports"),
    path("imports/<uuid:import_id>/", imports.one_import, name="import"),
    path("imports/rows/<uuid:row_id>/", imports.row, name="import-row"),
    path("imports/rows/<uuid:row_id>/accept/", imports.accept, name="import-accept"),
    path("imports/rows/<uuid:row_id>/refuse/", imports.refuse, name="import-refuse"),
    path("imports/rows/<uuid:row_id>/same/<uuid:service_id>/", imports.same, name="import-same"),
    path("pathways/<slug:issue>/", pathways.by_level, name="pathway"),
]
