// The register: which documents are shown, in which order, and what each says of the day asked about.
//
// The form is the only state: the address is made from its fields and read back into them.
// The data in the page holds every row for every day, as facts and the days on which they change,
// so the page tells the truth of the visitor's day also if it was built long before.
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("s-data").textContent);
  const form = byId("s-filter");
  const count = byId("s-count");
  const rest = byId("s-rest");
  const table = document.querySelector("table.register");
  const heads = [...table.tHead.querySelectorAll("[data-sort]")];
  const body = table.tBodies[0];
  const language = document.documentElement.lang || "sv";
  const collator = new Intl.Collator(language, { numeric: true });
  const numbers = new Intl.NumberFormat(language);

  // Rows that the page lacks are made, a page of them at a time: ten thousand at once would stop the browser.
  const PAGE = 200;
  // Long enough for a pause in typing, so that a screen reader is not told of every letter.
  const PAUSE = 500;
  let shown = PAGE;

  // ---- the facts of a day

  // What is new on each day up to this one, laid on what was; a fact that is no more is null.
  function factsOn(steps, day) {
    const facts = {};
    for (const step of steps) {
      if (step.from > day) break;
      Object.assign(facts, step);
    }
    return facts;
  }

  const fold = (text) => text.normalize("NFC").toLocaleLowerCase(language);

  // All that a document is found by, in any of its versions.
  function haystack(entry) {
    const found = new Set([entry.also]);
    for (const step of entry.steps) {
      for (const text of [step.title, step.series]) if (text) found.add(text);
      for (const subject of step.subjects || []) found.add(data.subjects[subject]);
      for (const name of step.bodies || []) found.add([name, data.bodies[name].short].join(" "));
      if (data.types[step.type]) found.add(data.types[step.type].text);
    }
    return fold([...found].join("\n"));
  }

  const printed = new Map(Array.from(body.rows, (row) => [row.dataset.id, row]));
  const entries = data.documents.map((entry, rank) => ({
    id: entry.id, steps: entry.steps, rank, text: haystack(entry), row: printed.get(entry.id),
  }));

  // ---- words

  const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);

  // The form of a message that a number asks for.
  function tell(key, n, parts) {
    const [one, other] = data.words[key];
    return fill(n === 1 ? one : other, { n: numbers.format(n), ...parts });
  }

  const isDate = (text) => /^\d{4}(-\d\d){0,2}$/.test(text);

  // "2014-04-09" as people write it.
  function dateText(date) {
    const [year, month, day] = date.split("-");
    const name = month && data.dates.months[month - 1];
    if (day) return fill(data.dates.day, { day: String(Number(day)), month: name, year });
    return month ? fill(data.dates.month, { month: name, year }) : year;
  }

  // ---- a row

  function element(name, attributes, text) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  }

  const note = (text) => text && element("span", { class: "note" }, text);
  const link = (text, href) => (href ? element("a", { href }, text) : text);

  // What is no date ("tills vidare") stays as it is.
  const when = (text) => (isDate(text) ? element("time", { datetime: text }, dateText(text)) : text);

  // Puts what there is into a cell, if the theme has it; without parts it is empty.
  function put(row, cell, parts, between = " ") {
    const found = parts.filter(Boolean).flatMap((part, index) => (index ? [between, part] : [part]));
    row.querySelector(`.cell-${cell}`)?.replaceChildren(...found);
  }

  // Prints what a document's row says of a day, as the page itself prints it.
  function show(entry, asked) {
    const { facts, force, state } = entry;
    const then = asked.chosen && force !== "withdrawn";
    const type = data.types[facts.type];
    const href = entry.id + (then ? `/${facts.version}/` : "/") + data.tail;
    const title = element("a", { href, lang: facts.lang, hreflang: facts.lang }, facts.title);
    put(entry.row, "title", [title, note(facts.series), note(facts.name)]);
    const label = (asked.past && state.then) || state.label;
    put(entry.row, "state", [element("span", { class: "state", "data-force": force }, label)]);
    put(entry.row, "type", [type ? link(type.text, type.href) : data.words.missing]);
    put(entry.row, "body", (facts.bodies || []).map((name) => link(name, data.bodies[name].href)), ", ");
    put(entry.row, "since", [when(facts.since), note(facts.earlier)]);
    put(entry.row, "until", [when(facts.until)]);
    const late = facts.overdue && element("span", { class: "alarm" }, data.words.overdue);
    put(entry.row, "review", [when(facts.review), late]);
    mark(entry.row.querySelector(".band"), facts.version, asked.day);
    entry.told = facts;
  }

  // The band of a row marks the wording that the row tells of, and the day that was asked about.
  function mark(band, version, day) {
    if (!band) return;
    for (const span of band.querySelectorAll("rect")) span.classList.toggle("band-shown", span.dataset.version === version);
    window.stadga.mark(band, day);
  }

  function rowOf(entry, asked) {
    entry.row ??= byId("s-row").content.firstElementChild.cloneNode(true);
    entry.row.dataset.id = entry.id;
    if (entry.told !== entry.facts) show(entry, asked);
    return entry.row;
  }

  // ---- what is asked

  const value = (name) => form.elements[name].value;
  const isDay = (text) => /^[1-9]\d{3}-\d\d-\d\d$/.test(text);

  // The day of the form, else the visitor's own. Half a year typed is no day yet.
  function dayAsked() {
    const today = window.stadga.day();
    const day = isDay(value("dag")) ? value("dag") : today;
    return { day, chosen: day !== today, dated: isDay(value("dag")), past: day < today };
  }

  let counted = "";
  function recount(asked) {
    if (counted === JSON.stringify(asked)) return;
    counted = JSON.stringify(asked);
    for (const entry of entries) {
      const facts = factsOn(entry.steps, asked.day);
      // A document that nobody had decided yet was not coming either: it did not exist.
      entry.force = facts.force === "upcoming" && asked.day < facts.adopted ? "absent" : facts.force;
      entry.facts = facts;
      entry.state = data.states[entry.force];
    }
  }

  // A short word is an abbreviation: within other words it means nothing ("ikt" in "riktlinje").
  const found = (text, word) => (word.length > 3 ? text : ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")}`)
    .includes(word.length > 3 ? word : ` ${word}`);

  function fits({ facts, text }, { typ, organ, amne, ar, words }) {
    return (!typ || facts.type === typ)
      && (!organ || (facts.bodies || []).some((name) => data.bodies[name].id === organ))
      && (!amne || (facts.subjects || []).includes(amne))
      && (!ar || (facts.adopted || "").startsWith(ar))
      && words.every((word) => found(text, word));
  }

  // ---- the order

  const groups = Array.from(form.elements.status.options, (option) => option.value);
  // A season has its year among its words; words without one ("tills vidare") come after all days.
  const dated = (text) => text && (isDate(text) ? text : (text.match(/\d{4}/) || ["9999"])[0]);
  const KEYS = {
    // Not by rank: on another day it may have had another title.
    titel: (entry) => entry.facts.title,
    status: ({ state }) => state.group && `${groups.indexOf(state.group)} ${state.label}`,
    typ: (entry) => (data.types[entry.facts.type] || {}).text,
    organ: (entry) => (entry.facts.bodies || [])[0],
    fran: (entry) => dated(entry.facts.since),
    till: (entry) => dated(entry.facts.until),
    oversyn: (entry) => dated(entry.facts.review),
  };

  // What lacks the fact comes last in both orders, and equals stand by title.
  function sorted(found) {
    const key = KEYS[value("sortera")] || KEYS.titel;
    const sign = form.elements.omvand.checked ? -1 : 1;
    const keyed = found.map((entry) => ({ entry, key: key(entry) ?? null }));
    keyed.sort((a, b) => (a.key === null) - (b.key === null)
      || (a.key !== null && sign * collator.compare(a.key, b.key)) || a.entry.rank - b.entry.rank);
    return keyed.map(({ entry }) => entry);
  }

  // ---- what is told

  function summary(found, unclear, asked) {
    if (!found) return data.words["found-none"];
    const parts = { total: numbers.format(entries.length), date: dateText(asked.day) };
    if (!asked.dated) return tell(found < entries.length ? "found" : "count-documents", found, parts);
    if (value("status") !== groups[1]) return tell("found-day", found, parts);
    const key = asked.past ? "found-then" : asked.chosen ? "found-coming" : "found-now";
    return tell(key, found, parts) + (unclear ? ` ${tell("found-unclear", unclear)}` : "");
  }

  let speaking = 0;
  // No hit is said at once: somebody who types on should know.
  function announce(text) {
    clearTimeout(speaking);
    const say = () => { if (count.textContent !== text) count.textContent = text; };
    if (text === data.words["found-none"]) say();
    else speaking = setTimeout(say, PAUSE);
  }

  function markOrder() {
    for (const head of heads) head.removeAttribute("aria-sort");
    const order = form.elements.omvand.checked ? "descending" : "ascending";
    heads.find((head) => head.dataset.sort === value("sortera"))?.setAttribute("aria-sort", order);
  }

  function update() {
    const asked = dayAsked();
    recount(asked);
    const wanted = Object.fromEntries(new FormData(form));
    wanted.words = fold(wanted.q).split(/\s+/).filter(Boolean);
    const fitting = entries.filter((entry) => fits(entry, wanted));
    const found = sorted(fitting.filter(({ state }) => !wanted.status || state.group === wanted.status));
    const unclear = fitting.filter((entry) => entry.state.unclear).length;
    const visible = found.slice(0, printed.size ? found.length : shown);
    body.replaceChildren(...visible.map((entry) => rowOf(entry, asked)));
    table.parentElement.hidden = !found.length;
    rest.hidden = visible.length === found.length;
    rest.firstElementChild.textContent = tell("found-shown", visible.length, { total: numbers.format(found.length) });
    rest.lastElementChild.textContent = tell("found-more", Math.min(PAGE, found.length - visible.length));
    markOrder();
    return summary(found.length, unclear, asked);
  }

  // ---- the address

  const fields = Array.from(form.elements).filter((field) => field.name);
  const standard = (field) => (field.options ? field.options[0].value : "");

  let known = null;
  function readAddress() {
    if (location.search === known) return;
    known = location.search;
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const wanted = asked.get(field.name) ?? standard(field);
      if (field.type === "checkbox") field.checked = wanted === field.value;
      else field.value = wanted;
      // A choice that is no longer offered would leave the field blank.
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
  }

  function writeAddress() {
    const isChosen = (field) => (field.type === "checkbox" ? field.checked : field.value !== standard(field));
    const chosen = fields.filter(isChosen);
    const query = new URLSearchParams(chosen.map((field) => [field.name, field.value])).toString();
    const address = location.pathname + (query && `?${query}`) + location.hash;
    // Some browsers do not let a page that was opened as a file change its address.
    try { history.replaceState(history.state, "", address); } catch { /* then it says nothing */ }
    known = location.search;
  }

  // ---- what the visitor does

  function act() {
    shown = PAGE;
    writeAddress();
    announce(update());
  }

  // Who asks of a day asks what applied then. The choice is seen in its field, and goes with the day.
  let proposed = false;
  function propose() {
    const status = form.elements.status;
    if (isDay(value("dag")) && !status.value) { status.value = groups[1]; proposed = true; }
    else if (!value("dag") && proposed) { status.value = ""; proposed = false; }
  }

  form.addEventListener("input", (event) => {
    if (event.target.name === "status") proposed = false;
    if (event.target.name === "dag") propose();
    act();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are emptied after the event.
  form.addEventListener("reset", () => setTimeout(() => { proposed = false; act(); }));
  rest.lastElementChild.addEventListener("click", () => { shown += PAGE; announce(update()); });
  window.addEventListener("popstate", () => { readAddress(); announce(update()); });

  // The columns' names become buttons. Where a narrow page has no heads to press, the plain names stand for them.
  for (const head of heads) {
    const button = element("button", { type: "button", class: "sort" }, head.textContent);
    head.replaceChildren(element("span", { class: "head-name" }, head.textContent), button);
    button.addEventListener("click", () => {
      const again = value("sortera") === head.dataset.sort;
      form.elements.omvand.checked = again && !form.elements.omvand.checked;
      form.elements.sortera.value = head.dataset.sort;
      act();
    });
  }

  readAddress();
  const first = update();
  document.documentElement.classList.remove("asked");
  // What the address asks is answered with the page; only later answers are announced.
  if (location.search) count.textContent = first;
})();
