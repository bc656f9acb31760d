import { hkdfSync, randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { unwritableStore } from "../../errors.ts";
import { makeFolder } from "./folder.ts";

const secretLength = 32;

/** Servers without keys are often given a word in place of one; whoever guesses it could sign. */
const shortestKey = 16;

/**
 * What lines are signed with, from the providers' keys, in any order; null where none of them is a real key, and
 * `readKeyFile` has to give one. Another set of keys reads nothing of what this one wrote, so a caller gives the keys of
 * all providers that it knows, not of those that a run happens to need.
 */
export function deriveSecret(providerKeys: readonly string[]): Uint8Array | null {
  const keys = [...new Set(providerKeys)].filter((key) => key.length >= shortestKey).sort();
  if (keys.length === 0) return null;
  return new Uint8Array(hkdfSync("sha256", JSON.stringify(keys), "", "prompt-assay store secret", secretLength));
}

/**
 * The random secret of a store whose providers have no keys, in `key` beside its folders; made where there is none.
 * A file that others may read is not used but replaced: so is one that came with a checkout, since git keeps no such
 * mode, and its author could have signed anything. Null where there is none and none may be made.
 */
export function readKeyFile(directory: string, options: { readonly readonly?: boolean } = {}): Uint8Array | null {
  const file = join(directory, "key");
  const found = readSecret(file);
  if (found !== "missing" && found !== "unusable") return found;
  if (options.readonly) return null;
  makeFolder(directory);
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    writeFileSync(draft, randomBytes(secretLength), { mode: 0o600, flag: "wx" });
    if (found === "missing") publish(draft, file);
    else renameSync(draft, file);
  } catch (error) {
    throw unwritableStore(directory, (error as NodeJS.ErrnoException).code);
  } finally {
    rmSync(draft, { force: true });
  }
  const made = readSecret(file);
  if (made === "missing" || made === "unusable") {
    throw unwritableStore(directory, "the key file is not kept as written");
  }
  return made;
}

/** Two processes that start at once both end up with the file of the first: a link does not replace. */
function publish(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    // A file system without links has to do with the second best.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") renameSync(draft, file);
  }
}

function readSecret(file: string): Uint8Array | "missing" | "unusable" {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "unusable";
  }
  try {
    const { mode, size } = fstatSync(descriptor);
    // Windows tells no modes.
    const onlyOurs = process.platform === "win32" || (mode & 0o077) === 0;
    if (!onlyOurs || size !== secretLength) return "unusable";
    const secret = new Uint8Array(secretLength);
    return readSync(descriptor, secret, 0, secretLength, 0) === secretLength ? secret : "unusable";
  } catch {
    return "unusable";
  } finally {
    closeSync(descriptor);
  }
}
