/**
 * Mark the paragraphs that fit on the screen. CSS makes these sticky, so that they stay visible beside longer margin
 * notes. Other paragraphs must not be sticky, because readers could not scroll to their end.
 */

const RESERVED = 150; // pixels for the header and some space
const texts = document.querySelectorAll(".paragraph-body");
const measure = () => {
  for (const text of texts) text.toggleAttribute("data-fits", text.clientHeight + RESERVED < innerHeight);
};
addEventListener("resize", measure);
measure();
