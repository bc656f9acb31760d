import { t as listChanges } from "./list-changes2.js";

export { listChanges };