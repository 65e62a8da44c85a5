"""The hearing of an objection: what each of the two sides says, written by it or by who hears it."""

from __future__ import annotations

from hashlib import sha256

from django.db import transaction

from kinerja.enums import LABEL_PIHAK, Pihak, StatusKeberatan
from kinerja.models import Keberatan
from kinerja.permissions import akun_pemegang, akun_penilai, pemutus_keberatan, pihak_untuk
from kinerja.proses.dasar_keberatan import beri_tahu, kunci_keberatan, masih_terbuka, simpan_keberatan
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.versi import konflik_menurut_audit
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna

_AKSI = "kinerja.keberatan.keterangan"


def sidik_keterangan(keberatan: Keberatan, pihak: Pihak) -> str:
    """Names the words of one side as they are stored. The other side may write meanwhile: only its own words count."""
    return sha256(getattr(keberatan, f"keterangan_{pihak.value}").encode()).hexdigest()


@transaction.atomic
def beri_keterangan(*, keberatan: Keberatan, oleh: Pengguna, pihak: Pihak, isi: str, semula: str = "") -> Keberatan:
    """Record what one side says; may be mended until the decision. With both sides the objection is *didengar*.

    ``semula``: ``sidik_keterangan`` of the words that the opened form showed, "" for none. Two people may write for one
    side, itself and who hears it; neither saves over what the other has written. Sent twice, the first is the answer.
    ProsesDitolak, KonflikVersi.
    """
    kini = kunci_keberatan(keberatan)
    masih_terbuka(kini)
    if pihak not in pihak_untuk(oleh, kini):
        raise ProsesDitolak("Keterangan ditulis oleh pihaknya sendiri, atau oleh pejabat yang memutus keberatan ini.")
    isi = wajib_diisi(isi, "Tulis keterangannya.")
    medan = f"keterangan_{pihak.value}"
    lama = getattr(kini, medan)
    if lama == isi:
        return kini
    if lama and semula != sidik_keterangan(kini, pihak):
        raise konflik_menurut_audit(kini, _AKSI, medan=medan)
    sebelum = {medan: lama, "status": kini.status}
    setattr(kini, medan, isi)
    if kini.keterangan_pegawai and kini.keterangan_penilai:
        kini.status = StatusKeberatan.DIDENGAR.value
    simpan_keberatan(kini, oleh)
    catat(pelaku=oleh, aksi=_AKSI, objek=kini, sebelum=sebelum, sesudah={medan: isi, "status": kini.status})
    if kini.status != sebelum["status"]:
        judul = f"Kedua pihak sudah didengar: keberatan {kini.evaluasi.pegawai}"
        beri_tahu(kini, "didengar", akun_pemegang(pemutus_keberatan(kini.evaluasi)), judul, "Putuskan keberatan ini.")
    _kabari_pihak(kini, oleh, pihak)
    return kini


def _kabari_pihak(kini: Keberatan, oleh: Pengguna, pihak: Pihak) -> None:
    """Who did not write the words in the own name hears that they were written."""
    akun = kini.evaluasi.pegawai.pengguna_id if pihak is Pihak.PEGAWAI else akun_penilai(kini.evaluasi)
    if akun != oleh.pk:
        judul = f"Keterangan Anda dicatat {oleh}"
        isi = f"Sebagai {LABEL_PIHAK[pihak].lower()} dalam keberatan. Baca, dan betulkan bila ada yang keliru."
        beri_tahu(kini, f"dicatatkan-{kini.versi}", akun, judul, isi)
