/** What a reader chose or filled in, kept on the device; nowhere, where the browser keeps nothing. */
{
  window.kept = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "{}");
    } catch {
      return {};
    }
  };

  window.keep = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch { /* as above */ }
  };
}
