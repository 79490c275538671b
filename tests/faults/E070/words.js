import { limitOf } from "./limits.js";
/* é */ const limit = limitOf();
export const fold = (word) => word.slice(limit);
