/** Store what readers choose and fill in, in localStorage; if the browser blocks storage, do nothing. */

/** Return a stored object, or an empty object if none is stored or readable. @param {string} key */
export const readPreference = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
};

/** Store an object. @param {string} key @param {object} value */
export const storePreference = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch { /* the browser blocks storage */ }
};
