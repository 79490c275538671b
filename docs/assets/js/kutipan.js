/**
 * Quoting: while words of the edition are selected, a button offers to cite them. It stands at an edge of the screen, where
 * the platform's own menu, which opens at the selection, never is; in the order of the page it follows the words.
 */

{
  const TEXTS = ".paragraph-text, .record, .note-text, .original > p[lang]";
  const PLACES = "section.paragraph, .record, .note, .original";
  // what a page says about its text is no part of it
  const NO_TEXT = ".cite, .permalink, .record-label, .term-definition, .visually-hidden, .notes, .note-links, .sentence-number, .sentence-place, button, svg, h2, h3, h4, h5";
  const BLOCKS = "p, li, dt, dd, div, ul, ol, dl";
  const END = "\u2029"; // of a line
  const SHORT = 60, FEW = 4; // letters that a link names whole; words of each end that it names otherwise

  const button = document.createElement("button");
  button.type = "button";
  button.className = "quote-offer";
  button.textContent = "Kutip pilihan";
  button.setAttribute("aria-keyshortcuts", "Alt+K");
  /** @type {Quotation | null} */
  let offered = null;
  let isPressed = false;

  /** The lines of a range, without what is no text. @param {Range} range */
  const linesOf = (range) => {
    const holder = document.createElement("div");
    holder.append(range.cloneContents());
    for (const each of holder.querySelectorAll(NO_TEXT)) each.remove();
    for (const block of holder.querySelectorAll(BLOCKS)) {
      block.prepend(END);
      block.append(END);
    }
    return (holder.textContent ?? "").split(END).map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
  };

  /** A range that cuts no word in two: neither would a quotation, nor is a part of one found again. @param {Range} range */
  const widened = (range) => {
    const whole = range.cloneRange();
    const isLetter = (/** @type {string | undefined} */ letter) => /[\p{L}\p{N}]/u.test(letter ?? "");
    const { startContainer: from, endContainer: to } = range;
    let start = range.startOffset, end = range.endOffset;
    if (from instanceof Text) {
      while (start > 0 && isLetter(from.data[start]) && isLetter(from.data[start - 1])) start -= 1;
      whole.setStart(from, start);
    }
    if (to instanceof Text) {
      while (end > 0 && end < to.length && isLetter(to.data[end]) && isLetter(to.data[end - 1])) end += 1;
      whole.setEnd(to, end);
    }
    return whole;
  };

  /** The texts that a range has a part in, with that part. @param {Range} range */
  const partsIn = (range) => {
    const common = range.commonAncestorContainer;
    const owner = (common instanceof Element ? common : common.parentElement)?.closest(TEXTS);
    const texts = owner ? [owner, ...owner.querySelectorAll(TEXTS)] : [...document.querySelectorAll(TEXTS)];
    // a note that only lies between what is selected, beside the text or closed, is not meant
    const isMeant = (/** @type {Element} */ text) =>
      !text.matches(".note-text") || text.contains(range.startContainer) || text.contains(range.endContainer);
    return texts.filter((text) => range.intersectsNode(text) && isMeant(text)).flatMap((text) => {
      const part = document.createRange();
      part.selectNodeContents(text);
      if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
      if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
      const lines = linesOf(part);
      return lines.length ? [{ text, part, lines }] : [];
    });
  };

  /** @param {string[]} words @returns {string} as a text directive wants them */
  const encoded = (words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");

  /**
   * What leads to the words: all of them if they are few, else the first and the last; and what stands ahead of them, where
   * the page has the same more than once.
   * @param {string[]} lines @param {Element} text @param {Range} part of it, the first
   */
  const fragmentOf = (lines, text, part) => {
    const first = lines[0].split(" "), last = lines[lines.length - 1].split(" ");
    const isShort = lines.length === 1 && lines[0].length <= SHORT;
    const start = isShort ? first : first.slice(0, FEW);
    const whole = (document.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ");
    const ahead = document.createRange();
    ahead.selectNodeContents(text);
    ahead.setEnd(part.startContainer, part.startOffset);
    const before = (linesOf(ahead).pop() ?? "").split(" ").slice(-FEW + 1).filter(Boolean);
    const isTwice = whole.split(start.join(" ")).length > 2 && before.length > 0;
    return `:~:text=${isTwice ? `${encoded(before)}-,` : ""}${encoded(start)}${isShort ? "" : `,${encoded(last.slice(-FEW))}`}`;
  };

  /** What is selected, if it is text of the edition. @returns {[Quotation, Element] | null} */
  const selected = () => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const parts = partsIn(widened(selection.getRangeAt(0)));
    if (!parts.length) return null;
    const lines = parts.flatMap((each) => each.lines);
    const links = parts.map(({ text }) => /** @type {HTMLAnchorElement | null} */ (text.closest(PLACES)?.querySelector("a.cite")));
    const names = [...new Set(links.flatMap((link) => (link ? [link.hash.replace("#kutip-", "")] : [])))];
    const isOriginal = parts.every(({ text }) => text.closest(".original"));
    if (!names.length) return null;
    return [{ names, lines, isOriginal, fragment: fragmentOf(lines, parts[0].text, parts[0].part) }, parts[parts.length - 1].text];
  };

  const update = () => {
    if (isPressed || document.querySelector("dialog[open]")) return;
    const found = selected();
    const isNew = found && !offered;
    offered = found?.[0] ?? null;
    if (!found) {
      button.remove();
      return;
    }
    const [, text] = found;
    if (button.parentElement !== text) text.append(button);
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
    button.toggleAttribute("data-top", Boolean(box && box.bottom > innerHeight * 0.7));
    if (isNew) announce("Kutip pilihan: tekan Alt+K.");
  };

  const activate = () => {
    const said = offered;
    isPressed = false;
    if (said) citeQuotation(said).then(() => button.remove());
  };

  if (document.getElementById("kutip-data") && window.HTMLDialogElement) {
    document.addEventListener("selectionchange", update);
    // a press on the button may undo the selection before it is a click
    button.addEventListener("pointerdown", (event) => { event.preventDefault(); });
    button.addEventListener("click", activate);
    document.addEventListener("pointerdown", (event) => { isPressed = event.target !== button; });
    for (const end of ["pointerup", "pointercancel"]) {
      document.addEventListener(end, () => {
        isPressed = false;
        requestAnimationFrame(update);
      });
    }
    document.addEventListener("keydown", (event) => {
      if (!offered || !button.isConnected) return;
      if (event.altKey && event.code === "KeyK") {
        event.preventDefault();
        activate();
      } else if (event.key === "Escape") button.remove();
    });
  }
}
