/** Load scripts when they are first needed. Their URLs are data attributes of the page's script element. */

const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-citations]"));
/** @type {Record<string, Promise<void>>} */
const pending = {};

/** Load a script of the site once; after a failure the next call tries again.
 * @param {string} name of a data attribute */
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
