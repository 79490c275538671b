/** What a reader chose or filled in, stored on the device; nowhere, where the browser stores nothing. */

/** @param {string} key */
export const readPreference = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
};

/** @param {string} key @param {object} value */
export const storePreference = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch { /* as above */ }
};
