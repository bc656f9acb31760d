import { foundInTime } from "./drift.ts";
import { proveCells } from "./proof.ts";

proveCells(foundInTime({}));
