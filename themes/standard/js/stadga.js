// The visitor's text size, kept on every page. Without this script the choice
// still works, for one page. Loaded before the page is painted, so nothing jumps.
(function () {
  "use strict";
  var root = document.documentElement;
  var key = "stadga-text-size";
  root.classList.add("js");

  function apply(size) {
    if (/^(125|150|175|200)$/.test(size)) root.setAttribute("data-size", size);
    else root.removeAttribute("data-size");
  }
  function show() {
    var size = root.getAttribute("data-size") || "100";
    var inputs = document.getElementsByName("s-size");
    for (var i = 0; i < inputs.length; i++) inputs[i].checked = inputs[i].value === size;
  }
  // Reading what is kept may be forbidden: then the choice holds for this page.
  function kept() {
    try { return window.localStorage.getItem(key); } catch (forbidden) { return null; }
  }
  function keep(size) {
    try {
      if (size === "100") window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, size);
    } catch (forbidden) { /* the size is set all the same */ }
  }

  apply(kept());
  document.addEventListener("DOMContentLoaded", show);
  // A page that comes back from the browser's memory may show an old choice.
  window.addEventListener("pageshow", function () { apply(kept() || root.getAttribute("data-size")); show(); });
  window.addEventListener("storage", function (event) {
    if (event.key === key || event.key === null) { apply(event.newValue); show(); }
  });
  document.addEventListener("change", function (event) {
    if (event.target.name === "s-size") { apply(event.target.value); keep(event.target.value); }
  });
})();
