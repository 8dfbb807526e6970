// When the reader's system chooses the colours, or stills what moves.

import { inside } from './inside.js';

/** With colours forced, a state keeps its shape, and shapes still tell states apart. @param {import('playwright-core').Page} page */
export function shapes(page) {
  return inside(page, () => {
    const { name, shown, colour, ground, contrast } = window.sight;
    const found = [];
    const shapeOf = new Map();
    for (const state of document.querySelectorAll('.state')) {
      if (!shown(state)) continue;
      const mark = getComputedStyle(state, '::before');
      const widths = ['Top', 'Right', 'Bottom', 'Left'].map((side) => parseFloat(mark[`border${side}Width`]));
      const drawn = mark.content !== 'none' && widths.some((width) => width >= 1) && mark.borderTopStyle !== 'none';
      const line = colour(mark.borderTopColor);
      const size = parseFloat(mark.width);
      if (!drawn) found.push(`${name(state)} has no shape`);
      else if (contrast(line, ground(state)) < 3) found.push(`the shape of ${name(state)} cannot be told from its ground`);
      // Filled, hollow, heavier below, round, dashed, turned; widths as the screen's pixels let them.
      const filled = widths[1] + widths[3] > size * 0.85;
      const uneven = Math.max(...widths) > Math.min(...widths) * 1.5;
      const round = parseFloat(mark.borderTopLeftRadius) > 0;
      const shape = [filled, uneven, round, mark.borderTopStyle, mark.rotate, mark.transform].join(' | ');
      const force = state.dataset.force;
      if (shapeOf.has(force) && shapeOf.get(force) !== shape) found.push(`${name(state)} has another shape than others of its kind`);
      shapeOf.set(force, shape);
    }
    if (shapeOf.has('in-force')) {
      for (const [force, shape] of shapeOf) {
        if (force !== 'in-force' && shape === shapeOf.get('in-force')) found.push(`${force} has the shape of in-force`);
      }
    }
    return found;
  });
}

/** The chosen radio button can be told from the others by more than its ground. @param {import('playwright-core').Page} page */
export function chosenIsMarked(page, name) {
  return inside(
    page,
    (group) => {
      const { shown } = window.sight;
      const mark = (radio) => {
        // A button drawn by the browser shows its own choice.
        if (shown(radio) && getComputedStyle(radio).appearance !== 'none') return `${radio.checked}`;
        return [radio, ...radio.labels].map((element) =>
          ['', '::before', '::after'].map((part) => {
            const { borderTopWidth, borderBottomWidth, borderTopColor, outlineStyle, outlineWidth, content, fontWeight, textDecorationLine, color } =
              getComputedStyle(element, part || undefined);
            return [borderTopWidth, borderBottomWidth, borderTopColor, outlineStyle, outlineWidth, content, fontWeight, textDecorationLine, color].join();
          }).join(),
        ).join();
      };
      const all = [...document.getElementsByName(group)];
      const chosen = all.find((radio) => radio.checked);
      if (!chosen) return [`no choice of ${group} is marked`];
      return all.some((radio) => radio !== chosen && mark(radio) === mark(chosen)) ? [`the choice of ${group} looks like the others`] : [];
    },
    name,
  );
}

/** Nothing moves for a reader who asked for stillness. @param {import('playwright-core').Page} page */
export function still(page) {
  return inside(page, () => {
    const { name } = window.sight;
    const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
    const found = [];
    for (const element of document.querySelectorAll('*')) {
      for (const part of [undefined, '::before', '::after']) {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element, part);
        if (long(transitionDuration)) found.push(`${name(element)} glides`);
        if (animationName !== 'none' && long(animationDuration)) found.push(`${name(element)} moves`);
        if (!part && scrollBehavior === 'smooth') found.push(`${name(element)} scrolls smoothly`);
      }
    }
    return found;
  });
}
