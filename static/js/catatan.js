// Daily notes without a line: <form data-catatan="account">. A note that cannot be sent waits in IndexedDB with its photos
// and goes out when the line is back, under the number that it was typed with, so that it is stored once however often
// it is sent. Notes of another account on the same device stay untouched. Without this script the form is an ordinary one.
(function () {
  "use strict";
  var TABEL = "catatan", JEDA = 30000;
  var form = document.querySelector("form[data-catatan]"), kotak = document.querySelector("[data-belum-terkirim]");
  if (!form || !kotak || !window.indexedDB || !window.Luring) { return; }
  var pemilik = form.dataset.catatan, sibuk = null, tergambar = "[]";

  // Store, numbers and turns are those of the survey (luring.js).
  var pakai = Luring.gudang("rakumpit", { catatan: "kiriman_id" });
  function lakukan(cara, tindakan) { return pakai([TABEL], cara, tindakan); }
  function simpan(satu) { return lakukan("readwrite", function (gudang) { return gudang.put(satu); }); }
  function buang(satu) { return lakukan("readwrite", function (gudang) { return gudang.delete(satu.kiriman_id); }); }
  function semua() {
    return lakukan("readonly", function (gudang) { return gudang.getAll(); }).then(function (isi) {
      return isi.filter(function (satu) { return satu.pemilik === pemilik; })
        .sort(function (a, b) { return a.waktu - b.waktu; });
    });
  }
  function dariFormulir() {
    var isi = {}, foto = [];
    new FormData(form).forEach(function (nilai, nama) {
      if (nilai instanceof File) { if (nilai.size) { foto.push(nilai); } }
      else if (nama !== "csrfmiddlewaretoken") { isi[nama] = nilai; }
    });
    return { kiriman_id: isi.kiriman_id, pemilik: pemilik, waktu: Date.now(), isi: isi, foto: foto, galat: "" };
  }
  // Every sign-in changes the token, and a note may wait over several: it is read from a fresh page.
  function tanda() {
    return fetch(form.action, { redirect: "error" }).then(function (jawab) { return jawab.text(); }).then(function (teks) {
      return new DOMParser().parseFromString(teks, "text/html").querySelector("form[data-catatan='" + pemilik + "'] [name=csrfmiddlewaretoken]").value;
    });
  }
  // Resolves to the answer of the server; rejects when there was none (no line, or the session has ended).
  function kirim(satu, kunci) {
    var isi = new FormData();
    Object.keys(satu.isi).forEach(function (nama) { isi.set(nama, satu.isi[nama]); });
    satu.foto.forEach(function (foto) { isi.append("foto", foto, foto.name); });
    isi.set("csrfmiddlewaretoken", kunci);
    return fetch(form.action, { method: "POST", body: isi, headers: { Accept: "application/json" }, redirect: "error" })
      .then(function (jawab) { return jawab.json(); });
  }
  function tombol(label, kelas, kunci, saat) {
    var satu = document.createElement("button");
    satu.type = "button"; satu.className = kelas; satu.textContent = label; satu.addEventListener("click", saat);
    satu.dataset.kunci = kunci;
    return satu;
  }
  function kembalikan(satu) {
    Object.keys(satu.isi).forEach(function (nama) {
      var medan = form.elements[nama];
      if (medan && nama !== "kiriman_id") { medan.value = satu.isi[nama]; }
    });
    buang(satu).then(gambar);
    form.querySelector("[name=uraian]").focus();
  }
  // Drawn anew only when something has changed; who stood on a button there stands on the same one afterwards, or on
  // the first that is left.
  function gambar() {
    return semua().then(function (isi) {
      var kini = JSON.stringify(isi.map(function (satu) { return [satu.kiriman_id, satu.galat]; }));
      if (kini === tergambar) { return; }
      tergambar = kini;
      var fokus = kotak.contains(document.activeElement) ? document.activeElement.dataset.kunci : "";
      gambarUlang(isi);
      if (fokus) {
        var sama = kotak.querySelector("[data-kunci='" + fokus + "']") || kotak.querySelector("button");
        (sama || form.elements.uraian).focus({ preventScroll: true });
      }
    });
  }
  function gambarUlang(isi) {
    kotak.replaceChildren();
    kotak.hidden = !isi.length;
    if (!isi.length) { return; }
    kotak.className = "kilat kilat-perhatian"; kotak.setAttribute("role", "status");
    var susun = document.createElement("div"), judul = document.createElement("h2");
    susun.className = "susun"; judul.textContent = "Tersimpan di perangkat, belum terkirim";
    susun.append(judul);
    isi.forEach(function (satu) {
      var baris = document.createElement("div"), kata = document.createElement("p"), aksi = document.createElement("p");
      kata.textContent = satu.isi.tanggal + ": " + satu.isi.uraian +
        (satu.foto.length ? " (" + satu.foto.length + " foto)" : "");
      aksi.className = "jejer";
      baris.append(kata);
      if (satu.galat) {
        var galat = document.createElement("p");
        galat.textContent = "Ditolak: " + satu.galat;
        baris.append(galat);
        aksi.append(tombol("Betulkan catatan ini", "btn btn-primary btn-sm", "betulkan-" + satu.kiriman_id, function () { kembalikan(satu); }));
      }
      aksi.append(tombol("Buang catatan ini", "btn btn-outline-primary btn-sm", "buang-" + satu.kiriman_id, function () { buang(satu).then(gambar); }));
      baris.append(aksi);
      susun.append(baris);
    });
    if (isi.some(function (satu) { return !satu.galat; })) {
      susun.append(tombol("Kirim sekarang", "btn btn-primary", "kirim", kirimSemua));
    }
    kotak.append(susun);
  }
  function mengetik() {
    return form.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
  }
  // Sends what waits, one after the other; at the first one without an answer the rest waits on.
  function kirimSemua() {
    if (sibuk) { return sibuk; }
    sibuk = Luring.giliran("catatan-kirim", semuaBergiliran).then(function (terkirim) {
      sibuk = null;
      // A page in which nobody is typing shows the new rows; else the words are enough.
      var diam = !form.elements.uraian.value && !mengetik();
      return gambar().then(function () {
        if (terkirim && diam) { location.assign(form.action); }
        else if (terkirim) { kabar(terkirim + " catatan terkirim."); }
      });
    }, function () { sibuk = null; });
    return sibuk;
  }
  function semuaBergiliran() {
    return semua().then(function (isi) {
      isi = isi.filter(function (satu) { return !satu.galat; });
      if (!isi.length) { return 0; }
      var terkirim = 0;
      return tanda().then(function (kunci) {
        return isi.reduce(function (janji, satu) {
          return janji.then(function () {
            return kirim(satu, kunci).then(function (jawab) {
              if (jawab.terkirim) { terkirim += 1; return buang(satu); }
              satu.galat = jawab.ditolak.join(" ");
              return simpan(satu);
            });
          });
        }, Promise.resolve());
      }).catch(function () { return null; }).then(function () { return terkirim; });
    });
  }
  var keterangan = document.createElement("p");
  keterangan.className = "keterangan"; keterangan.setAttribute("role", "status");
  form.append(keterangan);
  function kabar(teks) { keterangan.textContent = teks; }

  function simpanDiPerangkat(satu) {
    return simpan(satu).then(function () {
      var tanggal = form.elements.tanggal.value;
      form.reset();
      form.elements.tanggal.value = tanggal;
      form.elements.kiriman_id.value = Luring.nomorBaru();
      form.dispatchEvent(new Event("tersimpan"));
      kabar("Tersimpan di perangkat, belum terkirim.");
      return gambar();
    });
  }
  form.addEventListener("submit", function (peristiwa) {
    if (!form.elements.uraian.value.trim()) { return; }
    peristiwa.preventDefault();
    var satu = dariFormulir();
    kabar("Mengirim…");
    kirim(satu, form.elements.csrfmiddlewaretoken.value).then(function (jawab) {
      // What the server says about a refused note stands on its page, beside the fields.
      if (jawab.terkirim) { form.dispatchEvent(new Event("tersimpan")); }
      if (!jawab.terkirim || jawab.ditolak.length) { HTMLFormElement.prototype.submit.call(form); return; }
      kabar("Terkirim.");
      location.assign(form.action);
    }, function () {
      return simpanDiPerangkat(satu);
    }).catch(function () { HTMLFormElement.prototype.submit.call(form); });
  });
  window.addEventListener("online", kirimSemua);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { kirimSemua(); } });
  setInterval(function () { if (navigator.onLine) { kirimSemua(); } }, JEDA);
  gambar().then(kirimSemua);
})();
