/** Both shapes in which OpenAI's models are asked. */
export type ChatApi = "chat" | "responses";

/** A service that speaks OpenAI's API: where it is, which key it wants, and in what it differs. */
export interface Preset {
  /** As its owner writes it. */
  readonly title: string;
  /** Null: every user has an address of their own. */
  readonly baseUrl: string | null;
  /** The variable that holds the address, where one is customary. */
  readonly baseUrlEnv?: string;
  /** Null: no key is sent unless assay.yml names one. */
  readonly keyEnv: string | null;
  readonly apis: readonly ChatApi[];
  /** Whether a deployment has an address of its own and the key a header of its own, as at Azure. */
  readonly azure?: true;
  /** Parameters that it knows by another name, or would pass over in silence. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Whether it tells a developer's message from a system's. */
  readonly developerRole?: true;
  /** Whether the usage of a streamed answer comes unasked, and asking for it is refused. */
  readonly usageUnasked?: true;
  /** Whether it has OpenAI's interface for batches of calls. */
  readonly batches?: true;
  /** Which parts of a message it takes beside text. */
  readonly takes: { readonly images: boolean; readonly files: boolean | "responses" };
}

const chat = ["chat"] as const;
const both = ["chat", "responses"] as const;
const pictures = { images: true, files: false };
/** The limit of an answer's length goes by its older name only. */
const olderLimit = { max_completion_tokens: "max_tokens" };

/** Every service that needs no entry in assay.yml, by the publisher under which models name it. */
export const presets = {
  openai: {
    title: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    baseUrlEnv: "OPENAI_BASE_URL",
    keyEnv: "OPENAI_API_KEY",
    apis: both,
    developerRole: true,
    batches: true,
    takes: { images: true, files: true },
  },
  azure: {
    title: "Azure OpenAI",
    baseUrl: null,
    baseUrlEnv: "AZURE_OPENAI_ENDPOINT",
    keyEnv: "AZURE_OPENAI_API_KEY",
    apis: both,
    azure: true,
    developerRole: true,
    takes: { images: true, files: "responses" },
  },
  google: {
    title: "Google Gemini",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
    keyEnv: "GEMINI_API_KEY",
    apis: chat,
    takes: pictures,
  },
  mistral: {
    title: "Mistral",
    baseUrl: "https://api.mistral.ai/v1",
    keyEnv: "MISTRAL_API_KEY",
    apis: chat,
    renamed: { ...olderLimit, seed: "random_seed" },
    usageUnasked: true,
    takes: pictures,
  },
  groq: {
    title: "Groq",
    baseUrl: "https://api.groq.com/openai/v1",
    keyEnv: "GROQ_API_KEY",
    apis: both,
    takes: pictures,
  },
  openrouter: {
    title: "OpenRouter",
    baseUrl: "https://openrouter.ai/api/v1",
    keyEnv: "OPENROUTER_API_KEY",
    apis: both,
    takes: { images: true, files: true },
  },
  together: {
    title: "Together",
    baseUrl: "https://api.together.xyz/v1",
    keyEnv: "TOGETHER_API_KEY",
    apis: chat,
    renamed: olderLimit,
    takes: pictures,
  },
  deepseek: {
    title: "DeepSeek",
    baseUrl: "https://api.deepseek.com/v1",
    keyEnv: "DEEPSEEK_API_KEY",
    apis: chat,
    renamed: olderLimit,
    takes: { images: false, files: false },
  },
  xai: {
    title: "xAI",
    baseUrl: "https://api.x.ai/v1",
    keyEnv: "XAI_API_KEY",
    apis: both,
    takes: pictures,
  },
  ollama: {
    title: "Ollama",
    baseUrl: "http://localhost:11434/v1",
    keyEnv: null,
    apis: both,
    renamed: olderLimit,
    takes: pictures,
  },
  vllm: { title: "vLLM", baseUrl: "http://localhost:8000/v1", keyEnv: null, apis: both, takes: pictures },
  "llama.cpp": {
    title: "llama.cpp",
    baseUrl: "http://localhost:8080/v1",
    keyEnv: null,
    apis: chat,
    renamed: olderLimit,
    takes: pictures,
  },
  lmstudio: {
    title: "LM Studio",
    baseUrl: "http://localhost:1234/v1",
    keyEnv: null,
    apis: both,
    renamed: olderLimit,
    takes: pictures,
  },
} as const satisfies Record<string, Preset>;
