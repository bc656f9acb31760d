import { t as withHistory } from "./prompt-history2.js";

export { withHistory };