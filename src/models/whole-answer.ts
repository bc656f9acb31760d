const decoder = new TextDecoder();

/** What clients look at in an answer that has come to its end. */
type ReadResponse = Pick<Response, "status" | "statusText" | "ok" | "url" | "headers" | "body" | "text" | "json">;

/**
 * An answer that has come to its end, for whoever expects a `Response`. One of the runtime's own puts the bytes into a
 * stream to read them out again, which at 50 calls at once was a tenth of all processor time.
 */
export class WholeAnswer implements ReadResponse {
  readonly status: number;
  readonly statusText = "";
  readonly ok: boolean;
  readonly url = "";
  readonly headers: Headers;
  /** There is nothing to cancel. */
  readonly body = null;
  private readonly bytes: Uint8Array;

  constructor(status: number, headers: readonly [string, string][], bytes: Uint8Array) {
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.headers = new Headers([...headers]);
    this.bytes = bytes;
  }

  async text(): Promise<string> {
    return decoder.decode(this.bytes);
  }

  async json(): Promise<unknown> {
    return JSON.parse(decoder.decode(this.bytes));
  }
}
