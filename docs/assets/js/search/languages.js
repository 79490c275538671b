/** The languages in which readers can write queries. The edition's own language is the first. */

import { ENGLISH } from "./en/english.js";
import { INDONESIAN } from "./id/indonesian.js";

export const LANGUAGES = [INDONESIAN, ENGLISH];
