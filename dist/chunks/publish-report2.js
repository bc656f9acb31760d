import { a as toRunOptions, i as toProjectOptions, n as renderingFor, o as warn, r as toCallOptions, s as writeFileAt, t as publishReport } from "./publish-report.js";

export { publishReport, renderingFor, toCallOptions, toProjectOptions, toRunOptions, warn, writeFileAt };