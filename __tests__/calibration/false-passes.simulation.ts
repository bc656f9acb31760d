import { breakagePasses, firmPasses, rubricPasses, uniformPasses } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(breakagePasses());
proveCells(uniformPasses());
proveCells(firmPasses());
proveCells(rubricPasses());
