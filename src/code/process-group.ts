import { type ChildProcess, spawn } from "node:child_process";

/** Whether a program is started in a group of its own, by which its children can be found. */
export const ownGroup = process.platform !== "win32";

/** Ends a program and everything that it started. */
export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (!ownGroup) {
    spawn("taskkill", ["/pid", String(pid), "/t", "/f"], { windowsHide: true, stdio: "ignore" }).on("error", () => {});
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody of the group is left.
  }
}

const running = new Set<ChildProcess>();
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Whoever ends this process ends the program, too: in a group of its own it would not hear of it. */
export function watchProgram(child: ChildProcess): void {
  running.add(child);
  if (running.size === 1) for (const signal of endings) process.once(signal, endAll);
}

/** The program has ended. */
export function forgetProgram(child: ChildProcess): void {
  if (running.delete(child) && running.size === 0) unlisten();
}

function endAll(signal: NodeJS.Signals): void {
  for (const child of running) killGroup(child);
  unlisten();
  process.kill(process.pid, signal);
}

function unlisten(): void {
  for (const signal of endings) process.off(signal, endAll);
}
