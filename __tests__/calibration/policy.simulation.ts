import { policies } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(policies());
