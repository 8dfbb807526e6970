// The preview as whoever writes meets it: the program itself, in a folder of its own with the sample municipality.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT, program } from './sites.js';

/** Starts it. `flags` come after its own. */
export async function preview(...flags) {
  const folder = mkdtempSync(join(tmpdir(), 'stadga-preview-'));
  for (const name of ['content', 'themes', 'stadga.toml']) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  let running;
  let address;

  /** Runs the program; the first line that it says holds its address. */
  async function start(port) {
    running = spawn(program(), ['serve', '--site', folder, '--port', String(port), ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    running.stderr.on('data', (words) => { said += words; });
    const ended = once(running, 'exit').then(() => { throw new Error(`the preview did not start: ${said}`); });
    const [line] = await Promise.race([once(createInterface(running.stdout), 'line'), ended]);
    ended.catch(() => {});
    address = /https?:\S+/.exec(line)[0];
  }

  async function stop() {
    const ended = once(running, 'exit');
    running.kill('SIGINT');
    const [code] = await ended;
    return code;
  }

  const read = (path) => readFileSync(join(folder, path), 'utf8');
  /** Saves a file. */
  function write(path, text) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  await start(0);
  return {
    /** The address of a page. */
    at: (path = '') => new URL(path, address).href,
    read,
    write,
    remove: (path) => rmSync(join(folder, path)),
    stop,
    /** Starts it again where it was. */
    again: () => start(new URL(address).port),
    /** What it answers, as text. A preview that does not answer is not waited for. */
    async answers(path) {
      const response = await fetch(new URL(path, address), { signal: AbortSignal.timeout(5000) });
      return { status: response.status, text: await response.text() };
    },
    async close() {
      if (running.exitCode === null) await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
