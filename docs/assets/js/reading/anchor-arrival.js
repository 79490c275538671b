/**
 * On arrival at an anchor, what the page tells reference managers speaks of that anchor; and where the site was built
 * without an address but is served from one, of the address that it has.
 */

import { isReachable } from "../citing/citation-format.js";

const TITLES = ["DC.title", "og:title"], ADDRESSES = ["DC.identifier", "og:url"];
const spans = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("span.Z3988")]);
/** @param {string} key @returns {HTMLMetaElement | null} */
const meta = (key) => document.querySelector(`meta[name="${key}"], meta[property="${key}"]`);
const page = new Map([...TITLES, ...ADDRESSES].map((key) => [key, meta(key)?.content ?? ""]));
const published = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=cite-as]"));
const home = published?.href ?? "";

/** @param {string} key @param {string} content */
const tell = (key, content) => {
  const known = meta(key);
  if (known) known.content = content;
  else if (content) {
    const made = document.createElement("meta");
    made.setAttribute(key.startsWith("og:") ? "property" : "name", key);
    made.content = content;
    document.head.append(made);
  }
};

// where the build knew no address, fill in the one that the page is served from
if (!published && isReachable()) {
  const here = location.origin + location.pathname;
  /** @param {string} name of an anchor, or of the page */
  const cited = (name) => document.querySelector(`a.cite[href$="#kutip-${name}"]`);
  for (const key of ADDRESSES) page.set(key, here);
  for (const span of spans) {
    const name = new URLSearchParams(span.title).get("rft_dat")?.replace("kota-kembar-", "") ?? "";
    span.title += `&rft_id=${encodeURIComponent(here + (cited(name) ? "#" + name : ""))}`;
  }
}

const arrive = () => {
  const name = location.hash.slice(1).split(":~:")[0];
  const span = spans.find(({ title }) => {
    const fields = new URLSearchParams(title);
    return name && (fields.get("rft_id")?.endsWith(`#${name}`) || fields.get("rft_dat") === `kota-kembar-${name}`);
  });
  const fields = new URLSearchParams(span?.title ?? "");
  for (const key of TITLES) tell(key, fields.get("rft.atitle") ?? page.get(key) ?? "");
  for (const key of ADDRESSES) tell(key, fields.get("rft_id") ?? page.get(key) ?? "");
  if (published) published.href = fields.get("rft_id") ?? home;
  if (span) span.parentElement?.prepend(span); // the first that is offered
  document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
};

addEventListener("hashchange", arrive);
arrive();
