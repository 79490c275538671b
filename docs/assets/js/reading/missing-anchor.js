/** Answer an address whose fragment is no id of its page: go to the page that has the id, or say that there is none. The
 * script that is loaded for this also has the filter of the table of anchors, since few pages need either. */

import "./anchor-filter.js";

/** Return the number of letters to insert, delete or replace to turn one text into the other (Levenshtein distance).
 * @param {string} one @param {string} other */
const distance = (one, other) => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + Number(one[i - 1] !== other[j - 1]));
    }
    row = next;
  }
  return row[other.length];
};

/** Return the known ids that are most like `name`, at most three; none if all are very different.
 * @param {string} name @param {string[]} known */
const nearest = (name, known) => {
  const distances = known.map((each) => each.startsWith(name) ? 1 : distance(name, each));
  const least = Math.min(...distances);
  return least <= Math.max(2, name.length / 2) ? known.filter((_, index) => distances[index] === least).slice(0, 3) : [];
};

/**
 * @param {string} name the fragment @param {string} base the path from the page to the site's root
 * @param {SearchData["units"]} units paragraphs, records and sections of all pages
 */
export const answerMissingAnchor = (name, base, units) => {
  /** @param {string} each @returns {string} */
  const url = (each) => {
    const file = location.protocol === "file:" ? "index.html" : "";
    return `${base.replace(/\/$/, "")}/${units.page[units.anchor.indexOf(each)]}${file}#${each}`;
  };
  if (units.anchor.includes(name)) return location.replace(url(name));
  const notice = document.createElement("p"), code = document.createElement("code");
  notice.className = "missing-anchor";
  notice.setAttribute("role", "status");
  code.textContent = `#${name}`;
  notice.append("Bagian ", code, " tidak ada dalam edisi ini.");
  for (const [index, each] of nearest(name, units.anchor).entries()) {
    const link = document.createElement("a"), at = units.anchor.indexOf(each);
    link.href = url(each);
    link.textContent = [units.label[at], units.title[at]].filter(Boolean).join(" ");
    notice.append(index ? ", " : " Mungkin maksud Anda: ", link);
  }
  document.querySelector(".missing-anchor")?.remove();
  document.querySelector("h1")?.after(notice);
};
