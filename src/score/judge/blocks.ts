import { canonicalHash } from "../../source/json.ts";

/** A foreign text that is put before a judge. */
export interface Block {
  readonly name: string;
  readonly text: string;
}

/** Blocks as one text, and the marker that closes each of them. */
export interface RenderedBlocks {
  readonly text: string;
  readonly marker: string;
}

/** Hexadecimal digits of a marker: 128 bits. */
const markerLength = 32;

/**
 * Puts each text into a block that it cannot close. The marker is a hash over all texts of the question: a text would
 * have to contain a hash over itself to close its block, which takes some 2^128 attempts, and a marker that occurs in a text
 * is not used. So no secret is needed, and the same question has the same marker: stored answers and recordings are found.
 */
export function renderBlocks(blocks: readonly Block[]): RenderedBlocks {
  const texts = blocks.map(({ text }) => text.toWellFormed());
  const marker = findMarker(
    blocks.map(({ name }) => name),
    texts,
  );
  const rendered = blocks.map(({ name }, index) => `<<<${name} ${marker}\n${texts[index]}\n${marker} ${name}>>>`);
  return { text: rendered.join("\n\n"), marker };
}

function findMarker(names: readonly string[], texts: readonly string[]): string {
  for (let number = 0; ; number++) {
    const marker = canonicalHash([number, names, texts]).slice(0, markerLength);
    if (!texts.some((text) => text.includes(marker))) return marker;
  }
}
