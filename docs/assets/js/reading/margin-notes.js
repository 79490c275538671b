/**
 * Mark paragraphs that fit on the screen: CSS makes those stick beside longer margin notes. A sticky paragraph higher
 * than the screen could not be scrolled to its end.
 */

const RESERVED = 110; // pixels for the header and some space
const texts = document.querySelectorAll(".paragraph-body");
const measure = () => {
  for (const text of texts) text.toggleAttribute("data-fits", text.clientHeight + RESERVED < innerHeight);
};
addEventListener("resize", measure);
measure();
