import { t as merge } from "./merge.js";

export { merge };