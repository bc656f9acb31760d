// The same calls with the same client and nothing else. Usage: node bench/bare-loop.mjs BASE_URL CALLS CONCURRENCY
import OpenAI from "openai";

const [baseURL, calls, concurrency] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey: "none", maxRetries: 0 });
let next = 0;
const worker = async () => {
  while (next < Number(calls)) {
    const index = next++;
    await client.chat.completions.create({
      model: "model",
      messages: [{ role: "user", content: `Answer question ${index}` }],
    });
  }
};
await Promise.all(Array.from({ length: Number(concurrency) }, worker));
