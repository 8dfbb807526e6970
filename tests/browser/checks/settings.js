// The reader's own settings: the text's size, spacing and width, and the page's colours.

/** What a setting is called in the form, what it makes of the page, and what the browser keeps. */
export const SETTINGS = [
  { field: 's-size', attribute: 'data-size', key: 'stadga-size', values: ['100', '125', '150', '175', '200'], normal: '100' },
  { field: 's-spacing', attribute: 'data-spacing', key: 'stadga-spacing', values: ['normal', 'wide', 'wider'], normal: 'normal' },
  { field: 's-width', attribute: 'data-width', key: 'stadga-width', values: ['narrow', 'normal', 'wide'], normal: 'normal' },
  { field: 's-theme', attribute: 'data-theme', key: 'stadga-theme', values: ['auto', 'light', 'dark', 'contrast'], normal: 'auto' },
];

/** Chooses as a reader does: opens what is folded, and presses the label. @param {import('playwright-core').Page} page */
export async function choose(page, field, value) {
  await page.evaluate(() => document.querySelectorAll('.s-adjust details').forEach((fold) => { fold.open = true; }));
  await page.locator(`.s-adjust label[for="${await idOf(page, field, value)}"]`).click();
}

/** Sets what a reader could choose, for checks that are about something else. @param {import('playwright-core').Page} page */
export function set(page, field, value) {
  return page.evaluate(
    ([name, wanted]) => [...document.getElementsByName(name)].find((radio) => radio.value === wanted).click(),
    [field, value],
  );
}

function idOf(page, field, value) {
  return page.locator(`.s-adjust input[name="${field}"][value="${value}"]`).getAttribute('id', { timeout: 2000 });
}

/** The size that all text of the page follows, in px. @param {import('playwright-core').Page} page */
export function rootSize(page) {
  return page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
}

/** How the page looks to the reader who set something: what each setting may change. @param {import('playwright-core').Page} page */
export function look(page) {
  return page.evaluate(() => {
    const style = (selector, property) => {
      const element = document.querySelector(selector);
      return element ? getComputedStyle(element)[property] : null;
    };
    return {
      's-size': style('html', 'fontSize'),
      's-spacing': `${style('main p', 'lineHeight')} ${style('.text p', 'lineHeight')}`,
      's-width': `${style('.document-main', 'maxWidth')} ${style('.text', 'maxWidth')} ${document.querySelector('.text')?.getBoundingClientRect().width}`,
      's-theme': `${style('body', 'backgroundColor')} ${style('body', 'color')} ${style('main a', 'color')} ${style('.s-header', 'backgroundColor')}`,
    };
  });
}

/** Each value of a setting changes the look of the page, and no two look alike. @param {import('playwright-core').Page} page */
export async function everyValueShows(page, { field, values }) {
  const looks = [];
  const found = [];
  for (const value of values) {
    await choose(page, field, value);
    const shown = (await look(page))[field];
    // The automatic colours are those of one of the others.
    if (value !== 'auto' && looks.includes(shown)) found.push(`${field} ${value} looks like another choice: ${shown}`);
    if (value !== 'auto') looks.push(shown);
  }
  return found;
}

/**
 * Opens a page as a reader who chose before, with slow scripts, and looks at the very first paint.
 * @param {import('playwright-core').Page} page
 * @param {Record<string, string>} kept what the browser keeps
 * @param {{ size: number, attributes: Record<string, string> }} wanted
 */
export async function firstPaint(page, address, kept, wanted) {
  await page.addInitScript((stored) => {
    Object.entries(stored).forEach(([key, value]) => localStorage.setItem(key, value));
    new PerformanceObserver(() => {
      const root = document.documentElement;
      const size = parseFloat(getComputedStyle(root).fontSize);
      window.painted ??= { size, attributes: Object.fromEntries([...root.attributes].map((one) => [one.name, one.value])) };
    }).observe({ type: 'paint', buffered: true });
  }, kept);
  await page.route(/\.js$/, async (route) => {
    await new Promise((late) => setTimeout(late, 400));
    await route.fallback();
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => window.painted);
  const { size, attributes } = await page.evaluate(() => window.painted);
  const found = size === wanted.size ? [] : [`the first paint has text of ${size} px, not ${wanted.size}`];
  for (const [name, value] of Object.entries(wanted.attributes)) {
    if (attributes[name] !== value) found.push(`the first paint has ${name} ${attributes[name]}, not ${value}`);
  }
  return found;
}

/** What of a reader's choices is left: on the page, in the form, and in the browser. @param {import('playwright-core').Page} page */
export function leftOvers(page) {
  return page.evaluate((settings) => {
    const found = [];
    for (const { field, attribute, normal } of settings) {
      const value = document.documentElement.getAttribute(attribute);
      if (value !== null) found.push(`${attribute} is ${value}`);
      const chosen = [...document.getElementsByName(field)].find((radio) => radio.checked)?.value;
      if (chosen !== normal) found.push(`${field} shows ${chosen}`);
    }
    for (const key of Object.keys(localStorage)) found.push(`the browser keeps ${key}`);
    return found;
  }, SETTINGS);
}
