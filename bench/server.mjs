// Answers chat completions after a fixed time. Tells its port to whoever forked it.
import { createServer } from "node:http";

const latency = Number(process.argv[2] ?? 50);
const answer = JSON.stringify({
  id: "bench",
  object: "chat.completion",
  created: 0,
  model: "bench",
  choices: [{ index: 0, message: { role: "assistant", content: "the answer" }, finish_reason: "stop" }],
  usage: { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 },
});

let calls = 0;
const server = createServer((request, response) => {
  calls++;
  request.resume();
  request.on("end", () => {
    setTimeout(() => {
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(answer) });
      response.end(answer);
    }, latency);
  });
});
// A client on a busy machine may pause between two calls.
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
// How many calls came since it was asked last.
process.on("message", () => {
  process.send(calls);
  calls = 0;
});
process.once("disconnect", () => process.exit());
