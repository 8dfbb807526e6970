// Readers whose system chooses the colours, or asks for stillness.

import { after, test } from 'node:test';
import { chosenIsMarked, shapes, still } from './checks/colours.js';
import { walk } from './checks/keyboard.js';
import { SETTINGS } from './checks/settings.js';
import { nothing } from './found.js';
import { KINDS, open } from './kinds.js';
import { stage, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

for (const media of [{}, { forcedColors: 'active' }, { forcedColors: 'active', colorScheme: 'dark' }]) {
  test(`states keep their shapes ${JSON.stringify(media)}`, async () => {
    const found = await withPage(browser, media, async (page) => {
      const found = [];
      for (const [kind, address] of Object.entries(KINDS)) {
        await open(page, fixed.address + address);
        found.push(...(await shapes(page)).map((finding) => `${kind}: ${finding}`));
      }
      return found;
    });
    nothing(found);
  });
}

test('with forced colours the choice in each group is marked', async () => {
  await withPage(browser, { forcedColors: 'active' }, async (page) => {
    await open(page, fixed.address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
    for (const { field } of SETTINGS) nothing(await chosenIsMarked(page, field), field);
  });
});

for (const colorScheme of ['light', 'dark']) {
  test(`with forced colours the focus is seen (${colorScheme})`, async () => {
    for (const address of ['', 'dokument/', 'dokument/it-plan-kommunstyrelsen/']) {
      const found = await withPage(browser, { forcedColors: 'active', colorScheme }, async (page) => {
        await open(page, fixed.address + address);
        return walk(page);
      });
      nothing(found, address);
    }
  });
}

test('nothing moves for a reader who asked for stillness', async () => {
  const found = await withPage(browser, { reducedMotion: 'reduce' }, async (page) => {
    const found = [];
    for (const [kind, address] of Object.entries(KINDS)) {
      await open(page, fixed.address + address);
      found.push(...(await still(page)).map((finding) => `${kind}: ${finding}`));
    }
    return found;
  });
  nothing(found);
});
