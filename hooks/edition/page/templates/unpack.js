/** In the single file large data are packed, all in one. @param {string} name of the part that is asked for */
window.unpack = async (name) => {
  const packed = /** @type {HTMLScriptElement} */ (document.getElementById("kutip-data")).text;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const data = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  return data[name];
};
