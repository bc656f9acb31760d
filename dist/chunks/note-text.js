import { n as notesRef, r as renderNoted, t as describeVerdict } from "./note-text2.js";

export { describeVerdict, notesRef, renderNoted };