import { n as usualFolder, t as drift } from "./drift.js";

export { drift, usualFolder };