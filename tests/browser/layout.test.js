// Everything fits: on the smallest screen, in the largest text, spaced out, zoomed, and at widths between.

import { after, test } from 'node:test';
import { cut, fits, overlaps, sideways, spaceOut } from './checks/layout.js';
import { largeControls, targets } from './checks/targets.js';
import { nothing } from './found.js';
import { KINDS, open } from './kinds.js';
import { stage, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

const PHONE = { width: 320, height: 640 };
/** 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
const DESK = { width: 1280, height: 800 };

const unfold = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
// The attribute is what the head script sets, so no time goes to clicking.
const enlarge = (page, size) => page.evaluate((percent) => document.documentElement.setAttribute('data-size', percent), size);

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: everything fits`, async () => {
    const found = await withPage(browser, { viewport: PHONE }, async (page) => {
      const found = [];
      const note = (where, findings) => found.push(...findings.map((finding) => `${where}: ${finding}`));
      await open(page, fixed.address + address);
      note('320 px', await fits(page));
      await unfold(page);
      note('320 px unfolded', await fits(page));
      note('320 px targets', await targets(page));
      note('320 px controls', await largeControls(page));
      await page.setViewportSize(ZOOMED);
      note('zoomed to 400 %', await fits(page));
      await page.setViewportSize(PHONE);
      await enlarge(page, '200');
      note('320 px at 200 %', await fits(page));
      await page.setViewportSize(DESK);
      note('1280 px at 200 %', await fits(page));
      await enlarge(page, '100');
      for (const width of [480, 768, 1024, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        note(`${width} px`, [...(await sideways(page)), ...(await overlaps(page))]);
      }
      await page.setViewportSize(DESK);
      note('1280 px', await fits(page));
      note('1280 px targets', await targets(page));
      note('1280 px controls', await largeControls(page));
      await spaceOut(page);
      note('1280 px spaced out', await fits(page));
      await page.setViewportSize(PHONE);
      note('320 px spaced out', [...(await sideways(page)), ...(await cut(page)), ...(await overlaps(page))]);
      return found;
    });
    nothing(found);
  });
}
