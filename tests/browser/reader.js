// What a reader of a previewed page sees and does, and how its text is written anew.

import assert from 'node:assert/strict';

export const isSame = (page) => page.evaluate(() => window.sameWindow === true);
/** Waits until a passage stands so far from the top of the window, and stays there. */
export async function standsAt(page, words, at, why) {
  await page.waitForFunction(() => document.querySelector('.stadga-said')?.textContent && document.readyState === 'complete');
  const there = await top(page, words);
  assert.ok(Math.abs(there - at) < 2, `${why}: ${there} px from the top, not ${at}`);
}
export const shows = (page, words) => page.locator('main', { hasText: words }).waitFor();
/** How far from the top of the window a passage stands. */
export const top = (page, words) => page.getByText(words).first().evaluate((element) => element.getBoundingClientRect().top);
export const scrollTo = (page, words, at = 100) =>
  page.getByText(words).first().evaluate((element, at) => scrollBy({ top: element.getBoundingClientRect().top - at, behavior: 'instant' }), at);
/** Time for a change to reach a page that should not care. */
export const settle = (page) => page.waitForTimeout(1500);

export const replacing = (from, to) => (text) => {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return text.replace(from, to);
};
