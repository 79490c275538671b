/**
 * Keep the page's metadata for reference managers up to date: if the URL has the id of a paragraph or record, they
 * describe it instead of the page. If the site was built without `site_url`, use the address from which the page is
 * served.
 */

import { isReachable } from "../citing/citation-format.js";

const TITLES = ["DC.title", "og:title"], ADDRESSES = ["DC.identifier", "og:url"];
const spans = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("span.Z3988")]);
/** @param {string} key @returns {HTMLMetaElement | null} */
const meta = (key) => document.querySelector(`meta[name="${key}"], meta[property="${key}"]`);
const page = new Map([...TITLES, ...ADDRESSES].map((key) => [key, meta(key)?.content ?? ""]));
const published = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=cite-as]"));
const home = published?.href ?? "";

/** Set the content of the meta element `key` (a `name` or `property`); create the element if the page has none.
 * @param {string} key @param {string} content */
const setMeta = (key, content) => {
  const existing = meta(key);
  if (existing) existing.content = content;
  else if (content) {
    const created = document.createElement("meta");
    created.setAttribute(key.startsWith("og:") ? "property" : "name", key);
    created.content = content;
    document.head.append(created);
  }
};

// a build without `site_url` has no addresses in its metadata: use the address from which the page is served
if (!published && isReachable()) {
  const here = location.origin + location.pathname;
  /** @param {string} name of an anchor, or of the page */
  const citeLink = (name) => document.querySelector(`a.cite[href$="#kutip-${name}"]`);
  for (const key of ADDRESSES) page.set(key, here);
  for (const span of spans) {
    const name = new URLSearchParams(span.title).get("rft_dat")?.replace("kota-kembar-", "") ?? "";
    span.title += `&rft_id=${encodeURIComponent(here + (citeLink(name) ? "#" + name : ""))}`;
  }
}

/** Set the metadata to those of the paragraph or record whose id is in the URL, or if the URL has no such id, to those
 * of the page. */
const describeTarget = () => {
  const name = location.hash.slice(1).split(":~:")[0];
  const span = spans.find(({ title }) => {
    const fields = new URLSearchParams(title);
    return name && (fields.get("rft_id")?.endsWith(`#${name}`) || fields.get("rft_dat") === `kota-kembar-${name}`);
  });
  const fields = new URLSearchParams(span?.title ?? "");
  for (const key of TITLES) setMeta(key, fields.get("rft.title") ?? page.get(key) ?? "");
  for (const key of ADDRESSES) setMeta(key, fields.get("rft_id") ?? page.get(key) ?? "");
  if (published) published.href = fields.get("rft_id") ?? home;
  if (span) span.parentElement?.prepend(span); // reference managers offer the first span of the page
  document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
};

addEventListener("hashchange", describeTarget);
describeTarget();
