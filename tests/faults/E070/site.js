import { fold, unfold } from "./words.js";
import "./missing.js";
import * as all from "./words.js";
const limit = 3;
export default limit;
fold(limit, all, unfold);
