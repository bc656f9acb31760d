import { n as readCommentPolicy, r as readShield, t as listForkBranches } from "./read-settings.js";

export { listForkBranches, readCommentPolicy, readShield };