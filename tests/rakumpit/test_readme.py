"""The README names every command of the project, and only options that the commands have."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.test import SimpleTestCase

_PERINTAH = re.compile(r"^\| `manage\.py (\w+)([^`]*)` \|", re.MULTILINE)


def tabel_perintah() -> dict[str, str]:
    """Commands in the table of the README, with what stands behind their names."""
    teks = (Path(settings.BASE_DIR) / "README.md").read_text(encoding="utf-8")
    bagian = teks.partition("## Perintah\n")[2].partition("\n## ")[0]
    return dict(_PERINTAH.findall(bagian))


def milik_sendiri() -> dict[str, str]:
    """Commands of this tree, by name, with their apps."""
    akar = {satu.name for satu in Path(settings.BASE_DIR).iterdir() if (satu / "__init__.py").exists()}
    return {nama: app for nama, app in get_commands().items() if str(app).partition(".")[0] in akar}


class PerintahTests(SimpleTestCase):
    maxDiff = None

    def test_setiap_perintah_ada_di_tabel(self) -> None:
        sendiri = milik_sendiri()
        self.assertIn("laporan_skm", sendiri)
        self.assertNotIn("migrate", sendiri)
        self.assertEqual(sorted(tabel_perintah()), sorted(sendiri))

    def test_pilihan_yang_disebut_memang_ada(self) -> None:
        """The options of the table exist, those without brackets are wanted, and every command says what it does."""
        salah = []
        for nama, sisa in tabel_perintah().items():
            pengurai = load_command_class(milik_sendiri()[nama], nama).create_parser("manage.py", nama)
            ada = {pilihan for aksi in pengurai._actions for pilihan in aksi.option_strings}
            salah += [f"{nama} {satu}" for satu in re.findall(r"--[\w-]+", sisa) if satu not in ada]
            wajib = {aksi.option_strings[0] for aksi in pengurai._actions if aksi.required and aksi.option_strings}
            salah += [f"{nama} tanpa {satu}" for satu in wajib if satu not in sisa.partition("[")[0]]
            if not pengurai.description:
                salah.append(f"{nama}: tanpa keterangan")
        self.assertEqual(salah, [])
