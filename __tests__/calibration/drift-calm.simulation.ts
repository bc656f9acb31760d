import { calmYears } from "./drift.ts";
import { proveCells } from "./proof.ts";

proveCells(calmYears({}));
