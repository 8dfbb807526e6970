// The page on paper.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inside } from './inside.js';

/** The words on the printed page, without any space: lines break wherever there is room. @param {import('playwright-core').Page} page */
async function onPaper(page) {
  const folder = mkdtempSync(join(tmpdir(), 'stadga-print-'));
  try {
    const path = join(folder, 'page.pdf');
    await page.pdf({ path, format: 'A4' });
    const { stdout } = await promisify(execFile)('pdftotext', [path, '-'], { maxBuffer: 1 << 24 });
    return bunch(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bunch = (words) => words.replace(/[\s\u00ad]+/g, '');

/**
 * @param {import('playwright-core').Page} page
 * @param {{ wanted: string[], unwanted?: string[] }} words what must be on paper, and what is only for the screen
 */
export async function prints(page, { wanted, unwanted = [] }) {
  const paper = await onPaper(page);
  return [
    ...wanted.filter((words) => !paper.includes(bunch(words))).map((words) => `not on paper: ${words}`),
    ...unwanted.filter((words) => paper.includes(bunch(words))).map((words) => `on paper, but of no use there: ${words}`),
  ];
}

/** What only looks right on a screen: coloured grounds, pale text, boxes that scroll. @param {import('playwright-core').Page} page */
export async function fitsPaper(page) {
  // A4 less its margins, at 96 px an inch.
  await page.setViewportSize({ width: 643, height: 970 });
  await page.emulateMedia({ media: 'print' });
  const found = await inside(page, () => {
    const { name, shown, colour, contrast } = window.sight;
    const found = [];
    const paper = [1, 1, 1, 1];
    const ground = colour(getComputedStyle(document.body).backgroundColor);
    if (ground[3] > 0 && contrast(ground, paper) > 1.05) found.push('the paper is coloured');
    for (const element of document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, td, th, a, .state)')) {
      if (!shown(element)) continue;
      const style = getComputedStyle(element);
      if (contrast(colour(style.color), paper) < 4.5) found.push(`${name(element)} is pale on paper`);
      if (element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible') found.push(`${name(element)} is cut off on paper`);
    }
    for (const box of document.querySelectorAll('main :is(.table-region, pre)')) {
      if (shown(box) && box.getBoundingClientRect().right > innerWidth + 1) found.push(`${name(box)} is wider than the paper`);
      if (shown(box) && getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1) found.push(`${name(box)} scrolls, which paper does not`);
    }
    for (const fold of document.querySelectorAll('main details:not([open])')) {
      // What is folded may all the same be laid out on paper: then its last words have a place.
      const last = fold.lastElementChild;
      if (shown(fold) && !(last && last !== fold.firstElementChild && last.checkVisibility({ contentVisibilityAuto: true }) && last.getBoundingClientRect().height > 0)) found.push(`${name(fold)} is folded on paper`);
    }
    return found;
  });
  await page.emulateMedia({ media: null });
  return found;
}
