/**
 * A text that is shorter than its notes in the margin stays beside them while one reads on; not one that the screen has
 * not whole, since its end could not be scrolled to.
 */

const ROOM = 110; // pixels: the header, and some air
const texts = document.querySelectorAll(".paragraph-body");
const measure = () => {
  for (const text of texts) text.toggleAttribute("data-fits", text.clientHeight + ROOM < innerHeight);
};
addEventListener("resize", measure);
measure();
