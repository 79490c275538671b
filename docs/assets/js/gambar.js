/** In the picture of the argument, bring out the chain of the box that is pointed at or has the focus. */
for (const picture of document.querySelectorAll(".drawing svg:has([data-chain])")) {
  /** @param {EventTarget | null} target */
  const show = (target) => {
    const node = target instanceof Element ? target.closest("a[data-chain]") : null;
    const chain = (node?.getAttribute("data-chain") ?? "").split(" ").filter(Boolean);
    picture.toggleAttribute("data-active", chain.length > 0);
    for (const part of picture.querySelectorAll("[data-chain]")) {
      const own = part.getAttribute("data-chain").split(" ");
      part.toggleAttribute("data-lit", chain.some((name) => own.includes(name)));
    }
  };
  for (const enter of ["pointerover", "focusin"]) picture.addEventListener(enter, (event) => show(event.target));
  for (const leave of ["pointerleave", "focusout"]) picture.addEventListener(leave, () => show(null));
}
