import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { deriveSecret, readKeyFile } from "../../../src/run/store/secret.ts";
import { newPath } from "./support.ts";

const first = "sk-first-000000000000000000000001";
const second = "sk-second-00000000000000000000002";

describe("a secret derived from keys", () => {
  it("is the same for the same keys, in any order", () => {
    const secret = deriveSecret([first, second]);
    expect(secret).toHaveLength(32);
    expect(deriveSecret([second, first, second])).toEqual(secret);
  });

  it("is another one for other keys, and no key itself", () => {
    const secrets = [[first], [second], [first, second], [first + second]].map((keys) =>
      Buffer.from(deriveSecret(keys) ?? []).toString("hex"),
    );
    expect(new Set(secrets).size).toBe(4);
    expect(secrets.join()).not.toContain(Buffer.from(first).toString("hex").slice(0, 16));
  });

  it("takes no words for keys", () => {
    expect(deriveSecret([])).toBeNull();
    expect(deriveSecret(["", "ollama", "none"])).toBeNull();
    expect(deriveSecret(["ollama", first])).toEqual(deriveSecret([first]));
  });
});

describe("the key file", () => {
  it("is made once, for its owner alone", () => {
    const directory = newPath();
    expect(readKeyFile(directory, { readonly: true })).toBeNull();
    const secret = readKeyFile(directory);
    expect(secret).toHaveLength(32);
    expect(readKeyFile(directory)).toEqual(secret);
    expect(readKeyFile(directory, { readonly: true })).toEqual(secret);
    expect(readKeyFile(newPath())).not.toEqual(secret);
    expect(statSync(join(directory, "key")).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory).sort()).toEqual([".gitignore", "key"]);
  });

  const planted = Buffer.alloc(32, 1);
  it.each([
    ["others may read, as after a checkout", (file: string) => writeFileSync(file, planted, { mode: 0o644 })],
    ["is cut short", (file: string) => writeFileSync(file, planted.subarray(1), { mode: 0o600 })],
    [
      "is a link",
      (file: string) => {
        writeFileSync(`${file}.elsewhere`, planted, { mode: 0o600 });
        symlinkSync(`${file}.elsewhere`, file);
      },
    ],
  ])("is replaced where it %s", (_, plant) => {
    const directory = newPath();
    const file = join(directory, "key");
    mkdirSync(directory);
    plant(file);
    expect(readKeyFile(directory, { readonly: true })).toBeNull();
    const secret = readKeyFile(directory);
    expect(secret).not.toEqual(new Uint8Array(planted));
    expect(Buffer.from(secret ?? [])).toEqual(readFileSync(file));
    expect(readKeyFile(directory)).toEqual(secret);
  });

  it("is told to be missing where it cannot be made", () => {
    const file = newPath();
    writeFileSync(file, "");
    expect(() => readKeyFile(file)).toThrow(UserError);
    const directory = newPath();
    mkdirSync(join(directory, "key"), { recursive: true });
    expect(() => readKeyFile(directory)).toThrow(UserError);
  });
});
