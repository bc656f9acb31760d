import { t as readReportFile } from "./read-report-file.js";

export { readReportFile };