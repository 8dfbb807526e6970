// The whole site by keyboard.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { folds, radios, skips, walk } from './checks/keyboard.js';
import { SETTINGS } from './checks/settings.js';
import { nothing } from './found.js';
import { KINDS, open } from './kinds.js';
import { stage, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: every stop is reached in order, and seen`, async () => {
    const found = await withPage(browser, {}, async (page) => {
      await open(page, fixed.address + address);
      return walk(page);
    });
    nothing(found);
  });
}

test('on a small screen, with large text and dark colours', async () => {
  const options = { viewport: { width: 320, height: 480 }, colorScheme: 'dark' };
  for (const address of ['dokument/it-strategi/', 'dokument/']) {
    const found = await withPage(browser, options, async (page) => {
      await page.addInitScript(() => localStorage.setItem('stadga-size', '200'));
      await open(page, fixed.address + address);
      return walk(page);
    });
    nothing(found, address);
  }
});

test('backwards the stops are the same', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, fixed.address + 'dokument/riktlinje-for-epost/');
    const round = async (key) => {
      const places = [];
      for (;;) {
        await page.keyboard.press(key);
        const place = await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement));
        const nowhere = await page.evaluate(() => document.activeElement === document.body);
        if (nowhere || places.includes(place)) return places;
        places.push(place);
      }
    };
    const forwards = await round('Tab');
    assert.ok(forwards.length > 20);
    await page.evaluate(() => document.activeElement.blur());
    await page.locator('a').last().focus();
    const last = await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement));
    assert.equal(forwards.at(-1), last);
    assert.deepEqual([last, ...(await round('Shift+Tab'))].slice(0, forwards.length), forwards.toReversed());
  });
});

test('the skip link is seen, and leads past the header', async () => {
  for (const address of ['', 'dokument/', 'dokument/it-strategi/', 'finns-inte/']) {
    const found = await withPage(browser, {}, async (page) => {
      await open(page, fixed.address + address);
      return skips(page);
    });
    nothing(found, address);
  }
});

test('each group of choices is one stop, and the arrows choose', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, fixed.address);
    await page.evaluate(() => document.querySelectorAll('.s-adjust details').forEach((fold) => { fold.open = true; }));
    for (const { field } of SETTINGS) nothing(await radios(page, field), field);
  });
});

test('what is folded opens and closes by Enter and by Space', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, fixed.address);
    nothing(await folds(page, '.s-adjust summary'));
  });
});

test('the mark of focus is drawn, not only described', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, fixed.address);
    const controls = ['.s-brand', '.s-menu a', 'main a', '.s-footer a', '.s-adjust summary', '#s-size-1'];
    for (const control of controls) {
      const element = page.locator(control).first();
      await page.evaluate(() => document.activeElement.blur());
      await element.scrollIntoViewIfNeeded();
      const before = await page.screenshot();
      // Focus by script is shown as the keyboard's after a key has been pressed.
      await page.keyboard.press('Shift');
      await element.focus();
      assert.notDeepEqual(await page.screenshot(), before, `${control} looks the same with the focus`);
    }
  });
});
