import { n as UserError } from "./chunks/errors.js";
import { t as backtest } from "./chunks/backtest.js";
import { t as calibrate } from "./chunks/calibrate.js";
import { t as check } from "./chunks/check.js";
import { n as compare } from "./chunks/compare.js";
import { t as gateResults } from "./chunks/gate-results.js";
import { t as listChanges } from "./chunks/list-changes2.js";
import { t as merge } from "./chunks/merge.js";
import { t as power } from "./chunks/power2.js";
import { r as run } from "./chunks/run2.js";

export { UserError, backtest, calibrate, check, compare, gateResults, listChanges, merge, power, run };