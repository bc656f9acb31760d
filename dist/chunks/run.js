import { n as emptyWarning, r as run, t as asNew } from "./run2.js";

export { asNew, emptyWarning, run };