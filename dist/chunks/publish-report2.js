import { a as warn, i as toRunOptions, n as renderingFor, o as writeFileAt, r as samplesFile, t as publishReport } from "./publish-report.js";

export { publishReport, renderingFor, samplesFile, toRunOptions, warn, writeFileAt };