// Marks a suggestion by keyboard: a digit ticks the theme that shows it, U takes what is proposed, Enter saves. Keys
// count only while the focus is in the form; without this script the form works by Tab and Space.
"use strict";
(function () {
  var form = document.querySelector("form[data-tema]");
  if (!form) { return; }
  document.querySelectorAll("[data-skrip]").forEach(function (satu) { satu.hidden = false; });
  form.addEventListener("keydown", function (peristiwa) {
    if (peristiwa.ctrlKey || peristiwa.altKey || peristiwa.metaKey) { return; }
    var tombol = peristiwa.key.toLowerCase();
    if (tombol === "u") {
      form.querySelectorAll("[data-usul]").forEach(function (satu) { satu.checked = true; });
    } else if (/^[1-9]$/.test(tombol)) {
      var pilihan = form.querySelector("[data-tombol='" + tombol + "']");
      if (!pilihan) { return; }
      pilihan.checked = !pilihan.checked;
      pilihan.focus();
    } else if (tombol === "enter" && peristiwa.target.type === "checkbox") {
      form.requestSubmit();
    } else {
      return;
    }
    peristiwa.preventDefault();
  });
  // From one suggestion to the next without reaching for the mouse.
  if (document.referrer === location.href.split("?")[0]) { form.querySelector("input[type=checkbox]").focus(); }
})();
