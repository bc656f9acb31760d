import { UserError } from "../../errors.ts";
import type { ContentPart, RequestMessage, Role } from "../../model.ts";

/** Characters in all that rendering may produce: 4 MiB, more than any model reads. */
const outputLimit = 4 * 2 ** 20;

/** Steps of an interpreter, in all: some 50 ms, a thousand times what a prompt of people's making takes. */
const stepLimit = 100_000;

interface WrittenMessage {
  role: Role;
  readonly parts: ContentPart[];
  pieces: string[];
  /** Whether its pieces hold white space alone. */
  isBlank: boolean;
}

/** Gathers what a template writes into messages, within a budget of steps and characters. */
export class MessageWriter {
  /** Variables that had no value. */
  readonly missing = new Set<string>();
  readonly #messages: WrittenMessage[] = [];
  readonly #history: readonly RequestMessage[];
  /** How many messages stand before the earlier turns of the case; null where these have no place. */
  #historyAt: number | null = null;
  #characters = 0;
  #steps = 0;

  /** `history`: earlier turns of the case, put where the template says. */
  constructor(role: Role, history: readonly RequestMessage[] = []) {
    this.#begin(role);
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
    const last = this.#last;
    last.pieces.push(text);
    last.isBlank &&= text.trim() === "";
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
    if (last.parts.length === 0 && last.isBlank) last.role = role;
    else this.#begin(role);
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
    this.#historyAt = this.#messages.length;
    this.#begin("assistant");
  }

  /** Whether the earlier turns have been put somewhere. */
  get placedHistory(): boolean {
    return this.#historyAt !== null;
  }

  /** The messages; those without content are left out. */
  finish(): readonly RequestMessage[] {
    if (this.#historyAt === null) return this.#finished(0);
    return [...this.#finished(0, this.#historyAt), ...this.#history, ...this.#finished(this.#historyAt)];
  }

  /** What has been written to the message at hand, as it is. */
  get text(): string {
    return this.#last.pieces.join("");
  }

  get #last(): WrittenMessage {
    return this.#messages[this.#messages.length - 1] as WrittenMessage;
  }

  #begin(role: Role): void {
    this.#messages.push({ role, parts: [], pieces: [], isBlank: true });
  }

  #finished(from: number, to?: number): readonly RequestMessage[] {
    return this.#messages.slice(from, to).flatMap((message): readonly RequestMessage[] => {
      if (message.parts.length > 0) {
        pushText(message);
        return [{ role: message.role, content: message.parts }];
      }
      const text = message.pieces.join("").trim();
      return text === "" ? [] : [{ role: message.role, content: text }];
    });
  }
}

function pushText(message: WrittenMessage): void {
  const text = message.pieces.join("").trim();
  if (text !== "") message.parts.push({ type: "text", text });
  message.pieces = [];
}
