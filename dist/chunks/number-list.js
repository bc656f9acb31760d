// src/source/number-list.ts
const kinds = {
	float64: Float64Array,
	int32: Int32Array
};
const partBits = 14;
const partSize = 16384;
/** An empty list of this kind. It grows in parts, so that nothing is copied and no more is held than a part too many. */
function createNumberList(kind) {
	const parts = [];
	let length = 0;
	return {
		get length() {
			return length;
		},
		get: (index) => parts[index >> partBits]?.[index & 16383] ?? 0,
		set(index, value) {
			while (parts.length <= index >> partBits) parts.push(void 0);
			parts[index >> partBits] ??= new kinds[kind](partSize);
			parts[index >> partBits][index & 16383] = value;
			length = Math.max(length, index + 1);
		}
	};
}

export { createNumberList as t };