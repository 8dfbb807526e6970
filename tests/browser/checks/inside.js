// Eyes inside the page: what is shown, where, on what ground, and what to call it in a finding.
// A check is a function of a page that returns its findings, one sentence each; none means all is well.

/**
 * Runs `look` in the page, with `window.sight` at hand.
 * @param {import('playwright-core').Page} page
 */
export async function inside(page, look, argument) {
  await page.evaluate(openEyes);
  return page.evaluate(look, argument);
}

function openEyes() {
  if (window.sight) return;

  /** What to call an element: its tag, id, classes, and the first words in it. */
  function name(element) {
    if (!element || element === document.documentElement) return 'the page';
    const id = element.id ? `#${element.id}` : '';
    const classes = [...element.classList].map((word) => `.${word}`).join('');
    const place = element.parentElement?.closest('[id], [class]');
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    const above = !id && place ? `${place.localName}${place.id ? `#${place.id}` : `.${place.classList[0]}`} ` : '';
    return `${above}${element.localName}${id}${classes}${words ? ` “${words}”` : ''}`;
  }

  /** Words that only a screen reader gets. */
  const unseen = (element) => element.closest('.visually-hidden') !== null;

  /** Whether a sighted reader sees the element: rendered, not see-through, larger than a dot. */
  function shown(element) {
    if (unseen(element) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  }

  /** The part of a rectangle that the scroll boxes and hidden overflow around the element let through. */
  function letThrough(rect, element) {
    let { left, top, right, bottom } = rect;
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const edge = box.getBoundingClientRect();
      if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }

  /** Whether the element lies in a box that may be scrolled sideways, as wide tables do. */
  function scrolls(element) {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  }

  /** A computed colour as red, green, blue and opacity, 0 to 1. */
  function colour(text) {
    const canvas = (window.sightCanvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }));
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
  }

  /** What the eye gets of a colour that lets some of the ground through. */
  const over = (top, ground) => [0, 1, 2].map((part) => top[part] * top[3] + ground[part] * (1 - top[3]));

  /** The colour behind an element: that of the nearest box that has one. */
  function ground(element) {
    for (let box = element; box; box = box.parentElement) {
      const own = colour(getComputedStyle(box).backgroundColor);
      if (own[3] > 0.99) return own;
    }
    return colour('Canvas');
  }

  /** The contrast between two opaque colours, as WCAG reckons it: 1 to 21. */
  function contrast(one, other) {
    const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    const [most, least] = [light(one), light(other)].sort((a, b) => b - a);
    return (most + 0.05) / (least + 0.05);
  }

  /** What may be pressed, and how large it is: a field and its label, if both are seen, are one target. */
  function pressable(selector) {
    const all = [...document.querySelectorAll(selector)].filter(shown);
    const labelled = (element) => element.localName === 'label' && element.control && shown(element.control);
    const joined = (element) => (['radio', 'checkbox'].includes(element.type) ? [element, ...element.labels] : [element]);
    return all
      .filter((element) => !labelled(element))
      .map((element) => {
        const rects = joined(element).map((part) => part.getBoundingClientRect());
        const [left, top] = [Math.min(...rects.map((rect) => rect.left)), Math.min(...rects.map((rect) => rect.top))];
        const [right, bottom] = [Math.max(...rects.map((rect) => rect.right)), Math.max(...rects.map((rect) => rect.bottom))];
        return { element, rect: { left, top, right, bottom, width: right - left, height: bottom - top } };
      });
  }

  window.sight = { pressable, name, shown, unseen, letThrough, scrolls, colour, over, ground, contrast };
}
