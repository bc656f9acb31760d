import { t as backtest } from "./backtest.js";

export { backtest };