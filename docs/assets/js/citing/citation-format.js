/**
 * Format citations as text. The data contain a template per style and export format; private-use characters are slots
 * for what depends on the anchor and the reader. hooks/edition/citations/slots.py defines the same slots.
 */

const TITLE = "\ue000", URL_ = "\ue001", LOCATOR = "\ue002", ACCESSED = "\ue003", NAME = "\ue006";
const AUTHOR = "\ue008", GIVEN = "\ue009", INITIALS = "\ue00a", TIGHT = "\ue00b", UNIVERSITY = "\ue00c", YEAR = "\ue00d", QUOTED_TITLE = "\ue00e";
/** @type {Record<string, string>} */
const TEX = { "\\": "backslash", "{": "braceleft", "}": "braceright", "~": "asciitilde", "^": "asciicircum" };
const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/** @type {CitationData} */
let data;
/** @type {Promise<CitationData> | undefined} */
let loading;
/** @type {() => Promise<CitationData>} */
let fetchData;

/** Set the function that fetches the citation data. @param {() => Promise<CitationData>} fetch */
export const provideCitations = (fetch) => { fetchData = fetch; };

/** Return the citation data, fetched once; after a failure the next call tries again. */
export const loadCitations = () => loading ??= fetchData().then((fetched) => data = fetched, (reason) => {
  loading = undefined;
  throw reason;
});

/** Return whether this page has an address that others can reach. */
export const isReachable = () => location.protocol.startsWith("http") && !LOOPBACK.test(location.hostname);

const base = /** @type {HTMLElement | null} */ (document.querySelector("[data-base]"))?.dataset.base; // not in the single file

/** Return the URL of the site's root (or of the single file), or nothing if it is not served over HTTP. */
const servedRoot = () => {
  if (!location.protocol.startsWith("http")) return "";
  return base ? new URL(`${base}/`, location.href).href : location.href.split("#")[0];
};

/** Return the URL of an anchor.
 * @param {string} page below the root of the site @param {string} name @param {string} root */
const anchorUrl = (page, name, root) => `${root}${root === data.site || base ? page : ""}#${name}`;

/** Return what a citation needs to know of an anchor. @param {string} name @returns {Citable} */
export const placeOf = (name) => {
  const [knownTitle, locator, page] = data.anchors[name];
  const title = knownTitle || (document.querySelector(`#kutip-${name} i`)?.textContent ?? ""); // single file: read it from the list
  const [label, ...rest] = title.split(": ");
  const locators = [label, quoted(rest.join(": ")), quoted(title)];
  const root = data.site || (isReachable() ? servedRoot() : "");
  const here = data.site || servedRoot();
  return {
    name, title, locator: typeof locator === "string" ? locator : locators[locator],
    url: root && anchorUrl(data.pages[page], name, root), link: here && anchorUrl(data.pages[page], name, here),
  };
};

/** Convert double quotation marks to single ones and vice versa, for use inside quotation marks (EYD V).
 * @param {string} text */
const turnQuotes = (text) =>
  text
    .replace(/(^|[\s([“‘])"/g, "$1“").replaceAll('"', "”")
    .replaceAll(/[“”‘’]/g, (mark, index) => {
      const isApostrophe = mark === "’" && /\p{L}/u.test(text[index - 1] ?? "") && /\p{L}/u.test(text[index + 1] ?? "");
      return isApostrophe ? mark : { "“": "‘", "”": "’", "‘": "“", "’": "”" }[mark] ?? mark;
    });

/** Return a text in quotation marks. @param {string} text */
export const quoted = (text) => `“${turnQuotes(text)}”`;

/**
 * Fill the slots of a template. After a value that ends in a full stop, question mark or exclamation mark, the full
 * stop of the template is omitted.
 * @param {string} text @param {Record<string, string>} values
 */
const fill = (text, values) => text.replace(/([\ue000-\ue003\ue006-\ue00e])([\ue005”]*)(\.?)/g, (_, slot, close, stop) => {
  const value = values[slot] ?? "";
  return value + close + (/[.?!][”’]*$/.test(value) ? "" : stop);
});

/** Escape a text for TeX; must agree with export_formats.py. @param {string} text */
const escapeTex = (text) => text
  .replace(/[\\{}~^]/g, (each) => `{\\text${TEX[each]}}`).replace(/[&%$#_]/g, "\\$&").replace(/-(?=-)/g, "-{}");

/** Fill the slots of all strings in a JSON value; the year becomes a number.
 * @param {any} value @param {Record<string, string>} values @returns {any} */
const fillAll = (value, values) => {
  if (value === YEAR) return Number(values[YEAR]);
  if (typeof value === "string") return fill(value, values);
  if (Array.isArray(value)) return value.map((each) => fillAll(each, values));
  return value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillAll(each, values)])) : value;
};

/**
 * Return the citation as BibTeX, RIS and CSL-JSON. Without an address, the field for it is removed.
 * @param {string[]} files @param {Record<string, string>} values @param {{family: string, given: string}} [person]
 */
const filesOf = ([bibtex, ris, json], values, person) => {
  const fullName = person ? `${person.family}, ${person.given}` : "";
  const texts = Object.fromEntries(Object.entries(values).map(([slot, value]) => [slot, slot === URL_ ? value : escapeTex(value)]));
  const items = fillAll(JSON.parse(json), values);
  if (person) items[0].author = [person];
  if (!values[URL_]) {
    bibtex = bibtex.replace(`  url = {${URL_}},\n`, "");
    ris = ris.replace(`UR  - ${URL_}\r\n`, "");
    delete items[0].URL;
  }
  return [
    fill(person ? bibtex.replace(`{${AUTHOR}}`, escapeTex(fullName)) : bibtex, texts),
    fill(person ? ris.replace(`${AUTHOR},`, fullName) : ris, values),
    `[\n${JSON.stringify(items[0])}\n]\n`,
  ];
};

/** Return the locators as a list in Indonesian. @param {Citable[]} anchors @param {string} [sentence] */
const locatorOf = (anchors, sentence) => {
  const locators = anchors.map(({ locator }) => (sentence ? `${locator} kal. ${sentence}` : locator));
  return new Intl.ListFormat("id").format(locators);
};

/**
 * Format a citation of one anchor, or of the whole edition with several anchors as locators. The locator is put between
 * two LOCATOR slots, so that `asNodes` can turn it into a link.
 * @param {Citable[]} anchors @param {"edition" | "whole" | "thesis"} work @param {number} style
 * @param {ThesisDetails | null} details from the title page of the reader's copy @param {string} [sentence]
 * @returns {FormattedCitation}
 */
export const cite = (anchors, work, style, details, sentence) => {
  const [{ name, title, url }] = anchors;
  const entries = url ? data.addressed : data.bare ?? data.addressed;
  const isWhole = work === "whole";
  const today = new Intl.DateTimeFormat("id", { dateStyle: "long" }).format(new Date());
  const values = {
    [TITLE]: title, [QUOTED_TITLE]: turnQuotes(title), [URL_]: isWhole ? data.site || (url && servedRoot()) : url, [NAME]: name, [ACCESSED]: today,
    [LOCATOR]: LOCATOR + locatorOf(anchors, sentence) + LOCATOR,
  };
  if (work === "thesis" && details && data.thesis) return citeThesis(data.thesis, values, style, details);
  const entry = (isWhole ? entries.whole : entries.part)[style];
  const inText = (work === "thesis" && data.secondary ? data.secondary : data.inTexts)[style];
  return {
    entry: fill(entry, values), inText: fill(inText, values),
    files: filesOf(isWhole ? data.files.whole : data.files.part, values), name: isWhole ? "edisi" : name,
  };
};

/**
 * Format a citation of the thesis itself.
 * @param {ThesisData} templates @param {Record<string, string>} values @param {number} style
 * @param {ThesisDetails} details
 */
const citeThesis = (templates, values, style, { author, title, university, year }) => {
  const [family, given] = author.replace(/[\s,]+$/, "").split(/\s*,\s*(.+)/s);
  const initials = (given ?? "").split(/\s+/).map((name) => name.split("-").map((part) => part[0] + ".").join("-"));
  values = {
    ...values, [AUTHOR]: family, [TITLE]: title, [QUOTED_TITLE]: turnQuotes(title), [UNIVERSITY]: university, [YEAR]: year,
    [GIVEN]: given ?? "", [INITIALS]: initials.join(" "), [TIGHT]: initials.join(""),
  };
  return {
    entry: fill((given ? templates.personal : templates.single)[style], values), inText: fill(templates.inTexts[style], values),
    files: filesOf(templates.files, values, given ? { family, given } : undefined), name: "tesis",
  };
};

/**
 * Convert a formatted citation to nodes: italics as `i`, and the locator as a link if there is an address.
 * @param {string} text @param {string} url
 */
export const asNodes = (text, url) => text.split(/[\ue004\ue005]/).flatMap((run, index) => {
  if (index % 2) return [element("i", run.replaceAll(LOCATOR, ""))];
  return run.split(LOCATOR).map((words, part) => (part % 2 && url ? element("a", words, url) : words));
});

/** @param {string} tag @param {string} text @param {string} [url] */
const element = (tag, text, url) => {
  const created = document.createElement(tag);
  created.textContent = text;
  if (created instanceof HTMLAnchorElement && url) created.href = url;
  return created;
};
