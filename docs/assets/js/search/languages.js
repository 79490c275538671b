/** The languages in which queries are understood; the edition's own language comes first. */

import { ENGLISH } from "./en/english.js";
import { INDONESIAN } from "./id/indonesian.js";

export const LANGUAGES = [INDONESIAN, ENGLISH];
