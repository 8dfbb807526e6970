// Built sites, served, and a browser to look at them with. Each test file raises one and closes it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './server.js';
import { build } from './sites.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium, without a window. */
export function launch(flags = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...FLAGS, ...flags],
  });
}

/**
 * @param {('fixed' | 'live' | 'files')[]} names the sites to build; `files` is not served
 */
export async function stage(...names) {
  const work = mkdtempSync(join(tmpdir(), 'stadga-browser-'));
  const servers = [];
  const browser = await launch();
  /** Builds a site, for another day if asked, and serves it: its folder and its address. */
  async function raise(name, day) {
    const server = await serve();
    servers.push(server);
    const output = await build(name, { work, day, address: server.address });
    server.show(output);
    return { output, address: server.address };
  }
  async function close() {
    await browser.close();
    servers.forEach((server) => server.close());
    rmSync(work, { recursive: true });
  }
  const sites = {};
  try {
    for (const name of names) {
      sites[name] = name === 'files' ? { output: await build(name, { work }) } : await raise(name);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { ...sites, browser, raise, close };
}

/** Runs `visit` for every item, two at a time, and gathers what it finds. */
export async function twoByTwo(items, visit) {
  const queue = [...items];
  const found = [];
  async function work() {
    while (queue.length) found.push(...(await visit(queue.shift())));
  }
  await Promise.all([work(), work()]);
  return found;
}

/** A new page of its own: no memory of other tests. Closes its context when `use` is done. */
export async function withPage(browser, options, use) {
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', ...options });
  // What is not there at once on pages from this machine is not there at all.
  context.setDefaultTimeout(8000);
  try {
    return await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}
