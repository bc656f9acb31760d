/** A seeded source of randomness: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number in [0, 2³²). */
  uint32(): number;
  /** A number in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A whole number in [0, limit); limit at most 2³². The bias of limit / 2³² is far below what any use here can see. */
  below(limit: number): number;
}

/** FNV-1a over the UTF-16 units of a text, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** SplitMix32: spreads one word over as many independent-looking words as are asked for. */
function spreadSeed(seed: number, words: number): Int32Array {
  return Int32Array.from({ length: words }, (_, index) => {
    const state = (seed + Math.imul(index + 1, 0x9e3779b9)) | 0;
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
    return twice ^ (twice >>> 15);
  });
}

/**
 * The generator xoshiro128** (Blackman & Vigna 2018): 128 bits of state, period 2¹²⁸ − 1, 32-bit arithmetic only.
 * A number and its decimal text are the same seed.
 */
export function createRandom(seed: number | string): Random {
  // In a typed array, because words of 32 bits held in variables of a closure would each be allocated anew.
  const state = spreadSeed(hashText(String(seed)), 4);
  // The state must not be all zero.
  state[3] = (state[3] ?? 0) | 1;

  function uint32(): number {
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = (state[2] ?? 0) ^ a;
    const d = (state[3] ?? 0) ^ b;
    const times5 = Math.imul(b, 5);
    state[0] = a ^ d;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
  }

  return {
    uint32,
    uniform: () => ((uint32() >>> 5) * 2 ** 26 + (uint32() >>> 6)) * 2 ** -53,
    below: (limit) => (uint32() * limit * 2 ** -32) >>> 0,
  };
}
