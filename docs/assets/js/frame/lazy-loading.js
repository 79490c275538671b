/** Scripts that are loaded when they are first needed. The script element of the page names their files. */

const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-citations]"));
/** @type {Record<string, Promise<void>>} */
const pending = {};

/** Load a script of the site, once. What failed is asked for again the next time. @param {string} name of a data attribute */
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
