// The sites that the proof looks at: the sample municipality, as it is and in two other settings.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The day that the sample site is made for. */
export const DAY = '2026-11-22';

/** What each site changes in the sample's settings. */
const SETTINGS = {
  /** The sample as it is: its day is fixed, whatever the visitor's clock says. */
  fixed: (settings) => settings,
  /** Without a fixed day, so that the visitor's own day decides. */
  live: (settings) => settings.replace(/^datum = .*\n/m, ''),
  /** To be read from the folder, without a web server. */
  files: (settings) => settings.replace(/^sprak = .*$/m, '$&\nlankar = "filer"'),
};

/** The program, found from the folder one stands in: npm changes folders before it runs a script. */
export function program() {
  const named = process.env.STADGA ?? 'target/debug/stadga';
  const places = [process.env.INIT_CWD ?? '.', PROJECT].map((folder) => resolve(folder, named));
  const found = places.find(existsSync);
  if (!found) throw new Error(`no program at ${places.join(' or ')}: set STADGA to its path`);
  return found;
}

/**
 * Builds a site into a new folder inside `work`, and returns the folder.
 * @param {'fixed' | 'live' | 'files'} name
 * @param {{ work: string, address?: string, day?: string }} where `address` is where it will be served
 */
export async function build(name, { work, address, day = DAY }) {
  const source = join(work, `${name}-source`);
  const output = join(work, `${name}-${day}`);
  if (!existsSync(source)) {
    mkdirSync(source);
    cpSync(join(PROJECT, 'content'), join(source, 'content'), { recursive: true });
    cpSync(join(PROJECT, 'themes'), join(source, 'themes'), { recursive: true });
    const settings = readFileSync(join(PROJECT, 'stadga.toml'), 'utf8');
    const changed = SETTINGS[name](settings);
    if (name !== 'fixed' && changed === settings) throw new Error(`stadga.toml has changed: ${name} finds nothing to replace`);
    writeFileSync(join(source, 'stadga.toml'), changed);
    await archive(source);
  }
  const words = ['build', '--site', source, '--output', output];
  // A day that the command names is not fixed: pages made for it go by the reader's clock.
  if (name !== 'fixed') words.push('--date', day);
  if (address) words.push('--base-url', address);
  await promisify(execFile)(program(), words);
  return output;
}

/** Archives the sample: one document first with another fact than it has, and one that is removed by decision. */
async function archive(source) {
  const run = (...words) => promisify(execFile)(program(), ['archive', ...words, '--site', source]);
  const file = join(source, 'content/riktlinje-for-sociala-medier.md');
  const text = readFileSync(file, 'utf8');
  const other = text.replace(/^ansvarig = .*$/m, 'ansvarig = "Rektorn"');
  if (other === text) throw new Error(`${file} has changed: nothing to replace`);
  const removed = join(source, 'content/riktlinje-som-gallras.md');
  writeFileSync(file, other);
  writeFileSync(removed, text);
  await run();
  writeFileSync(file, text);
  rmSync(removed);
  await run('purge', 'riktlinje-som-gallras', '--decision', 'KS 2026/0412', '--yes');
  await run();
}

/** The addresses of all pages in a built site, below its root: '', 'dokument/', … */
export function pagesIn(output) {
  return readdirSync(output, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** Whether a page only leads on to another one. */
export function leadsOn(output, address) {
  const file = address.endsWith('.html') ? address : `${address}index.html`;
  return readFileSync(join(output, file), 'utf8').includes('http-equiv="refresh"');
}
