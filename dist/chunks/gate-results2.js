import { t as gateResults } from "./gate-results.js";

export { gateResults };