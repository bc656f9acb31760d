import { t as calibrate } from "./calibrate.js";

export { calibrate };