/** A function of an SDK that takes a prompt. */
export interface CallSite {
  /** Whose it is, for people. */
  readonly sdk: string;
  /** Whether a text without a name in the first place is the prompt. */
  readonly positional?: true;
}

const openai: CallSite = { sdk: "OpenAI" };
const anthropic: CallSite = { sdk: "Anthropic" };
const google: CallSite = { sdk: "Google", positional: true };
const vercel: CallSite = { sdk: "AI SDK" };
const langchain: CallSite = { sdk: "LangChain", positional: true };

/** Call sites by the last parts of the name that is called; the longest that fits counts. */
export const callSites: Readonly<Record<string, CallSite>> = {
  "chat.completions.create": openai,
  "chat.completions.parse": openai,
  "chat.completions.stream": openai,
  "ChatCompletion.create": openai,
  "ChatCompletion.acreate": openai,
  "completions.create": openai,
  createChatCompletion: openai,
  "responses.create": openai,
  "responses.parse": openai,
  "responses.stream": openai,
  "messages.create": anthropic,
  "messages.stream": anthropic,
  "messages.parse": anthropic,
  GenerativeModel: { sdk: "Google" },
  getGenerativeModel: { sdk: "Google" },
  generateContent: google,
  generateContentStream: google,
  generate_content: google,
  generate_content_async: google,
  generate_content_stream: google,
  generateText: vercel,
  streamText: vercel,
  generateObject: vercel,
  streamObject: vercel,
  "ChatPromptTemplate.fromMessages": langchain,
  "ChatPromptTemplate.from_messages": langchain,
  "ChatPromptTemplate.fromTemplate": langchain,
  "ChatPromptTemplate.from_template": langchain,
  "PromptTemplate.fromTemplate": langchain,
  "PromptTemplate.from_template": langchain,
  "SystemMessagePromptTemplate.fromTemplate": langchain,
  "SystemMessagePromptTemplate.from_template": langchain,
  "HumanMessagePromptTemplate.fromTemplate": langchain,
  "HumanMessagePromptTemplate.from_template": langchain,
  PromptTemplate: langchain,
  SystemMessage: langchain,
  HumanMessage: langchain,
  "litellm.completion": { sdk: "LiteLLM" },
  "litellm.acompletion": { sdk: "LiteLLM" },
  acompletion: { sdk: "LiteLLM" },
  completion: { sdk: "LiteLLM" },
  "ollama.chat": { sdk: "Ollama" },
  "ollama.generate": { sdk: "Ollama" },
  "chat.complete": { sdk: "Mistral" },
  "chat.stream": { sdk: "Mistral" },
};

/** Names under which a call takes texts that are a prompt or a part of one. */
export const promptKeys: ReadonlySet<string> = new Set([
  ...["content", "contents", "system", "prompt", "input", "instructions", "template", "text", "message", "parts"],
  ...["systemInstruction", "system_instruction", "system_prompt", "systemPrompt"],
]);

/** The first of a pair is the role, the second the text. */
export const roleWords: ReadonlySet<string> = new Set([...["system", "developer", "user", "human", "assistant", "ai"]]);

/** One of these stands in every source that calls an SDK: most files are known to have nothing without being looked at. */
export const anyCall: RegExp = new RegExp(
  [...new Set(Object.keys(callSites).map((name) => name.split(".").at(-1) ?? name))]
    .map((name) => `\\b${name}\\b`)
    .join("|"),
);
