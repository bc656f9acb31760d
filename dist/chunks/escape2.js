import { a as fence, c as quoteName, i as escapeTerminal, l as visible, n as codeSpan, o as inline, r as defuse, s as prose, t as block } from "./escape.js";

export { block, codeSpan, defuse, escapeTerminal, fence, inline, prose, quoteName, visible };