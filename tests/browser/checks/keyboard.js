// The page by keyboard: every stop is reached, in the order of the page, and seen.

import { inside } from './inside.js';

/**
 * Presses Tab through the whole page.
 * @param {import('playwright-core').Page} page
 */
export async function walk(page) {
  const stops = await inside(page, listStops);
  const found = new Set();
  const visited = [];
  let extra = 0;
  let inner = 0;
  while (visited.length + extra <= stops.length + 20) {
    await page.keyboard.press('Tab');
    const step = await page.evaluate(lookAtFocus);
    if (!step || step.at === visited[0]) break;
    // Year, month, day and the calendar of a date field are stops of their own, with the browser's own marks.
    const within = step.dated && visited.at(-1) === step.at;
    if (!within) step.found.forEach((finding) => found.add(finding));
    if (step.at < 0) {
      extra += 1;
      if (!step.scrolls) found.add(`${step.name} takes the focus, but is no control`);
    } else if (visited.at(-1) === step.at) {
      extra += 1;
      inner += 1;
      if (!within || inner > 4) {
        found.add(`${step.name} keeps the focus`);
        break;
      }
    } else {
      inner = 0;
      visited.push(step.at);
    }
  }
  visited.forEach((at, place) => {
    if (place && at < visited[place - 1]) found.add(`${stops[at]} comes after ${stops[visited[place - 1]]}, not in the order of the page`);
  });
  stops.forEach((stop, at) => {
    if (!visited.includes(at)) found.add(`${stop} is not reached`);
  });
  return [...found];
}

/** Every stop, in the order of the page; of a radio group the chosen one. The page remembers them. */
function listStops() {
  const { name } = window.sight;
  const group = (radio) => [...document.getElementsByName(radio.name)].filter((one) => one.form === radio.form);
  const chosen = (radio) => group(radio).find((one) => one.checked) ?? group(radio)[0];
  document.activeElement?.blur();
  window.sight.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
    (element) =>
      element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) &&
      element.type !== 'hidden' && (element.type !== 'radio' || chosen(element) === element),
  );
  return window.sight.stops.map(name);
}

/** Where the focus is, and what is wrong with how it is shown. */
function lookAtFocus() {
  const { name, colour, over, ground, contrast, stops, letThrough } = window.sight;
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return null;
  const found = [];

  // A hidden radio button is shown by its label.
  const marked = [focused, ...(focused.labels ?? [])].find((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && element.getBoundingClientRect().width > 1;
  });
  if (!marked) {
    found.push(`${name(focused)} has the focus, and no mark of 2 px shows it`);
  } else {
    const behind = ground(marked.parentElement);
    const strength = contrast(over(colour(getComputedStyle(marked).outlineColor), behind), behind);
    if (strength < 3) found.push(`the mark of focus on ${name(focused)} has the contrast ${strength.toFixed(1)}, not 3`);
  }

  const seen = marked ?? focused;
  // Of a link over two lines, the first.
  const whole = letThrough(seen.getClientRects()[0] ?? seen.getBoundingClientRect(), seen.parentElement);
  const left = Math.max(whole.left, 0);
  const top = Math.max(whole.top, 0);
  const right = Math.min(whole.right, innerWidth);
  const bottom = Math.min(whole.bottom, innerHeight);
  if (right - left < 1 || bottom - top < 1) {
    found.push(`${name(focused)} has the focus outside what is seen`);
  } else {
    const spots = [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, bottom - 2]];
    const free = ([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there && (seen.contains(there) || there.contains(seen));
    };
    if (!spots.some(free)) {
      found.push(`${name(focused)} has the focus but lies under ${name(document.elementFromPoint(...spots[0]))}`);
    }
  }
  const scrolls = focused.scrollWidth > focused.clientWidth || focused.scrollHeight > focused.clientHeight;
  return { at: stops.indexOf(focused), name: name(focused), dated: focused.type === 'date', scrolls, found };
}

/** The skip link is the first stop, is seen then, and leads into the main part. @param {import('playwright-core').Page} page */
export async function skips(page) {
  await page.keyboard.press('Tab');
  const link = await inside(page, () => {
    const { name } = window.sight;
    const { top, left, bottom, right } = document.activeElement.getBoundingClientRect();
    const href = document.activeElement.getAttribute('href') ?? '';
    return { name: name(document.activeElement), href, seen: top >= 0 && left >= 0 && bottom > top && right > left };
  });
  if (!link.href.startsWith('#')) return [`the first stop is ${link.name}, no skip link`];
  const found = link.seen ? [] : ['the skip link is not seen when it has the focus'];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const next = await page.evaluate(() => document.activeElement.closest('main, footer') !== null);
  return next ? found : [...found, 'the skip link does not lead past the header'];
}

/** A radio group is one stop, and the arrows change the choice. @param {import('playwright-core').Page} page */
export async function radios(page, name) {
  const chosen = () =>
    page.evaluate((group) => [...document.getElementsByName(group)].findIndex((radio) => radio.checked), name);
  const focused = () => page.evaluate((group) => document.activeElement.name === group, name);
  await page.evaluate((group) => [...document.getElementsByName(group)].find((radio) => radio.checked)?.focus(), name);
  if (!(await focused())) return [`no radio button of ${name} is chosen and takes the focus`];
  const before = await chosen();
  await page.keyboard.press('ArrowRight');
  const found = (await chosen()) === before + 1 && (await focused()) ? [] : [`the right arrow does not choose the next of ${name}`];
  await page.keyboard.press('ArrowLeft');
  if ((await chosen()) !== before) found.push(`the left arrow does not choose the former of ${name}`);
  await page.keyboard.press('Tab');
  if (await focused()) found.push(`${name} is more than one stop`);
  return found;
}

/** Enter and Space open and close what is folded. @param {import('playwright-core').Page} page */
export async function folds(page, selector) {
  const summary = page.locator(selector).first();
  if (!(await summary.count())) return [`there is no ${selector}`];
  const isOpen = () => summary.evaluate((element) => element.closest('details')?.open ?? false);
  const found = [];
  for (const key of ['Enter', 'Space']) {
    const before = await isOpen();
    await summary.focus();
    await page.keyboard.press(key);
    if ((await isOpen()) === before) found.push(`${key} does not turn ${selector}`);
  }
  return found;
}
