import { n as renderDrift, t as concludeDrift } from "./drift-text2.js";

export { concludeDrift, renderDrift };