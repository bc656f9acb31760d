import { peers, powers } from "./claims.ts";
import { proveCells } from "./proof.ts";

proveCells(powers());
proveCells(peers());
