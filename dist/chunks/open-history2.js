import { n as openUsualHistory, t as openHistory } from "./open-history.js";

export { openHistory, openUsualHistory };