import { copyAlarms, sliceAlarms } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(sliceAlarms());
proveCells(copyAlarms());
