// The page of the answers that wait on this device: what became of each, a copy in a file, and which forms open without
// a line. Needs luring.js.
"use strict";
(() => {
  if (!self.Luring || !Luring.alat) { return; }
  const { semua, simpan, buang, terkirim, coba, pendengar } = Luring, { el, p, tombol, kata } = Luring.alat;
  const kotak = document.querySelector("[data-luring-daftar]");
  const JENIS = "jawaban-survei", PUTARAN = 310000, PALING_PENDEK = 8;
  const FORMULIR = /^\/survei\/[0-9a-f-]{36}\/$/, NOMOR = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const hari = (saat) => new Date(saat).toLocaleDateString("id-ID", { dateStyle: "long" });
  const kabar = el("p", {});
  kabar.setAttribute("role", "status");

  // --- the file: readable only with the words that its owner has chosen
  const dariTeks = (teks) => Uint8Array.from(atob(teks), (c) => c.charCodeAt(0));
  const keTeks = (bita) => btoa(Array.from(new Uint8Array(bita), (x) => String.fromCharCode(x)).join(""));
  async function kunci(sandi, garam) {
    const bahan = await crypto.subtle.importKey("raw", new TextEncoder().encode(sandi), "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt: garam, iterations: PUTARAN }, bahan,
      { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }
  async function bungkus(isi, sandi) {
    const garam = crypto.getRandomValues(new Uint8Array(16)), iv = crypto.getRandomValues(new Uint8Array(12));
    const rahasia = await crypto.subtle.encrypt({ name: "AES-GCM", iv: iv }, await kunci(sandi, garam), new TextEncoder().encode(JSON.stringify(isi)));
    return JSON.stringify({ jenis: JENIS, garam: keTeks(garam), iv: keTeks(iv), isi: keTeks(rahasia) });
  }
  async function buka(teks, sandi) {
    const satu = JSON.parse(teks);
    if (satu.jenis !== JENIS) { throw new Error(JENIS); }
    const polos = await crypto.subtle.decrypt({ name: "AES-GCM", iv: dariTeks(satu.iv) }, await kunci(sandi, dariTeks(satu.garam)), dariTeks(satu.isi));
    return JSON.parse(new TextDecoder().decode(polos));
  }
  // Only what could have been written here, and only to a form of this site.
  const sah = (satu) => NOMOR.test(satu.submission_id) && FORMULIR.test(satu.alamat) && satu.isi && satu.isi.submission_id === satu.submission_id;

  async function keBerkas(sandi) {
    const isi = await semua(), tautan = el("a", { download: "jawaban-belum-terkirim.json" });
    tautan.href = URL.createObjectURL(new Blob([await bungkus(isi, sandi)], { type: "application/json" }));
    tautan.click();
    setTimeout(() => URL.revokeObjectURL(tautan.href), 60000);
    kabar.textContent = isi.length + " jawaban disalin ke berkas. Jawaban tetap ada di perangkat ini.";
  }
  async function dariBerkas(berkas, sandi) {
    let isi;
    try { isi = (await buka(await berkas.text(), sandi)).filter(sah); } catch (galat) {
      kabar.textContent = "Berkas tidak dapat dibuka. Periksa berkas dan kata sandinya.";
      return;
    }
    const ada = new Set((await semua()).map((satu) => satu.submission_id)), baru = isi.filter((satu) => !ada.has(satu.submission_id));
    for (const satu of baru) { await simpan(satu); }
    kabar.textContent = baru.length + " jawaban diambil dari berkas.";
    await coba();
  }
  function bagianBerkas(banyak) {
    const sandi = el("input", { className: "isian", id: "sandi", type: "text", autocomplete: "off" });
    const berkas = el("input", { className: "isian", id: "berkas", type: "file", accept: ".json" });
    const pesan = el("p", { className: "redup", id: "b-sandi" }, "Pilih sendiri, paling sedikit " + PALING_PENDEK + " huruf, dan ingat. Tanpa kata sandi ini berkas tidak dapat dibuka.");
    sandi.setAttribute("aria-describedby", pesan.id);
    const bila = (syarat, teks, kerja) => () => {
      if (sandi.value.length < PALING_PENDEK) { kabar.textContent = "Tulis kata sandi berkas, paling sedikit " + PALING_PENDEK + " huruf."; sandi.focus(); }
      else if (!syarat()) { kabar.textContent = teks; berkas.focus(); }
      else { kerja(); }
    };
    const simpanan = tombol("Simpan jawaban ke berkas", bila(() => true, "", () => keBerkas(sandi.value)));
    const ambil = tombol("Ambil jawaban dari berkas", bila(() => berkas.files.length, "Pilih berkasnya dulu.", () => dariBerkas(berkas.files[0], sandi.value)));
    ambil.className = "tombol kedua";
    simpanan.hidden = !banyak;
    return el("details", {}, el("summary", {}, "Salin jawaban ke berkas, atau ambil dari berkas"),
      el("div", { className: "susun" },
        el("label", { className: "label", htmlFor: "sandi" }, "Kata sandi untuk berkas"), pesan, sandi,
        el("p", { className: "jejer" }, simpanan),
        el("label", { className: "label", htmlFor: "berkas" }, "Berkas dari perangkat lain"), berkas,
        el("p", { className: "jejer" }, ambil)));
  }

  // --- one answer; what is in it is not shown, others may look at this screen
  function baris(satu) {
    const isi = [el("h3", {}, satu.judul), p("Diisi " + hari(satu.diisi_pada) + ". "), p(el("strong", {}, satu.perlu ? "Perlu dilihat" : "Menunggu sinyal"))];
    if (satu.perlu) {
      const hapus = tombol("Hapus jawaban ini dari perangkat", () => buang(satu.submission_id).then(gambar));
      hapus.className = "tombol kedua";
      isi.push(p(satu.perlu), p("Anda dapat mencoba mengirimnya lagi dengan tombol di atas."), el("details", {}, el("summary", {}, "Hapus jawaban ini"),
        el("div", { className: "susun" }, p("Kantor tidak menyimpan jawaban ini. Setelah dihapus, jawaban tidak dapat dikembalikan."), p(hapus))));
    }
    return el("li", { className: "kartu susun" }, ...isi);
  }
  async function formulir() {
    const hasil = [];
    for (const nama of self.caches ? await caches.keys() : []) {
      const wadah = await caches.open(nama);
      for (const satu of await wadah.keys()) {
        const url = new URL(satu.url);
        if (!FORMULIR.test(url.pathname) || url.search) { continue; }
        const teks = new DOMParser().parseFromString(await (await wadah.match(satu)).text(), "text/html");
        const judul = teks.querySelector("form[data-luring]");
        if (judul) { hasil.push(el("li", {}, el("a", { className: "tautan", href: url.pathname }, judul.dataset.luring))); }
      }
    }
    return hasil;
  }
  let berkas = null;
  async function gambar() {
    const isi = await semua(), kode = await terkirim(), kertas = await formulir(), susun = [];
    const perlu = isi.filter((satu) => satu.perlu), tunggu = isi.filter((satu) => !satu.perlu), tetap = !navigator.storage || !navigator.storage.persisted || await navigator.storage.persisted();
    if (isi.length) {
      const kirim = el("p", { className: "jejer" }, tombol(tunggu.length ? "Kirim sekarang" : "Coba kirim lagi", (e) => {
        e.currentTarget.disabled = true; kabar.textContent = "Mengirim…";
        coba(true).then(async (sisa) => {
          const ditolak = (await semua()).some((satu) => satu.perlu);
          kabar.textContent = sisa ? "Belum terkirim. Nanti dicoba lagi." : ditolak ? "Kantor belum dapat menerima jawaban yang perlu dilihat." : "Semua jawaban sudah terkirim.";
        });
      }));
      for (const [judul, yang] of [[kata(tunggu.length), tunggu], ["Jawaban yang perlu dilihat (" + perlu.length + ")", perlu]]) {
        if (yang.length) { susun.push(el("h2", {}, judul), ...(susun.length ? [] : [kirim]), el("ul", { className: "daftar susun" }, ...yang.map(baris))); }
      }
      if (!tetap) { susun.push(p("Peramban dapat menghapus jawaban ini bila ruang perangkat penuh. Simpan juga ke berkas.")); }
    } else { susun.push(p("Tidak ada jawaban yang menunggu.")); }
    if (!berkas || !berkas.open) { berkas = self.crypto && crypto.subtle ? bagianBerkas(isi.length) : el("p", {}); }
    susun.push(berkas, kabar);
    if (kode.length) {
      susun.push(el("h2", {}, "Sudah terkirim dari perangkat ini"), p("Kode tanda terima tampil di sini selama tujuh hari."),
        el("ul", {}, ...kode.map((satu) => el("li", {}, el("strong", {}, satu.kode), " · " + satu.judul + ", " + hari(satu.pada)
          + (satu.telat ? ". Terlambat: hanya dihitung bila survei dibuka kembali." : "")))));
    }
    if (kertas.length) { susun.push(el("h2", {}, "Dapat diisi tanpa sinyal"), el("ul", { className: "daftar" }, ...kertas)); }
    kotak.replaceChildren(...susun);
  }
  if (location.pathname !== document.currentScript.dataset.alamat) { document.querySelector("[data-tanpa-sinyal]").hidden = false; }
  gambar().then(() => pendengar.push(gambar), () => kotak.replaceChildren(p("Peramban ini tidak dapat menyimpan jawaban, misalnya karena jendela pribadi.")));
})();
