// What holds for every single page of the sample site, looked at once.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe } from './checks/axe.js';
import { deadLinks, linksOf, listen, moves } from './checks/quiet.js';
import { sharedTitles, structure } from './checks/structure.js';
import { nothing } from './found.js';
import { KINDS, open } from './kinds.js';
import { leadsOn, pagesIn } from './sites.js';
import { stage, twoByTwo, withPage } from './stage.js';

const { fixed, browser, close } = await stage('fixed');
after(close);

const root = new URL(fixed.address);
const readable = pagesIn(fixed.output).filter((address) => !leadsOn(fixed.output, address) && address !== '404.html');
const visited = new Map();
const titles = new Map();
const seen = { axe: [], structure: [], quiet: [], moves: [] };

await withPage(browser, {}, async (_, context) => {
  const free = [await context.newPage(), await context.newPage()].map((page) => ({ page, heard: listen(page) }));
  await twoByTwo(readable, async (address) => {
    const { page, heard } = free.pop();
    await page.goto(fixed.address + address, { waitUntil: 'load' });
    const note = (check, findings) => seen[check].push(...findings.map((finding) => `/${address}: ${finding}`));
    note('structure', await structure(page));
    note('moves', await moves(page));
    note('axe', await axe(page));
    note('quiet', await heard());
    titles.set(address, await page.title());
    visited.set(fixed.address + address, await linksOf(page));
    free.push({ page, heard });
    return [];
  });
});

test(`the axe checker finds nothing on ${readable.length} pages`, () => nothing(seen.axe));
test('headings, landmarks, language and skip link are sound', () => nothing(seen.structure));
test('no page asks others, complains, or sets a cookie', () => nothing(seen.quiet));
test('nothing moves once it is shown', () => nothing(seen.moves));
test('no two pages have the same title', () => nothing(sharedTitles(titles)));

test('every link within the site leads somewhere', async () => {
  assert.ok(visited.size > 150, `${visited.size} pages`);
  const status = async (address) => (await fetch(address)).status;
  nothing(await deadLinks(visited, status));
});

test('addresses that are not there get a page that works from any depth', async () => {
  const found = await withPage(browser, {}, async (page) => {
    const heard = listen(page);
    await open(page, `${root}dokument/finns/inte/alls`);
    return [...(await structure(page)), ...(await axe(page)), ...(await heard())];
  });
  nothing(found);
});

test('pages that lead on do so', async () => {
  for (const address of pagesIn(fixed.output).filter((page) => leadsOn(fixed.output, page))) {
    const body = await (await fetch(fixed.address + address)).text();
    const target = new URL(body.match(/content="0; url=([^"]+)"/)[1], fixed.address + address);
    assert.equal((await fetch(target)).status, 200, `${address} leads to ${target}`);
    assert.ok(body.includes(`href="${body.match(/url=([^"]+)"/)[1]}"`), `${address} has a link to its target`);
  }
});

test('every kind of page is among those looked at', () => {
  const missing = Object.entries(KINDS)
    .filter(([kind, address]) => !['not found', 'redirect'].includes(kind) && !titles.has(address.split('?')[0]))
    .map(([kind, address]) => `no ${kind} at /${address}`);
  nothing(missing);
});
