import { n as samplesBeside, t as findSamples } from "./sample-lines2.js";

export { findSamples, samplesBeside };