// Whether everything fits: nothing sticks out sideways, nothing is cut off, nothing lies on something else.

import { inside } from './inside.js';

/** @param {import('playwright-core').Page} page */
export async function fits(page) {
  return [...(await sideways(page)), ...(await cut(page)), ...(await overlaps(page))];
}

/** What sticks out of the page at its sides. Wide tables and code scroll in boxes of their own. @param {import('playwright-core').Page} page */
export function sideways(page) {
  return inside(page, () => {
    const { name, shown, scrolls } = window.sight;
    const root = document.documentElement;
    const outermost = (out) =>
      [...document.body.querySelectorAll('*')].filter(
        (element) => out(element) && shown(element) && !scrolls(element) && ![...element.children].some(out),
      );
    const found = [];
    // To the left of the page nobody can scroll.
    for (const element of outermost((one) => one.getBoundingClientRect().left < -0.5 - scrollX)) {
      found.push(`${name(element)} lies to the left of the page`);
    }
    if (root.scrollWidth > root.clientWidth) {
      const by = `the page is ${root.scrollWidth} px wide in ${root.clientWidth} px`;
      const guilty = outermost((one) => one.getBoundingClientRect().right > root.clientWidth + 0.5).slice(0, 8);
      found.push(...(guilty.length ? guilty.map((element) => `${by}: ${name(element)}`) : [by]));
    }
    return found;
  });
}

/** Text that its own box, or a box around it, cuts off. */
export function cut(page) {
  return inside(page, () => {
    const { name, shown, unseen } = window.sight;
    const found = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (!shown(element) || element.closest('svg') || !element.textContent.trim()) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const wide = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if ((wide || high) && !unseen(element)) found.push(`${name(element)} cuts off what is in it`);
    }
    for (const field of document.querySelectorAll('input, select, button')) {
      if (shown(field) && field.type !== 'radio' && field.scrollWidth > field.clientWidth + 1) {
        found.push(`${name(field)} is too narrow for its text`);
      }
    }
    return found;
  });
}

/** Lines of text, and controls, that lie on each other. */
export function overlaps(page) {
  return inside(page, () => {
    const { name, shown, letThrough } = window.sight;
    const boxes = [];
    // A panel that unfolds over the page is meant to cover what is under it.
    const panel = (element) => {
      const inFold = [...document.querySelectorAll('details[open] > :not(summary)')].find((part) => part.contains(element));
      return inFold && getComputedStyle(inFold).position === 'absolute' ? inFold : null;
    };
    const keep = (element, rect, kind) => {
      const box = letThrough(rect, element);
      if (box.width > 2 && box.height > 2) boxes.push({ ...box, element, kind, panel: panel(element) });
    };

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const element = text.parentElement;
      if (!text.data.trim() || element.closest('script, style, noscript, svg, option') || !shown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const line of range.getClientRects()) {
        // Faces reach above and below the line they are set on; the letters are in the middle.
        const air = line.height * 0.3;
        keep(element, { left: line.left, right: line.right, top: line.top + air, bottom: line.bottom - air }, 'text');
      }
    }
    for (const control of document.querySelectorAll('input, select, button, label, summary')) {
      if (shown(control)) keep(control, control.getBoundingClientRect(), 'control');
    }

    const kin = (one, other) => one.contains(other) || other.contains(one);
    const apart = (one, other) =>
      one.kind === other.kind && one.element !== other.element && one.panel === other.panel &&
      (one.kind === 'text' || !kin(one.element, other.element));
    boxes.sort((one, other) => one.top - other.top);
    const found = new Set();
    boxes.forEach((one, place) => {
      for (let next = place + 1; next < boxes.length && boxes[next].top < one.bottom - 2; next += 1) {
        const other = boxes[next];
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width > 2 && height > 2 && apart(one, other)) found.add(`${name(one.element)} and ${name(other.element)} lie on each other`);
      }
    });
    return [...found];
  });
}

/** Sets the text as wide as WCAG 1.4.12 lets a reader set it. By the object model, which no CSP stops. */
export async function spaceOut(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
  });
}
