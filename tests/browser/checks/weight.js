// What a page costs to fetch.

import { gzipSync } from 'node:zlib';

/** Style sheets and scripts together, as a server sends them. @param {import('playwright-core').Page} page */
export async function heavy(page, address, most) {
  const parts = [];
  const keep = (response) => {
    if (['stylesheet', 'script'].includes(response.request().resourceType())) parts.push(response);
  };
  page.on('response', keep);
  await page.goto(address, { waitUntil: 'load' });
  page.off('response', keep);
  let sum = 0;
  for (const part of parts) sum += gzipSync(await part.body(), { level: 9 }).length;
  if (!parts.length) return ['the page has no style sheet and no script'];
  return sum < most ? [] : [`style sheets and scripts weigh ${sum} bytes, not below ${most}`];
}
