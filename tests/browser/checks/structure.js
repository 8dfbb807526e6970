// How a page is put together, for those who do not see it: title, headings, landmarks, language, skip link.

import { inside } from './inside.js';

/** @param {import('playwright-core').Page} page */
export function structure(page) {
  return inside(page, () => {
    const { name } = window.sight;
    const found = [];
    const all = (selector) => [...document.querySelectorAll(selector)];
    const rendered = (element) => element.checkVisibility();

    if (!document.title.trim()) found.push('the page has no title');
    if (!/^[a-z]{2,3}(-[A-Za-z]+)?$/.test(document.documentElement.lang)) found.push('the page does not say its language');

    const headings = all('h1, h2, h3, h4, h5, h6').filter(rendered);
    const firsts = headings.filter((heading) => heading.localName === 'h1');
    if (firsts.length !== 1) found.push(`${firsts.length} headings of the first level`);
    let above = 0;
    for (const heading of headings) {
      const level = Number(heading.localName[1]);
      if (level > above + 1) found.push(`${name(heading)} comes after a heading of level ${above}`);
      if (!heading.textContent.trim()) found.push(`${name(heading)} is empty`);
      above = level;
    }

    const outside = (selector) => all(selector).filter((one) => !one.closest('article, main, aside, nav, section:not(:scope)'));
    for (const [what, count] of [
      ['main', all('main').length],
      ['header of the page', outside('header').length],
      ['footer of the page', outside('footer').length],
    ]) {
      if (count !== 1) found.push(`${count} times: ${what}`);
    }
    const called = (element) => {
      const by = element.getAttribute('aria-labelledby');
      const words = by ? by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '') : [];
      return (element.getAttribute('aria-label') ?? words.join(' ')).trim();
    };
    for (const kind of ['nav', 'aside', '[role=search]', '[role=region]']) {
      const landmarks = all(kind).filter(rendered);
      const names = landmarks.map(called);
      landmarks.forEach((landmark, place) => {
        if (kind !== '[role=search]' && !names[place]) found.push(`${name(landmark)} has no name`);
        if (names.indexOf(names[place]) !== place) found.push(`two landmarks ${kind} are both called “${names[place]}”`);
      });
    }

    const first = all('a[href], button, input, select, textarea, summary, [tabindex="0"]').find(rendered);
    const target = first?.getAttribute('href')?.match(/^#(.+)/)?.[1];
    if (!target || !document.getElementById(target)) found.push(`the first stop is no skip link: ${name(first)}`);
    else if (!document.getElementById(target).closest('main')) found.push('the skip link does not lead to the main part');

    const ids = all('[id]').map((element) => element.id);
    for (const id of new Set(ids.filter((id, place) => ids.indexOf(id) !== place))) found.push(`two elements have the id ${id}`);
    for (const element of all('[style]:not(svg *)')) found.push(`${name(element)} has a style attribute, which the page forbids`);
    for (const image of all('img:not([alt])')) found.push(`${name(image)} has no alternative text`);
    return found;
  });
}

/** Pages of a site that share a title. @param {Map<string, string>} titles from address to title */
export function sharedTitles(titles) {
  const first = new Map();
  const found = [];
  for (const [address, title] of titles) {
    if (first.has(title)) found.push(`${address} and ${first.get(title)} have the same title: ${title}`);
    else first.set(title, address);
  }
  return found;
}
