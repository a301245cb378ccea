// Runs in a page, as the body of a function of [key, command, input]. `key` names where the references are kept.
(([key, command, input]) => {
  const INTERACTIVE = "a[href],button,input,select,textarea,summary,[contenteditable=''],[contenteditable=true],[onclick],[tabindex]";
  const ROLES = {
    A: "link", BUTTON: "button", SELECT: "combobox", TEXTAREA: "textbox", IMG: "image", H1: "heading", H2: "heading",
    H3: "heading", H4: "heading", H5: "heading", H6: "heading", UL: "list", OL: "list", LI: "listitem", NAV: "navigation",
    MAIN: "main", FORM: "form", TABLE: "table", TR: "row", TD: "cell", TH: "columnheader", P: "paragraph", LABEL: "label",
    HEADER: "banner", FOOTER: "contentinfo", DIALOG: "dialog", SUMMARY: "button", IFRAME: "frame", SECTION: "region",
    OPTION: "option", ARTICLE: "article", ASIDE: "complementary",
  };
  const INPUTS = {
    checkbox: "checkbox", radio: "radio", button: "button", submit: "button", reset: "button", image: "button",
    range: "slider", number: "spinbutton", search: "searchbox", file: "file", password: "textbox (password)",
  };
  let kept = window[key];
  if (!kept) {
    kept = { next: 1, elements: new Map(), names: new WeakMap() };
    Object.defineProperty(window, key, { value: kept });
  }
  const refOf = (element) => {
    let name = kept.names.get(element);
    if (!name) {
      name = "e" + kept.next++;
      kept.names.set(element, name);
      kept.elements.set(name, new WeakRef(element));
    }
    return name;
  };
  const elementOf = (ref) => {
    const element = kept.elements.get(ref)?.deref();
    return element?.isConnected ? element : null;
  };
  const short = (text, most = 200) => {
    const line = (text || "").replace(/\s+/g, " ").trim();
    return line.length > most ? line.slice(0, most) + "…" : line;
  };
  const isShown = (element) => {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || element.getAttribute("aria-hidden") === "true") return false;
    return true;
  };
  const isInteractive = (element) => element.matches(INTERACTIVE);
  const roleOf = (element) =>
    element.getAttribute("role") || (element.tagName === "INPUT" ? INPUTS[element.type] || "textbox" : ROLES[element.tagName]);
  const ownText = (element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(" ");
  const nameOf = (element) => {
    const labelled = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
    const labels = [...labelled.map((id) => document.getElementById(id)), ...(element.labels || [])];
    const given = element.getAttribute("aria-label") || labels.map((each) => each?.textContent || "").join(" ")
      || element.getAttribute("alt") || element.getAttribute("placeholder") || element.getAttribute("title");
    if (given) return short(given);
    if (["INPUT", "SELECT", "TEXTAREA"].includes(element.tagName)) return short(element.name);
    return short(isInteractive(element) || /^H[1-6]$/.test(element.tagName) ? element.textContent : ownText(element));
  };
  const describe = (element) => {
    const parts = [roleOf(element) || "text"];
    const name = nameOf(element);
    if (name) parts.push(JSON.stringify(name));
    parts.push(`[ref=${refOf(element)}]`);
    if (element.tagName === "A" && element.href) parts.push(`-> ${short(element.href)}`);
    if (element.type === "checkbox" || element.type === "radio") parts.push(element.checked ? "checked" : "not checked");
    else if (element.tagName === "SELECT") {
      parts.push(`value ${JSON.stringify(short(element.selectedOptions[0]?.label))}`);
      parts.push(`of ${JSON.stringify([...element.options].slice(0, 30).map((each) => short(each.label, 60)))}`);
    } else if ("value" in element && ["INPUT", "TEXTAREA"].includes(element.tagName) && element.value
      && element.type !== "password") parts.push(`value ${JSON.stringify(short(element.value))}`);
    if (element.disabled) parts.push("disabled");
    return parts.join(" ");
  };
  const childrenOf = (element) => [...(element.shadowRoot?.children || []), ...element.children];
  const walk = (element, depth, visit) => {
    if (!isShown(element) || ["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"].includes(element.tagName)) return;
    const inner = visit(element, depth);
    if (inner !== null) for (const child of childrenOf(element)) walk(child, inner, visit);
  };

  if (command === "element") return elementOf(input);
  if (command === "read") {
    const root = input.ref ? elementOf(input.ref) : document.body;
    if (!root) return null;
    const lines = [];
    walk(root, 0, (element, depth) => {
      if (lines.length >= input.most) return null;
      const told = input.interactive
        ? isInteractive(element)
        : element === root || isInteractive(element) || roleOf(element) || short(ownText(element));
      if (told) lines.push("  ".repeat(input.interactive ? 0 : depth) + describe(element));
      const inner = depth + (told ? 1 : 0);
      return input.depth !== null && inner > input.depth ? null : inner;
    });
    return lines;
  }
  if (command === "find") {
    const found = [];
    walk(document.body, 0, (element) => {
      const text = `${roleOf(element) || ""} ${nameOf(element)} ${element.id} ${element.name || ""} ${ownText(element)}`.toLowerCase();
      const hits = input.words.filter((word) => text.includes(word)).length;
      if (hits) found.push([hits + (isInteractive(element) ? 0.5 : 0), element]);
      return 0;
    });
    found.sort((one, other) => other[0] - one[0]);
    return found.slice(0, input.most).map(([hits, element]) => [hits, describe(element)]);
  }
  throw new Error("unknown command");
})
