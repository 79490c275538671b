/**
 * Format citations as text. The citation data contain one template per style and export format. A slot is a placeholder
 * in a template (a private-use character), for a value that depends on the cited place or on the reader. The slots and
 * rules must agree with hooks/edition/citations/slots.py.
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

/** Set the function by which `loadCitations` fetches the citation data. @param {() => Promise<CitationData>} fetch */
export const provideCitations = (fetch) => { fetchData = fetch; };

/** Fetch the citation data at the first call; return the same promise at later calls, unless fetching failed. */
export const loadCitations = () => loading ??= fetchData().then((fetched) => data = fetched, (reason) => {
  loading = undefined;
  throw reason;
});

/** Return whether other people can open this page's address: it is served over HTTP, not from this computer. */
export const isReachable = () => location.protocol.startsWith("http") && !LOOPBACK.test(location.hostname);

const base = /** @type {HTMLElement | null} */ (document.querySelector("[data-base]"))?.dataset.base; // not in the single file

/** Return the URL of the site's root or of the single file (the edition as one HTML file); "" if it was opened from
 * disk. */
const servedRoot = () => {
  if (!location.protocol.startsWith("http")) return "";
  return base ? new URL(`${base}/`, location.href).href : location.href.split("#")[0];
};

/** Return the URL of a paragraph or record.
 * @param {string} page path of its page, below the root @param {string} name its id @param {string} root the URL of
 * the site or of the single file */
const anchorUrl = (page, name, root) => `${root}${root === data.site || base ? page : ""}#${name}`;

/** Return the title, locator (the short text by which citations name a place) and addresses of a paragraph or record.
 * @param {string} name its id @returns {Citable} */
export const placeOf = (name) => {
  const [knownTitle, locator, page] = data.anchors[name];
  // the data of the single file omit titles that the page contains
  const title = knownTitle || (document.querySelector(`#kutip-${name} :is(i, td)`)?.textContent ?? "");
  const [label, ...rest] = title.split(": ");
  const locators = [label, quoted(rest.join(": ")), quoted(title)];
  const root = data.site || (isReachable() ? servedRoot() : "");
  const here = data.site || servedRoot();
  return {
    name, title, locator: typeof locator === "string" ? locator : locators[locator],
    url: root && anchorUrl(data.pages[page], name, root), link: here && anchorUrl(data.pages[page], name, here),
  };
};

/** Swap double and single quotation marks, so that a text can be quoted; apostrophes stay. This is a rule of the
 * Indonesian spelling EYD V.
 * @param {string} text */
const turnQuotes = (text) =>
  text
    .replace(/(^|[\s([“‘])"/g, "$1“").replaceAll('"', "”")
    .replaceAll(/[“”‘’]/g, (mark, index) => {
      const isApostrophe = mark === "’" && /\p{L}/u.test(text[index - 1] ?? "") && /\p{L}/u.test(text[index + 1] ?? "");
      return isApostrophe ? mark : { "“": "‘", "”": "’", "‘": "“", "’": "”" }[mark] ?? mark;
    });

/** Return a text in double quotation marks; those inside it become single. @param {string} text */
export const quoted = (text) => `“${turnQuotes(text)}”`;

/**
 * Return a template with its slots (placeholder characters) replaced by values. If a value ends in a full stop,
 * question mark or exclamation mark, a full stop of the template directly after the slot is dropped.
 * @param {string} text the template @param {Record<string, string>} values the value for each slot
 */
const fill = (text, values) => text.replace(/([\ue000-\ue003\ue006-\ue00e])([\ue005”]*)(\.?)/g, (_, slot, close, stop) => {
  const value = values[slot] ?? "";
  return value + close + (/[.?!][”’]*$/.test(value) ? "" : stop);
});

/** Escape a text for TeX, by the same rules as export_formats.py. @param {string} text */
const escapeTex = (text) => text
  .replace(/[\\{}~^]/g, (each) => `{\\text${TEX[each]}}`).replace(/[&%$#_]/g, "\\$&").replace(/-(?=-)/g, "-{}");

/** Return a JSON value with the slots (placeholder characters) in all its strings replaced by values. A string that is
 * only the slot of the year becomes a number.
 * @param {any} value @param {Record<string, string>} values the value for each slot @returns {any} */
const fillAll = (value, values) => {
  if (value === YEAR) return Number(values[YEAR]);
  if (typeof value === "string") return fill(value, values);
  if (Array.isArray(value)) return value.map((each) => fillAll(each, values));
  return value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillAll(each, values)])) : value;
};

/**
 * Return the citation in each export format: [BibTeX, RIS, CSL-JSON]. If there is no URL, the field for it is removed.
 * @param {string[]} files the templates, in the same order @param {Record<string, string>} values the value for each
 * slot (placeholder character) @param {{family: string, given: string}} [person] the author, if the author has a family
 * name and given names
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

/** Join the locators of several places (the short texts by which citations name them) as an Indonesian list: "A, B, dan
 * C".
 * @param {Citable[]} anchors @param {string} [sentence] a sentence number to add to each locator */
const locatorOf = (anchors, sentence) => {
  const locators = anchors.map(({ locator }) => (sentence ? `${locator} kal. ${sentence}` : locator));
  return new Intl.ListFormat("id").format(locators);
};

/**
 * Format a citation of one or more paragraphs or records. The locator (the place, as the citation names it) is put
 * between two LOCATOR characters, so that `asNodes` can convert it to a link.
 * @param {Citable[]} anchors the paragraphs or records @param {"edition" | "whole" | "thesis"} work what the entry in
 * the list of references describes: one part of the edition, the whole edition, or the thesis @param {number} style the
 * index of the style @param {ThesisDetails | null} details data of the thesis, which the reader filled in; without
 * them, the thesis is cited through the edition @param {string} [sentence] the number of a sentence, to add to the
 * locator @returns {FormattedCitation}
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
 * Format a citation of the thesis itself, with the data that the reader filled in.
 * @param {ThesisData} templates @param {Record<string, string>} values the values for those slots (placeholder
 * characters) that do not depend on these data @param {number} style the index of the style
 * @param {ThesisDetails} details the data of the thesis
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
    files: filesOf(templates.files, values, given ? { family, given } : undefined), name: "karya-tulis",
  };
};

/**
 * Convert a formatted citation to DOM nodes: italics become `i` elements, and the locator (the cited place) a link.
 * @param {string} text @param {string} url the link's target; if it is empty, the locator stays plain text
 */
export const asNodes = (text, url) => text.split(/[\ue004\ue005]/).flatMap((run, index) => {
  if (index % 2) return [element("i", run.replaceAll(LOCATOR, ""))];
  return run.split(LOCATOR).map((words, part) => (part % 2 && url ? element("a", words, url) : words));
});

/** Create an element with a text. @param {string} tag @param {string} text @param {string} [url] target of a link */
const element = (tag, text, url) => {
  const created = document.createElement(tag);
  created.textContent = text;
  if (created instanceof HTMLAnchorElement && url) created.href = url;
  return created;
};
