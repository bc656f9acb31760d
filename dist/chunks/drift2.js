import { n as forget, r as usualFolder, t as drift } from "./drift.js";

export { drift, forget, usualFolder };