// The site read straight from its folder, without a web server.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after, test } from 'node:test';
import { deadLinks, listen, moves } from './checks/quiet.js';
import { choose, rootSize } from './checks/settings.js';
import { structure } from './checks/structure.js';
import { nothing } from './found.js';
import { KINDS } from './kinds.js';
import { leadsOn, pagesIn } from './sites.js';
import { stage, withPage } from './stage.js';

const { files, browser, close } = await stage('files');
after(close);

/** The address of a page's file. A site read from a folder has no page for what is not there: the browser says that. */
const fileOf = (address) => pathToFileURL(`${files.output}/${address.replace(/(^|\/)(\?.*)?$/, '$1index.html')}`).href;

/** The links and places of a page, read from its file. */
function linksIn(file) {
  const text = readFileSync(fileURLToPath(file), 'utf8');
  const all = (pattern) => [...text.matchAll(pattern)].map(([, value]) => value.replaceAll('&amp;', '&'));
  const links = all(/<a\s[^>]*?href="([^"]+)"/g).map((href) => new URL(href, file).href);
  return { links: links.filter((link) => link.startsWith('file:')), ids: all(/\sid="([^"]+)"/g) };
}

test('every kind of page opens from its file, and complains of nothing', async () => {
  const kinds = Object.entries(KINDS).filter(([kind]) => !['not found', 'redirect'].includes(kind));
  const found = await withPage(browser, {}, async (page) => {
    const heard = listen(page);
    const found = [];
    for (const [kind, address] of kinds) {
      await page.goto(fileOf(address));
      const here = [...(await structure(page)), ...(await moves(page)), ...(await heard())];
      const styled = await page.evaluate(() => getComputedStyle(document.body).margin === '0px');
      if (!styled) here.push('the style sheet is not there');
      found.push(...here.map((finding) => `${kind}: ${finding}`));
    }
    return found;
  });
  nothing(found);
});

test('every link leads to a file', async () => {
  const readable = pagesIn(files.output).filter((address) => !leadsOn(files.output, address) && address !== '404.html');
  const visited = new Map(readable.map((address) => [fileOf(address), linksIn(fileOf(address))]));
  assert.ok(visited.size > 150, `${visited.size} pages`);
  nothing(await deadLinks(visited, async (address) => (existsSync(fileURLToPath(address)) ? 200 : 404)));
});

test('the settings work within the page', async () => {
  await withPage(browser, {}, async (page) => {
    const heard = listen(page);
    await page.goto(fileOf('dokument/it-strategi/'));
    await choose(page, 's-size', '175');
    assert.equal(await rootSize(page), 28);
    await choose(page, 's-theme', 'dark');
    nothing(await heard());
  });
});
