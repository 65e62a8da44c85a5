// Attendance without a line: a press that cannot be sent waits in IndexedDB with its moment and the mark that the office
// signed for this page, and goes out when the line is back. The office checks the mark; sent twice, it counts once.
// Presses of another account on this device stay untouched. Without this script every press is an ordinary form.
(function () {
  "use strict";
  var wadah = document.querySelector("[data-hadir]"), kotak = document.querySelector("[data-menunggu]");
  if (!wadah || !kotak || !window.indexedDB || !window.Luring) { return; }
  var pemilik = wadah.dataset.hadir, JEDA = 30000, tergambar = "[]";
  var pakai = Luring.gudang("pelatihan-hadir", { tekan: "tanda" });
  function simpan(satu) { return pakai(["tekan"], "readwrite", function (g) { return g.put(satu); }); }
  function buang(satu) { return pakai(["tekan"], "readwrite", function (g) { return g.delete(satu.tanda); }); }
  function semua() {
    return pakai(["tekan"], "readonly", function (g) { return g.getAll(); }).then(function (isi) {
      return isi.filter(function (satu) { return satu.pemilik === pemilik; });
    });
  }
  // Every sign-in changes the token: when that of this page is refused, it is read from a fresh one.
  var token = wadah.querySelector("[name=csrfmiddlewaretoken]");
  token = token ? token.value : "";
  function kunci() {
    return fetch(wadah.dataset.alamat, { redirect: "error" }).then(function (jawab) { return jawab.text(); }).then(function (teks) {
      var halaman = new DOMParser().parseFromString(teks, "text/html");
      if (!halaman.querySelector("[data-hadir='" + pemilik + "']")) { throw new Error("akun lain"); }
      return halaman.querySelector("[name=csrfmiddlewaretoken]").value;
    });
  }
  function kirim(satu) {
    var isi = new FormData();
    ["peserta", "tanda", "datang"].forEach(function (nama) { isi.set(nama, satu[nama]); });
    isi.set("csrfmiddlewaretoken", token);
    return fetch(satu.alamat, { method: "POST", body: isi, headers: { Accept: "application/json" }, redirect: "error" })
      .then(function (jawab) { return jawab.json(); });
  }
  function kirimPasti(satu) {
    return kirim(satu).catch(function () {
      return kunci().then(function (baru) { token = baru; return kirim(satu); });
    });
  }
  function baris(satu) { return wadah.querySelector("[data-peserta='" + satu.peserta + "']"); }
  function tandai(satu, kata, selesai) {
    var li = satu.alamat === wadah.dataset.alamat && baris(satu);
    if (!li) { return; }
    li.querySelector("[data-keadaan]").textContent = kata;
    var form = li.querySelector("[data-tekan]");
    if (form && selesai) { form.hidden = true; }
  }
  function gambar() {
    return semua().then(function (isi) {
      // Drawn anew only when something has changed: who stands on a button there goes on standing on it.
      var kini = JSON.stringify(isi.map(function (satu) { return [satu.tanda, satu.galat]; }));
      if (kini === tergambar) { return; }
      tergambar = kini;
      kotak.replaceChildren();
      kotak.hidden = !isi.length;
      if (!isi.length) { return; }
      kotak.className = "kilat kilat-perhatian"; kotak.setAttribute("role", "status");
      var susun = document.createElement("div"), judul = document.createElement("h2");
      susun.className = "susun"; judul.textContent = "Tersimpan di perangkat, belum terkirim (" + isi.length + ")";
      susun.append(judul);
      isi.forEach(function (satu) {
        tandai(satu, satu.galat || "Hadir, menunggu sinyal", true);
        var p = document.createElement("p");
        p.textContent = satu.nama + (satu.galat ? ": ditolak. " + satu.galat + " " : "");
        if (satu.galat) {
          var tombol = document.createElement("button");
          tombol.type = "button"; tombol.className = "btn btn-outline-primary btn-sm"; tombol.textContent = "Buang catatan ini";
          tombol.addEventListener("click", function () { buang(satu).then(gambar); });
          p.append(tombol);
        }
        susun.append(p);
      });
      kotak.append(susun);
    });
  }
  function kirimSemua() {
    return Luring.giliran("hadir-kirim", function () {
      return semua().then(function (isi) {
        return isi.filter(function (satu) { return !satu.galat; }).reduce(function (janji, satu) {
          return janji.then(function () { return kirimPasti(satu); }).then(function (jawab) {
            if (jawab.tercatat) { tandai(satu, "Hadir, sudah terkirim", true); return buang(satu); }
            satu.galat = jawab.pesan || "Muat ulang halaman, lalu catat lagi.";
            return simpan(satu);
          });
        }, Promise.resolve());
      }).catch(function () { return null; });
    }).then(gambar);
  }
  wadah.addEventListener("submit", function (peristiwa) {
    var form = peristiwa.target;
    if (!form.matches("[data-tekan]")) { return; }
    peristiwa.preventDefault();
    var li = form.closest("li"), nama = li.querySelector("[data-nama]");
    var satu = {
      pemilik: pemilik, alamat: wadah.dataset.alamat, tanda: li.dataset.tanda, peserta: li.dataset.peserta,
      nama: nama.textContent, datang: new Date().toISOString(), galat: ""
    };
    simpan(satu).then(function () {
      tandai(satu, "Mencatat…", true);
      nama.tabIndex = -1; nama.focus({ preventScroll: true });
      return kirimSemua();
    }, function () { HTMLFormElement.prototype.submit.call(form); });
  });
  window.addEventListener("online", kirimSemua);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { kirimSemua(); } });
  setInterval(function () { if (navigator.onLine) { kirimSemua(); } }, JEDA);
  gambar().then(kirimSemua);
})();
