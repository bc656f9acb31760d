import { n as renderDriftPage, t as describeNights } from "./drift-page2.js";

export { renderDriftPage };