// Answers that wait for a line: one file for pages, service worker and daily notes (store, turns). An answer gets its number
// once, is written down before it travels, and leaves after the office has repeated that number.
"use strict";
self.Luring = (() => {
  const JEDA = 5000, JEDA_TERLAMA = 900000, BATAS = 60000, SEMINGGU = 7 * 86400000;
  const NANTI = [408, 425, 429];

  // gudang(name, {table: key}) -> pakai(tables, mode, action): one transaction.
  function gudang(nama, tabel) {
    return (yang, cara, tindakan) => new Promise((jadi, gagal) => {
      const buka = indexedDB.open(nama, 1);
      buka.onupgradeneeded = () => {
        for (const satu of Object.keys(tabel)) { buka.result.createObjectStore(satu, { keyPath: tabel[satu] }); }
      };
      buka.onerror = () => gagal(buka.error);
      buka.onsuccess = () => {
        const db = buka.result, urusan = db.transaction(yang, cara, { durability: "strict" });
        const minta = tindakan(...yang.map((satu) => urusan.objectStore(satu)));
        urusan.oncomplete = () => { db.close(); jadi(minta && minta.result); };
        urusan.onerror = urusan.onabort = () => { db.close(); gagal(urusan.error); };
      };
    });
  }
  // crypto.randomUUID is missing on pages without encryption.
  function nomorBaru() {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128;
    return Array.from(b, (x) => x.toString(16).padStart(2, "0")).join("").replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  const pakai = gudang("survei", { jawaban: "submission_id", terkirim: "kode" });
  const semua = () => pakai(["jawaban"], "readonly", (g) => g.getAll())
    .then((isi) => isi.sort((a, b) => (a.diisi_pada < b.diisi_pada ? -1 : 1)));
  const simpan = (satu) => pakai(["jawaban"], "readwrite", (g) => g.put(satu));
  const buang = (kode) => pakai(["jawaban"], "readwrite", (g) => g.delete(kode));
  const terkirim = () => pakai(["terkirim"], "readonly", (g) => g.getAll());
  const selesai = (satu, kode, telat) => pakai(["jawaban", "terkirim"], "readwrite", (g, t) => {
    g.delete(satu.submission_id);
    t.getAll().onsuccess = (e) => e.target.result.forEach((lama) => {
      if (Date.now() - lama.pada > SEMINGGU) { t.delete(lama.kode); }
    });
    t.put({ kode: kode, judul: satu.judul, pada: Date.now(), telat: telat });
  });

  const siaran = self.BroadcastChannel && new BroadcastChannel("survei-luring"), pendengar = [];
  const sampaikan = (isi) => pendengar.forEach((satu) => satu(isi));
  if (siaran) { siaran.onmessage = (e) => sampaikan(e.data); }
  function kabarkan(isi) { if (siaran) { siaran.postMessage(isi); } sampaikan(isi); }

  // Resolves to whether the next one may be tried at once.
  let tunda = 0;
  async function kirim(satu) {
    const henti = new AbortController(), jam = setTimeout(() => henti.abort(), BATAS);
    let jawab, isi = null;
    tunda = 0;
    try {
      jawab = await fetch(satu.alamat, {
        method: "POST", redirect: "error", cache: "no-store", keepalive: true, signal: henti.signal,
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ diisi_pada: satu.diisi_pada, isi: satu.isi })
      });
      tunda = Number(jawab.headers.get("Retry-After")) * 1000 || 0;
      if ((jawab.headers.get("Content-Type") || "").startsWith("application/json")) { isi = await jawab.json(); }
    } catch (galat) { return Boolean(jawab); } finally { clearTimeout(jam); }
    if (jawab.status === 429) { return false; }
    // What does not repeat the number was said by somebody on the way, not by the office.
    if (!isi || isi.submission_id !== satu.submission_id) { return true; }
    const kabar = { submission_id: satu.submission_id };
    if (jawab.ok && isi.kode_terima) {
      await selesai(satu, isi.kode_terima, isi.terlambat);
      kabarkan(Object.assign(kabar, { kode: isi.kode_terima, pesan: isi.pesan, telat: isi.terlambat }));
    } else if (jawab.status >= 400 && jawab.status < 500 && !NANTI.includes(jawab.status)) {
      const perlu = [isi.pesan].concat(Object.values(isi.galat || {})).filter(Boolean).join(" ");
      await simpan(Object.assign({}, satu, { perlu: perlu || "Kantor tidak dapat menerima jawaban ini." }));
      kabarkan(Object.assign(kabar, { perlu: perlu }));
    }
    return true;
  }
  // One sender on the device; each turn reads again what is left, and resolves to its number.
  let antre = Promise.resolve();
  const giliran = (nama, kerja) => (navigator.locks ? navigator.locks.request(nama, kerja) : (antre = antre.then(kerja, kerja)));
  const kirimSemua = (jugaPerlu) => giliran("survei-kirim", async () => {
    for (const satu of await semua()) {
      if ((!satu.perlu || jugaPerlu) && !(await kirim(satu))) { break; }
    }
    return (await semua()).filter((satu) => !satu.perlu).length;
  });
  // Again after 5 seconds, 10, … 15 minutes; never all devices at one moment.
  let jeda = 0, jam = 0;
  async function coba(jugaPerlu) {
    const sisa = await kirimSemua(jugaPerlu === true).catch(() => 1);
    clearTimeout(jam);
    jeda = sisa ? Math.min(JEDA_TERLAMA, Math.max(JEDA, jeda * 2)) : 0;
    if (sisa) { jam = setTimeout(coba, Math.max(tunda, jeda * (0.5 + Math.random() / 2))); }
    kabarkan({});
    return sisa;
  }
  return { gudang, nomorBaru, giliran, semua, simpan, buang, terkirim, kirimSemua, coba, pendengar, kabarkan };
})();

if (self.document && document.currentScript.dataset.daftar) { (() => {
  const { semua, simpan, coba, pendengar } = Luring;
  const skrip = document.currentScript, utama = document.querySelector("main"), form = document.querySelector("form[data-luring]");
  const el = (nama, sifat, ...anak) => { const e = Object.assign(document.createElement(nama), sifat); e.append(...anak); return e; };
  const p = (...anak) => el("p", {}, ...anak);
  const tombol = (label, saat) => { const e = el("button", { type: "button", className: "tombol" }, label); e.addEventListener("click", saat); return e; };
  const tautan = (label, href) => el("a", { className: "tombol kedua", href: href }, label);
  const kata = (banyak) => "Tersimpan di perangkat ini, belum terkirim (" + banyak + ")";
  const daftar = () => tautan("Lihat jawaban di perangkat ini", skrip.dataset.daftar);
  Luring.alat = { el, p, tombol, tautan, kata };

  const kotak = el("div", { className: "kartu susun", hidden: true });
  kotak.setAttribute("role", "status");
  async function gambar() {
    const isi = await semua(), perlu = isi.filter((satu) => satu.perlu).length, tunggu = isi.length - perlu, baris = [];
    // A kept copy: nobody answered.
    if (form && (!navigator.onLine || "salinan" in form.dataset)) { baris.push(p("Tidak ada sinyal. Anda tetap dapat mengisi. Jawaban menunggu di perangkat ini sampai ada sinyal.")); }
    if (tunggu) { baris.push(p(el("strong", {}, kata(tunggu)))); }
    if (perlu) { baris.push(p(el("strong", {}, "Jawaban yang perlu dilihat (" + perlu + ")"))); }
    if (isi.length) { baris.push(el("p", { className: "jejer" }, ...(tunggu ? [tombol("Kirim sekarang", sekarang)] : []), daftar())); }
    kotak.replaceChildren(...baris);
    kotak.hidden = !baris.length;
  }
  async function sekarang(e) {
    const satu = e.currentTarget;
    satu.disabled = true; satu.textContent = "Mengirim…";
    if (await coba()) { satu.disabled = false; satu.textContent = "Kirim sekarang"; }
  }

  // --- after «Kirim jawaban»
  let ini = null;
  function halaman(judul, ...isi) {
    const h1 = el("h1", { tabIndex: -1 }, judul);
    document.title = judul;
    utama.replaceChildren(el("div", { className: "susun" }, h1, ...isi));
    h1.focus();
    scrollTo(0, 0);
  }
  const lain = (satu) => tautan("Isi untuk orang lain", satu.alamat);
  function menunggu(satu, keadaan) {
    halaman("Jawaban Anda tersimpan di perangkat ini", keadaan,
      p("Biarkan halaman ini terbuka, atau buka lagi nanti. Jawaban terkirim sendiri saat ada sinyal."),
      p("Jangan hapus data peramban sebelum terkirim. Pada jendela pribadi, jawaban hilang bila jendela ditutup."),
      el("p", { className: "jejer" }, tombol("Kirim sekarang", sekarang), lain(satu), daftar()));
  }
  function sampai(satu, { kode, pesan, telat }) {
    history.replaceState(null, "", skrip.dataset.daftar);
    halaman("Terima kasih, jawaban Anda sudah tersimpan",
      ...(pesan ? [el("p", { className: "nota" }, pesan)] : []),
      p("Kode tanda terima: ", el("strong", { className: "kode" }, kode)),
      p("Catat kode ini. Jawaban dapat ", el("a", { href: skrip.dataset.hapus }, "dihapus"), " dengan kode ini" + (telat ? "." : " sebelum survei dikunci.")),
      el("p", { className: "jejer" }, tautan("Lihat hasil survei", skrip.dataset.hasil), lain(satu)));
  }
  pendengar.push((kabar) => {
    if (!ini) { gambar(); return; }
    if (kabar.submission_id !== ini.submission_id) { return; }
    const satu = ini;
    if (kabar.kode) { ini = null; sampai(satu, kabar); return; }
    halaman("Jawaban Anda perlu dilihat", p(kabar.perlu), p("Jawaban masih tersimpan di perangkat ini."), el("p", { className: "jejer" }, daftar(), lain(satu)));
  });

  // Not reached: not sent.
  const cabang = () => form.querySelectorAll("[data-bila]").forEach((satu) => { satu.disabled = !form.querySelector(satu.dataset.bila); });
  function kosong() {
    const nama = new Map();
    for (const satu of form.elements) {
      if (satu.name && !satu.checkValidity() && !nama.has(satu.name) && !form.querySelector('[name="' + satu.name + '"]:checked')) { nama.set(satu.name, satu); }
    }
    return [...nama.values()];
  }
  function tandai(salah) {
    document.querySelectorAll(".galat, .galat-ringkas").forEach((satu) => satu.remove());
    const butir = salah.map((satu) => {
      const soal = satu.closest("fieldset") || satu.parentElement, kepala = soal.querySelector("legend, label");
      const galat = satu.type === "radio" ? "Belum dijawab. Pilih satu jawaban." : "Isian ini belum lengkap.";
      const pesan = el("p", { className: "galat", id: "g-" + satu.name }, galat), tempat = soal.id ? soal : satu;
      kepala.after(pesan);
      tempat.setAttribute("aria-describedby", pesan.id);
      if (tempat === soal) { soal.tabIndex = -1; }
      return el("li", {}, el("a", { href: "#" + tempat.id }, (soal.querySelector("legend span") || kepala).textContent.replace(/^.* · /, "") + ": " + galat));
    });
    const ringkas = el("div", { className: "galat-ringkas", tabIndex: -1 }, el("h2", {}, "Ada masalah"),
      p("Jawaban Anda belum terkirim. Lengkapi " + salah.length + " isian ini:"), el("ul", {}, ...butir));
    ringkas.setAttribute("role", "alert");
    utama.prepend(ringkas);
    if (!document.title.startsWith("Galat: ")) { document.title = "Galat: " + document.title; }
    ringkas.focus();
  }
  function isian() {
    const isi = {};
    for (const [nama, nilai] of new FormData(form)) { isi[nama] = nama in isi ? [].concat(isi[nama], nilai) : nilai; }
    // The number on the page may be that of a kept copy; this answer gets one of its own.
    isi.submission_id = Luring.nomorBaru();
    return { submission_id: isi.submission_id, alamat: form.getAttribute("action"), judul: form.dataset.luring, diisi_pada: new Date().toISOString(), isi: isi };
  }
  async function terima(e) {
    e.preventDefault();
    const salah = kosong(), kirimkan = form.querySelector("[type=submit]");
    if (kirimkan.disabled) { return; }
    if (salah.length) { tandai(salah); return; }
    kirimkan.disabled = true;
    const satu = isian();
    try { await simpan(satu); } catch (galat) { HTMLFormElement.prototype.submit.call(form); return; }
    ini = satu;
    const keadaan = p("Mengirim…");
    keadaan.setAttribute("role", "status");
    menunggu(satu, keadaan);
    if (navigator.storage && navigator.storage.persist) { navigator.storage.persist(); }
    // Chrome sends what waits even after the page was closed.
    if (navigator.serviceWorker) { navigator.serviceWorker.ready.then((r) => r.sync && r.sync.register("survei")).catch(() => null); }
    const sisa = await coba();
    if (sisa) { keadaan.textContent = kata(sisa); }
  }

  if (!document.querySelector("[data-luring-daftar]")) { utama.prepend(kotak); }
  gambar().then(() => {
    if (form) { form.addEventListener("submit", terima); form.addEventListener("change", cabang); cabang(); }
    // A kept form cannot know the code of the counter that stands in the address.
    const kode = new URLSearchParams(location.search).get("kode");
    if (form && kode && "salinan" in form.dataset) { form.append(el("input", { type: "hidden", name: "kode", value: kode })); }
    addEventListener("online", coba);
    addEventListener("offline", gambar);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) { coba(); } });
    coba();
  }, () => {
    kotak.append(p("Peramban ini tidak dapat menyimpan jawaban, misalnya karena jendela pribadi. Kirim hanya saat ada sinyal."));
    kotak.hidden = false;
  });
  // After everything that the form itself needs.
  addEventListener("load", () => {
    document.head.append(el("link", { rel: "manifest", href: skrip.dataset.manifes }));
    if (!navigator.serviceWorker) { return; }
    navigator.serviceWorker.register(skrip.dataset.pekerja)
      .then(() => navigator.serviceWorker.ready)
      .then((r) => form && r.active.postMessage({ simpan: location.href.split("#")[0] }))
      .catch(() => null);
  });
})(); }
