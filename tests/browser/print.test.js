// Documents on paper: what they are, whether they apply, and which version was printed.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fitsPaper, prints } from './checks/print.js';
import { nothing } from './found.js';
import { KINDS, open } from './kinds.js';
import { stage, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

/** What is only for the screen. */
const unwanted = ['Textstorlek', 'Till innehållet', 'Så hänger de ihop'];

const PAPERS = {
  'dokument/it-strategi/': [
    'IT-strategi för Sundhamra kommun',
    'Gäller sedan 1 april 2023, tills vidare',
    'Lydelse 27 februari 2023',
    'Kommunfullmäktige',
    '§ 18',
    'KS 2022/0387',
    'SHFS 2023:2',
    'https://',
    '/dokument/it-strategi/2023-02-27/',
  ],
  'dokument/it-strategi/2019-09-30/': [
    'Äldre lydelse',
    'Gällde 30 september 2019 – 31 mars 2023',
    'Lydelse 30 september 2019',
    '§ 96',
    'KS 2018/0412',
  ],
  'dokument/informationssakerhetspolicy/2026-10-26/': ['Kommande', 'Börjar gälla 1 januari 2027', 'Lydelse 26 oktober 2026'],
  'dokument/handikappolitiskt-program/': ['Upphävd', 'Upphävdes', '28 november 2016', '§ 63'],
  'dokument/vision-2040/en/': ['Sundhamra 2040 – the municipality’s vision', 'Den beslutade texten är den svenska'],
};

for (const [address, wanted] of Object.entries(PAPERS)) {
  test(`/${address} on paper`, async () => {
    const found = await withPage(browser, {}, async (page) => {
      await open(page, fixed.address + address);
      // The printed address is the one that the site is built for.
      const words = wanted.map((words) => (words === 'https://' ? fixed.address : words));
      return [...(await prints(page, { wanted: words, unwanted })), ...(await fitsPaper(page))];
    });
    nothing(found);
  });
}

test('every kind of page fits the paper', async () => {
  const found = await withPage(browser, { colorScheme: 'dark' }, async (page) => {
    const found = [];
    for (const [kind, address] of Object.entries(KINDS)) {
      await open(page, fixed.address + address);
      found.push(...(await fitsPaper(page)).map((finding) => `${kind}: ${finding}`));
    }
    return found;
  });
  nothing(found);
});

test("the reader's settings are for the screen", async () => {
  const address = `${fixed.address}dokument/it-strategi/`;
  const textSize = (page) => page.evaluate(() => getComputedStyle(document.querySelector('.text p')).fontSize);
  const plain = await withPage(browser, {}, async (page) => {
    await open(page, address);
    await page.emulateMedia({ media: 'print' });
    return textSize(page);
  });
  for (const theme of ['dark', 'contrast']) {
    await withPage(browser, {}, async (page) => {
      await page.addInitScript((colours) => {
        localStorage.setItem('stadga-size', '200');
        localStorage.setItem('stadga-theme', colours);
      }, theme);
      await open(page, address);
      nothing(await fitsPaper(page), theme);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await textSize(page), plain, `${theme}: the text has its own size on paper`);
    });
  }
});
