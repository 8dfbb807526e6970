// The register: what is asked of it, what it shows, and what it says.

/** The documents that are shown, in order. @param {import('playwright-core').Page} page */
export function rows(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('table.register tbody tr[data-id]')]
      .filter((row) => row.checkVisibility())
      .map((row) => row.dataset.id),
  );
}

/** Where a shown document's row leads. @param {import('playwright-core').Page} page */
export function leadsTo(page) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('table.register tbody tr[data-id]')]
        .filter((row) => row.checkVisibility())
        .map((row) => [row.dataset.id, row.querySelector('th a').getAttribute('href')]),
    ),
  );
}

/** Asks as a reader does, field by field; a state by its words. @param {import('playwright-core').Page} page */
export async function ask(page, question) {
  for (const [name, value] of Object.entries(question)) {
    const field = page.locator(`#s-filter [name="${name}"]`);
    if ((await field.evaluate((element) => element.localName)) !== 'select') await field.fill(value);
    else if (name === 'status') await field.selectOption({ label: value });
    // Some fields are for narrow screens only; the choice counts all the same.
    else await field.selectOption(value, { force: true });
  }
}

/** Whether exactly these documents are shown, in any order. @param {import('playwright-core').Page} page @param {string[]} wanted */
export async function has(page, wanted) {
  const shown = await rows(page);
  return [
    ...wanted.filter((id) => !shown.includes(id)).map((id) => `${id} is not shown`),
    ...shown.filter((id) => !wanted.includes(id)).map((id) => `${id} is shown`),
  ];
}

/** Whether exactly these documents are shown, in this order. @param {import('playwright-core').Page} page @param {string[]} wanted */
export async function shows(page, wanted) {
  const found = await has(page, wanted);
  const order = (await rows(page)).join(', ');
  return found.length || order === wanted.join(', ') ? found : [`the order is ${order}`];
}

/**
 * Types into a field, a key each 40 ms, and hears what a screen reader is told of the number of hits.
 * @param {import('playwright-core').Page} page
 */
export async function speaks(page, field, words) {
  await page.evaluate(() => {
    const count = document.querySelector('#s-count[role=status]');
    window.told = [];
    const note = () => window.told.push({ text: count.textContent.trim(), after: performance.now() - window.lastKey });
    document.addEventListener('keydown', () => { window.lastKey = performance.now(); }, true);
    if (count) new MutationObserver(note).observe(count, { childList: true, characterData: true, subtree: true });
  });
  await page.locator(field).pressSequentially(words, { delay: 40 });
  await page.waitForFunction(() => performance.now() - window.lastKey > 1500);
  const told = await page.evaluate(() => window.told);
  const shown = (await rows(page)).length;
  const found = [];
  if (told.length !== 1) found.push(`${told.length} messages on ${words.length} keys: ${told.map(({ text }) => text).join(' | ')}`);
  const { text = '', after = 0 } = told.at(-1) ?? {};
  if (shown && after < 200) found.push(`told after ${after.toFixed(0)} ms, without a pause`);
  if (!new RegExp(`(^|\\D)${shown}(\\D|$)`).test(text)) found.push(`“${text}” is told of ${shown} rows`);
  return found;
}

/** The column that the table says it is sorted by. @param {import('playwright-core').Page} page */
export function sortedBy(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('table.register thead th[aria-sort]')]
      .filter((head) => head.getAttribute('aria-sort') !== 'none')
      .map((head) => `${head.innerText.replace(/[↕↑↓]/g, '').trim()} ${head.getAttribute('aria-sort')}`),
  );
}
