"""Guide of conduct of the seven BerAKHLAK values, as the forms print it."""

from __future__ import annotations

from kinerja.perhitungan.pilihan import NilaiDasar

# SE MenPANRB 20/2021, read in one secondary source (two files of one public repository): words, not levels.
PANDUAN_PERILAKU: dict[NilaiDasar, tuple[str, ...]] = {
    NilaiDasar.BERORIENTASI_PELAYANAN: (
        "Memahami dan memenuhi kebutuhan masyarakat.",
        "Ramah, cekatan, solutif, dan dapat diandalkan.",
        "Melakukan perbaikan tiada henti.",
    ),
    NilaiDasar.AKUNTABEL: (
        "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi.",
        "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien.",
        "Tidak menyalahgunakan kewenangan jabatan.",
    ),
    NilaiDasar.KOMPETEN: (
        "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah.",
        "Membantu orang lain belajar.",
        "Melaksanakan tugas dengan kualitas terbaik.",
    ),
    NilaiDasar.HARMONIS: (
        "Menghargai setiap orang apa pun latar belakangnya.",
        "Suka menolong orang lain.",
        "Membangun lingkungan kerja yang kondusif.",
    ),
    NilaiDasar.LOYAL: (
        "Memegang teguh ideologi Pancasila, Undang-Undang Dasar 1945, setia kepada NKRI serta pemerintahan yang sah.",
        "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara.",
        "Menjaga rahasia jabatan dan negara.",
    ),
    NilaiDasar.ADAPTIF: (
        "Cepat menyesuaikan diri menghadapi perubahan.",
        "Terus berinovasi dan mengembangkan kreativitas.",
        "Bertindak proaktif.",
    ),
    NilaiDasar.KOLABORATIF: (
        "Memberi kesempatan kepada berbagai pihak untuk berkontribusi.",
        "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah.",
        "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama.",
    ),
}
