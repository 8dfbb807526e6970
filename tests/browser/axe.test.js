// The axe checker on one page of each kind, in two text sizes and in all colours.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe } from './checks/axe.js';
import { set } from './checks/settings.js';
import { nothing } from './found.js';
import { KINDS, open } from './kinds.js';
import { stage, twoByTwo, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

/** The page's ground and ink, which tell palettes apart. */
const colours = (page) =>
  page.evaluate(() => `${getComputedStyle(document.body).backgroundColor} ${getComputedStyle(document.body).color}`);

/** The findings in each palette and size. */
async function inAllLooks(page) {
  const found = [];
  for (const theme of ['light', 'dark', 'contrast']) {
    await set(page, 's-theme', theme);
    for (const size of ['100', '200']) {
      await set(page, 's-size', size);
      found.push(...(await axe(page)).map((finding) => `${theme}, ${size} %: ${finding}`));
    }
  }
  return found;
}

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: in all sizes and colours`, async () => {
    const found = await withPage(browser, {}, async (page) => {
      await open(page, fixed.address + address);
      return inAllLooks(page);
    });
    nothing(found);
  });
}

test('what is folded: in all sizes and colours', async () => {
  const found = await withPage(browser, {}, async (page) => {
    await open(page, fixed.address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
    return inAllLooks(page);
  });
  nothing(found);
});

test('without a choice the colours are those that the system asks for', async () => {
  const systems = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['contrast', { colorScheme: 'light', contrast: 'more' }],
  ];
  for (const [theme, media] of systems) {
    await withPage(browser, {}, async (page) => {
      await page.emulateMedia(media);
      await open(page, fixed.address);
      const system = await colours(page);
      await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
      await set(page, 's-theme', theme);
      assert.equal(await colours(page), system, `${theme} looks as for a system that asks for it`);
    });
  }
});

test('a choice of colours wins over what the system asks for', async () => {
  await withPage(browser, { colorScheme: 'dark' }, async (page) => {
    await open(page, fixed.address);
    const dark = await colours(page);
    await set(page, 's-theme', 'light');
    const light = await colours(page);
    assert.notEqual(light, dark);
    await page.emulateMedia({ colorScheme: 'light' });
    assert.equal(await colours(page), light);
  });
});

// Dark and high contrast together have colours of their own.
test('the system may ask for dark and for contrast at once', async () => {
  const pages = ['', 'dokument/', 'dokument/it-strategi/', 'dokument/riktlinje-for-epost/'];
  const found = await twoByTwo(pages, (address) =>
    withPage(browser, { colorScheme: 'dark', contrast: 'more' }, async (page) => {
      await open(page, fixed.address + address);
      return (await axe(page)).map((finding) => `/${address}: ${finding}`);
    }),
  );
  nothing(found);
});
