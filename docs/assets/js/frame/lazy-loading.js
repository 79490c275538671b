/**
 * What is not needed to read comes when it is first wanted: scripts of the site that the element of this one names. The single
 * file names none; there they are, packed.
 */
{
  const named = document.currentScript?.dataset ?? {};
  /** @type {Record<string, Promise<void>>} */
  const coming = {};

  window.fetchLater = (name) => coming[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = named[name] ?? "";
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => { // to be asked for again the next time
      delete coming[name];
      reject(new Error(script.src));
    });
    document.head.append(script);
  });
}
