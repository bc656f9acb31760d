import { BaseAnthropic } from "@anthropic-ai/sdk/client";
import { Messages } from "@anthropic-ai/sdk/resources/messages/messages";

/** Anthropic's client with its messages alone: the whole of it would be a megabyte of other resources. */
export class MessagesClient extends BaseAnthropic {
  readonly messages = new Messages(this);

  /** Some servers tell an error as plain text, which the client would leave out. */
  protected override makeStatusError(status: number, body: object, told: string | undefined, headers: Headers) {
    return super.makeStatusError(status, body ?? { error: { message: told ?? "" } }, told, headers);
  }
}
