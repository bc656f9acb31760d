const bits = 32;

/**
 * The length of the longest common subsequence of two lists, 32 places at once: a bit of `free` is 0 where the subsequence
 * grows (Hyyrö 2004, "Bit-parallel LCS-length computation revisited"). Takes time |one| · |other| ÷ 32.
 */
export function commonSubsequenceLength(one: readonly string[], other: readonly string[]): number {
  const width = Math.ceil(one.length / bits);
  const maskOf = createMasks(one, width);
  const free = new Uint32Array(width).fill(0xffffffff);
  for (const token of other) {
    const mask = maskOf(token);
    if (mask === null) continue;
    let carry = 0;
    for (let index = 0; index < width; index++) {
      const before = free[index] as number;
      const matches = mask[index] as number;
      const sum = before + ((before & matches) >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      free[index] = (sum | (before & ~matches)) >>> 0;
    }
  }
  let length = 0;
  for (let place = 0; place < one.length; place++) {
    if ((((free[Math.floor(place / bits)] as number) >>> (place % bits)) & 1) === 0) length++;
  }
  return length;
}

/** For a token the bits of the places where it stands. Masks of common tokens are kept, the others are made anew: they are cheap. */
function createMasks(tokens: readonly string[], width: number): (token: string) => Uint32Array | null {
  const places = new Map<string, number[]>();
  for (const [place, token] of tokens.entries()) {
    const list = places.get(token);
    if (list === undefined) places.set(token, [place]);
    else list.push(place);
  }
  const kept = new Map<string, Uint32Array>();
  const scratch = new Uint32Array(width);
  let dirty: readonly number[] = [];
  const set = (mask: Uint32Array, list: readonly number[]): Uint32Array => {
    for (const place of list) {
      const index = Math.floor(place / bits);
      mask[index] = (mask[index] as number) | (1 << (place % bits));
    }
    return mask;
  };
  return (token) => {
    const list = places.get(token);
    if (list === undefined) return null;
    if (list.length > width) {
      const mask = kept.get(token) ?? set(new Uint32Array(width), list);
      kept.set(token, mask);
      return mask;
    }
    for (const place of dirty) scratch[Math.floor(place / bits)] = 0;
    dirty = list;
    return set(scratch, list);
  };
}
