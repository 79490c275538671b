/** Unpack the data in the single file (the edition as one HTML file): JSON, compressed with gzip and encoded in base
 * 85. */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/** Decode base 85 with the digits of RFC 1924, in which five characters encode four bytes. @param {string} text */
const decodeBase85 = (text) => {
  const bytes = new DataView(new ArrayBuffer(Math.ceil(text.length / 5) * 4));
  for (let offset = 0; offset < text.length; offset += 5) {
    const value = [...text.slice(offset, offset + 5).padEnd(5, "~")].reduce((sum, letter) => sum * 85 + DIGITS.indexOf(letter), 0);
    bytes.setUint32(offset / 5 * 4, value);
  }
  return bytes.buffer.slice(0, Math.floor(text.length * 4 / 5));
};

/** Unpack the data in the single file and return one entry of them.
 * @param {string} name the entry's key ("citations", "search" …) @returns {Promise<any>} */
export const unpack = async (name) => {
  const packed = /** @type {HTMLScriptElement} */ (document.getElementById("packed-data")).text;
  const data = await new Response(new Blob([decodeBase85(packed)]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  return data[name];
};

/** Run a script that was unpacked from the single file; the Content-Security-Policy allows it by its hash.
 * @param {string} text the script */
export const runPacked = (text) => {
  const script = document.createElement("script");
  script.text = text;
  document.head.append(script);
};
