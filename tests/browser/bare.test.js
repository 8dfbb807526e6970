// Every kind of page without scripts.

import { after, test } from 'node:test';
import { bare, substance } from './checks/bare.js';
import { listen } from './checks/quiet.js';
import { nothing } from './found.js';
import { KINDS, open } from './kinds.js';
import { stage, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

for (const [kind, address] of Object.entries(KINDS)) {
  // A filter is the script's own doing: without it, the register shows all it has.
  const whole = address.split('?')[0];
  test(`${kind}: all is there without scripts, and nothing idle`, async () => {
    const wanted = await withPage(browser, {}, async (page) => {
      await open(page, fixed.address + whole);
      return substance(page);
    });
    const found = await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      const heard = listen(page);
      await open(page, fixed.address + address);
      return [...(await bare(page, wanted)), ...(await heard())];
    });
    nothing(found);
  });
}
