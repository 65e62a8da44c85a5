"""Abstract model bases that all apps share."""

from __future__ import annotations

import uuid

from django.db import models


class ModelBerkode(models.Model):
    """A row that appears in addresses: people see the random ``uuid``, never the running number."""

    uuid = models.UUIDField("kode", default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
