import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Message, ModelRequest } from "../model.ts";
import { simulateReply } from "../models/simulated.ts";

/** Time that the simulated model takes, in milliseconds: enough to see that calls run side by side. */
const delay = 20;

export interface SimulatedServer {
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** Serves the simulated model over HTTP on loopback, in the protocol of OpenAI's chat completions. */
export async function serveSimulated(): Promise<SimulatedServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const answer = JSON.stringify(complete(JSON.parse(Buffer.concat(chunks).toString("utf8")) as CompletionRequest));
      setTimeout(() => response.setHeader("content-type", "application/json").end(answer), delay);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface CompletionRequest {
  readonly model: string;
  readonly messages: readonly Message[];
}

function complete({ model, messages, ...parameters }: CompletionRequest): object {
  const request = { model, messages, parameters, format: null, tools: null } as ModelRequest;
  const { text, finishReason, tokens, model: served } = simulateReply(request);
  const [input, output] = [tokens.input ?? 0, tokens.output ?? 0];
  return {
    id: "simulated",
    object: "chat.completion",
    created: 0,
    model: served,
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finishReason.raw }],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
  };
}
