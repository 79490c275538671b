/**
 * In the picture of the argument, bring out the chain of the box that is pointed at or has the focus. The listeners are on
 * the figure: an SVG element that listens to the focus would be a stop of the Tab key itself.
 */
for (const figure of document.querySelectorAll("figure.diagram")) {
  if (!figure.querySelector("[data-chain]")) continue;
  /** @param {EventTarget | null} target */
  const show = (target) => {
    const node = target instanceof Element ? target.closest("a[data-chain]") : null;
    const chain = (node?.getAttribute("data-chain") ?? "").split(" ").filter(Boolean);
    for (const picture of figure.querySelectorAll("svg")) picture.toggleAttribute("data-active", chain.length > 0);
    for (const part of figure.querySelectorAll("[data-chain]")) {
      const own = (part.getAttribute("data-chain") ?? "").split(" ");
      part.toggleAttribute("data-lit", chain.some((name) => own.includes(name)));
    }
  };
  for (const enter of ["pointerover", "focusin"]) figure.addEventListener(enter, (event) => show(event.target));
  for (const leave of ["pointerleave", "focusout"]) figure.addEventListener(leave, () => show(null));
}
