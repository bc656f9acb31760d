import { passFailAlarms } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(passFailAlarms());
