// On narrow pages the rows of a list of documents are laid out as cards, and some browsers then forget that
// they are a table. The roles say it again. They stand here and not in the page, since HTML does not
// allow them beside the elements that mean the same.
(() => {
  "use strict";

  const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  const headOf = (cell) => (cell.scope === "row" ? "rowheader" : "columnheader");

  // Rows that another script will copy lie in a template, which is a document of its own.
  const templates = Array.from(document.querySelectorAll("template"), (template) => template.content);
  const tables = Array.from(document.querySelectorAll("table.register"), (table) => table.parentElement);
  for (const root of [...tables, ...templates]) {
    for (const part of root.querySelectorAll("table, thead, tbody, tr, th, td")) {
      part.setAttribute("role", part.tagName === "TH" ? headOf(part) : ROLES[part.tagName]);
    }
  }
})();
