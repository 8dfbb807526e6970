// The register, asked as people ask it. What it should answer stands in expected.js, worked out by hand.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, test } from 'node:test';
import { setClock } from './checks/clock.js';
import { listen } from './checks/quiet.js';
import { ask, has, leadsTo, rows, shows, sortedBy, speaks } from './checks/register.js';
import { ANSWERS, APPLIED, BY_TITLE, appliedOn } from './expected.js';
import { nothing } from './found.js';
import { open } from './kinds.js';
import { DAY } from './sites.js';
import { stage, withPage } from './stage.js';

const { fixed, live, files, browser, close } = await stage('fixed', 'live', 'files');
after(close);

const REGISTERS = {
  'on the web': `${fixed.address}dokument/`,
  'from a file': pathToFileURL(`${files.output}/dokument/index.html`).href,
};

/** The first and last day of every span, with the days around them. */
const TURNS = [...new Set(Object.values(APPLIED).flat().flatMap(([first, last]) => [first, before(first), last].filter(Boolean)))].sort();

function before(day) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

for (const [where, address] of Object.entries(REGISTERS)) {
  test(`${where}: ${ANSWERS.length} questions of what, who, about and when`, async () => {
    const found = await withPage(browser, {}, async (page) => {
      const found = [];
      const heard = listen(page);
      await setClock(page, `${DAY}T12:00:00`);
      for (const { ask: question, rows: wanted } of ANSWERS) {
        await open(page, address);
        await ask(page, question);
        const here = [...(await shows(page, wanted)), ...(await heard())];
        found.push(...here.map((finding) => `${JSON.stringify(question)}: ${finding}`));
      }
      return found;
    });
    nothing(found);
  });

  test(`${where}: what applied on each of ${TURNS.length} days`, async () => {
    const found = await withPage(browser, {}, async (page) => {
      const found = [];
      await setClock(page, `${DAY}T12:00:00`);
      await open(page, address);
      for (const day of TURNS) {
        await ask(page, { dag: day, status: 'Gäller' });
        const wanted = appliedOn(day);
        const links = await leadsTo(page);
        found.push(...(await has(page, Object.keys(wanted))).map((finding) => `${day}: ${finding}`));
        // The version that applied, or the document if it is the one that applies now.
        for (const [id, version] of Object.entries(wanted)) {
          const leads = links[id]?.replace(/index\.html$/, '');
          if (leads && leads !== `${id}/${version}/` && !(version === appliedOn(DAY)[id] && leads === `${id}/`)) {
            found.push(`${day}: ${id} leads to ${leads}, not to version ${version}`);
          }
        }
      }
      return found;
    });
    nothing(found);
  });
}

test('to ask of a day is to ask what applied', async () => {
  for (const day of ['2016-01-01', '2020-01-01', DAY]) {
    const found = await withPage(browser, {}, async (page) => {
      await open(page, REGISTERS['on the web']);
      await page.locator('#s-dag').fill(day);
      return has(page, Object.keys(appliedOn(day)));
    });
    nothing(found, day);
  }
});

test('the question is in the address, and is kept by reloading and by going back', async () => {
  await withPage(browser, {}, async (page) => {
    const question = { typ: 'it-plan', status: 'Gäller', sortera: 'till' };
    await open(page, REGISTERS['on the web']);
    await ask(page, question);
    const shown = await rows(page);
    assert.equal(shown.length, 2);
    const asked = new URL(page.url()).searchParams;
    assert.equal(asked.get('typ'), 'it-plan');
    assert.equal(asked.get('sortera'), 'till');
    assert.ok(asked.get('status'));
    await page.reload();
    assert.deepEqual(await rows(page), shown);
    assert.equal(await page.locator('#s-typ').inputValue(), 'it-plan');
    await page.locator('table.register tbody a').first().click();
    await page.waitForURL(/dokument\/it-plan/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('#s-typ')?.value === 'it-plan');
    assert.deepEqual(await rows(page), shown);
    await withPage(browser, {}, async (other) => {
      await open(other, page.url());
      assert.deepEqual(await rows(other), shown, 'the address may be sent to somebody');
    });
  });
});

test('the button clears every field, and the address', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, `${REGISTERS['on the web']}?q=e-post&typ=regler&dag=2024-12-01&sortera=fran`);
    assert.deepEqual(await rows(page), ['regler-for-it-anvandning']);
    await page.locator('#s-filter button[type=reset]').click();
    await page.waitForFunction(() => location.search === '');
    nothing(await shows(page, BY_TITLE));
    assert.equal(await page.locator('#s-q').inputValue(), '');
  });
});

test('what is no question does no harm', async () => {
  await withPage(browser, {}, async (page) => {
    const heard = listen(page);
    await open(page, `${REGISTERS['on the web']}?typ=finns-inte&dag=i-morgon&sortera=%3Cb%3E&status=&hej=1`);
    // The browser may remark on the date; the page itself must cope.
    const thrown = (await heard()).filter((finding) => finding.startsWith('throws'));
    nothing([...(await shows(page, BY_TITLE)), ...thrown]);
  });
});

test('a screen reader hears the number of hits once, when one has stopped typing', async () => {
  for (const words of ['policy', 'bredband']) {
    const found = await withPage(browser, {}, async (page) => {
      await open(page, REGISTERS['on the web']);
      return speaks(page, '#s-q', words);
    });
    nothing(found, words);
  }
});

test('a column sorts by its button, and by the keyboard', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, `${REGISTERS['on the web']}?typ=policy`);
    const button = page.locator('table.register thead th button', { hasText: 'Från' });
    await button.focus();
    await page.keyboard.press('Enter');
    nothing(await shows(page, ['resepolicy', 'informationssakerhetspolicy']));
    assert.deepEqual(await sortedBy(page), ['Från ascending']);
    assert.equal(await page.locator('#s-sort').inputValue(), 'fran');
    await page.keyboard.press('Enter');
    nothing(await shows(page, ['informationssakerhetspolicy', 'resepolicy']));
    assert.deepEqual(await sortedBy(page), ['Från descending']);
    assert.ok(await button.evaluate((element) => element === document.activeElement), 'the focus stays on the button');
  });
});

test('the start page asks the register', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, fixed.address);
    await page.locator('form.find input[name=q]').fill('fiber');
    await page.keyboard.press('Enter');
    await page.waitForURL(/dokument\/\?q=fiber/);
    nothing(await shows(page, ['bredbandsstrategi']));
  });
});

test("on a site without a fixed day, the visitor's day decides", async () => {
  for (const day of ['2026-12-31', '2027-01-01', '2028-01-01']) {
    const found = await withPage(browser, {}, async (page) => {
      await setClock(page, `${day}T12:00:00`);
      await open(page, `${live.address}dokument/`);
      await ask(page, { status: 'Gäller' });
      return has(page, Object.keys(appliedOn(day)));
    });
    nothing(found, day);
  }
});
