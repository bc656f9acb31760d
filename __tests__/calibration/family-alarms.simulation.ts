import { copyAlarms, metricAlarms, sliceAlarms } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(metricAlarms());
proveCells(sliceAlarms());
proveCells(copyAlarms());
