// SPDX-License-Identifier: GPL-2.0-or-later
// All that the report does beyond being read: it filters, sorts and opens. Without it nothing is missing.
(() => {
  "use strict";
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  // Opening and closing all goals of a step.
  for (const tools of all(".tools")) {
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const open = button.classList.contains("open-all");
      for (const goal of all("details.goal", tools.nextElementSibling)) goal.open = open;
    });
  }

  // A link may lead into what is closed.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // On paper all is open.
  let opened = [];
  addEventListener("beforeprint", () => {
    // Of what did not change the titles are enough on paper.
    opened = all("main details:not([open]):not(.same)").filter((part) => part.offsetParent !== null);
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
    opened = [];
  });

  // Sorting. Cells without a value come last whichever way the others go.
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const sortBy = (heading) => {
    const table = heading.closest("table");
    const column = heading.cellIndex;
    const isNumber = heading.classList.contains("number");
    const descending = heading.getAttribute("aria-sort") === "ascending";
    const rows = Array.from(table.tBodies[0].rows, (row) => {
      const cell = row.cells[column];
      const key = (cell.dataset.sort ?? cell.textContent).trim();
      return { row, key, isEmpty: key === "" || (isNumber && Number.isNaN(Number(key))) };
    });
    rows.sort((one, other) => {
      if (one.isEmpty || other.isEmpty) return one.isEmpty - other.isEmpty;
      const order = isNumber ? one.key - other.key : collator.compare(one.key, other.key);
      return descending ? -order : order;
    });
    table.tBodies[0].append(...rows.map((entry) => entry.row));
    for (const each of heading.parentElement.cells) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  };
  for (const heading of all("table.sortable thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sortBy(heading));
  }

  // The filter. A goal that does not match stays, grey, above one that does.
  const filter = document.getElementById("filter");
  const form = filter.querySelector("form");
  const field = document.getElementById("filter-text");
  const status = document.getElementById("filter-count");
  let items;
  const counted = status.dataset.groups.split(" ");
  const unit = document.getElementById("filter-unit");

  const collect = () => {
    const places = new Map();
    return all("ul.goals li[data-kinds], [data-rows] > *").map((element, index) => {
      places.set(element, index);
      const isGoal = element.parentElement.dataset.rows === undefined;
      const part = element.closest("details.comparison");
      const parent = isGoal ? element.parentElement.closest("li") : null;
      return {
        element,
        group: isGoal ? "goals" : element.parentElement.dataset.rows,
        kinds: element.dataset.kinds?.split(" "),
        level: element.dataset.level,
        parent: parent ? places.get(parent) : undefined,
        words: isGoal ? element.firstElementChild : element,
        heading: part?.firstElementChild,
        part: element.dataset.part ?? part?.id,
      };
    });
  };

  // What stands in a part of the page is found by the part's name too.
  const wordsOf = ({ words, heading }) => {
    const text = heading ? `${heading.textContent}\n${words.textContent}` : words.textContent;
    return text.toLowerCase();
  };

  const chosen = (name) => all(`input[name=${name}]:checked`, form).map((box) => box.value);

  const apply = () => {
    items ??= collect();
    const text = field.value.trim().toLowerCase();
    const kinds = chosen("kind");
    const levels = chosen("level");
    const part = unit?.value ?? "";
    const isActive = text !== "" || part !== "" || kinds.length + levels.length > 0;
    const shown = {}, total = {};
    for (const item of items) {
      item.matches =
        (levels.length === 0 || levels.includes(item.level)) &&
        (part === "" || item.part === part) &&
        // A goal's history is of all kinds.
        (kinds.length === 0 || !item.kinds || kinds.some((kind) => item.kinds.includes(kind))) &&
        (text === "" || (item.text ??= wordsOf(item)).includes(text));
      item.isKept = item.matches;
      total[item.group] = (total[item.group] ?? 0) + 1;
      if (item.matches) shown[item.group] = (shown[item.group] ?? 0) + 1;
    }
    for (let index = items.length - 1; index >= 0; index -= 1) {
      const item = items[index];
      if (item.isKept && item.parent !== undefined) items[item.parent].isKept = true;
      const isContext = item.isKept && !item.matches;
      // Writing what is so already would cost a large report its styles.
      if (item.element.hidden === item.isKept) item.element.hidden = !item.isKept;
      if ((item.isContext ?? false) !== isContext) item.element.classList.toggle("context", isContext);
      item.isContext = isContext;
    }
    const parts = all("details.comparison");
    for (const part of parts) {
      part.hidden = isActive && !part.querySelector("[data-level]:not([hidden]), [data-rows] > :not([hidden])");
      const group = part.dataset.group;
      total[group] = (total[group] ?? 0) + 1;
      if (!part.hidden) shown[group] = (shown[group] ?? 0) + 1;
    }
    openFew(isActive ? parts.filter((part) => !part.hidden) : []);
    const numbers = counted.flatMap((group) => [shown[group] ?? 0, total[group] ?? 0]);
    status.textContent = status.dataset.count.replace(/%/g, () => numbers.shift());
    status.classList.toggle("active", isActive);
  };

  // Of a few parts that are left nobody should have to open each.
  let openedByFilter = [];
  const openFew = (parts) => {
    const few = parts.length > 6 ? [] : parts;
    for (const part of openedByFilter) {
      if (!few.includes(part)) part.open = false;
    }
    openedByFilter = few.filter((part) => openedByFilter.includes(part) || !part.open);
    for (const part of few) part.open = true;
  };

  // Long enough to type a word through, short enough to seem at once.
  let waiting;
  const applySoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", applySoon);
  form.addEventListener("reset", applySoon);
  filter.hidden = false;
  // On a phone the form would stand in the way of what it filters.
  if (matchMedia("(max-width: 60rem)").matches) filter.open = false;
})();
