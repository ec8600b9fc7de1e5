"use strict";
(() => {
  const OPENED_AT_MOST = 200;
  const search = document.getElementById("search");
  const tools = document.getElementById("tools");
  const shown = document.getElementById("shown");
  const empty = document.getElementById("empty");
  const toggles = [...tools.querySelectorAll("button[data-status], button[data-severity]")];
  const groups = [...document.querySelectorAll("section.group")].reverse();
  const controls = [...document.querySelectorAll("details")].map(element => ({
    element,
    open: element.open,
    severity: element.dataset.severity,
    title: element.querySelector("summary").textContent.toLowerCase(),
    rows: [...element.querySelectorAll("tbody tr")].map(row => ({row, status: row.dataset.status, text: ""})),
  }));
  const total = controls.reduce((sum, control) => sum + control.rows.length, 0);
  tools.hidden = false;

  const pressed = kind => new Set(
      toggles.filter(button => button.dataset[kind] !== undefined && button.getAttribute("aria-pressed") === "true")
          .map(button => button.dataset[kind]));

  function matches(control, item, words) {
    if (item.text === "") {
      item.text = control.title + " " + item.row.textContent.toLowerCase();
    }
    return words.every(word => item.text.includes(word));
  }

  function filter() {
    const statuses = pressed("status");
    const severities = pressed("severity");
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    const active = statuses.size > 0 || severities.size > 0 || words.length > 0;
    let count = 0;
    let visibleControls = 0;
    for (const control of controls) {
      const wanted = severities.size === 0 || severities.has(control.severity);
      let matching = 0;
      for (const item of control.rows) {
        const visible = wanted
            && (statuses.size === 0 || statuses.has(item.status))
            && (words.length === 0 || matches(control, item, words));
        item.row.hidden = !visible;
        matching += visible ? 1 : 0;
      }
      const emptyButNamed = control.rows.length === 0 && wanted && statuses.size === 0
          && words.every(word => control.title.includes(word));
      const visible = matching > 0 || emptyButNamed;
      control.element.hidden = !visible;
      control.element.open = active ? matching > 0 && matching <= OPENED_AT_MOST : control.open;
      count += matching;
      visibleControls += visible ? 1 : 0;
    }
    for (const group of groups) {
      group.hidden = active && !group.querySelector("details:not([hidden])");
    }
    const all = total.toLocaleString("en") + (total === 1 ? " result" : " results");
    shown.textContent = active ? `${count.toLocaleString("en")} of ${all}` : all;
    empty.hidden = visibleControls > 0 || controls.length === 0;
    document.getElementById("reset").hidden = !active;
  }

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  for (const button of toggles) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  function reset() {
    search.value = "";
    toggles.forEach(button => button.setAttribute("aria-pressed", "false"));
    filter();
  }
  document.getElementById("reset").addEventListener("click", () => {
    reset();
    search.focus();
  });
  const openAll = open => controls.filter(control => !control.element.hidden).forEach(control => {
    control.element.open = open;
  });
  document.getElementById("open").addEventListener("click", () => openAll(true));
  document.getElementById("close").addEventListener("click", () => openAll(false));
  document.addEventListener("keydown", event => {
    if (event.key === "/" && document.activeElement !== search && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && document.activeElement === search) {
      reset();
    }
  });
  let beforePrint = [];
  addEventListener("beforeprint", () => {
    beforePrint = controls.map(control => control.element.open);
    openAll(true);
  });
  addEventListener("afterprint", () => controls.forEach((control, i) => {
    control.element.open = beforePrint[i];
  }));
  filter();
})();
