// Buttons that put the text of a readonly field on the clipboard. Without script they stay hidden and the text can be selected.
"use strict";
(function () {
  var kabar = document.querySelector("[data-salin-kabar]");
  function beritakan(teks) { if (kabar) { kabar.textContent = ""; setTimeout(function () { kabar.textContent = teks; }, 50); } }
  function lama(medan) {
    medan.focus(); medan.select();
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("salin"));
  }
  document.querySelectorAll("[data-salin]").forEach(function (tombol) {
    var medan = document.getElementById(tombol.dataset.salin);
    var nama = tombol.lastElementChild ? tombol.lastElementChild.textContent : "";
    tombol.hidden = false;
    tombol.addEventListener("click", function () {
      var salin = navigator.clipboard ? navigator.clipboard.writeText(medan.value) : lama(medan);
      salin.then(
        function () { tombol.firstChild.textContent = "Tersalin"; beritakan("Tersalin:" + nama); },
        function () { medan.focus(); medan.select(); beritakan("Teks dipilih. Salin dengan menu perangkat."); }
      );
    });
  });
})();
