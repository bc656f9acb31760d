// Admits so many calls a second, after a fixed time, and answers 429 beyond: a token bucket that holds a tenth of a second's.
// Run by limit.mjs. Tells its port, then once a second how many calls it admitted and turned away.
import { createServer } from "node:http";

const [latency = 50, admitted = 100, kind = "bucket"] = process.argv.slice(2).map((word) => Number(word) || word);
const answer = JSON.stringify({
  id: "bench",
  object: "chat.completion",
  created: 0,
  model: "bench",
  choices: [{ index: 0, message: { role: "assistant", content: "the answer" }, finish_reason: "stop" }],
  usage: { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 },
});
const refusal = JSON.stringify({ error: { message: "too many requests", code: "rate_limit_exceeded" } });
const seen = { admitted: 0, rejected: 0, first: 0, last: 0 };
let level = kind === "window" ? admitted : admitted / 10;
let filled = performance.now();

/** Whether there is room for one more call now. */
function admit() {
  const now = performance.now();
  if (kind === "window") {
    if (now - filled >= 1000) {
      filled = now;
      level = admitted;
    }
  } else {
    level = Math.min(admitted / 10, level + ((now - filled) / 1000) * admitted);
    filled = now;
  }
  if (level < 1) return false;
  level -= 1;
  return true;
}

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    const now = performance.now();
    seen.first ||= now;
    const room = admit();
    if (room) {
      seen.admitted++;
      seen.last = now;
    } else seen.rejected++;
    const body = room ? answer : refusal;
    setTimeout(
      () => {
        response.writeHead(room ? 200 : 429, {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        });
        response.end(body);
      },
      room ? latency : 1,
    );
  });
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("message", () => process.send(seen));
process.once("disconnect", () => process.exit());
