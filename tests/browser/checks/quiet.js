// A page keeps quiet: it asks no one else, complains of nothing, remembers nothing, and stands still.

/**
 * Listens to everything the page does from now on. Call before the page is opened.
 * @param {import('playwright-core').Page} page
 * @returns {() => Promise<string[]>} what was heard since it was last asked
 */
export function listen(page) {
  let heard = [];
  let home = null;
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) home = origin;
    else if (protocol !== 'data:' && origin !== home) heard.push(`asks ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) heard.push(`does not get ${response.url()}`);
  });
  page.on('console', (message) => {
    // The browser itself complains of the 404 that a page not found is meant to have.
    const meant = message.location().url === page.url() && /status of 404/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !meant) heard.push(`says in the console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`throws: ${error.message}`));
  return async () => {
    for (const { name } of await page.context().cookies()) heard.push(`sets the cookie ${name}`);
    const now = heard;
    heard = [];
    return now;
  };
}

/** How little may move: the foot of a page that comes in parts, which nobody sees. */
const UNSEEN = 0.005;

/** A machine that is busy lays out a long table in parts, which moves its columns. What a page does it does each time. */
const TIMES = 4;

/** What has moved since the page was first painted, without the reader having done anything. */
export async function moves(page) {
  let shift = await shiftOf(page);
  for (let time = 1; time < TIMES && shift > UNSEEN; time += 1) {
    await page.reload();
    await page.waitForTimeout(500);
    shift = Math.min(shift, await shiftOf(page));
  }
  return shift > UNSEEN ? [`the page moved by ${shift.toFixed(4)} after it was shown`] : [];
}

function shiftOf(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => done(sum), 50));
      }),
  );
}

/**
 * Links that lead nowhere: to pages that do not answer, or to places that a page does not have.
 * @param {Map<string, { links: string[], ids: string[] }>} pages by address, as `links` gives them
 * @param {(address: string) => Promise<number>} status
 */
export async function deadLinks(pages, status) {
  const found = [];
  const known = new Map();
  for (const [address, { links }] of pages) {
    for (const link of links) {
      const [target, place] = link.split('#');
      if (!known.has(target)) known.set(target, pages.has(target) ? 200 : await status(target));
      if (known.get(target) !== 200) found.push(`${address} links to ${link}: ${known.get(target)}`);
      else if (place && pages.has(target) && !pages.get(target).ids.includes(decodeURIComponent(place))) {
        found.push(`${address} links to ${link}: the page has no such place`);
      }
    }
  }
  return found;
}

/** Where the page's links within the site lead, and the places it has itself. @param {import('playwright-core').Page} page */
export function linksOf(page) {
  return page.evaluate(() => ({
    links: [...document.querySelectorAll('a[href]')].map((link) => link.href).filter((href) => href.startsWith(location.origin)),
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
  }));
}
