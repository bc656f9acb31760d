import { a as writeFileAt, i as warn, n as renderingFor, r as toRunOptions, t as publishReport } from "./publish-report.js";

export { publishReport, renderingFor, toRunOptions, warn, writeFileAt };