import { n as UserError } from "./chunks/errors.js";
import { t as check } from "./chunks/check.js";
import { t as compare } from "./chunks/compare.js";
import { t as listChanges } from "./chunks/list-changes2.js";
import { r as run } from "./chunks/run2.js";

export { UserError, check, compare, listChanges, run };