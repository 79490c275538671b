/** Mark the section that is being read in the table of contents, and name it under the header of narrow screens. */

// the current section is the last one whose heading is above this part of the screen; one above the second is out of sight
const FRACTION = 0.25, ABOVE = 0.08;
const contents = /** @type {HTMLElement | null} */ (document.querySelector(".md-sidebar:not([hidden]) [data-md-component=toc]"));
const caption = /** @type {HTMLElement | null} */ (document.querySelector("[data-current-section]"));
const links = /** @type {HTMLAnchorElement[]} */ ([...contents?.querySelectorAll("a") ?? []]);
const sections = links.flatMap((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading ? [{ link, heading }] : [];
});
/** @type {HTMLAnchorElement | undefined} */
let current;

/** Scroll the table of contents, and nothing else, until a link in it is visible. @param {HTMLElement} link */
const scrollContents = (link) => {
  const box = contents?.closest(".md-sidebar__scrollwrap");
  if (!box || !link.offsetParent) return; // not shown on narrow screens
  const { top, bottom } = link.getBoundingClientRect(), frame = box.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 2;
};

/** Return the link to the last section whose heading is above a line of the screen. @param {number} line in pixels */
const lastAbove = (line) => sections.filter(({ heading }) => // no headings in hidden content tabs
  heading.offsetParent && heading.getBoundingClientRect().top < line).pop()?.link;

const markCurrent = () => {
  const link = lastAbove(innerHeight * FRACTION);
  if (caption) {
    caption.hidden = !link || !lastAbove(innerHeight * ABOVE); // at the top of the page, the first heading is in sight
    caption.textContent = link?.textContent?.trim() ?? "";
  }
  if (link === current) return;
  current?.classList.remove("md-nav__link--active");
  current?.removeAttribute("aria-current");
  current = link;
  link?.classList.add("md-nav__link--active");
  link?.setAttribute("aria-current", "location");
  if (link && contents?.hasAttribute("data-follow")) scrollContents(link);
};

// a heading crosses the edge of one of these areas whenever the result changes
for (const fraction of [FRACTION, ABOVE]) {
  const observer = new IntersectionObserver(markCurrent, { rootMargin: `0px 0px -${100 * (1 - fraction)}% 0px` });
  for (const { heading } of sections) observer.observe(heading);
}
