/**
 * In the diagram of the argument, highlight the hovered or focused box, and all boxes and arrows of the same chain (an
 * obstacle with the efforts and recommendations that answer it). The listeners are on the figure, because an SVG
 * element with a focus listener would become a tab stop.
 */
for (const figure of document.querySelectorAll("figure.diagram")) {
  if (!figure.querySelector("[data-chain]")) continue;
  /** @param {EventTarget | null} target */
  const show = (target) => {
    const node = target instanceof Element ? target.closest(".diagram-node") : null;
    const chain = (node?.getAttribute("data-chain") ?? "").split(" ").filter(Boolean);
    figure.toggleAttribute("data-active", chain.length > 0);
    for (const part of figure.querySelectorAll("[data-chain]")) {
      const names = (part.getAttribute("data-chain") ?? "").split(" ");
      part.toggleAttribute("data-highlighted", chain.some((name) => names.includes(name)));
    }
  };
  for (const type of ["pointerover", "focusin"]) figure.addEventListener(type, (event) => show(event.target));
  for (const type of ["pointerleave", "focusout"]) figure.addEventListener(type, () => show(null));
}
