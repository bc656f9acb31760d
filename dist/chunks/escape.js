import { a as escapeXml, c as preformatted, d as visible, i as escapeTerminal, l as prose, n as codeSpan, o as fence, r as defuse, s as inline, t as block, u as quoteName } from "./escape2.js";

export { block, codeSpan, defuse, escapeTerminal, escapeXml, fence, inline, preformatted, prose, quoteName, visible };