/** Load scripts when they are first needed. Their URLs are in data attributes of the page's main script element. */

const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-citations]"));
/** @type {Record<string, Promise<void>>} */
const pending = {};

/** Load a script of the site at the first call; later calls return the same promise, unless loading failed.
 * @param {string} name of the data attribute with its URL, in camel case */
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
