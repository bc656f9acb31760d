import { a as warn, i as toRunOptions, n as renderingFor, o as writeFileAt, r as toCallOptions, s as writeReports, t as publishReport } from "./publish-report.js";

export { publishReport, renderingFor, toCallOptions, toRunOptions, warn, writeFileAt, writeReports };