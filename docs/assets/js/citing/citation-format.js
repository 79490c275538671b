/**
 * Citations as text, for the scripts that show, copy or save them. The data hold each style's and each format's words with
 * private-use characters for what differs from anchor to anchor, and from reader to reader; see
 * hooks/edition/citations/slots.py, which names the same slots.
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

/** Say where the data of citations come from. @param {() => Promise<CitationData>} fetch */
export const provideCitations = (fetch) => { fetchData = fetch; };

/** The data of citations, fetched once; what failed is tried again the next time. */
export const loadCitations = () => loading ??= fetchData().then((known) => data = known, (reason) => {
  loading = undefined;
  throw reason;
});

/** Whether this page has an address that others can reach. */
export const isReachable = () => location.protocol.startsWith("http") && !LOOPBACK.test(location.hostname);

const base = /** @type {HTMLElement | null} */ (document.querySelector("[data-base]"))?.dataset.base; // only of the site

/** Where the root of the site is from here, if it is served; of the single file, the file itself. */
const served = () => {
  if (!location.protocol.startsWith("http")) return "";
  return base ? new URL(`${base}/`, location.href).href : location.href.split("#")[0];
};

/** @param {string} page below the root of the site @param {string} name @param {string} root */
const at = (page, name, root) => `${root}${root === data.site || base ? page : ""}#${name}`;

/** @param {string} name of an anchor @returns {Citable} */
export const placeOf = (name) => {
  const [known, where, page] = data.anchors[name];
  const title = known || (document.querySelector(`#kutip-${name} i`)?.textContent ?? ""); // of the single file's list
  const [ahead, ...rest] = title.split(": ");
  const locators = [ahead, quoted(rest.join(": ")), quoted(title)];
  const root = data.site || (isReachable() ? served() : "");
  const here = data.site || served();
  return {
    name, title, locator: typeof where === "string" ? where : locators[where],
    url: root && at(data.pages[page], name, root), link: here && at(data.pages[page], name, here),
  };
};

/** A text as it is within quotation marks: those in it are single (EYD V). @param {string} text */
const turnQuotes = (text) =>
  text
    .replace(/(^|[\s([“‘])"/g, "$1“").replaceAll('"', "”")
    .replaceAll(/[“”‘’]/g, (mark, index) => {
      const isApostrophe = mark === "’" && /\p{L}/u.test(text[index - 1] ?? "") && /\p{L}/u.test(text[index + 1] ?? "");
      return isApostrophe ? mark : { "“": "‘", "”": "’", "‘": "“", "’": "”" }[mark] ?? mark;
    });

/** @param {string} text */
export const quoted = (text) => `“${turnQuotes(text)}”`;

/**
 * After a value that ends in a stop, a question mark or an exclamation mark, no stop is written.
 * @param {string} text @param {Record<string, string>} values
 */
const fill = (text, values) => text.replace(/([\ue000-\ue003\ue006-\ue00e])([\ue005”]*)(\.?)/g, (_, slot, close, stop) => {
  const value = values[slot] ?? "";
  return value + close + (/[.?!][”’]*$/.test(value) ? "" : stop);
});

/** As TeX has it; see export_formats.py. @param {string} text */
const tex = (text) => text
  .replace(/[\\{}~^]/g, (each) => `{\\text${TEX[each]}}`).replace(/[&%$#_]/g, "\\$&").replace(/-(?=-)/g, "-{}");

/** Strings in a structure, filled. @param {any} value @param {Record<string, string>} values @returns {any} */
const deep = (value, values) => {
  if (value === YEAR) return Number(values[YEAR]);
  if (typeof value === "string") return fill(value, values);
  if (Array.isArray(value)) return value.map((each) => deep(each, values));
  return value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each, values)])) : value;
};

/**
 * BibTeX, RIS and CSL-JSON.
 * @param {string[]} files @param {Record<string, string>} values @param {{family: string, given: string}} [person]
 */
const filesOf = ([bibtex, ris, json], values, person) => {
  const whole = person ? `${person.family}, ${person.given}` : "";
  const texts = Object.fromEntries(Object.entries(values).map(([slot, value]) => [slot, slot === URL_ ? value : tex(value)]));
  const items = deep(JSON.parse(json), values);
  if (person) items[0].author = [person];
  if (!values[URL_]) {
    bibtex = bibtex.replace(`  url = {${URL_}},\n`, "");
    ris = ris.replace(`UR  - ${URL_}\r\n`, "");
    delete items[0].URL;
  }
  return [
    fill(person ? bibtex.replace(`{${AUTHOR}}`, tex(whole)) : bibtex, texts),
    fill(person ? ris.replace(`${AUTHOR},`, whole) : ris, values),
    `[\n${JSON.stringify(items[0])}\n]\n`,
  ];
};

/** @param {Citable[]} places @param {string} [sentence] */
const locatorOf = (places, sentence) => {
  const all = places.map(({ locator }) => (sentence ? `${locator} kal. ${sentence}` : locator));
  return new Intl.ListFormat("id").format(all);
};

/**
 * The places cited: one, or of the edition as a whole, several. The locator in the citation stands between slots of its
 * own, so that it can be linked.
 * @param {Citable[]} places @param {"edition" | "whole" | "thesis"} work @param {number} style
 * @param {Details | null} details what the title page of the reader's copy says @param {string} [sentence]
 * @returns {Cited}
 */
export const cite = (places, work, style, details, sentence) => {
  const [{ name, title, url }] = places;
  const entries = url ? data.addressed : data.bare ?? data.addressed;
  const isWhole = work === "whole";
  const today = new Intl.DateTimeFormat("id", { dateStyle: "long" }).format(new Date());
  const values = {
    [TITLE]: title, [QUOTED_TITLE]: turnQuotes(title), [URL_]: isWhole ? data.site || (url && served()) : url, [NAME]: name, [ACCESSED]: today,
    [LOCATOR]: LOCATOR + locatorOf(places, sentence) + LOCATOR,
  };
  if (work === "thesis" && details && data.thesis) return citeThesis(data.thesis, values, style, details);
  const entry = (isWhole ? entries.whole : entries.part)[style];
  const inText = (work === "thesis" && data.secondary ? data.secondary : data.inTexts)[style];
  return {
    entry: fill(entry, values), inText: fill(inText, values),
    files: filesOf(isWhole ? data.files.whole : data.files.part, values), name: isWhole ? "edisi" : name,
  };
};

/** @param {ThesisData} said @param {Record<string, string>} values @param {number} style @param {Details} details */
const citeThesis = (said, values, style, { author, title, university, year }) => {
  const [family, given] = author.replace(/[\s,]+$/, "").split(/\s*,\s*(.+)/s);
  const initials = (given ?? "").split(/\s+/).map((name) => name.split("-").map((part) => part[0] + ".").join("-"));
  values = {
    ...values, [AUTHOR]: family, [TITLE]: title, [QUOTED_TITLE]: turnQuotes(title), [UNIVERSITY]: university, [YEAR]: year,
    [GIVEN]: given ?? "", [INITIALS]: initials.join(" "), [TIGHT]: initials.join(""),
  };
  return {
    entry: fill((given ? said.personal : said.single)[style], values), inText: fill(said.inTexts[style], values),
    files: filesOf(said.files, values, given ? { family, given } : undefined), name: "tesis",
  };
};

/** A marked text for a page: italics as such, the locator as a link, if it has an address. @param {string} text @param {string} url */
export const asNodes = (text, url) => text.split(/[\ue004\ue005]/).flatMap((run, index) => {
  if (index % 2) return [element("i", run.replaceAll(LOCATOR, ""))];
  return run.split(LOCATOR).map((words, at) => (at % 2 && url ? element("a", words, url) : words));
});

/** @param {string} tag @param {string} text @param {string} [url] */
const element = (tag, text, url) => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (made instanceof HTMLAnchorElement && url) made.href = url;
  return made;
};
