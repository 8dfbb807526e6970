// The reader's settings: with and without scripts, kept and cleared, and there from the first paint.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { moves } from './checks/quiet.js';
import { SETTINGS, choose, everyValueShows, firstPaint, leftOvers, look, rootSize } from './checks/settings.js';
import { nothing } from './found.js';
import { KINDS, open } from './kinds.js';
import { launch, stage, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

const DOCUMENT = `${fixed.address}dokument/it-strategi/`;
const OTHER = `${fixed.address}oversikt/`;

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`the text follows the choice, ${how} scripts`, async () => {
    await withPage(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(DOCUMENT);
      for (const percent of ['100', '125', '150', '175', '200', '100']) {
        await choose(page, 's-size', percent);
        assert.equal(await rootSize(page), (16 * Number(percent)) / 100);
      }
    });
  });

  test(`every choice of every setting shows, ${how} scripts`, async () => {
    await withPage(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(DOCUMENT);
      for (const setting of SETTINGS) nothing(await everyValueShows(page, setting), setting.field);
    });
  });
}

test('every text grows with the choice', async () => {
  await withPage(browser, {}, async (page) => {
    // The words with their size; the second of the same words is another than the first.
    const sizes = () =>
      page.evaluate(() => {
        const times = {};
        const has = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        return [...document.querySelectorAll('body *')]
          .filter((element) => element.checkVisibility() && has(element))
          .map((element) => {
            const what = `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}`;
            times[what] = (times[what] ?? 0) + 1;
            return [`${what} (${times[what]})`, parseFloat(getComputedStyle(element).fontSize)];
          });
      });
    for (const address of ['', 'dokument/', 'dokument/it-strategi/', 'tidslinje/']) {
      await page.goto(fixed.address + address);
      await choose(page, 's-size', '100');
      const before = await sizes();
      await choose(page, 's-size', '200');
      // Large text has the layout of a smaller screen: what is not in both is not compared.
      const after = new Map(await sizes());
      // Headings may grow less: they are large already (WCAG asks for text that can be read, not for huge headings).
      const less = before
        .filter(([what, size]) => after.get(what) < size * (what.startsWith('h1') ? 1.5 : 1.99))
        .map(([what]) => `${what} does not grow`);
      nothing(less, address);
    }
  });
});

test("the choice multiplies the size that the reader has set in the browser", async () => {
  const large = await launch(['--blink-settings=defaultFontSize=20']);
  try {
    await withPage(large, {}, async (page) => {
      await page.goto(DOCUMENT);
      assert.equal(await rootSize(page), 20);
      await choose(page, 's-size', '150');
      assert.equal(await rootSize(page), 30);
    });
  } finally {
    await large.close();
  }
});

test('choices hold on other pages, in other tabs, and after a reload', async () => {
  await withPage(browser, {}, async (page, context) => {
    const tab = await context.newPage();
    await tab.goto(OTHER);
    await page.goto(DOCUMENT);
    const plain = await look(page);
    const chosen = { 's-size': '150', 's-spacing': 'wider', 's-width': 'narrow', 's-theme': 'dark' };
    for (const [field, value] of Object.entries(chosen)) await choose(page, field, value);
    const changed = await look(page);
    for (const field of Object.keys(chosen)) assert.notEqual(changed[field], plain[field], field);

    const attributes = (where) =>
      where.evaluate((names) => names.map((name) => document.documentElement.getAttribute(name)), SETTINGS.map((one) => one.attribute));
    await tab.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    assert.deepEqual(await attributes(tab), Object.values(chosen));

    await page.reload();
    assert.deepEqual(await look(page), changed);
    await page.goto(OTHER);
    await page.goBack();
    assert.deepEqual(await look(page), changed);
    for (const { field } of SETTINGS) {
      const checked = await page.evaluate((name) => [...document.getElementsByName(name)].find((one) => one.checked)?.value, field);
      assert.equal(checked, chosen[field], `${field} shows what is chosen`);
    }
  });
});

test('nothing is kept before a choice, and only what is not as usual after', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(DOCUMENT);
    nothing(await leftOvers(page));
    for (const { field, key, values, normal } of SETTINGS) {
      const other = values.find((value) => value !== normal);
      await choose(page, field, other);
      assert.equal(await page.evaluate((name) => localStorage.getItem(name), key), other);
      await choose(page, field, normal);
      nothing(await leftOvers(page), field);
    }
    assert.deepEqual(await page.context().cookies(), []);
  });
});

test('one button clears all choices', async () => {
  await withPage(browser, {}, async (page, context) => {
    const tab = await context.newPage();
    await tab.goto(OTHER);
    await page.goto(DOCUMENT);
    const plain = await look(page);
    for (const { field, values } of SETTINGS) await choose(page, field, values.at(-1));
    assert.notDeepEqual(await look(page), plain);
    await page.locator('.s-reset').click();
    nothing(await leftOvers(page));
    assert.deepEqual(await look(page), plain);
    await tab.waitForFunction(() => !document.documentElement.dataset.theme && !document.documentElement.dataset.size);
  });
});

test('a browser that keeps nothing still follows the choice', async () => {
  await withPage(browser, {}, async (page) => {
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('storage is forbidden', 'SecurityError');
        },
      });
    });
    await page.goto(DOCUMENT);
    await choose(page, 's-size', '200');
    await choose(page, 's-theme', 'dark');
    assert.equal(await rootSize(page), 32);
    await page.locator('.s-reset').click();
    assert.equal(await rootSize(page), 16);
    nothing(thrown);
  });
});

test('a nonsense that the browser kept does no harm', async () => {
  await withPage(browser, {}, async (page) => {
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await page.addInitScript((settings) => settings.forEach(({ key }) => localStorage.setItem(key, '"><b>9000')), SETTINGS);
    await page.goto(DOCUMENT);
    assert.equal(await rootSize(page), 16);
    nothing(thrown);
  });
});

test('the first paint has the chosen look, however slow the scripts', async () => {
  const kept = { 'stadga-size': '200', 'stadga-spacing': 'wider', 'stadga-width': 'narrow', 'stadga-theme': 'dark' };
  const attributes = { 'data-size': '200', 'data-spacing': 'wider', 'data-width': 'narrow', 'data-theme': 'dark' };
  for (const kind of ['document with outline, code and drawing', 'register', 'start', 'timeline']) {
    await withPage(browser, {}, async (page) => {
      const found = await firstPaint(page, fixed.address + KINDS[kind], kept, { size: 32, attributes });
      found.push(...(await moves(page)));
      nothing(found, kind);
    });
  }
});

test('the form is at the same place on every kind of page', async () => {
  await withPage(browser, {}, async (page) => {
    for (const [kind, address] of Object.entries(KINDS)) {
      await open(page, fixed.address + address);
      const missing = [];
      for (const { field, values } of SETTINGS) {
        for (const value of values) {
          const radio = page.locator(`header .s-adjust input[type=radio][name="${field}"][value="${value}"]`);
          if ((await radio.count()) !== 1) missing.push(`${field} ${value}`);
        }
      }
      nothing(missing, kind);
      assert.ok(await page.locator('.s-adjust label[for="s-size-1"]').isVisible(), `${kind}: the sizes are in sight`);
    }
  });
});
