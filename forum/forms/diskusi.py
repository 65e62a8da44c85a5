"""Forms of the discussion. Public ones are written without components: one class for the inputs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from forum.enums.diskusi import LABEL_IRAMA, LABEL_JENIS_TOPIK, LABEL_STATUS_TOPIK
from forum.models import AlasanModerasi, KategoriDiskusi, Topik
from forum.models.diskusi import PANJANG_ISI, PANJANG_JUDUL
from forum.perhitungan.diskusi import LANJUTAN_TOPIK, NAMA_TERPANJANG, StatusTopik
from forum.proses.diskusi import LAMPIRAN_TERBANYAK
from rakumpit.isian import BeberapaBerkasField, BeberapaBerkasInput, isi_pilihan

# The kind that is no topic: it goes on to the page of reports.
PENGADUAN = "pengaduan"
_BANTUAN_ISI = (
    "Jangan menulis NIK, nomor telepon, atau nama orang lain. **Tebal**, _miring_, dan - daftar boleh dipakai."
)


def _isian(**atribut: Any) -> dict[str, Any]:
    return {"class": "isian"} | atribut


def _area(baris: int) -> forms.Textarea:
    return forms.Textarea(attrs=_isian(rows=baris, maxlength=PANJANG_ISI))


def _lampiran() -> BeberapaBerkasField:
    return BeberapaBerkasField(
        label="Gambar atau PDF",
        required=False,
        help_text=f"Paling banyak {LAMPIRAN_TERBANYAK}: JPG, PNG, atau PDF. Dibaca semua orang sesudah diperiksa. "
        "Tempat dan waktu foto kami hapus; PDF dapat memuat nama pembuatnya. Sesudah galat, pilih lagi.",
        widget=BeberapaBerkasInput(attrs=_isian(accept=".jpg,.jpeg,.png,.pdf")),
    )


class KirimanForm(forms.Form):
    """With the id that lets a doubled sending be stored once."""

    kiriman = forms.UUIDField(widget=forms.HiddenInput)


class TopikForm(KirimanForm):
    jenis = forms.ChoiceField(
        label="Apa yang ingin Anda tulis?",
        choices=[*((k.value, v) for k, v in LABEL_JENIS_TOPIK.items()), (PENGADUAN, "Pengaduan")],
        widget=forms.Select(attrs=_isian()),
        help_text="Pengaduan punya halaman sendiri, dengan nomor dan tenggat.",
    )
    kategori = forms.ModelChoiceField(
        label="Tentang apa?",
        queryset=KategoriDiskusi.objects.none(),
        to_field_name="uuid",
        empty_label="Pilih kategori",
        widget=forms.Select(attrs=_isian()),
        error_messages={"required": "Pilih kategori.", "invalid_choice": "Pilih salah satu kategori."},
    )
    judul = forms.CharField(
        label="Judul",
        max_length=PANJANG_JUDUL,
        widget=forms.TextInput(attrs=_isian(autocomplete="off")),
        error_messages={"required": "Tulis judulnya."},
    )
    isi = forms.CharField(
        label="Isi",
        max_length=PANJANG_ISI,
        help_text=_BANTUAN_ISI,
        widget=_area(8),
        error_messages={"required": "Tulis isinya."},
    )

    lampiran = _lampiran()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isi_pilihan(self.fields["kategori"], KategoriDiskusi.objects.filter(aktif=True))


class BalasanForm(KirimanForm):
    isi = forms.CharField(
        label="Balasan Anda",
        max_length=PANJANG_ISI,
        help_text=_BANTUAN_ISI,
        widget=_area(4),
        error_messages={"required": "Tulis balasan Anda."},
    )
    lampiran = _lampiran()


class SuntingForm(forms.Form):
    """``dilihat``: the last edit that the page showed, as written by ``isoformat``; "" for none."""

    dilihat = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    isi = forms.CharField(
        label="Isi",
        max_length=PANJANG_ISI,
        help_text=_BANTUAN_ISI,
        widget=_area(8),
        error_messages={"required": "Tulis isinya."},
    )


class SuntingTopikForm(SuntingForm):
    judul = forms.CharField(label="Judul", max_length=PANJANG_JUDUL, widget=forms.TextInput(attrs=_isian()))
    field_order = ("dilihat", "judul", "isi")


class TandaiForm(KirimanForm):
    alasan = forms.ModelChoiceField(
        label="Apa yang tidak sesuai?",
        queryset=AlasanModerasi.objects.none(),
        to_field_name="kode",
        empty_label="Pilih alasan",
        widget=forms.Select(attrs=_isian()),
        error_messages={"required": "Pilih alasan.", "invalid_choice": "Pilih salah satu alasan."},
    )
    catatan = forms.CharField(
        label="Catatan", max_length=300, required=False, widget=forms.TextInput(attrs=_isian(autocomplete="off"))
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isi_pilihan(self.fields["alasan"], AlasanModerasi.objects.filter(aktif=True))


class IkutiForm(forms.Form):
    irama = forms.ChoiceField(
        label="Kabar lewat email",
        choices=[(k.value, v) for k, v in LABEL_IRAMA.items()],
        widget=forms.Select(attrs=_isian()),
    )


class KeberatanForm(forms.Form):
    isi = forms.CharField(
        label="Mengapa Anda keberatan?",
        max_length=1000,
        widget=forms.Textarea(attrs=_isian(rows=5, maxlength=1000)),
        error_messages={"required": "Tulis keberatan Anda."},
    )


class DaftarAkunForm(forms.Form):
    email = forms.EmailField(
        label="Alamat email",
        max_length=254,
        help_text="Tidak pernah ditampilkan. Tautan untuk membuat akun kami kirim ke sini.",
        widget=forms.EmailInput(attrs=_isian(autocomplete="email")),
        error_messages={"required": "Isi alamat email.", "invalid": "Periksa alamat email, misalnya nama@contoh.id."},
    )
    nama = forms.CharField(
        label="Nama tampilan",
        max_length=NAMA_TERPANJANG,
        help_text="Nama yang dibaca semua orang. Boleh nama samaran.",
        widget=forms.TextInput(attrs=_isian(autocomplete="nickname")),
        error_messages={"required": "Isi nama tampilan."},
    )


class KonfirmasiAkunForm(forms.Form):
    nama = forms.CharField(
        label="Nama tampilan", max_length=NAMA_TERPANJANG, widget=forms.TextInput(attrs=_isian(autocomplete="nickname"))
    )
    sandi = forms.CharField(
        label="Kata sandi",
        max_length=128,
        strip=False,
        help_text="Paling sedikit 12 huruf. Kalimat pendek mudah diingat.",
        widget=forms.PasswordInput(attrs=_isian(autocomplete="new-password")),
        error_messages={"required": "Buat kata sandi."},
    )


class AkunNamaForm(KirimanForm, KonfirmasiAkunForm):
    """An account without an address."""

    field_order = ("kiriman", "nama", "sandi")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nama"].help_text = "Dibaca semua orang, dan Anda ketik untuk masuk. Boleh nama samaran."


class PulihkanAkunForm(forms.Form):
    nama = forms.CharField(
        label="Nama tampilan",
        max_length=NAMA_TERPANJANG,
        widget=forms.TextInput(attrs=_isian(autocomplete="username")),
        error_messages={"required": "Isi nama tampilan Anda."},
    )
    kode = forms.CharField(
        label="Kode pemulihan",
        max_length=60,
        help_text="24 huruf dan angka. Tanda hubung dan huruf besar-kecil tidak berpengaruh.",
        widget=forms.TextInput(attrs=_isian(autocomplete="one-time-code", autocapitalize="characters")),
        error_messages={"required": "Isi kode pemulihan Anda."},
    )
    sandi = forms.CharField(
        label="Kata sandi baru",
        max_length=128,
        strip=False,
        help_text="Paling sedikit 12 huruf. Kalimat pendek mudah diingat.",
        widget=forms.PasswordInput(attrs=_isian(autocomplete="new-password")),
        error_messages={"required": "Buat kata sandi."},
    )


class HapusAkunForm(forms.Form):
    sandi = forms.CharField(
        label="Kata sandi Anda",
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs=_isian(autocomplete="current-password")),
        error_messages={"required": "Ketik kata sandi Anda."},
    )


class JawabForm(KirimanForm):
    isi = forms.CharField(
        label="Jawaban resmi",
        max_length=PANJANG_ISI,
        help_text="Tampil dengan jabatan dan unit Anda, tanpa NIP.",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Tulis jawabannya."},
    )


class AlihForm(forms.Form):
    dilihat = forms.CharField(max_length=15, widget=forms.HiddenInput)
    ke = forms.ChoiceField(label="Status baru")
    tautan_tindak = forms.CharField(
        label="Tautan tindak lanjut", required=False, help_text="Untuk «ditindaklanjuti», diawali https://."
    )
    alasan = forms.CharField(label="Alasan", required=False, help_text="Untuk «ditutup». Dibaca semua orang.")

    def __init__(self, *args: Any, topik: Topik, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lanjutan = LANJUTAN_TOPIK[StatusTopik(topik.status)] - {StatusTopik.DIJAWAB}
        isi_pilihan(
            self.fields["ke"], [(satu.value, LABEL_STATUS_TOPIK[satu]) for satu in StatusTopik if satu in lanjutan]
        )


class GabungForm(forms.Form):
    ke = forms.CharField(label="Alamat topik tujuan", help_text="Salin alamat halaman topik yang sama.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Beside the form of the status, which has a field of the same name.
        super().__init__(*args, **({"auto_id": "id_gabung_%s"} | kwargs))

    def clean_ke(self) -> Topik:
        """The topic that the pasted address names."""
        bagian = [satu for satu in self.cleaned_data["ke"].split("/") if satu]
        for satu in reversed(bagian):
            try:
                kode = UUID(satu)
            except ValueError:
                continue
            topik: Topik | None = Topik.objects.utama().filter(uuid=kode).first()
            if topik is not None:
                return topik
        raise forms.ValidationError("Tidak ada topik dengan alamat itu. Salin dari bilah alamat peramban.")


class PutusForm(forms.Form):
    tindakan = forms.ChoiceField(label="Keputusan", error_messages={"required": "Pilih keputusan."})
    alasan = forms.ModelChoiceField(
        label="Alasan menyembunyikan",
        queryset=AlasanModerasi.objects.none(),
        to_field_name="kode",
        required=False,
        empty_label="Pilih alasan",
    )
    catatan = forms.CharField(
        label="Catatan untuk penulis", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, pilihan: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isi_pilihan(self.fields["tindakan"], pilihan)
        isi_pilihan(self.fields["alasan"], AlasanModerasi.objects.filter(aktif=True))


class PutusKeberatanForm(forms.Form):
    putusan = forms.ChoiceField(
        label="Putusan", choices=[("terima", "Terima: tampilkan lagi"), ("tolak", "Tolak: tetap disembunyikan")]
    )
    catatan = forms.CharField(
        label="Penjelasan untuk penulis",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis penjelasannya."},
    )


class KategoriForm(forms.ModelForm):
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = KategoriDiskusi
        fields = ("nama", "rumpun", "keterangan", "unit", "urutan", "aktif")
