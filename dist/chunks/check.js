import { t as check } from "./check2.js";

export { check };