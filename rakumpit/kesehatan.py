"""Health addresses for the process manager: alive, and ready to serve."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def hidup(request: HttpRequest) -> JsonResponse:
    """200 while the process answers; touches nothing else."""
    return JsonResponse({"hidup": True})


@require_safe
@never_cache
def siap(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and every migration is applied, else 503 with the reason."""
    try:
        pelaksana = MigrationExecutor(connection)
        tertunda = pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes())
    except DatabaseError:
        return JsonResponse({"siap": False, "alasan": "basis data tidak menjawab"}, status=503)
    if tertunda:
        return JsonResponse({"siap": False, "alasan": f"{len(tertunda)} migrasi belum dijalankan"}, status=503)
    return JsonResponse({"siap": True})
