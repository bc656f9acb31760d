import type { SchemaNode } from "./schema.ts";

const pointer: SchemaNode = {
  title: 'a JSON Pointer such as "/answer/text"',
  type: "string",
  pattern: "^(/|$)",
  maxLength: 1024,
};

const shell: SchemaNode = { title: "a command line", type: "string", minLength: 1, maxLength: 4096 };

/** Settings of a provider that its type alone reads. */
export const providerSettings = {
  api: {
    description: "For services that speak OpenAI's API: in which shape they are asked.",
    type: "string",
    enum: ["chat", "responses"],
    examples: ["responses"],
  },
  stream: {
    description: "Whether answers are streamed, so that the time to the first token is known.",
    type: "boolean",
    examples: [true],
  },
  apiVersion: {
    description: "For `azure` and `anthropic`: the version of the API by its date; else the one that the docs name.",
    type: "string",
    minLength: 1,
    examples: ["2024-10-21"],
  },
  auth: {
    description: "For `azure`: a key, or a token for the identity that GitHub vouches for.",
    type: "string",
    enum: ["key", "oidc"],
    examples: ["oidc"],
  },
  tenantId: {
    description: "For `auth: oidc`: the directory; else AZURE_TENANT_ID.",
    type: "string",
    minLength: 1,
    examples: ["00000000-0000-0000-0000-000000000000"],
  },
  clientId: {
    description: "For `auth: oidc`: the application; else AZURE_CLIENT_ID.",
    type: "string",
    minLength: 1,
    examples: ["00000000-0000-0000-0000-000000000000"],
  },
  authority: {
    description: "For `auth: oidc`: who gives the token; else AZURE_AUTHORITY_HOST, or the public cloud.",
    title: "an http or https address",
    type: "string",
    pattern: "^https?://",
    examples: ["https://login.microsoftonline.com"],
  },
  url: {
    description: "For `http`: the address that is called; `{{…}}` behind the host is filled in.",
    title: "an http or https address",
    type: "string",
    pattern: "^https?://",
    examples: ["https://app.example.com/answer/{{model}}"],
  },
  method: {
    description: "For `http`: the method; else POST.",
    type: "string",
    enum: ["POST", "PUT", "PATCH", "GET"],
    examples: ["POST"],
  },
  headers: {
    description: "For `http`: headers; `{{key}}` is the key.",
    type: "object",
    additionalProperties: {
      title: "a text",
      description: "The value of a header.",
      type: "string",
      maxLength: 4096,
      examples: ["{{key}}"],
    },
    examples: [{ "x-api-key": "{{key}}" }],
  },
  body: {
    description: "For `http`: the JSON that is sent; a text that is one `{{…}}` alone becomes its value.",
    title: "a map or a list",
    type: ["object", "array"],
    examples: [{ question: "{{vars.question}}" }],
  },
  output: { ...pointer, description: "For `http`: where the answer stands in the body.", examples: ["/answer/text"] },
  usage: {
    description: "For `http`: where the tokens stand, each kind by its own pointer.",
    type: "object",
    properties: Object.fromEntries(
      ["input", "output", "cachedInput", "cacheWrite", "reasoning"].map((kind) => [
        kind,
        { ...pointer, description: `Tokens: ${kind}.`, examples: [`/usage/${kind}`] },
      ]),
    ),
    additionalProperties: false,
    examples: [{ input: "/usage/input", output: "/usage/output" }],
  },
  cost: { ...pointer, description: "For `http`: where the cost in US dollars stands.", examples: ["/usage/cost"] },
  maxCallCost: {
    description:
      "For `http` and `command`: what one call costs at most, in US dollars; under `run.maxCost` so much is kept back for each that is under way.",
    title: "a number from 0 to 1000000",
    type: "number",
    minimum: 0,
    maximum: 1_000_000,
    examples: [0.05],
  },
  success: {
    description: "For `http`: the statuses of an answer; else 200.",
    title: "a list of statuses",
    type: "array",
    items: { title: "a status from 200 to 599", type: "integer", minimum: 200, maximum: 599 },
    examples: [[200, 201]],
  },
  command: {
    ...shell,
    description: "For `command`: the program; it gets the case as JSON and writes its answer.",
    examples: ["node app/answer.mjs"],
  },
  setup: {
    ...shell,
    description: "For `command`: what is run once in each arm's files before the first case.",
    examples: ["npm ci && npm run build"],
  },
  setupTimeout: {
    description: "For `command`: how long `setup` may take; else 10m.",
    title: "a duration such as 60s, 500ms or 2m",
    type: "string",
    pattern: "^([1-9][0-9]{0,6}ms|[1-9][0-9]{0,4}s|[1-9][0-9]{0,2}m)$",
    examples: ["10m"],
  },
  env: {
    description: "For `command`: the variables that the program gets beside PATH, HOME and LANG.",
    title: "a list of names of environment variables",
    type: "array",
    items: { title: "the name of an environment variable", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]{0,255}$" },
    examples: [["OPENAI_API_KEY"]],
  },
} as const satisfies Readonly<Record<string, SchemaNode>>;
