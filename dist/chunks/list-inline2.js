import { n as readSources, t as listInline } from "./list-inline.js";

export { listInline, readSources };