// Says what was found, so that it can be mended: each finding once, with the pages that have it.

import { AssertionError } from 'node:assert';

const MOST = 25;

/**
 * Passes only if nothing was found.
 * @param {string[]} found sentences; those about one page begin with its address, as `/dokument/: `
 * @param {string} [where]
 */
export function nothing(found, where) {
  if (!found.length) return;
  const pages = new Map();
  for (const finding of found) {
    const [, page, what] = finding.match(/^(\/\S*): (.*)$/s) ?? [null, '', finding];
    pages.set(what, [...(pages.get(what) ?? []), page]);
  }
  const lines = [...pages].map(([what, on]) => {
    const at = on.filter(Boolean);
    return `- ${what}${at.length ? ` (${at.slice(0, 3).join(', ')}${at.length > 3 ? ` and ${at.length - 3} more` : ''})` : ''}`;
  });
  const more = lines.length > MOST ? [`… and ${lines.length - MOST} more`] : [];
  const heading = `${where ? `${where}: ` : ''}${found.length} found`;
  throw new AssertionError({ message: [heading, ...lines.slice(0, MOST), ...more].join('\n'), stackStartFn: nothing });
}
