/** Mark the section that is being read in the table of contents, and name it under the header of narrow screens. */

const FRACTION = 0.25; // the current section is the last one whose heading is above this part of the screen
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

const markCurrent = () => {
  const line = innerHeight * FRACTION;
  const isAbove = (/** @type {HTMLElement} */ heading) => heading.offsetParent && heading.getBoundingClientRect().top < line;
  const link = sections.filter(({ heading }) => isAbove(heading)).pop()?.link; // no headings in hidden content tabs
  if (link === current) return;
  current?.classList.remove("md-nav__link--active");
  current?.removeAttribute("aria-current");
  current = link;
  link?.classList.add("md-nav__link--active");
  link?.setAttribute("aria-current", "location");
  if (link && contents?.hasAttribute("data-follow")) scrollContents(link);
  if (caption) {
    caption.hidden = !link;
    caption.textContent = link?.textContent?.trim() ?? "";
  }
};

// a heading crosses the edge of this area whenever the current section changes
const observer = new IntersectionObserver(markCurrent, { rootMargin: `0px 0px -${100 * (1 - FRACTION)}% 0px` });
for (const { heading } of sections) observer.observe(heading);
