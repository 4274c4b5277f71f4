"""Addresses of the directory for those who keep it true."""

from django.urls import path

from rightdoor.directory.views import imports, pathways

app_name = "directory"
urlpatterns = [
    path("imports/", imports.imports, name="imports"),
    path("imports/<uuid:import_id>/", imports.one_import, name="import"),
    path("imports/rows/<uuid:row_id>/", imports.row, name="import-row"),
    path("imports/rows/<uuid:row_id>/accept/", imports.accept, name="import-accept"),
    path("imports/rows/<uuid:row_id>/refuse/", imports.refuse, name="import-refuse"),
    path("imports/rows/<uuid:row_id>/same/<uuid:service_id>/", imports.same, name="import-same"),
    path("pathways/<slug:issue>/", pathways.by_level, name="pathway"),
]
