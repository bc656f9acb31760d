/** Hashes of a signature, in bands of so many: two sets of which 80 % are common meet in a band with a chance of 99 %. */
const bands = 12;
const rows = 5;
/** Members of a bucket that a newcomer is held against: what is alike by the thousand needs no thousand comparisons. */
const heldAgainst = 4;

const factors = Uint32Array.from({ length: bands * rows }, (_, index) => mix(2 * index + 1) | 1);
const offsets = Uint32Array.from({ length: bands * rows }, (_, index) => mix(2 * index + 2));

/**
 * Finds, for each set that comes in, earlier ones that are likely much like it: MinHash signatures (Broder 1997) in bands,
 * so that the work grows with the number of sets and not with its square.
 */
export function createLikeness(): { readonly add: (id: number, features: Iterable<string>) => readonly number[] } {
  const buckets = Array.from({ length: bands }, () => new Map<number, number[]>());
  return {
    add(id, features) {
      const signature = sign(features);
      const alike = new Set<number>();
      for (const [band, bucket] of buckets.entries()) {
        const key = keyOf(signature, band);
        const members = bucket.get(key);
        if (members === undefined) {
          bucket.set(key, [id]);
          continue;
        }
        for (const member of members) alike.add(member);
        if (members.length < heldAgainst) members.push(id);
      }
      return [...alike];
    },
  };
}

/** Rows of a band as one small number. Bands that share it by chance are told apart by whoever compares the sets. */
function keyOf(signature: Uint32Array, band: number): number {
  let key = 0;
  for (let row = band * rows; row < (band + 1) * rows; row++) key = mix(key ^ (signature[row] as number));
  // Maps are fast for numbers of at most 30 bits.
  return key >>> 2;
}

function sign(features: Iterable<string>): Uint32Array {
  const signature = new Uint32Array(bands * rows).fill(0xffffffff);
  for (const feature of features) {
    const hash = hashText(feature);
    for (let index = 0; index < signature.length; index++) {
      const value = (Math.imul(hash, factors[index] as number) + (offsets[index] as number)) >>> 0;
      if (value < (signature[index] as number)) signature[index] = value;
    }
  }
  return signature;
}

/** FNV-1a, 32 bits, with its bits spread. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
  return (twice ^ (twice >>> 15)) >>> 0;
}
