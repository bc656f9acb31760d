import { i as writeFileAt, n as toRunOptions, r as warn, t as publishReport } from "./publish-report.js";

export { publishReport, toRunOptions, warn, writeFileAt };