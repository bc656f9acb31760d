import { i as writeFileAt, n as toRunOptions, r as warn, t as publishReport } from "./publish-report2.js";

export { publishReport, toRunOptions, warn, writeFileAt };