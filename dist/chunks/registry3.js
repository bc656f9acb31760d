import { t as reporters } from "./registry2.js";

export { reporters };