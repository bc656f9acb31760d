import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Provider, ProviderConfig } from "../../src/model.ts";
import { type Preset, presets } from "../../src/models/presets.ts";
import { recordingProvider } from "../../src/models/recording.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { type ModelServer, type ServedAnswer, type ServedRequest, startModelServer } from "../support/model-server.ts";
import {
  anthropicProtocol,
  chatProtocol,
  endpointProtocol,
  type Protocol,
  responsesProtocol,
  type Spoken,
  speaking,
} from "../support/protocols.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";

/** What is sent as the key, wherever one is. */
export const key = "sk-contract-0123456789";

const folder = mkdtempSync(join(tmpdir(), "assay-contract-"));
const servers: { close(): Promise<void> }[] = [];
let files = 0;

/** Closes all servers that were started since. */
export async function closeServers(): Promise<void> {
  for (const server of servers.splice(0)) await server.close();
}

/** Removes all files. */
export function removeFiles(): void {
  rmSync(folder, { recursive: true });
}

/** A path for a file of this test. */
export function newFile(): string {
  return join(folder, `${++files}.jsonl`);
}

/** Keeps a server until the test is over. */
export function keep<T extends { close(): Promise<void> }>(server: T): T {
  servers.push(server);
  return server;
}

/** A kind of provider in one of its settings, with a server that speaks its protocol. */
export interface ServedSubject {
  readonly type: keyof typeof providerTypes;
  readonly protocol: Protocol;
  /** How it is configured for a server. */
  config(server: { readonly url: string }): ProviderConfig;
  readonly environment: Readonly<Record<string, string>>;
  readonly streams: boolean;
}

const bearer = { header: "authorization", value: `Bearer ${key}` };

function served(
  type: keyof typeof providerTypes,
  protocol: Protocol,
  settings: ProviderConfig["settings"] = undefined,
  root = false,
): ServedSubject {
  const { keyEnv } = providerTypes[type];
  return {
    type,
    protocol,
    config: ({ url }) => {
      const baseUrl = root ? url.replace(/\/v1$/, "") : url;
      return providerConfigOf({ type, baseUrl, ...(settings && { settings }) });
    },
    environment: keyEnv === null ? {} : { [keyEnv]: key },
    streams: settings?.["stream"] === true,
  };
}

/** Every service is asked in its customary way. */
const services = Object.entries(presets).map(([name, preset]: [string, Preset]): [string, ServedSubject] => {
  const type = name as keyof typeof presets;
  if (preset.azure) {
    const apiKey = { header: "api-key", value: key };
    return [
      `${name}, version without a date`,
      served(type, chatProtocol("/openai/v1/chat/completions", apiKey), {}, true),
    ];
  }
  return [name, served(type, chatProtocol("/v1/chat/completions", preset.keyEnv === null ? null : bearer))];
});

const deployment = "/openai/deployments/gpt-test/chat/completions?api-version=2024-10-21";
const endpointSettings = {
  headers: { "x-api-key": "{{key}}" },
  body: { question: "{{prompt}}", messages: "{{messages}}" },
  output: "/answer/text",
  usage: { input: "/usage/in", output: "/usage/out" },
  cost: "/usage/usd",
};

/** All subjects that are reached over HTTP, by name. */
export const servedSubjects: Readonly<Record<string, ServedSubject>> = {
  ...Object.fromEntries(services),
  "openai, streamed": served("openai", chatProtocol("/v1/chat/completions", bearer), { stream: true }),
  "openai, responses": served("openai", responsesProtocol("/v1/responses", bearer), { api: "responses" }),
  "openai, responses, streamed": served("openai", responsesProtocol("/v1/responses", bearer), {
    api: "responses",
    stream: true,
  }),
  "azure, version by date": served(
    "azure",
    chatProtocol(deployment, { header: "api-key", value: key }),
    { apiVersion: "2024-10-21" },
    true,
  ),
  "azure, responses": served(
    "azure",
    responsesProtocol("/openai/v1/responses", { header: "api-key", value: key }),
    { api: "responses" },
    true,
  ),
  anthropic: served("anthropic", anthropicProtocol(key), undefined, true),
  "anthropic, streamed": served("anthropic", anthropicProtocol(key), { stream: true }, true),
  http: {
    type: "http",
    protocol: endpointProtocol(key),
    config: ({ url }) =>
      providerConfigOf({
        type: "http",
        keyEnv: "APP_KEY",
        settings: { url: `${url}/answer/{{model}}?trial={{trial}}`, ...endpointSettings },
      }),
    environment: { APP_KEY: key },
    streams: false,
  },
};

type Answer = ServedAnswer | ((request: ServedRequest) => ServedAnswer);

/** A server that gives this answer, and the provider that asks it. */
export async function serve(
  { type, config, environment }: ServedSubject,
  answer: Answer,
): Promise<{ readonly provider: Provider; readonly server: ModelServer }> {
  const server = keep(await startModelServer(typeof answer === "function" ? answer : () => answer));
  const context = { environment, timeoutMs: 5_000 };
  return { provider: await providerTypes[type].create("subject", config(server), context), server };
}

/** Every kind of provider, set up so that it says this; one that cannot be told what to say ignores it. */
export const subjects: Readonly<Record<string, (spoken: Spoken) => Promise<Provider>>> = {
  ...Object.fromEntries(
    Object.entries(servedSubjects).map(([name, subject]) => [
      name,
      async (spoken: Spoken) => (await serve(subject, speaking(subject.protocol, spoken))).provider,
    ]),
  ),
  command: async ({ text, refusal, toolCalls, usage = true }) => {
    const answer = {
      output: text,
      ...(refusal !== undefined && { refusal }),
      ...(toolCalls && { toolCalls }),
      ...(usage && { usage: { input: 11, output: 7 }, cost: 0.002 }),
      model: "served-model",
    };
    const file = newFile();
    writeFileSync(file, JSON.stringify(answer));
    return program(`cat ${file}`);
  },
  replay: async (spoken) => {
    const subject = servedSubjects["openai"] as ServedSubject;
    const { provider } = await serve(subject, speaking(subject.protocol, spoken));
    const file = newFile();
    await recordingProvider(provider, file).call(requestOf(), identityOf(), noSignal());
    return providerTypes.replay.create("subject", providerConfigOf({ type: "replay", file }), {
      environment: {},
      timeoutMs: 5_000,
    });
  },
  simulated: () =>
    providerTypes.simulated.create("subject", providerConfigOf({ type: "simulated" }), {
      environment: {},
      timeoutMs: 5_000,
    }),
};

/** A provider that runs this command line in a folder of its own. */
export function program(
  command: string,
  settings: ProviderConfig["settings"] = {},
  environment: Readonly<Record<string, string>> = {},
  onSetupText?: (whose: string, text: string) => void,
): Promise<Provider> {
  const workspace = { label: "a1b2c3d", folder: async () => folder };
  const config = providerConfigOf({ type: "command", settings: { command, ...settings } });
  return providerTypes.command.create("subject", config, {
    environment: { PATH: process.env["PATH"], ...environment },
    timeoutMs: 5_000,
    workspace,
    ...(onSetupText && { onSetupText }),
  });
}
