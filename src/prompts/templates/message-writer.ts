import { UserError } from "../../errors.ts";
import type { ContentPart, RequestMessage, Role } from "../../model.ts";

/** Characters in all that rendering may produce: 4 MiB, more than any model reads. */
const outputLimit = 4 * 2 ** 20;

/** Steps of an interpreter, in all: some 50 ms, a thousand times what a prompt of people's making takes. */
const stepLimit = 100_000;

/** Gathers what a template writes into messages, within a budget of steps and characters. */
export class MessageWriter {
  /** Variables that had no value. */
  readonly missing = new Set<string>();
  readonly #messages: { role: Role; parts: ContentPart[]; pieces: string[] }[] = [];
  readonly #history: readonly RequestMessage[];
  #before: readonly RequestMessage[] | null = null;
  #historyAt = 0;
  #characters = 0;
  #steps = 0;

  /** `history`: earlier turns of the case, put where the template says. */
  constructor(role: Role, history: readonly RequestMessage[] = []) {
    this.#messages.push({ role, parts: [], pieces: [] });
    this.#history = history;
  }

  /** Counts work that an interpreter does. */
  step(count = 1): void {
    this.#steps += count;
    if (this.#steps <= stepLimit) return;
    throw new UserError({
      message: `rendering the prompt takes more than ${stepLimit.toLocaleString("en")} steps`,
      hint: "A loop runs over too much: shorten the list, or loop less.",
    });
  }

  write(text: string): void {
    this.charge(text.length);
    this.#last.pieces.push(text);
  }

  /** Counts characters before they are made, so that nothing is built that does not fit. */
  charge(characters: number): void {
    this.#characters += characters;
    if (this.#characters <= outputLimit) return;
    throw new UserError({
      message: "the prompt is longer than 4 MiB once the values of the case are put in",
      hint: "Shorten the case, or use its long values less often.",
    });
  }

  /** Begins a message; one that holds nothing yet only changes its role. */
  startMessage(role: Role): void {
    const last = this.#last;
    if (last.parts.length === 0 && last.pieces.every((piece) => piece.trim() === "")) last.role = role;
    else this.#messages.push({ role, parts: [], pieces: [] });
  }

  /** An image within the message. */
  addImage(mediaType: string, data: string): void {
    this.charge(data.length);
    const last = this.#last;
    pushText(last);
    last.parts.push({ type: "image", mediaType, data });
  }

  /** Puts the earlier turns of the case here; what follows is the assistant's until the template says otherwise. */
  addHistory(): void {
    this.#before = this.#finished();
    this.#historyAt = this.#messages.length;
    this.#messages.push({ role: "assistant", parts: [], pieces: [] });
  }

  /** Whether the earlier turns have been put somewhere. */
  get placedHistory(): boolean {
    return this.#before !== null;
  }

  /** The messages; those without content are left out. */
  finish(): readonly RequestMessage[] {
    if (this.#before === null) return this.#finished();
    return [...this.#before, ...this.#history, ...this.#finished(this.#historyAt)];
  }

  /** What has been written to the message at hand, as it is. */
  get text(): string {
    return this.#last.pieces.join("");
  }

  get #last(): { role: Role; parts: ContentPart[]; pieces: string[] } {
    return this.#messages[this.#messages.length - 1] as { role: Role; parts: ContentPart[]; pieces: string[] };
  }

  #finished(from = 0): readonly RequestMessage[] {
    return this.#messages.slice(from).flatMap((message): readonly RequestMessage[] => {
      if (message.parts.length > 0) {
        pushText(message);
        return [{ role: message.role, content: message.parts }];
      }
      const text = message.pieces.join("").trim();
      return text === "" ? [] : [{ role: message.role, content: text }];
    });
  }
}

function pushText(message: { readonly parts: ContentPart[]; pieces: string[] }): void {
  const text = message.pieces.join("").trim();
  if (text !== "") message.parts.push({ type: "text", text });
  message.pieces = [];
}
