// A check that cannot fail proves nothing. Each gets a page with the fault it is there for, and must find it;
// and one sound page, in which none may find anything.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe } from './checks/axe.js';
import { bare } from './checks/bare.js';
import { otherwise, states, today, todayInBand } from './checks/clock.js';
import { chosenIsMarked, shapes, still } from './checks/colours.js';
import { folds, radios, skips, walk } from './checks/keyboard.js';
import { cut, overlaps, sideways, spaceOut } from './checks/layout.js';
import { fitsPaper, prints } from './checks/print.js';
import { deadLinks, linksOf, listen, moves } from './checks/quiet.js';
import { shows, sortedBy, speaks } from './checks/register.js';
import { SETTINGS, everyValueShows, firstPaint, leftOvers } from './checks/settings.js';
import { sharedTitles, structure } from './checks/structure.js';
import { largeControls, targets } from './checks/targets.js';
import { heavy } from './checks/weight.js';
import { nothing } from './found.js';
import { launch, withPage } from './stage.js';

const browser = await launch();
after(() => browser.close());

const HOME = 'http://proof.example/';
const SIZES = SETTINGS.find((setting) => setting.field === 's-size');

/** A sound page. The faults below are put into it, or take something out of it. */
const SOUND = {
  head: '<title>Policy – Kommunen</title>',
  style: `
    body { margin: 0 }
    main, header, footer { padding: 1rem }
    a { display: inline-block; min-height: 24px }
    label, .s-menu a, button, summary { display: inline-block; min-width: 44px; min-height: 44px }
    .s-adjust input { position: absolute; opacity: 0 }
    input:checked + label { border: 3px solid }
    :focus-visible, input:focus-visible + label { outline: 3px solid #00f }
    .state::before { content: ""; display: inline-block; width: 0.7em; height: 0.7em; border: 0.35em solid; border-radius: 50%; box-sizing: border-box }
    .state:not([data-force="in-force"])::before { border-width: 0.12em }
    html:has(#s-size-2:checked) { font-size: 200% }
    @media print { .s-menu, .s-adjust, .skip { display: none } }`,
  skip: '<a class="skip" href="#main">Till innehållet</a>',
  header: `<nav class="s-menu" aria-label="Huvudmeny"><a href="${HOME}">Start</a></nav>
    <form class="s-adjust"><fieldset><legend>Textstorlek</legend>
    <input type="radio" name="s-size" id="s-size-1" value="100" checked><label for="s-size-1">100</label>
    <input type="radio" name="s-size" id="s-size-2" value="200"><label for="s-size-2">200</label></fieldset>
    <details><summary>Mer</summary><p>Inget mer.</p></details></form>`,
  main: `<article class="document" data-document-id="policy" data-version="2020"><h1>Policy</h1>
    <p class="standing"><span class="state" data-force="in-force">Gäller</span> <span class="state" data-force="upcoming">Kommande</span></p>
    <h2>Syfte</h2><p>Policyn säger <a href="#main">vad som gäller</a> i kommunen.</p>
    <ol class="events"><li class="event"><time datetime="2027-01-01">2027</time></li>
    <li class="event-today"><time datetime="2026-11-22">I dag</time></li><li class="event"><time datetime="2020">2020</time></li></ol>
    <svg class="band" role="img" aria-label="Gäller 2020–2030" width="200" height="10" data-from="2020-01-01" data-to="2030-01-01"><rect class="band-today" x="68.4%" width="1%" height="10"/></svg>
    </article>`,
  after: '',
  script: '',
};

function html(part) {
  const { head, style, skip, header, main, after, script } = { ...SOUND, ...part };
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    ${head}<style>${style}</style>${script}</head><body>${skip}<header>${header}</header>
    <main id="main" tabindex="-1">${main}</main><footer>Kommunen</footer>${after}</body></html>`;
}

/** Feeds a check a page made of the sound one, and returns what it finds. */
function feed(part, check, options = {}) {
  return withPage(browser, options, async (page) => {
    const heard = listen(page);
    await page.route('**', (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (`${origin}/` !== HOME) return route.abort();
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html(part) });
      const file = part.files?.[pathname];
      return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: 'text/javascript', body: file });
    });
    await page.goto(HOME);
    return check(page, heard);
  });
}

const into = (main) => ({ main: SOUND.main + main });
const styled = (style, more = {}) => ({ ...more, style: SOUND.style + style });
const scripted = (code, more = {}) => ({ ...more, script: `<script>addEventListener('DOMContentLoaded', () => { ${code} })</script>` });
const PHONE = { viewport: { width: 320, height: 640 } };
const PRINTED = (page) => prints(page, { wanted: ['Policy', 'Syfte', 'Gäller'], unwanted: ['Textstorlek'] });
const inRegister = (rows) => into(`<table class="register"><tbody>${rows.map((id) => `<tr data-id="${id}"><th><a href="#main">${id}</a></th></tr>`).join('')}</tbody></table>`);
const counted = (code) =>
  scripted(code, into('<p><label for="q">Sök</label> <input id="q"></p><p id="s-count" role="status"></p><table class="register"><tr data-id="a"><td>a</td></tr></table>'));
const COUNT = "const count = document.getElementById('s-count'), q = document.getElementById('q'); let late;";
const asked = (page) => speaks(page, '#q', 'policy');
const links = async (page) => deadLinks(new Map([[HOME, await linksOf(page)]]), async () => 404);
const told = async (page) => otherwise(await states(page), { 'text of policy 2020': 'repealed: Upphävd' });
const kept = (page) => firstPaint(page, HOME, { 'stadga-size': '200' }, { size: 32, attributes: { 'data-size': '200' } });
const SETS_SIZE = "const size = localStorage.getItem('stadga-size'); if (size) document.documentElement.setAttribute('data-size', size)";
const SIZED = styled('html[data-size="200"] { font-size: 200% }');

/** What is checked, the fault, and the page that has it. @type {[string, object, Function, object?][]} */
const FAULTS = [
  ['axe: too little contrast', into('<p style="color: #999">Blek text</p>'), axe],
  ['axe: a field without a label', into('<input>'), axe],
  ['axe: targets too small', into('<a href="#a" style="font-size: 8px; min-height: 0">a</a><br><a href="#b" style="font-size: 8px; min-height: 0">b</a>'), axe],
  ['no title', { head: '' }, structure],
  ['two headings of the first level', into('<h1>Igen</h1>'), structure],
  ['a level left out', into('<h4>Djupt</h4>'), structure],
  ['an empty heading', into('<h2></h2>'), structure],
  ['two main parts', { after: '<main></main>' }, structure],
  ['landmarks of the same name', into('<nav aria-label="Huvudmeny"><a href="#main">x</a></nav>'), structure],
  ['a landmark without a name', into('<nav><a href="#main">x</a></nav>'), structure],
  ['no skip link', { skip: '' }, structure],
  ['a skip link to nowhere', { skip: '<a href="#nowhere">Hoppa</a>' }, structure],
  ['an id twice', into('<p id="main">x</p>'), structure],
  ['a style attribute', into('<p style="margin: 0">x</p>'), structure],
  ['an image without words', into('<img src="data:,">'), structure],
  ['no mark of focus', styled(':focus-visible { outline: none !important }'), walk],
  ['a mark of focus nobody sees', styled(':focus-visible { outline-color: #eee !important }'), walk],
  ['a focus under something else', styled('header { position: fixed; inset: 0 0 auto; height: 100%; background: #fff; z-index: 1 }'), walk],
  ['a stop out of sight', styled('main a { position: absolute; left: -9999px }'), walk],
  ['stops out of order', into('<p><a href="#a">a</a> <a href="#b" tabindex="1">b</a></p>'), walk],
  ['a date field that is a trap', scripted("addEventListener('keydown', (e) => { if (e.target.type === 'date') e.preventDefault(); });", into('<input type="date" aria-label="Dag">')), walk],
  ['a trap', scripted("addEventListener('keydown', (e) => { if (e.target.matches('main a')) e.preventDefault(); });"), walk],
  ['a stop that is no control', into('<div tabindex="0" style="height: 9px"></div><p contenteditable>x</p>'), walk],
  ['a control that is not reached', scripted("addEventListener('focusin', (e) => { if (e.target.id === 'hop') e.target.nextElementSibling.focus(); });", into('<p><button id="hop">A</button> <button>B</button></p>')), walk],
  ['a skip link that stays hidden', styled('.skip { position: absolute; top: -99px }'), skips],
  ['a skip link that does not lead past', { skip: '<a href="#top" id="top">Hoppa</a>' }, skips],
  ['radio buttons that are no group', { header: SOUND.header.replace('name="s-size" id="s-size-2"', 'name="other" id="s-size-2"') }, (page) => radios(page, 's-size')],
  ['a fold that does not open by keyboard', scripted("addEventListener('keydown', (e) => e.preventDefault()); addEventListener('keyup', (e) => e.preventDefault());"), (page) => folds(page, 'summary')],
  ['a page that is too wide', into('<div style="width: 400px; height: 9px; background: red">bred</div>'), sideways, PHONE],
  ['a control to the left of the page', into('<button style="position: absolute; left: -30px">Ett</button>'), sideways],
  ['a word that is too long', into(`<p>${'lång'.repeat(40)}</p>`), sideways, PHONE],
  ['text cut off', into('<p style="height: 1em; overflow: hidden; width: 9em">Fler ord än det finns plats för i rutan</p>'), cut],
  ['text cut off by three dots', into('<p style="white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 9em">Fler ord än det finns plats för</p>'), cut],
  ['a field that is too narrow', into('<input aria-label="Sök" value="ett mycket långt sökord" style="width: 4em">'), cut],
  ['lines on each other', into('<p>En rad text</p><p style="margin-top: -2.2em">En annan rad</p>'), overlaps],
  ['controls on each other', into('<button>Ett</button><button style="margin-left: -2em">Två</button>'), overlaps],
  ['text that does not stand more room', styled('h2 { height: 1.2em; overflow: hidden; width: 2.4em; white-space: nowrap }'), async (page) => {
    await spaceOut(page);
    return cut(page);
  }],
  ['small targets close together', into('<ul><li><a href="#a" style="min-height: 0">a</a></li><li style="margin-top: -4px"><a href="#b" style="min-height: 0">b</a></li></ul>'), targets],
  ['a small main control', styled('button { min-width: 0; min-height: 0; height: 20px }', into('<form class="filter"><button>Sök</button></form>')), largeControls],
  ['a small radio button without room', styled('.s-adjust label { min-width: 0; min-height: 0; line-height: 1 }'), largeControls],
  ['a request to somebody else', into('<img src="http://other.example/pixel" alt="">'), (page, heard) => heard()],
  ['an error in the console', scripted("console.error('fel')"), (page, heard) => heard()],
  ['an exception', scripted('throw new Error("fel")'), async (page, heard) => heard()],
  ['a cookie', scripted("document.cookie = 'vem=du'"), (page, heard) => heard()],
  ['a missing file', into('<img src="/finns-inte.png" alt="">'), (page, heard) => heard()],
  ['a violated policy', { head: `${SOUND.head}<meta http-equiv="Content-Security-Policy" content="style-src 'none'">` }, (page, heard) => heard()],
  ['a page that moves', scripted("addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => { document.querySelector('h1').style.marginTop = '200px' }, 50)))"), async (page) => {
    await page.waitForTimeout(400);
    return moves(page);
  }],
  ['a link to nowhere', into(`<a href="${HOME}borta/">Borta</a>`), links],
  ['a link to a place that is not there', into('<a href="#borta">Borta</a>'), links],
  ['a choice that changes nothing', styled('html { font-size: 16px !important }'), (page) => everyValueShows(page, { ...SIZES, values: ['100', '200'] })],
  ['a first paint before the choice', { ...SIZED, script: '<script src="/late.js" defer></script>', files: { '/late.js': SETS_SIZE } }, kept],
  ['a choice left behind', scripted("localStorage.setItem('stadga-size', '200')"), leftOvers],
  ['a choice left on the page', scripted("document.documentElement.setAttribute('data-theme', 'dark')"), leftOvers],
  ['words that need a script', {}, (page) => bare(page, ['Det här skrev skriptet'])],
  ['a control that needs a script', into('<form class="filter"><button>Sök</button></form>'), (page) => bare(page, [])],
  ['a title that is not printed', styled('@media print { h2 { display: none } }'), (page) => prints(page, { wanted: ['Syfte'] })],
  ['controls on paper', styled('@media print { .s-adjust { display: block !important } }'), PRINTED],
  ['pale text on paper', styled('main p { color: #aaa }'), fitsPaper],
  ['dark paper', styled('body { background: #111 }'), fitsPaper],
  ['a table that scrolls on paper', into('<div class="table-region" style="overflow-x: auto; width: 200px"><p style="width: 900px">bred</p></div>'), fitsPaper],
  ['a fold on paper', into('<details><summary>Mer</summary>Text</details>'), fitsPaper],
  ['a state without a shape', styled('.state::before { content: none !important }'), shapes],
  ['a shape of the colour of the ground', styled('.state::before { border-color: #fff !important }'), shapes],
  ['two states of one shape', styled('.state::before { border-width: 0.35em !important }'), shapes],
  ['a choice marked by its ground only', styled('input:checked + label { border: 0; background: #ff0 }'), (page) => chosenIsMarked(page, 's-size')],
  ['a page that glides', styled('a { transition: color 1s }'), still],
  ['a page that blinks', styled('@keyframes b { to { opacity: 0 } } h1 { animation: b 1s infinite }'), still],
  ['a page that scrolls smoothly', styled('html { scroll-behavior: smooth }'), still],
  ['a state of another day', {}, told],
  ['no mark of today', { main: SOUND.main.replace('event-today', 'event-then') }, (page) => today(page, '2026-11-22')],
  ['today above what comes', {}, (page) => today(page, '2028-01-01')],
  ['today written as another day', {}, (page) => today(page, '2026-11-23')],
  ['today at the wrong place of the band', {}, (page) => todayInBand(page, '2022-01-01')],
  ['a band that does not mark today', { main: SOUND.main.replace('band-today', 'x') }, (page) => todayInBand(page, '2026-11-22')],
  ['a row too few', inRegister(['a']), (page) => shows(page, ['a', 'b'])],
  ['a row too many', inRegister(['a', 'b']), (page) => shows(page, ['a'])],
  ['rows in another order', inRegister(['b', 'a']), (page) => shows(page, ['a', 'b'])],
  ['a number told at each key', counted(`${COUNT} q.oninput = () => { count.textContent = '1 träff på ' + q.value }`), asked],
  ['a number told without a pause', counted(`${COUNT} q.oninput = () => { if (q.value === 'policy') count.textContent = '1 träff' }`), asked],
  ['a number that is wrong', counted(`${COUNT} q.oninput = () => { clearTimeout(late); late = setTimeout(() => { count.textContent = '7 träffar' }, 400) }`), asked],
  ['a number that is not told', counted(COUNT), asked],
  ['a heavy page', { script: '<script src="/big.js"></script>', files: { '/big.js': `//${Array.from({ length: 9000 }, (_, n) => (n * n * 7919) % 99991).join()}` } }, (page) => heavy(page, HOME, 15_000)],
];

for (const [fault, part, check, options] of FAULTS) {
  test(`found: ${fault}`, async () => {
    const found = await feed(part, check, options);
    assert.ok(found.length > 0, 'the check finds nothing');
  });
}

test('found: pages of the same title', () => {
  assert.equal(sharedTitles(new Map([['a', 'Policy'], ['b', 'Policy'], ['c', 'Plan']])).length, 1);
});

test('a list of findings fails a test', () => {
  assert.throws(() => nothing(['/a: x', '/b: x', 'y']), /3 found\n- x \(\/a, \/b\)\n- y/);
  nothing([]);
});

/** The checks again, each on a page without its fault. */
const SOUNDS = {
  axe, structure, walk, skips, sideways, cut, overlaps, targets, largeControls, shapes, still, fitsPaper, moves,
  quiet: (page, heard) => heard(),
  radios: (page) => radios(page, 's-size'),
  folds: (page) => folds(page, 'summary'),
  'more room': (page) => spaceOut(page).then(() => cut(page)),
  links,
  'every value': (page) => everyValueShows(page, { ...SIZES, values: ['100', '200'] }),
  bare: (page) => bare(page, ['Policy', 'Gäller']),
  prints: PRINTED,
  chosenIsMarked: (page) => chosenIsMarked(page, 's-size'),
  states: async (page) => otherwise(await states(page), { 'text of policy 2020': 'in-force: Gäller' }),
  today: (page) => today(page, '2026-11-22'),
  todayInBand: (page) => todayInBand(page, '2026-11-22'),
};

for (const [name, check] of Object.entries(SOUNDS)) {
  test(`nothing found in a sound page: ${name}`, async () => nothing(await feed({}, check)));
}

const SOUND_PARTS = [
  ['a date field', into('<input type="date" aria-label="Dag">'), walk],
  ['rows', inRegister(['a', 'b']), (page) => shows(page, ['a', 'b'])],
  ['a number told after a pause', counted(`${COUNT} q.oninput = () => { clearTimeout(late); late = setTimeout(() => { count.textContent = '1 träff' }, 400) }`), asked],
  ['a first paint as chosen', { ...SIZED, script: '<script src="/early.js"></script>', files: { '/early.js': SETS_SIZE } }, kept],
  ['a light page', { script: '<script src="/small.js"></script>', files: { '/small.js': '1' } }, (page) => heavy(page, HOME, 15_000)],
];

for (const [name, part, check] of SOUND_PARTS) {
  test(`nothing found in a sound page: ${name}`, async () => nothing(await feed(part, check)));
}

test('no order of columns is seen where none is told', async () => {
  assert.deepEqual(await feed(into('<table class="register"><thead><tr><th aria-sort="none">A</th><th aria-sort="descending">B</th></tr></thead></table>'), sortedBy), ['B descending']);
});
