import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from "node:crypto";

/**
 * One line of the store, as bytes without the line end:
 *
 *     {"mac":"<43 characters>","keys":["<64 hex digits>", …],"entry":{…}}
 *
 * The MAC is over the bytes behind it, not over what they mean, so nothing is parsed before it is known to be our own.
 */
export interface Seal {
  /** A line, with its line end, for an entry that is found by these keys (SHA-256, hex). */
  close(keys: readonly string[], entry: object): Buffer;
  /** `garbled`: no line of a store, or not all of it; `unverified`: edited, or sealed with another secret or for another folder. */
  check(line: Buffer): "verified" | "garbled" | "unverified";
  /** The keys of a verified line. */
  keysOf(line: Buffer): readonly string[];
  /** The entry of a verified line. */
  entryOf(line: Buffer): unknown;
}

/** Other shapes of entries get another number: lines of an older shape then do not verify, and are not misread. */
const formatVersion = 1;

const head = Buffer.from('{"mac":"');
const macLength = 43;
const sealedFrom = head.length + macLength;
const keysHead = Buffer.from('","keys":["');
const keyLength = 64;
const comma = 44;
const brace = 125;

/** Each folder of a store (`kind`) has a MAC key of its own, so that a line of one says nothing in another. */
export function createSeal(secret: Uint8Array, kind: string): Seal {
  const context = `prompt-assay store ${formatVersion} ${kind}`;
  const macKey = createSecretKey(new Uint8Array(hkdfSync("sha256", secret, "", context, 32)));
  const macOf = (bytes: Uint8Array): string => createHmac("sha256", macKey).update(bytes).digest("base64url");

  return {
    close(keys, entry) {
      const sealed = Buffer.from(`","keys":${JSON.stringify(keys)},"entry":${JSON.stringify(entry)}}`);
      return Buffer.concat([head, Buffer.from(macOf(sealed)), sealed, Buffer.from("\n")]);
    },
    check(line) {
      const whole = startsWith(line, head, 0) && startsWith(line, keysHead, sealedFrom) && line.at(-1) === brace;
      if (!whole) return "garbled";
      const written = line.subarray(head.length, sealedFrom);
      return timingSafeEqual(written, Buffer.from(macOf(line.subarray(sealedFrom)))) ? "verified" : "unverified";
    },
    keysOf(line) {
      const keys: string[] = [];
      let start = sealedFrom + keysHead.length;
      for (;;) {
        const end = start + keyLength;
        keys.push(line.toString("latin1", start, end));
        if (line[end + 1] !== comma) return keys;
        start = end + '","'.length;
      }
    },
    entryOf: (line) => (JSON.parse(line.toString("utf8")) as { readonly entry: unknown }).entry,
  };
}

function startsWith(line: Buffer, bytes: Buffer, position: number): boolean {
  const end = position + bytes.length;
  return line.length >= end && line.compare(bytes, 0, bytes.length, position, end) === 0;
}
