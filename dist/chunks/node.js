import * as path from "node:path";
import * as fs from "node:fs";

export { fs, path };