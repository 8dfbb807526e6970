// What a page says of states and of today, to be compared with what it should say.

/** Sets the visitor's clock. @param {import('playwright-core').Page} page @param {string} moment local time, as 2027-01-01T00:00:30 */
export function setClock(page, moment) {
  // The sample's visitors live in Sweden; all moments used here are in winter, or given in another zone.
  return page.clock.setFixedTime(new Date(/[Z+]|-\d\d:\d\d$/.test(moment) ? moment : `${moment}+01:00`));
}

/**
 * Every state on the page, by what it is the state of: the document's own, its versions, the rows of lists.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Record<string, string>>} from what to force and words
 */
export function states(page) {
  return page.evaluate(() => {
    const told = {};
    const say = (what, state) => {
      if (state) told[what] = `${state.dataset.force}: ${state.textContent.trim()}`;
    };
    const text = document.querySelector('article.document');
    if (text) say(`text of ${text.dataset.documentId} ${text.dataset.version}`, text.querySelector('.standing .state'));
    for (const version of document.querySelectorAll('.versions li')) {
      say(`version ${version.querySelector('.version-link').textContent.trim()}`, version.querySelector('.state'));
    }
    for (const row of document.querySelectorAll('tr[data-id]')) say(`row ${row.dataset.id}`, row.querySelector('.state'));
    for (const node of document.querySelectorAll('.tree-node')) say(`node ${node.querySelector('a').textContent.trim()}`, node.querySelector('.state'));
    return told;
  });
}

/** States that a page tells otherwise than it should; what only one of them has is none of their business. */
export function otherwise(told, wanted) {
  return Object.keys(wanted)
    .filter((what) => what in told && told[what] !== wanted[what])
    .map((what) => `${what}: says “${told[what]}”, not “${wanted[what]}”`);
}

/**
 * Whether the mark of today stands between what has been and what comes.
 * @param {import('playwright-core').Page} page a document's page; its events stand newest first
 * @param {string} day
 */
export function today(page, day) {
  return page.evaluate((now) => {
    const mark = document.querySelector('ol.events > .event-today');
    if (!mark) return ['the timeline does not mark today'];
    const found = [];
    if (document.querySelectorAll('.event-today').length > 1) found.push('today is marked more than once');
    // A month or a year is taken as its first day.
    const first = (event) => {
      const written = event.querySelector('time')?.dateTime;
      return written && `${written}-01-01`.slice(0, 10);
    };
    const events = [...mark.parentElement.querySelectorAll(':scope > .event:not(.event-today)')].filter(first);
    for (const event of events) {
      const above = Boolean(event.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
      const coming = first(event) > now;
      if (above !== coming) found.push(`${first(event)} stands ${above ? 'above' : 'below'} today, ${now}`);
    }
    const written = mark.querySelector('time')?.dateTime;
    if (written && written !== now) found.push(`today is written ${written}, not ${now}`);
    return found;
  }, day);
}

/** Where today is marked in the band, compared with its axis. @param {import('playwright-core').Page} page */
export function todayInBand(page, day) {
  return page.evaluate((now) => {
    const found = [];
    const bands = [...document.querySelectorAll('svg.band')];
    if (!bands.length) return ['there is no band'];
    for (const band of bands) {
      const [from, to, at] = [band.dataset.from, band.dataset.to, now].map((date) => Date.parse(`${date}T00:00:00Z`));
      const share = (at - from) / (to - from);
      const mark = band.querySelector('.band-today');
      if (share < 0 || share > 1) {
        if (mark?.checkVisibility()) found.push('today is marked in a band that does not reach it');
      } else if (!mark) {
        found.push('today is not marked in the band');
      } else {
        const whole = band.getBoundingClientRect();
        const { left, width } = mark.getBoundingClientRect();
        const stands = (left + width / 2 - whole.left) / whole.width;
        if (Math.abs(stands - share) > 0.02) found.push(`today stands at ${(stands * 100).toFixed(1)} % of the band, not ${(share * 100).toFixed(1)}`);
      }
    }
    return found;
  }, day);
}
