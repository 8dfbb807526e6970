// Shows changes as they are saved. What differs only in the bar is changed there, new style sheets are put in place,
// and all else is read anew with the reader's place, text size and folds kept; what is new in a document's text is
// marked for a moment.
"use strict";

(() => {
  const root = document.querySelector("[data-stadga-tag]");
  if (!root) return;

  const MARKED = 1200;
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, tr, pre, blockquote, dt, dd, figure, figcaption";
  const HERE = location.pathname + location.search;
  const line = root.querySelector(".stadga-said");
  const now = { behavior: "instant" };
  let readingAnew = false;
  // Where the reader was on a page that has lost its text for now.
  let lost = null;
  // How many faults there are, as it was last told; nothing while they are still looked for.
  let found = root.dataset.stadgaFound;
  // Whether it was last told that what is saved cannot be shown.
  let broken = root.dataset.stadgaBroken;
  // Something else waits to be shown until a day has been chosen.
  let waiting = false;

  // What is remembered lasts as long as the tab, and storage may be forbidden.
  const keep = (name, value) => {
    try {
      sessionStorage.setItem(`stadga-${name}`, JSON.stringify(value));
    } catch {}
  };
  const recall = (name) => {
    try {
      return JSON.parse(sessionStorage.getItem(`stadga-${name}`));
    } catch {
      return null;
    }
  };
  const forget = (name) => {
    try {
      sessionStorage.removeItem(`stadga-${name}`);
    } catch {}
  };

  // A message that stands there already is not read out, so it comes a little later than the page.
  const say = (text) => setTimeout(() => line && (line.textContent = text), 150);
  const sayUpdated = () => {
    const two = (number) => String(number).padStart(2, "0");
    const time = new Date();
    say(root.dataset.stadgaUpdated.replace("%H", two(time.getHours())).replace("%M", two(time.getMinutes())));
  };
  // What the bar shows already is only heard, after what was said last.
  const hear = (told) => {
    const heard = document.createElement("span");
    heard.className = "stadga-heard";
    heard.textContent = ` ${told}`;
    setTimeout(() => {
      line?.querySelector(".stadga-heard")?.remove();
      line?.append(heard);
    }, 200);
  };
  const sayFound = ({ stadgaFound: told, stadgaBroken, stadgaWhole }) => {
    if (!told || (told === found && stadgaBroken === broken)) return;
    if (found) hear(broken && !stadgaBroken ? `${stadgaWhole} ${told}` : told);
    found = told;
    broken = stadgaBroken;
  };

  /** The blocks of a page with what each says itself: what stands in a block within it is that one's. */
  function told(scope) {
    if (!scope) return [];
    const own = (block) =>
      [...block.childNodes]
        .map((node) => {
          if (node.nodeType === Node.TEXT_NODE) return node.data;
          if (node.nodeType !== Node.ELEMENT_NODE || node.matches(BLOCKS)) return "";
          return node.querySelector(BLOCKS) ? own(node) : node.outerHTML;
        })
        .join("")
        .trim();
    return [...scope.querySelectorAll(BLOCKS)].map((block) => ({ block, text: own(block) })).filter(({ text }) => text);
  }

  const inDocument = () => told(document.querySelector('[data-document="text"]'));
  // As the page was made, before anybody unfolded or filtered anything in it.
  const before = inDocument().map(({ text }) => text);

  // A list of contents may stand still beside the text while that is scrolled.
  const inMain = () => told(document.querySelector("main")).filter(({ block }) => !block.closest("nav"));

  /** Where the reader is: what stands at the top of the window, and around it in case just that is changed. */
  function place() {
    if (scrollY < 1) return { scroll: 0, landmarks: [] };
    const all = inMain();
    const seen = ({ block }) => {
      const { bottom, height } = block.getBoundingClientRect();
      return height > 0 && bottom > 0;
    };
    const at = Math.max(0, all.findIndex(seen));
    const near = [...all.slice(at, at + 12), ...all.slice(Math.max(0, at - 6), at).reverse()];
    const landmark = ({ block, text }) => ({
      text,
      nth: all.filter((one) => one.text === text).findIndex((one) => one.block === block),
      top: block.getBoundingClientRect().top,
    });
    return { scroll: scrollY, landmarks: near.map(landmark) };
  }

  /** Scrolls so that what the reader looked at stands where it stood. Whether any of it is there. */
  function putBack({ scroll, landmarks }) {
    const all = inMain();
    for (const { text, nth, top } of landmarks) {
      const same = all.filter((one) => one.text === text);
      const found = same[Math.min(nth, same.length - 1)];
      if (!found) continue;
      const moved = found.block.getBoundingClientRect().top - top;
      scrollBy({ top: moved, ...now });
      return true;
    }
    scrollTo({ top: scroll, ...now });
    return landmarks.length === 0;
  }

  const byId = (id) => document.getElementById(`stadga--${id}`);
  const day = byId("dag");
  const drafts = byId("utkast");
  /** A day that is only half written cannot be put back, so the page waits. */
  const isChoosing = () => day !== null && day.value !== day.defaultValue && day.form.contains(document.activeElement);

  const FOCUSABLE = "a, button, input, select, textarea, summary, [tabindex]";
  const label = (element) => element.textContent.slice(0, 99);
  const alike = (tag, text) => [...document.getElementsByTagName(tag)].filter((one) => label(one) === text);
  // Where the reader is in the bar when what had the focus is gone.
  const inBar = () => ["fel", "laget", "verktyg"].map(byId).find((one) => one?.checkVisibility());

  /** What has the focus, so that it can be found on the page that comes. */
  function focused() {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const text = label(at);
    return { id: at.id, tag: at.tagName, text, nth: alike(at.tagName, text).indexOf(at), own: root.contains(at) };
  }

  function focusAgain({ id, tag, text, nth, own }) {
    const same = id ? document.getElementById(id) : alike(tag, text)[nth];
    (same ?? (own ? inBar() : null))?.focus({ preventScroll: true });
  }

  const folds = () => [...document.querySelectorAll("details:not(.stadga-tools)")];
  const named = (fold) => fold.querySelector("summary")?.textContent ?? "";

  function readAnew() {
    keep("place", {
      here: HERE,
      before,
      ...(lost?.at === scrollY ? lost : place()),
      found,
      broken,
      folds: folds().map((fold) => [named(fold), fold.open]),
      focus: focused(),
      day: day?.value !== day?.defaultValue && day.value,
      drafts: drafts?.checked !== drafts?.defaultChecked,
    });
    // The browser knows only how far the page was scrolled, not what stood there.
    readingAnew = true;
    history.scrollRestoration = "manual";
    location.reload();
  }

  /** After the page was read anew: everything as it was, but for what has changed. */
  function resume() {
    const kept = recall("place");
    forget("place");
    if (kept?.here !== HERE) return;
    folds().forEach((fold, index) => {
      const [name, open] = kept.folds[index] ?? [];
      // How many faults there are may have changed; it is the same fold all the same.
      if (name === named(fold) || fold.classList.contains("stadga-open")) fold.open = open ?? fold.open;
    });
    if (kept.day && day) day.value = kept.day;
    if (kept.drafts && drafts) drafts.checked = !drafts.defaultChecked;
    if (kept.focus) focusAgain(kept.focus);
    const { scroll, landmarks, before } = kept;
    const isThere = () => {
      lost = putBack(kept) ? null : { scroll, landmarks, before, at: scrollY };
    };
    isThere();
    // Pictures may come after the text and push it; a reader who has moved since stays there.
    const { scrollX: left, scrollY: top } = window;
    addEventListener("load", () => scrollX === left && scrollY === top && isThere());
    mark(before);
    sayUpdated();
    found = kept.found;
    broken = kept.broken;
    sayFound(root.dataset);
  }

  /** Marks what was not in the text before. Where nothing was there, all is new and nothing is marked. */
  function mark(before) {
    const old = new Map();
    for (const text of before) old.set(text, (old.get(text) ?? 0) + 1);
    const blocks = inDocument();
    const fresh = blocks.filter(({ text }) => {
      const left = old.get(text) ?? 0;
      old.set(text, left - 1);
      return left < 1;
    });
    if (fresh.length === blocks.length) return;
    for (const { block } of fresh) block.classList.add("stadga-changed");
    setTimeout(() => fresh.forEach(({ block }) => block.classList.remove("stadga-changed")), MARKED);
  }

  // Which folds are open says nothing of what stands in them.
  const plain = (part) => {
    const copy = part.cloneNode(true);
    for (const fold of copy.querySelectorAll("details")) fold.open = false;
    return copy.innerHTML;
  };

  /** Changes the parts of the bar, or of the preview's own pages, that differ. */
  function mend(fresh, newRoot) {
    for (const part of root.querySelectorAll("[data-stadga-part]")) {
      const other = fresh.querySelector(`[data-stadga-part="${part.dataset.stadgaPart}"]`);
      if (!other || plain(other) === plain(part)) continue;
      const open = [...part.querySelectorAll("details")].map((fold) => fold.open);
      const panels = [...part.querySelectorAll(".stadga-panel")].map((panel) => panel.scrollTop);
      const focused = part.contains(document.activeElement) ? document.activeElement : null;
      const index = [...part.querySelectorAll(FOCUSABLE)].indexOf(focused);
      part.replaceChildren(...other.childNodes);
      part.querySelectorAll("details").forEach((fold, nth) => (fold.open = open[nth] ?? fold.open));
      part.querySelectorAll(".stadga-panel").forEach((panel, nth) => (panel.scrollTop = panels[nth] ?? 0));
      if (focused) {
        const same = focused.id && document.getElementById(focused.id);
        (same || inBar() || [...part.querySelectorAll(FOCUSABLE)][index])?.focus({ preventScroll: true });
      }
    }
    sayFound(newRoot.dataset);
    Object.assign(root.dataset, newRoot.dataset);
  }

  /** Puts new style sheets in the place of old ones: these go when those have come, so that the page is never bare. */
  async function dress(fresh) {
    const before = place();
    const sheets = (of) => [...of.querySelectorAll('link[rel~="stylesheet"]')].filter((link) => !link.matches("[href^='/_stadga/']"));
    const old = sheets(document);
    const same = (a, b) => a.getAttribute("href") === b.getAttribute("href") && a.media === b.media;
    const kept = new Set();
    const coming = [];
    let last = null;
    for (const sheet of sheets(fresh)) {
      const there = old.find((link) => same(link, sheet));
      if (there) {
        kept.add(there);
        last = there;
        continue;
      }
      const added = document.importNode(sheet, true);
      coming.push(new Promise((done) => ["load", "error"].forEach((how) => added.addEventListener(how, done))));
      if (last) last.after(added);
      else if (old[0]) old[0].before(added);
      else document.head.append(added);
      last = added;
    }
    await Promise.all(coming);
    for (const link of old) if (!kept.has(link)) link.remove();
    putBack(before);
    sayUpdated();
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    const newRoot = fresh.querySelector("[data-stadga-tag]");
    const is = (what) => newRoot?.dataset[what] === root.dataset[what];
    if (!newRoot || !is("stadgaText")) {
      if (!isChoosing()) return readAnew();
      waiting = true;
      return say(root.dataset.stadgaWaiting);
    }
    if (!is("stadgaBuilt")) dress(fresh);
    mend(fresh, newRoot);
    // The page has another tag now; if something was saved meanwhile, that is asked for at once.
    hello();
  }

  /** Shows what waited, if it is still another page. */
  function goOn() {
    if (!waiting || isChoosing()) return;
    waiting = false;
    say("");
    hello();
  }

  let port = null;

  function receive({ data }) {
    if ("away" in data) {
      if (data.away) say(root.dataset.stadgaAway);
      else if (line?.textContent === root.dataset.stadgaAway) say("");
      return;
    }
    // A tab that nobody looks at catches up when it is looked at.
    if (!document.hidden) show(data.html);
  }

  function hello() {
    port?.postMessage({ address: HERE, tag: root.dataset.stadgaTag });
  }

  function connect(shared) {
    try {
      if (shared && typeof SharedWorker === "function") {
        const worker = new SharedWorker("/_stadga/lyssna.js");
        worker.onerror = () => connect(false);
        port = worker.port;
      } else {
        const worker = new Worker("/_stadga/lyssna.js");
        worker.onerror = () => {
          port = null;
          say(root.dataset.stadgaByHand);
        };
        port = worker;
      }
      port.onmessage = receive;
      hello();
    } catch {
      if (shared) connect(false);
      else say(root.dataset.stadgaByHand);
    }
  }

  /** A bar that has been folded stays so on other pages; on small windows it begins that way. */
  function foldBar() {
    const tools = root.querySelector(".stadga-tools");
    if (!tools) return;
    tools.open = recall("bar") ?? root.getBoundingClientRect().height < innerHeight / 6;
    tools.addEventListener("toggle", () => keep("bar", tools.open));
  }

  foldBar();
  resume();
  connect(true);
  // A window that is left keeps its focus, and that is known only a little later.
  for (const what of ["focusout", "input"]) day?.form.addEventListener(what, () => setTimeout(goOn));
  addEventListener("pagehide", () => {
    port?.postMessage({ bye: true });
    if (!readingAnew) history.scrollRestoration = "auto";
  });
  addEventListener("pageshow", ({ persisted }) => persisted && hello());
  document.addEventListener("visibilitychange", () => document.hidden || hello());
})();
