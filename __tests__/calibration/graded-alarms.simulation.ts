import { rubricAlarms, similarityAlarms } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(rubricAlarms());
proveCells(similarityAlarms());
