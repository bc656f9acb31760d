#!/usr/bin/env node
import { limitGarbage } from "./commands/limit-garbage.ts";
import { main } from "./commands/main.ts";
import { drawsUnicode } from "./commands/plain-signs.ts";

limitGarbage();

// A reader that has seen enough, such as head, closes the pipe: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  directory: process.cwd(),
  environment: process.env,
  writeOutput: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  outputIsTerminal: process.stdout.isTTY === true,
  errorIsTerminal: process.stderr.isTTY === true,
  interruption: () => {
    const controller = new AbortController();
    // A second signal ends the process as usual.
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort(signal));
    return controller.signal;
  },
  plainSigns: process.stdout.isTTY === true && !drawsUnicode(process.env, process.platform),
  columns: Math.min(process.stdout.columns ?? 80, 100),
  ...(process.stderr.isTTY === true && { errorColumns: Math.min(process.stderr.columns, 100) }),
});
