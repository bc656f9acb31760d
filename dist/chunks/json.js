// node_modules/canonicalize/lib/canonicalize.js
function hasLoneSurrogate(value) {
	for (let i = 0; i < value.length; i++) {
		const code = value.charCodeAt(i);
		if (code >= 55296 && code <= 56319) {
			if (i === value.length - 1) return true;
			const next = value.charCodeAt(i + 1);
			if (!(next >= 56320 && next <= 57343)) return true;
			i++;
		} else if (code >= 56320 && code <= 57343) return true;
	}
	return false;
}
function canonicalize(object, seen = /* @__PURE__ */ new Set()) {
	if (typeof object === "number" && isNaN(object)) throw new Error("NaN is not allowed");
	if (typeof object === "number" && !isFinite(object)) throw new Error("Infinity is not allowed");
	if (typeof object === "string" && hasLoneSurrogate(object)) throw new Error("Lone surrogate is not allowed");
	if (object === null || typeof object !== "object") return JSON.stringify(object);
	if (typeof object.toJSON === "function") {
		if (seen.has(object)) throw new Error("Circular reference detected");
		seen.add(object);
		const result = canonicalize(object.toJSON(), seen);
		seen.delete(object);
		return result;
	}
	if (seen.has(object)) throw new Error("Circular reference detected");
	seen.add(object);
	let result;
	if (Array.isArray(object)) result = `[${object.map((cv) => {
		return canonicalize(cv === void 0 || typeof cv === "symbol" ? null : cv, seen);
	}).join(",")}]`;
	else {
		const parts = [];
		for (const key of Object.keys(object).sort()) {
			if (object[key] === void 0 || typeof object[key] === "symbol") continue;
			parts.push(`${canonicalize(key)}:${canonicalize(object[key], seen)}`);
		}
		result = `{${parts.join(",")}}`;
	}
	seen.delete(object);
	return result;
}

// src/source/json.ts
/** RFC 8785 canonical JSON. Lone surrogates, which JSON cannot carry, become U+FFFD first. */
function canonicalJson(value) {
	return canonicalize(isWellFormed(value) ? value : wellFormed(value));
}
/** SHA-256 (hex) over the canonical JSON: equal data has equal hashes, however it is laid out. */
function canonicalHash(value) {
	const { createHash } = process.getBuiltinModule("node:crypto");
	return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Levels of lists and maps within each other. */
const depthLimit = 100;
/** Whether a value can be hashed and sent: JSON has no word for NaN and Infinity, and deep nesting ends the stack. */
function isPlainData(value, depth = depthLimit) {
	if (typeof value === "number") return Number.isFinite(value);
	if (typeof value !== "object" || value === null) return true;
	return depth > 0 && Object.values(value).every((entry) => isPlainData(entry, depth - 1));
}
/** Nearly everything is: to find that out takes less than to copy it. */
function isWellFormed(value) {
	if (typeof value === "string") return value.isWellFormed();
	if (typeof value !== "object" || value === null) return true;
	if (Array.isArray(value)) return value.every(isWellFormed);
	return Object.entries(value).every(([key, entry]) => key.isWellFormed() && isWellFormed(entry));
}
function wellFormed(value) {
	if (typeof value === "string") return value.toWellFormed();
	if (Array.isArray(value)) return value.map(wellFormed);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.toWellFormed(), wellFormed(entry)]));
}

export { isPlainData as i, canonicalJson as n, isObject as r, canonicalHash as t };