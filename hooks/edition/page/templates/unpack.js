/** In the single file large data are packed. @param {string} id of the script that holds them */
window.unpack = async (id) => {
  const packed = /** @type {HTMLScriptElement} */ (document.getElementById(id)).text;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
};
