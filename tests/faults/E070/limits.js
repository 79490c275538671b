import { fold } from "./words.js";
export const limitOf = () => fold.length;
