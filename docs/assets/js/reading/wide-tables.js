/** Let the keyboard scroll tables that are wider than the text. Not every browser does that by itself. */

const boxes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-typeset__scrollwrap"));

const markWide = () => {
  boxes.forEach((box, index) => {
    const isWide = box.scrollWidth > box.clientWidth;
    if (isWide === (box.tabIndex === 0)) return;
    box.tabIndex = isWide ? 0 : -1;
    box.setAttribute("role", isWide ? "region" : "none");
    box.ariaLabel = isWide ? `Tabel ${index + 1}, dapat digulir ke samping` : null;
  });
};
addEventListener("resize", markWide);
document.addEventListener("toggle", markWide, true); // tables in details elements
markWide();
