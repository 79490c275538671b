/** The languages in which the edition can be searched; its own comes first. */

import { ENGLISH } from "./en/english.js";
import { INDONESIAN } from "./id/indonesian.js";

export const LANGUAGES = [INDONESIAN, ENGLISH];
