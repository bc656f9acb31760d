import { a as writeFileAt, i as warn, n as toRunOptions, r as useColor, t as publishReport } from "./publish-report.js";

export { publishReport, toRunOptions, useColor, warn, writeFileAt };