/** The data that the single file has packed: JSON, compressed with gzip, as text in base 85. */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/** The bytes of a text in base 85 (RFC 1924), five letters for four of them. @param {string} text */
const bytesOf = (text) => {
  const bytes = new DataView(new ArrayBuffer(Math.ceil(text.length / 5) * 4));
  for (let at = 0; at < text.length; at += 5) {
    const value = [...text.slice(at, at + 5).padEnd(5, "~")].reduce((sum, letter) => sum * 85 + DIGITS.indexOf(letter), 0);
    bytes.setUint32(at / 5 * 4, value);
  }
  return bytes.buffer.slice(0, Math.floor(text.length * 4 / 5));
};

/** A part of the packed data. @param {string} name @returns {Promise<any>} */
export const unpack = async (name) => {
  const packed = /** @type {HTMLScriptElement} */ (document.getElementById("packed-data")).text;
  const data = await new Response(new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  return data[name];
};

/** Run a script that was packed; the policy of the file allows it by its digest. @param {string} text */
export const runPacked = (text) => {
  const script = document.createElement("script");
  script.text = text;
  document.head.append(script);
};
