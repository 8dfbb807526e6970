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

const MEDIA = [{}, { forcedColors: 'active' }, { forcedColors: 'active', colorScheme: 'dark' }, { reducedMotion: 'reduce' }];

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: states keep their shapes, and nothing moves that should not`, async () => {
    const found = await withPage(browser, {}, async (page) => {
      const found = [];
      await open(page, fixed.address + address);
      for (const media of MEDIA) {
        await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light', reducedMotion: 'no-preference', ...media });
        const here = [...(await shapes(page)), ...(media.reducedMotion ? await still(page) : [])];
        found.push(...here.map((finding) => `${JSON.stringify(media)}: ${finding}`));
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
