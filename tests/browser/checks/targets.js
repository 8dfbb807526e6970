// Whether what one presses is large enough, for a finger and for an unsteady hand.

import { inside } from './inside.js';

/** The controls that the page is worked with; links in lists and texts are not among them. */
export const MAIN_CONTROLS = [
  '.s-adjust label',
  '.s-adjust summary',
  '.s-adjust button',
  '.s-menu a',
  '.find input',
  '.find button',
  '.filter input',
  '.filter select',
  '.filter button',
  'th button',
  '.button',
].join(', ');

/**
 * WCAG 2.5.8: at least 24 px each way, or so far from all others that a circle of 24 px touches none.
 * Links in a sentence are as high as its lines.
 * @param {import('playwright-core').Page} page
 */
export function targets(page) {
  return inside(page, () => {
    const { name, pressable } = window.sight;
    const LEAST = 24;
    /** Whether the words around a link are part of its sentence. */
    function inSentence(element) {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block = element.parentElement;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement;
      const linked = [...block.querySelectorAll('a')].reduce((sum, link) => sum + link.textContent.trim().length, 0);
      return block.textContent.trim().length > linked + 1;
    }
    const pressed = pressable('a[href], button, input:not([type=hidden]), select, textarea, summary, label');
    const small = ({ rect }) => rect.width < LEAST - 0.1 || rect.height < LEAST - 0.1;
    const middle = ({ rect }) => [rect.left + rect.width / 2, rect.top + rect.height / 2];
    const distance = ([x, y], { left, right, top, bottom }) =>
      Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    return pressed
      .filter((one) => small(one) && !inSentence(one.element))
      .flatMap((one) => {
        const near = pressed.find((other) => {
          if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) return false;
          const [x, y] = middle(one);
          const [otherX, otherY] = middle(other);
          const circles = small(other) && Math.hypot(x - otherX, y - otherY) < LEAST;
          return circles || distance([x, y], other.rect) < LEAST / 2;
        });
        const size = `${one.rect.width.toFixed(0)} × ${one.rect.height.toFixed(0)} px`;
        return near ? [`${name(one.element)} is ${size} and close to ${name(near.element)}`] : [];
      });
  });
}

/** WCAG 2.5.5 for the main controls: 44 px each way. @param {import('playwright-core').Page} page */
export function largeControls(page) {
  return inside(
    page,
    (controls) => {
      const { name, pressable } = window.sight;
      return pressable(controls)
        .filter(({ rect }) => rect.width < 43.9 || rect.height < 43.9)
        .map(({ element, rect }) => `${name(element)} is ${rect.width.toFixed(0)} × ${rect.height.toFixed(0)} px, not 44`);
    },
    MAIN_CONTROLS,
  );
}
