import { t as check } from "./check.js";

export { check };