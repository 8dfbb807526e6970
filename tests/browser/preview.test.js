// The preview: what is saved is seen, the reader's place is kept, faults stand in the page, and any day can be looked at.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { axe } from './checks/axe.js';
import { sideways } from './checks/layout.js';
import { choose, rootSize } from './checks/settings.js';
import { nothing } from './found.js';
import { preview } from './preview.js';
import { isSame, replacing, scrollTo, settle, shows, standsAt, top } from './reader.js';
import { launch, withPage as withStillPage } from './stage.js';

const browser = await launch();
const site = await preview('--editor', 'vscode');
after(async () => {
  await browser.close();
  await site.close();
});

const TEXT = 'content/it-strategi/2023-02-27.md';
const STRATEGY = 'dokument/it-strategi/';
const SENTENCE = 'En tjänst är färdig när den fungerar för den som ska använda den, inte när den är installerad.';
const CHANGED = 'En tjänst är färdig först när den fungerar.';

/** As on any stage; but a context that is closed while a page is being read anew would never end. */
function withPage(browser, options, use) {
  return withStillPage(browser, options, async (page, context) => {
    try {
      return await use(page, context);
    } finally {
      for (const one of context.pages()) await one.goto('about:blank').catch(() => {});
    }
  });
}

/** Opens a page and notes what the browser objects to. A mark on the window tells later whether the page was read anew. */
async function look(page, path) {
  const objections = [];
  page.on('console', (message) => message.type() === 'error' && !/404/.test(message.text()) && objections.push(message.text()));
  page.on('pageerror', (error) => objections.push(error.message));
  await page.goto(site.at(path));
  await page.evaluate(() => { window.sameWindow = true; });
  return objections;
}

/** Changes a file for as long as `use` runs, and waits until all is as before. */
async function changed(path, change, use) {
  const whole = async () => (await site.answers(STRATEGY)).text;
  const [text, page] = [site.read(path), await whole()];
  site.write(path, change(text));
  try {
    return await use();
  } finally {
    site.write(path, text);
    for (let tries = 0; tries < 100 && (await whole()) !== page; tries += 1) await sleep(50);
  }
}

/** Waits until a page is there. */
async function there(path, status = 200) {
  for (let tries = 0; tries < 100 && (await site.answers(path)).status !== status; tries += 1) await sleep(50);
}
/** Removes a file, and waits until the whole site is without its page: every page may tell of it. */
async function remove(file, path) {
  site.remove(file);
  await there(path, 404);
}

const SHORTER = replacing(SENTENCE, CHANGED);

test('a saved change is seen at once, where the reader is, in the size that was chosen, and is marked', async () => {
  await withPage(browser, {}, async (page) => {
    const objections = await look(page, STRATEGY);
    await choose(page, 's-size', '150');
    await scrollTo(page, SENTENCE);
    // Notes every mark from now on, also on the page that comes.
    await page.addInitScript(() => {
      window.marked = [];
      const note = () => document.querySelectorAll('.stadga-changed').forEach((block) => window.marked.push(block.textContent));
      new MutationObserver(note).observe(document, { subtree: true, attributes: true, attributeFilter: ['class'] });
    });
    await changed(TEXT, SHORTER, async () => {
      await shows(page, CHANGED);
      await standsAt(page, CHANGED, 100, 'the place is kept');
      assert.equal(await rootSize(page), 24);
      await page.waitForFunction(() => window.marked?.length);
      const marked = await page.evaluate(() => [...new Set(window.marked)]);
      assert.equal(marked.length, 1, `only what was changed is marked: ${marked.join(' | ')}`);
      assert.ok(marked[0].startsWith(CHANGED));
      await page.waitForFunction(() => !document.querySelector('.stadga-changed'));
      assert.match(await page.locator('.stadga-said').textContent(), /^Sidan uppdaterad \d\d\.\d\d$/);
    });
    await shows(page, SENTENCE);
    nothing(objections);
  });
});

test('text that grows above does not move what is read', async () => {
  await withPage(browser, { reducedMotion: 'reduce' }, async (page) => {
    await look(page, STRATEGY);
    const read = 'Skillnaderna i digital vana är stora bland invånarna.';
    await scrollTo(page, read, 40);
    await changed(TEXT, replacing('## 1 Inledning', `${'Ett helt nytt stycke som är ganska långt. '.repeat(30)}\n\n## 1 Inledning`), async () => {
      await shows(page, 'Ett helt nytt stycke');
      await standsAt(page, read, 40, 'text that grows');
    });
    await page.waitForFunction(() => !document.querySelector('main')?.textContent.includes('Ett helt nytt stycke'));
    await standsAt(page, read, 40, 'text that shrinks');
  });
});

test('what is unfolded stays so, and so does the focus', async () => {
  const path = 'content/sidor/vikt.md';
  const text = (words) => `+++\ntitel = "Vikt"\n+++\n\n${words}\n\n<details><summary>Mer</summary><p>Inuti</p></details>\n`;
  site.write(path, text('Förut'));
  await there('vikt/');
  await withPage(browser, {}, async (page) => {
    await look(page, 'vikt/');
    await page.locator('main summary').click();
    await page.locator('#stadga--dag').focus();
    site.write(path, text('Efteråt'));
    await shows(page, 'Efteråt');
    await page.waitForFunction(() => document.querySelector('main details').open && document.activeElement.id === 'stadga--dag');
  });
  await remove(path, 'vikt/');
});

test('a page that a change does not concern stays still', async () => {
  await withPage(browser, {}, async (page, context) => {
    const other = await context.newPage();
    await look(other, 'dokument/riktlinje-for-losenord/');
    const asked = [];
    other.on('request', (request) => asked.push(request.url()));
    await look(page, STRATEGY);
    await changed(TEXT, SHORTER, async () => {
      await shows(page, CHANGED);
      await settle(other);
      assert.ok(await isSame(other));
      assert.deepEqual(asked, []);
    });
  });
});

test('a new style sheet is put on without reading the page anew', async () => {
  await withPage(browser, {}, async (page) => {
    const objections = await look(page, STRATEGY);
    await scrollTo(page, SENTENCE);
    const css = 'themes/standard/css/text.css';
    const size = () => page.locator('.text p').first().evaluate((element) => getComputedStyle(element).letterSpacing);
    assert.equal(await size(), 'normal');
    const sheets = () => page.locator('link[rel=stylesheet]:not([href^="/_stadga/"])').count();
    const count = await sheets();
    const wide = () => page.waitForFunction(() => getComputedStyle(document.querySelector('.text p')).letterSpacing === '3px');
    await changed(css, (text) => `${text}\n.text p { letter-spacing: 3px; }\n`, async () => {
      await wide();
      assert.ok(await isSame(page));
    });
    await page.waitForFunction(() => getComputedStyle(document.querySelector('.text p')).letterSpacing === 'normal');
    await page.waitForFunction((count) => document.querySelectorAll('link[rel=stylesheet]:not([href^="/_stadga/"])').length === count, count);
    assert.ok(await isSame(page));
    await standsAt(page, SENTENCE, 100, 'a line that becomes longer and shorter again');
    nothing(objections);
  });
});

test('a fault stands in its page with the line, the remedy and the way to the file, and goes when it is mended', async () => {
  await withPage(browser, {}, async (page) => {
    const objections = await look(page, STRATEGY);
    assert.equal(await page.locator('.stadga-found').innerText(), 'Inga fel på sidan');
    await changed(TEXT, replacing('paragraf =', 'pargraf ='), async () => {
      await page.locator('#stadga--fel', { hasText: 'På sidan: 1 fel' }).click();
      const panel = page.locator('.stadga-panel');
      assert.ok(await panel.isVisible());
      assert.match(await panel.innerText(), /Stadga känner inte till uppgiften ”pargraf”/);
      assert.match(await panel.innerText(), /Menade du ”paragraf”\?/);
      assert.equal(await panel.locator('mark').innerText(), 'pargraf');
      const link = await panel.locator('.stadga-place a').getAttribute('href');
      assert.match(link, /^vscode:\/\/file\/.*\/content\/it-strategi\/2023-02-27\.md:6:1$/);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        nothing(await axe(page), colorScheme);
      }
    });
    await page.getByText('Inga fel på sidan').waitFor();
    nothing(objections.filter((it) => !/axe/.test(it)));
  });
});

const focus = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
const misspelt = (text) => replacing('paragraf =', 'pargraf =')(replacing('protokoll =', 'protokol =')(text));

test('the focus stays at a fault while the page is read anew, and in the bar when the fault is gone', async () => {
  await withPage(browser, {}, async (page) => {
    await look(page, STRATEGY);
    await changed(TEXT, misspelt, async () => {
      await page.locator('#stadga--fel', { hasText: '2 fel' }).click();
      const link = page.locator('.stadga-fault', { hasText: 'pargraf' }).locator('.stadga-place a');
      await link.focus();
      const at = await focus(page);
      assert.match(at, /^stadga--S023-/);
      site.write(TEXT, SHORTER(site.read(TEXT)));
      await shows(page, CHANGED);
      await page.waitForFunction((at) => document.activeElement.id === at, at);
      assert.ok(await link.isVisible(), 'the faults are still unfolded');
      assert.ok(!(await isSame(page)));
    });
    await page.getByText('Inga fel på sidan').waitFor();
    await page.waitForFunction(() => document.activeElement.id === 'stadga--laget');
  });
});

test('a link in the text keeps the focus when the page is read anew', async () => {
  await withPage(browser, {}, async (page) => {
    await look(page, STRATEGY);
    await page.locator('.s-menu a').nth(1).focus();
    const at = await focus(page);
    assert.ok(at);
    await changed(TEXT, SHORTER, async () => {
      await shows(page, CHANGED);
      await page.waitForFunction((at) => document.activeElement.textContent === at, at);
    });
  });
});

test('a day that is being written is not thrown away', async () => {
  await withPage(browser, {}, async (page) => {
    await look(page, STRATEGY);
    const day = page.locator('#stadga--dag');
    await day.focus();
    await page.keyboard.press('Delete');
    assert.equal(await day.inputValue(), '', 'half a day');
    await changed(TEXT, SHORTER, async () => {
      await page.getByText('Sidan uppdateras när du har valt dag.').waitFor();
      await settle(page);
      assert.ok(await isSame(page));
      assert.equal(await focus(page), 'stadga--dag');
      await day.fill('2027-01-01');
      await page.locator('#stadga--fel, #stadga--laget').first().focus();
      await shows(page, CHANGED);
      await page.waitForFunction(() => document.querySelector('#stadga--dag')?.value === '2027-01-01', null, { timeout: 5000 });
    });
  });
});

test('what cannot be shown is said aloud, and that it can again', async () => {
  await withPage(browser, {}, async (page) => {
    for (const path of [STRATEGY, '/_stadga/']) {
      await look(page, path);
      await page.waitForTimeout(300);
      const heard = page.locator('[role=status] .stadga-heard');
      await changed('stadga.toml', replacing('namn = "Sundhamra', 'namn "Sundhamra'), async () => {
        await heard.filter({ hasText: 'ndringarna syns inte än' }).waitFor({ state: 'attached' });
      });
      await heard.filter({ hasText: 'Nu syns ändringarna.' }).waitFor({ state: 'attached' });
    }
  });
});

test('settings that make no site leave the last one, and the bar says so', async () => {
  await withPage(browser, {}, async (page) => {
    await look(page, STRATEGY);
    await changed('stadga.toml', replacing('namn = "Sundhamra', 'namn "Sundhamra'), async () => {
      const told = page.locator('.stadga-broken');
      await told.waitFor();
      assert.equal(await told.innerText(), 'Ändringarna syns inte än: stadga.toml måste rättas först (rad 5).');
      assert.ok(await isSame(page), 'the page itself is as it was');
      await page.goto(site.at('dokument/resepolicy/'));
      assert.ok(await page.locator('main h1').isVisible(), 'and so are the others');
      await page.goto(site.at('/_stadga/'));
      assert.match(await page.locator('.stadga-alarm').innerText(), /De senaste ändringarna syns inte än/);
      await page.evaluate(() => { window.sameWindow = true; });
    });
    await page.waitForFunction(() => !document.querySelector('.stadga-alarm'));
    assert.ok(await isSame(page), 'the page of the whole site changes where it stands');
  });
});

test('a page that is removed is shown as such, and comes back', async () => {
  await withPage(browser, {}, async (page) => {
    const path = 'content/sidor/forhandsvisad.md';
    site.write(path, '+++\ntitel = "Förhandsvisad"\n+++\n\nEtt stycke.\n');
    await there('forhandsvisad/');
    await look(page, 'forhandsvisad/');
    await shows(page, 'Ett stycke.');
    site.remove(path);
    await page.waitForFunction(() => document.body && !document.body.textContent.includes('Ett stycke.'));
    await page.locator('.stadga-preview').waitFor(); // for a moment neither page is shown
    site.write(path, '+++\ntitel = "Förhandsvisad"\n+++\n\nEtt nytt stycke.\n');
    await shows(page, 'Ett nytt stycke.');
    await remove(path, 'forhandsvisad/');
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`any day can be looked at, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    await withPage(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(site.at('dokument/informationssakerhetspolicy/'));
      const notes = page.locator('.stadga-notes > p');
      const fixed = 'Visas alltid som den 22 november 2026: så står det vid datum i stadga.toml.';
      assert.equal(await notes.first().innerText(), fixed);
      assert.match(await page.locator('.version-name').innerText(), /2024/);
      await page.locator('#stadga--dag').fill('2027-01-01');
      await page.locator('#stadga--visa').click();
      assert.match(await notes.first().innerText(), /^Visas som den 1 januari 2027\./);
      assert.match(await page.locator('.version-name').innerText(), /2026/, 'the version that applies then');
      await page.locator('.s-menu a').first().click();
      assert.match(await notes.first().innerText(), /^Visas som den 1 januari 2027\./, 'links stay on the day');
      await page.locator('#stadga--idag').click();
      assert.equal(await notes.first().innerText(), fixed);
      assert.equal(new URL(page.url()).pathname, new URL(site.at('dokument/')).pathname, 'on the same page');
    });
  });
}

test('drafts are shown, marked on the screen and on every sheet of paper, and can be left out', async () => {
  const long = Array.from({ length: 30 }, (_, index) => `## ${index + 1} Rubrik\n\n${'Ett förslag till text som är lång nog. '.repeat(12)}\n`);
  site.write('content/nytt-forslag.md', `+++\ntitel = "Nytt förslag"\ntyp = "policy"\nantagen_av = "Kommunstyrelsen"\nutkast = true\n+++\n\n${long.join('\n')}`);
  const folder = mkdtempSync(join(tmpdir(), 'stadga-print-'));
  try {
    await withPage(browser, {}, async (page) => {
      await there('dokument/nytt-forslag/');
      await look(page, 'dokument/nytt-forslag/');
      assert.match(await page.title(), /^UTKAST: /);
      assert.equal(await page.locator('.draft-mark').innerText(), 'UTKAST');
      const paper = join(folder, 'page.pdf');
      await page.pdf({ path: paper, format: 'A4' });
      const sheets = execFileSync('pdftotext', [paper, '-']).toString().split('\f').slice(0, -1);
      assert.ok(sheets.length > 2, `${sheets.length} sheets`);
      sheets.forEach((sheet, index) => assert.ok(sheet.includes('UTKAST'), `sheet ${index + 1}`));
      assert.ok(!sheets.join('').includes('Förhandsvisning'), 'the bar is for the screen');
      await page.locator('#stadga--utkast').uncheck();
      await page.locator('#stadga--visa').click();
      assert.ok(!(await page.locator('main').innerText()).includes('Ett förslag till text'));
      assert.equal(await page.locator('#stadga--utkast').isChecked(), false);
      assert.match(await page.locator('.stadga-notes').innerText(), /Sidan är ett utkast\. Utkast visas inte nu\./);
      await page.locator('#stadga--med-utkast').click();
      assert.match(await page.locator('main').innerText(), /Ett förslag till text/);
      assert.ok(await page.locator('#stadga--utkast').isChecked());
      await page.goto(site.at('finns-inte/'));
      assert.ok(!(await page.locator('.stadga-notes').innerText()).includes('utkast'), 'nothing is there with drafts either');
    });
  } finally {
    await remove('content/nytt-forslag.md', 'dokument/nytt-forslag/');
    rmSync(folder, { recursive: true });
  }
});

test('a draft that ends a decided version is told of, and the page is seen without it', async () => {
  const path = 'content/it-strategi/2026-11-01.md';
  const draft = site.read(TEXT).replace('antagen = 2023-02-27', 'antagen = 2026-11-01\nutkast = true').replace('galler_fran = 2023-04-01\n', '');
  assert.match(draft, /utkast = true/);
  site.write(path, draft);
  try {
    await withPage(browser, {}, async (page) => {
      await there(`${STRATEGY}2026-11-01/`);
      const objections = await look(page, STRATEGY);
      const notes = page.locator('.stadga-notes');
      assert.match(await notes.innerText(), /Utkastet visas som beslutat från 1 november 2026\. Då upphör lydelsen 27 februari 2023\./);
      assert.match(await page.locator('main').innerText(), /Utkast/);
      await page.locator('#stadga--utan-utkast').click();
      assert.ok(!(await notes.innerText()).includes('Utkast'));
      assert.match(await page.locator('.version-name').innerText(), /2023/);
      await page.locator('#stadga--laget').click();
      assert.match(await page.locator('[data-stadga-part=round]').innerText(), /utan utkast/, 'the state is that of the view');
      assert.equal(await page.locator('[data-stadga-part=drafts] table').count(), 0);
      await page.locator('#stadga--sidan').click();
      assert.ok(new URL(page.url()).pathname.endsWith(`/utan-utkast/${STRATEGY}`), 'and leads back there');
      await page.goto(site.at('dokument/'));
      assert.match(await notes.innerText(), /Utkast räknas som beslutade här/);
      for (const viewport of [{ width: 320, height: 640 }, { width: 1280, height: 800 }]) {
        await page.setViewportSize(viewport);
        nothing(await sideways(page), `${viewport.width} px`);
      }
      nothing(await axe(page));
      nothing(objections.filter((it) => !/axe/.test(it)));
    });
  } finally {
    await remove(path, `${STRATEGY}2026-11-01/`);
  }
});

test('the page of the whole site tells states, reviews and what comes, and each leads somewhere', async () => {
  await withPage(browser, {}, async (page) => {
    const objections = await look(page, '/_stadga/');
    for (const heading of ['Läget för hela webbplatsen', 'Att rätta', 'Dokument', 'Översyn', 'Det som kommer']) {
      assert.ok(await page.getByRole('heading', { name: heading, exact: true }).isVisible(), heading);
    }
    for (const viewport of [{ width: 320, height: 640 }, { width: 1280, height: 800 }]) {
      await page.setViewportSize(viewport);
      nothing(await sideways(page), `${viewport.width} px`);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        nothing(await axe(page), `${viewport.width} px, ${colorScheme}`);
      }
    }
    const links = await page.locator('main a[href^="/"]').evaluateAll((all) => all.map((link) => link.href));
    for (const link of new Set(links)) {
      const answer = await page.request.get(link);
      assert.equal(answer.status(), 200, link);
    }
    await page.locator('[data-stadga-part=coming] td a').first().click();
    assert.match(await page.locator('.stadga-notes').innerText(), /^Visas som den /);
    nothing(objections);
  });
});

test('beside an editor a line of the bar says what is wrong, and a text that comes back is shown where it was', async () => {
  await withPage(browser, { viewport: { width: 720, height: 800 } }, async (page) => {
    await look(page, `${STRATEGY}2023-02-27/`);
    await scrollTo(page, SENTENCE);
    const found = page.locator('[data-stadga-part=faults] > :first-child');
    const inSight = async () => {
      const { y, height } = await found.boundingBox();
      return y >= 0 && y + height <= 800;
    };
    assert.ok(await inSight(), 'the line is in sight');
    const whole = site.read(TEXT);
    await changed(TEXT, replacing('\n+++\n', '\n'), async () => {
      await page.locator('[data-stadga-part=faults]', { hasText: 'fel' }).waitFor();
      await page.waitForFunction((words) => !document.querySelector('main').textContent.includes(words), SENTENCE);
      assert.ok(await inSight(), 'with what is wrong');
      site.write(TEXT, whole);
      await shows(page, SENTENCE);
      await standsAt(page, SENTENCE, 100, 'the text is back');
    });
  });
});

test('the bar hides nothing, fits every window and stays folded', async () => {
  await withPage(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
    await look(page, STRATEGY);
    for (const size of ['100', '200']) {
      await choose(page, 's-size', size);
      nothing(await sideways(page), `${size} %`);
      const { height } = await page.locator('.stadga-preview').boundingBox();
      assert.ok(height < 640 / 3, `${size} %: the bar is ${height} px high`);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const end = await page.locator('.s-footer').evaluate((element) => element.getBoundingClientRect().bottom);
      const bar = await page.locator('.stadga-preview').evaluate((element) => element.getBoundingClientRect().top);
      assert.ok(end <= bar + 1, `${size} %: the end of the page is in sight`);
    }
  });
  await withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
    await look(page, STRATEGY);
    assert.ok(await page.locator('#stadga--dag').isVisible());
    await page.locator('.stadga-tools summary').click();
    await page.goto(site.at('oversikt/'));
    assert.ok(await page.locator('#stadga--dag').isHidden(), 'on the next page too');
    nothing(await axe(page));
  });
});

test('without workers the bar says what to do', async () => {
  await withPage(browser, {}, async (page) => {
    await page.addInitScript(() => {
      delete window.SharedWorker;
      delete window.Worker;
    });
    await page.goto(site.at(STRATEGY));
    await page.getByText('Ladda om sidan för att se ändringar.').waitFor();
  });
});

test('a browser without shared workers sees changes all the same', async () => {
  await withPage(browser, {}, async (page) => {
    await page.addInitScript(() => { delete window.SharedWorker; });
    await look(page, STRATEGY);
    await changed(TEXT, SHORTER, () => shows(page, CHANGED));
    await shows(page, SENTENCE);
  });
});

test('a page that one comes back to has what was saved meanwhile', async () => {
  await withPage(browser, {}, async (page) => {
    await look(page, STRATEGY);
    await page.goto(site.at('oversikt/'));
    await changed(TEXT, SHORTER, async () => {
      await settle(page);
      await page.goBack();
      await shows(page, CHANGED);
    });
  });
});

test('when the preview is ended the page says so, and when it runs again the page goes on', async () => {
  await withPage(browser, {}, async (page) => {
    await look(page, STRATEGY);
    await page.waitForTimeout(300);
    assert.equal(await site.stop(), 0);
    await page.getByText('Förhandsvisningen svarar inte.').waitFor({ timeout: 10_000 });
    site.write(TEXT, SHORTER(site.read(TEXT)));
    await site.again();
    await page.locator('main', { hasText: CHANGED }).waitFor({ timeout: 15_000 });
  });
});
