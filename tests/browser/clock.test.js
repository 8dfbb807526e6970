// What a page says as days go by: the same as a page that is built on that day.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { otherwise, setClock, states, today, todayInBand } from './checks/clock.js';
import { nothing } from './found.js';
import { open } from './kinds.js';
import { DAY } from './sites.js';
import { stage, withPage } from './stage.js';

const { fixed, live, browser, raise, close } = await stage('fixed', 'live');
after(close);

const PAGES = [
  '',
  'dokument/',
  'oversikt/',
  'organ/kommunfullmaktige/',
  'typ/it-plan/',
  'dokument/informationssakerhetspolicy/',
  'dokument/informationssakerhetspolicy/2018-04-23/',
  'dokument/informationssakerhetspolicy/2024-05-27/',
  'dokument/informationssakerhetspolicy/2026-10-26/',
  'dokument/it-plan-barn-och-utbildningsnamnden/',
  'dokument/it-plan-kommunstyrelsen/',
  'dokument/bredbandsstrategi/2020-06-15/',
  'dokument/anvisning-for-flaggning/',
  'dokument/lokala-ordningsforeskrifter/2017-05-29/',
  'dokument/riktlinje-for-sociala-medier/2014-ht/',
];

/** The days around a change, and days far off. */
const DAYS = ['2026-12-31', '2027-01-01', '2028-01-01', '2041-01-01', '2024-06-30', '2014-12-31'];

/**
 * Nobody reads a page before it is made, unless by a clock that is wrong: then documents and their versions are told
 * of the day, but lists keep the rows that they were made with.
 */
const comparable = (day, all) =>
  day > DAY ? all : Object.fromEntries(Object.entries(all).filter(([what]) => !/^(row|node) /.test(what)));

for (const day of DAYS) {
  test(`on ${day} every state is as on a page built that day`, async () => {
    const then = await raise('live', day);
    const built = await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      const all = {};
      for (const address of PAGES) {
        await open(page, then.address + address);
        all[address] = comparable(day, await states(page));
      }
      return all;
    });
    const found = await withPage(browser, {}, async (page) => {
      const found = [];
      let compared = 0;
      await setClock(page, `${day}T12:00:00`);
      for (const address of PAGES) {
        await open(page, live.address + address);
        const here = comparable(day, await states(page));
        compared += Object.keys(here).filter((what) => what in built[address]).length;
        found.push(...otherwise(here, built[address]).map((finding) => `/${address}: ${finding}`));
      }
      assert.ok(compared > 15, `${compared} states compared`);
      return found;
    });
    nothing(found);
  });
}

test('the day changes at midnight where the reader is', async () => {
  const upcoming = `${live.address}dokument/informationssakerhetspolicy/2026-10-26/`;
  const moments = [
    ['Europe/Stockholm', '2026-12-31T23:59:30+01:00', '2026-12-31', 'upcoming'],
    ['Europe/Stockholm', '2027-01-01T00:00:30+01:00', '2027-01-01', 'in-force'],
    ['America/New_York', '2027-01-01T00:00:30+01:00', '2026-12-31', 'upcoming'],
    ['Pacific/Auckland', '2026-12-31T12:00:30Z', '2027-01-01', 'in-force'],
  ];
  for (const [timezoneId, moment, day, force] of moments) {
    await withPage(browser, { timezoneId }, async (page) => {
      await setClock(page, moment);
      await open(page, upcoming);
      assert.equal(await page.evaluate(() => window.stadga.day()), day, `${timezoneId} ${moment}`);
      assert.equal(await page.locator('.standing .state').getAttribute('data-force'), force, `${timezoneId} ${moment}`);
    });
  }
});

for (const day of ['2026-11-22', '2027-01-01', '2027-06-15', '2045-01-01']) {
  test(`on ${day} today stands where it belongs in timelines and bands`, async () => {
    const found = await withPage(browser, {}, async (page) => {
      const found = [];
      await setClock(page, `${day}T12:00:00`);
      for (const id of ['it-strategi', 'informationssakerhetspolicy', 'bredbandsstrategi', 'riktlinje-for-losenord']) {
        await open(page, `${live.address}dokument/${id}/`);
        found.push(...(await today(page, day)), ...(await todayInBand(page, day)));
      }
      return found;
    });
    nothing(found);
  });
}

test('a site with a fixed day says the same whatever the clock', async () => {
  const allStates = async (options, moment) =>
    withPage(browser, options, async (page) => {
      const all = {};
      if (moment) await setClock(page, moment);
      for (const address of PAGES) {
        await open(page, fixed.address + address);
        all[address] = await states(page);
        if (moment) {
          assert.equal(await page.evaluate(() => window.stadga.day()), DAY);
          assert.equal(await page.evaluate(() => document.documentElement.dataset.day), DAY);
        }
      }
      return all;
    });
  const plain = await allStates({ javaScriptEnabled: false });
  for (const moment of ['2005-01-01T12:00:00', '2035-06-01T12:00:00']) assert.deepEqual(await allStates({}, moment), plain);
});

test('on a site with a fixed day, today is that day', async () => {
  const found = await withPage(browser, {}, async (page) => {
    await setClock(page, '2035-01-01T12:00:00');
    await open(page, `${fixed.address}dokument/informationssakerhetspolicy/`);
    return [...(await today(page, DAY)), ...(await todayInBand(page, DAY))];
  });
  nothing(found);
});

test('without scripts a page says what held when it was built', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await open(page, `${live.address}dokument/informationssakerhetspolicy/`);
    assert.equal(await page.locator('html').getAttribute('data-day'), null);
    assert.equal(await page.locator('.standing .state').textContent(), 'Gäller');
    assert.equal(await page.locator('.event-today').count(), 0);
  });
});
