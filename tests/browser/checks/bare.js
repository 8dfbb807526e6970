// The page without scripts: everything to read is there, and nothing that would need a script.

/** Works without scripts: the settings of the reader, and what is folded. */
const WORKS_BARE = '.s-adjust *, summary, .view-choice input';

/** The words of a page that must not hang on a script: headings, links, facts and states. @param {import('playwright-core').Page} page */
export function substance(page) {
  return page.evaluate(() => {
    const parts = 'main :is(h1, h2, h3, h4, .state, dt, dd, th[scope=row], .text > p, .text li), .s-menu a, .s-footer a';
    return [...document.querySelectorAll(parts)]
      .filter((element) => element.checkVisibility() && !element.closest('form'))
      .map((element) => element.textContent.trim().replace(/\s+/g, ' '))
      .filter(Boolean);
  });
}

/**
 * @param {import('playwright-core').Page} page a page whose scripts do not run
 * @param {string[]} wanted the substance of the same page with its scripts
 */
export async function bare(page, wanted) {
  const there = new Set(await substance(page));
  const found = wanted.filter((words) => !there.has(words)).map((words) => `without scripts there is no “${words.slice(0, 60)}”`);
  const idle = await page.evaluate((works) => {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden');
    return [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea')]
      .filter((element) => seen(element) && !element.matches(works))
      .map((element) => `${element.closest('form, section, div')?.className ?? ''} ${element.localName}#${element.id}`);
  }, WORKS_BARE);
  if (!there.size) found.push('without scripts there is nothing to read');
  return [...found, ...idle.map((control) => `without scripts ${control} is shown and does nothing`)];
}
