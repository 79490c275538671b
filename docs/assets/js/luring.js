/**
 * Only in the offline copy: browsers start no worker from a local file, so the theme's search runs in a hidden
 * frame that is spoken to in the same way. The frame is blank, and so of the same origin as the page; a local
 * file in it would not be.
 */

class LocalWorker extends EventTarget {
  /** @param {string | URL} url */
  constructor(url) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Pencarian luring";
    document.body.append(frame);
    this.inside = frame.contentWindow;
    this.send = this.inside.postMessage.bind(this.inside);
    this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    const script = frame.contentDocument.createElement("script");
    script.src = new URL(url, location.href).href;
    this.ready = new Promise((resolve) => script.addEventListener("load", resolve));
    frame.contentDocument.head.append(script);
  }

  /** @param {unknown} data */
  async postMessage(data) {
    await this.ready;
    this.send(data, "*");
  }
}

if (location.protocol === "file:") window.Worker = LocalWorker;
