// A page is quick to fetch on a bad line.

import { after, test } from 'node:test';
import { heavy } from './checks/weight.js';
import { nothing } from './found.js';
import { KINDS } from './kinds.js';
import { stage, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

// The register has the script of its form; it is one page, and no document waits for it.
const most = (kind) => (kind.startsWith('register') ? 20_000 : 15_000);

test('style sheets and scripts weigh less than 15 kB, those of the register less than 20', async () => {
  // A page that leads on is gone before its parts are there.
  const kinds = Object.entries(KINDS).filter(([kind]) => kind !== 'redirect');
  const found = await withPage(browser, {}, async (page) => {
    const found = [];
    for (const [kind, address] of kinds) {
      const here = await heavy(page, fixed.address + address, most(kind));
      found.push(...here.map((finding) => `${kind}: ${finding}`));
    }
    return found;
  });
  nothing(found);
});
