// What the reader has chosen (text size, line spacing, text width, colours), kept on every page;
// and what holds on the reader's own day: badges, what is still to come, today's place in time.
// Without this script the choices work for one page, and the dates on it stand.
// Loaded before the page is painted, so that nothing jumps.
(function () {
  "use strict";
  var root = document.documentElement;
  var choices = {
    size: ["125", "150", "175", "200"],
    spacing: ["wide", "wider"],
    width: ["narrow", "wide"],
    theme: ["light", "dark", "contrast"]
  };
  root.classList.add("js");
  // The register is filtered before it is seen.
  if (location.search) root.classList.add("asked");

  // Each choice is an attribute of the root; the usual one is none.
  function apply(name, value) {
    if (choices[name].indexOf(value) >= 0) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
  }
  function show(name) {
    var value = root.getAttribute("data-" + name);
    document.getElementsByName("s-" + name).forEach(function (input) {
      input.checked = value ? input.value === value : input.defaultChecked;
    });
  }
  // Reading or keeping may be forbidden: then the choice holds for this page.
  function kept(name) {
    try { return localStorage.getItem("stadga-" + name); } catch (forbidden) { return root.getAttribute("data-" + name); }
  }
  function keep(name) {
    var value = root.getAttribute("data-" + name);
    try {
      if (value) localStorage.setItem("stadga-" + name, value);
      else localStorage.removeItem("stadga-" + name);
    } catch (forbidden) { /* it is set all the same */ }
  }
  function each(act) { Object.keys(choices).forEach(act); }
  function recall() { each(function (name) { apply(name, kept(name)); show(name); }); }

  each(function (name) { apply(name, kept(name)); });
  // A page that comes back from the browser's memory may show an old choice.
  window.addEventListener("pageshow", recall);
  window.addEventListener("storage", recall);
  document.addEventListener("change", function (event) {
    var name = /^s-(size|spacing|width|theme)$/.exec(event.target.name);
    if (name) { apply(name[1], event.target.value); keep(name[1]); }
  });
  document.addEventListener("reset", function (event) {
    if (event.target.className === "s-adjust") each(function (name) { apply(name, null); keep(name); });
  });

  // The day that states are told for: the reader's own, or the one that the site is fixed to.
  function day() {
    var fixed = root.getAttribute("data-day");
    if (fixed) return fixed;
    var now = new Date();
    var two = function (number) { return String(number).padStart(2, "0"); };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  window.stadga = { day: day, mark: mark };

  // "from|force|label|sentence;…", the first from the beginning of time; the sentence may be missing.
  function stepOn(steps, today) {
    return steps.split(";").map(function (step) { return step.split("|"); })
      .filter(function (step) { return step.length > 2 && step[0] <= today; }).pop();
  }
  function restate(today) {
    document.querySelectorAll(".state[data-states]").forEach(function (state) {
      var step = stepOn(state.getAttribute("data-states"), today);
      if (!step || step[1] === state.getAttribute("data-force")) return;
      var plate = state.closest(".plate");
      if (plate) outdated(plate, step, state.textContent);
      state.setAttribute("data-force", step[1]);
      state.textContent = step[2];
    });
  }
  // What the head of a document says beside its badge was true when the page was made.
  function outdated(plate, step, before) {
    plate.setAttribute("data-force", step[1]);
    plate.querySelector(".standing-sentence").textContent = step[3] || "";
    var old = document.querySelector(".notices");
    if (old) old.hidden = true;
    document.querySelector(".stamp b").textContent = step[2];
    var title = document.title.replace(before + ": ", "");
    document.title = (step[1] === "in-force" ? "" : step[2] + ": ") + title;
  }
  // Something the page tells is no longer so: it says that, and leads to what is.
  function warn(today) {
    var passed = document.querySelector(".s-until");
    if (!passed || passed.getAttribute("data-until") > today) return;
    passed.hidden = false;
    var now = document.querySelector('.versions li:not(.version-shown) .state[data-force="in-force"]');
    if (!now) return;
    var link = passed.querySelector("a");
    link.href = now.closest("li").querySelector("a").href;
    link.textContent = link.getAttribute("data-now");
  }
  function tell(today) {
    document.querySelectorAll(".event-upcoming[data-passes]").forEach(function (event) {
      if (event.getAttribute("data-passes") > today) return;
      event.classList.remove("event-upcoming");
      var tag = event.querySelector(".tag");
      if (tag) tag.remove();
    });
  }
  // Newest first: today stands before the first event that is not to come.
  function markToday(today) {
    document.querySelectorAll(".events-lined").forEach(function (events) {
      var now = document.createElement("li");
      now.className = "event-today";
      var time = document.createElement("time");
      time.dateTime = today;
      time.textContent = root.getAttribute("data-today");
      now.append(time);
      events.insertBefore(now, events.querySelector(":scope > .event:not(.event-upcoming)"));
    });
    document.querySelectorAll("svg.band").forEach(function (band) { mark(band, today); });
  }
  // A day's place on a band. On one that has its years written, the day has its name below.
  function mark(band, day) {
    band.querySelectorAll(".band-today").forEach(function (old) { old.remove(); });
    var from = Date.parse(band.getAttribute("data-from"));
    var place = (Date.parse(day) - from) / (Date.parse(band.getAttribute("data-to")) - from);
    if (!(place >= 0 && place <= 1)) return;
    var line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    var x = (100 * place).toFixed(2) + "%";
    [["class", "band-today"], ["x1", x], ["x2", x], ["y1", "0"], ["y2", "1.5em"]]
      .forEach(function (pair) { line.setAttribute(pair[0], pair[1]); });
    band.append(line);
    if (band.classList.contains("band-years")) nameToday(band, x, place);
  }

  function nameToday(band, x, at) {
    var text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.textContent = root.getAttribute("data-day") || root.getAttribute("data-today");
    [["class", "band-now"], ["x", x], ["y", "2.6em"], ["text-anchor", at > 0.8 ? "end" : at < 0.2 ? "start" : "middle"]]
      .forEach(function (pair) { text.setAttribute(pair[0], pair[1]); });
    band.append(text);
    // A year that would touch another, or stick out, gives way.
    var kept = [text.getBoundingClientRect()];
    var edge = band.getBoundingClientRect().right;
    band.querySelectorAll("text:not(.band-now)").forEach(function (year) {
      var place = year.getBoundingClientRect();
      var touches = function (other) { return place.right > other.left - 4 && place.left < other.right + 4; };
      if (place.right > edge || kept.some(touches)) year.remove();
      else kept.push(place);
    });
  }

  // The open panel lies over what is below: it closes by Escape and when the focus has left it.
  function fold(more) {
    more.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      more.open = false;
      more.querySelector("summary").focus();
    });
    more.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !more.contains(event.relatedTarget)) more.open = false;
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var today = day();
    each(show);
    document.querySelectorAll(".s-more").forEach(fold);
    restate(today);
    tell(today);
    warn(today);
    markToday(today);
  });
})();
