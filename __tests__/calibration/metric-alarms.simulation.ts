import { metricAlarms } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(metricAlarms());
