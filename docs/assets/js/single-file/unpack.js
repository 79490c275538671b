{
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

  /** In the single file large data are packed, all in one. @param {string} name of the part that is asked for */
  window.unpack = async (name) => {
    const packed = /** @type {HTMLScriptElement} */ (document.getElementById("packed-data")).text;
    const data = await new Response(new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
    return data[name];
  };

  /** A script that was packed; its digest is among those that may run. @param {string} text */
  window.runPacked = (text) => {
    const script = document.createElement("script");
    script.text = text;
    document.head.append(script);
  };

  // quoting is for who has begun to read
  window.unpack("quoting").then(window.runPacked, () => {});
}
