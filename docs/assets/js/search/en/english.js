/** Words and patterns to parse queries in English, for readers who search the Indonesian text in English. */

import { numbered } from "../numerals.js";

/** @type {Language} */
export const ENGLISH = {
  code: "en",
  stopWords: "a an the of in on at to for from by with and or is are was were be been do does did done has have had it its this "
    + "that these those there their they them he she his her i you we me my your our us about into as than then so such any some "
    + "all also please tell show find give explain describe list what which who whom whose when where why how much many can could "
    + "should would will shall may might must ought need needs if but because s t really actually happened next go goes going get "
    + "gets got over more most very mean means meaning between during after before since",
  particle: /'s$/,
  variants: { not: "tidak", cannot: "tidak" },
  asks: {
    why: /\b(?:why|how come|cause[ds]?|reasons?)\b/,
    who: /\bwho(?:m|se)?\b|\b(?:which|what) part(?:y|ies)\b/,
    when: /\b(?:when|how long|(?:what|which) (?:year|date|day|month))\b/,
    should: /\b(?:should|ought|(?:what|who) (?:must|needs to|has to|is to))\b/,
    meaning: /\b(?:what (?:is|are|does)|(?:meaning|definition) of|define)\b/,
    how: /\bhow did\b/,
  },
  paragraph: /^paragraphs?$/,
  chapter: /^(?:chapter|section)$/,
  kinds: {
    obstacles: /^(?:obstacle|problem|barrier)$/, efforts: /^(?:effort|measure)$/,
    recommendations: /^(?:recommendation|suggestion)$/, timeline: /^event$/,
  },
  filler: /^(?:the|no|number|of|in)$/,
  until: "to|until|till|through",
  bounds: { between: "between", and: "and", after: "after", before: "before", since: "since|from" },
  numerals: {
    ...numbered("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
      + "eighteen nineteen twenty"), thirty: 30,
  },
  scales: { hundred: [100, 0], thousand: [1000, 0] },
  ordinal: (word) => {
    /** @type {Record<string, string>} */
    const odd = { first: "one", second: "two", third: "three", fifth: "five", eighth: "eight", ninth: "nine", twelfth: "twelve" };
    return Object.keys(odd).includes(word) ? odd[word] : word.replace(/ieth$/, "y").replace(/th$/, "");
  },
};
