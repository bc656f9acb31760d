import { n as compare, r as holdsStore, t as committedStore } from "./compare.js";

export { committedStore, compare, holdsStore };