/** Numbers by position, outside of the heap: what grows with a run by the hundred thousand takes just its bytes. */
export interface NumberList {
  /** One more than the last position that was set. */
  readonly length: number;
  /** What was set there; 0 where nothing was. */
  get(index: number): number;
  set(index: number, value: number): void;
}

const kinds = { float64: Float64Array, int32: Int32Array } as const;
const partBits = 14;
const partSize = 1 << partBits;

/** An empty list of this kind. It grows in parts, so that nothing is copied and no more is held than a part too many. */
export function createNumberList(kind: keyof typeof kinds): NumberList {
  const parts: (Float64Array | Int32Array | undefined)[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    get: (index) => parts[index >> partBits]?.[index & (partSize - 1)] ?? 0,
    set(index, value) {
      while (parts.length <= index >> partBits) parts.push(undefined);
      parts[index >> partBits] ??= new kinds[kind](partSize);
      (parts[index >> partBits] as Float64Array)[index & (partSize - 1)] = value;
      length = Math.max(length, index + 1);
    },
  };
}
