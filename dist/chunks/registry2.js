import { t as reporters } from "./registry.js";

export { reporters };