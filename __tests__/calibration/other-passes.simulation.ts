import { firmPasses, uniformPasses } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(uniformPasses());
proveCells(firmPasses());
