import { a as pad, c as wrap, i as fitLines, n as clip, o as plainLine, r as columns, s as shorten, t as breakLine } from "./layout2.js";

export { breakLine, clip, columns, fitLines, pad, plainLine, shorten, wrap };