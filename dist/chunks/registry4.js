import { t as reporters } from "./registry3.js";

export { reporters };