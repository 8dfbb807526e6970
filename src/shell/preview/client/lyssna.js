// Listens for changes on behalf of all tabs: one stream of events, however many pages are open. Pages may not
// fetch anything themselves, so this worker also asks for what has changed, and hands it to the tab.
"use strict";

// So long may the preview be silent before anybody is told: it may be starting again.
const PATIENCE = 3000;

/** What each tab shows: its address, and the tag of the page as it was made. @type {Map<MessagePort, {address: string, tag: string, asking: boolean, again: boolean}>} */
const tabs = new Map();
let edition = null;
let silent = null;

function tell(message) {
  for (const port of tabs.keys()) port.postMessage(message);
}

/** Asks whether the page of a tab is another now; never twice at a time. */
async function ask(port) {
  const tab = tabs.get(port);
  if (!tab) return;
  if (tab.asking) {
    tab.again = true;
    return;
  }
  tab.asking = true;
  tab.again = false;
  try {
    const response = await fetch(tab.address, { cache: "no-store", headers: { "If-None-Match": `"${tab.tag}"` } });
    if (response.status !== 304) {
      const html = (response.headers.get("content-type") ?? "").startsWith("text/html") ? await response.text() : "";
      // The tab may have gone elsewhere while the answer was on its way.
      if (tabs.get(port) === tab) port.postMessage({ html });
    }
  } catch {
    // The preview is gone: the stream notices that, and its return.
  }
  tab.asking = false;
  if (tab.again) ask(port);
}

function listen() {
  const stream = new EventSource("/_stadga/handelser");
  const heard = () => {
    clearTimeout(silent);
    silent = null;
    tell({ away: false });
  };
  stream.onopen = heard;
  stream.onmessage = ({ data }) => {
    heard();
    if (data === edition) return;
    edition = data;
    for (const port of tabs.keys()) ask(port);
  };
  stream.onerror = () => {
    silent ??= setTimeout(() => tell({ away: true }), PATIENCE);
    // A stream that was refused does not come back by itself.
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, PATIENCE);
  };
}

function take(port) {
  port.onmessage = ({ data }) => {
    if (data.bye) {
      tabs.delete(port);
      return;
    }
    tabs.set(port, { address: data.address, tag: data.tag, asking: false, again: false });
    ask(port);
  };
}

// A worker of one tab is its own port; a shared one gets a port for each tab.
if ("onconnect" in self) self.onconnect = ({ ports }) => take(ports[0]);
else take(self);
listen();
