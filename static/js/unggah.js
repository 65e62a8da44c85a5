// Sends the files of <form data-unggah> one by one, so that what arrived over a weak line stays; without this script the
// same form sends them all at once. The number of the sending stands in the form: sending again doubles nothing.
(function () {
  "use strict";
  document.querySelectorAll("form[data-unggah]").forEach(function (form) {
    var masukan = form.querySelector("input[type=file]");
    var tombol = form.querySelector("[type=submit]");
    var tanda = document.createElement("p");
    var selesai = new Set();
    tanda.className = "keterangan"; tanda.setAttribute("role", "status");
    form.append(tanda);

    function tolak(daftar) {
      daftar.forEach(function (alasan) {
        var baris = document.createElement("p");
        baris.className = "galat-unggah"; baris.setAttribute("role", "alert"); baris.textContent = alasan;
        tanda.after(baris);
      });
    }
    function kirim(berkas, jumlah, pertama) {
      var isi = new FormData(form);
      isi.delete(masukan.name);
      isi.append(masukan.name, berkas, berkas.name);
      isi.set("jumlah", String(jumlah));
      if (!pertama) { isi.set("tautan", ""); }
      return fetch(form.action, { method: "POST", body: isi, headers: { Accept: "application/json" }, redirect: "error" })
        .then(function (jawab) { return jawab.json(); });
    }
    form.addEventListener("submit", function (peristiwa) {
      var semua = Array.prototype.slice.call(masukan.files);
      if (!semua.length) { return; }
      peristiwa.preventDefault();
      tombol.disabled = true;
      form.querySelectorAll(".galat-unggah").forEach(function (satu) { satu.remove(); });
      var keadaan = "", alamat = "", ditolak = 0;
      semua.reduce(function (janji, berkas, urut) {
        return janji.then(function () {
          if (selesai.has(berkas)) { return null; }
          tanda.textContent = (keadaan ? keadaan + ". " : "") + "Mengirim " + berkas.name + "…";
          return kirim(berkas, semua.length, urut === 0).then(function (jawab) {
            keadaan = jawab.keadaan || keadaan; alamat = jawab.alamat || alamat;
            if (jawab.ditolak.length) { ditolak += 1; tolak(jawab.ditolak); } else { selesai.add(berkas); }
          });
        });
      }, Promise.resolve()).then(function () {
        if (!ditolak) { location.assign(alamat); return; }
        tanda.textContent = (keadaan ? keadaan + ". " : "") + "Periksa berkas yang ditolak di bawah ini.";
        tombol.disabled = false;
      }).catch(function () {
        tanda.textContent = selesai.size + " dari " + semua.length +
          " berkas diterima. Sambungan terputus atau sesi berakhir. Tekan «Unggah bukti» untuk melanjutkan.";
        tombol.disabled = false;
      });
    });
  });
})();
