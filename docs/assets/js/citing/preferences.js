/** Store the choices and entries of readers in localStorage; where the browser blocks storage, do nothing. */

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
  } catch { /* the browser blocks storage */ }
};
