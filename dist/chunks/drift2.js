import { t as drift } from "./drift.js";

export { drift };