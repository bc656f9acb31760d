import { t as renderDriftPage } from "./drift-page2.js";

export { renderDriftPage };