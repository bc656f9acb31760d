import { breakagePasses, rubricPasses } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(breakagePasses());
proveCells(rubricPasses());
