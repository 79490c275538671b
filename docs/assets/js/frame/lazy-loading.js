/** Load scripts when they are first needed. Their URLs are in data attributes (`data-citations`, `data-search` …) of
 * the page's main script element. */

const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-citations]"));
/** @type {Record<string, Promise<void>>} */
const pending = {};

/** Load one of the site's scripts; the promise resolves when it has run. Later calls with the same name return the same
 * promise, unless loading failed.
 * @param {string} name tells which script to load: "searchIndex" loads the URL in the attribute `data-search-index`
 * of the page's main script element */
export const loadScript = (name) => pending[name] ??= new Promise((resolve, reject) => {
  const element = document.createElement("script");
  element.src = script?.dataset[name] ?? "";
  element.addEventListener("load", () => resolve());
  element.addEventListener("error", () => {
    delete pending[name];
    reject(new Error(element.src));
  });
  document.head.append(element);
});
