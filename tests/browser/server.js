// A plain web server, as a municipality may have it: the site lies below a path of an existing
// address, folders have index.html, and what is not there gets the site's own 404 page.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

export const BELOW = '/styrdokument/';

const KINDS = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** Listens on a free port; `show` says which folder it serves, once that is built for the address. */
export async function serve() {
  let folder = null;
  const server = createServer(async (request, response) => {
    const answer = (status, kind, body, more = {}) =>
      response.writeHead(status, { 'content-type': kind, ...more }).end(body);
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const missing = async () => answer(404, KINDS['.html'], await readFile(join(folder, '404.html')));
    if (!path.startsWith(BELOW)) return missing();
    const inside = normalize(path.slice(BELOW.length));
    const file = path.endsWith('/') ? join(folder, inside, 'index.html') : join(folder, inside);
    try {
      return answer(200, KINDS[extname(file)] ?? 'application/octet-stream', await readFile(file));
    } catch (error) {
      if (error.code === 'EISDIR') return answer(301, 'text/plain', '', { location: `${path}/` });
      return missing();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}${BELOW}`,
    show(built) {
      folder = built;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
