/** Store the choices and inputs of readers in localStorage. If the browser blocks storage, nothing is stored. */

/** Return the object that is stored under `key`, or an empty object if nothing is stored or it cannot be read.
 * @param {string} key */
export const readPreference = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
};

/** Store an object under `key`. @param {string} key @param {object} value */
export const storePreference = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch { /* the browser blocks storage */ }
};
