import { posix } from "node:path";
import { parse } from "yaml";
import type { Json, JsonObject, Tree } from "../../model.ts";
import { isObject } from "../../source/json.ts";

/** What the workflows of a repository say of promptfoo. */
export interface OtherGate {
  /** Its jobs, as their check runs are called but for the expressions in the names. */
  readonly jobs: readonly string[];
  /** Paths of the configurations that the workflows name; empty where they leave that to promptfoo. */
  readonly configurations: readonly string[];
  /** Passes over all cases; null where no workflow says. */
  readonly repeats: number | null;
}

/** The jobs that name promptfoo; of a workflow that names it elsewhere, all. A file that does not parse has none. */
export async function findOtherGate(tree: Tree): Promise<OtherGate> {
  const gates: OtherGate[] = [];
  for (const { path, kind } of await tree.entries()) {
    if (kind !== "file" || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
    const text = Buffer.from((await tree.read(path)) ?? []).toString();
    if (isTheirs(text)) gates.push(readWorkflow(text));
  }
  return {
    jobs: gates.flatMap(({ jobs }) => jobs),
    configurations: [...new Set(gates.flatMap(({ configurations }) => configurations))],
    repeats: gates.find(({ repeats }) => repeats !== null)?.repeats ?? null,
  };
}

function isTheirs(value: Json): boolean {
  return /promptfoo/i.test(JSON.stringify(value));
}

function readWorkflow(text: string): OtherGate {
  const jobs = Object.entries(mapOf(mapOf(parsed(text))["jobs"])).filter(([, job]) => !isOurs(job));
  const naming = jobs.filter(([id, job]) => isTheirs([id, job]));
  const found = naming.length === 0 ? jobs : naming;
  const steps = found.flatMap(([, job]) => listOf(mapOf(job)["steps"]).filter(isTheirs).map(readStep));
  return {
    jobs: found.map(([id, job]) => {
      const { name } = mapOf(job);
      return typeof name === "string" ? name : id;
    }),
    configurations: steps.flatMap(({ configuration }) => configuration ?? []),
    repeats: steps.find(({ repeats }) => repeats !== null)?.repeats ?? null,
  };
}

/** A step that uses promptfoo's Action, or runs its command. */
function readStep(step: Json): { readonly configuration: string | null; readonly repeats: number | null } {
  const { run, with: inputs, "working-directory": ownDirectory } = mapOf(step);
  const { config, repeat, "working-directory": directory = ownDirectory } = mapOf(inputs);
  const written = (pattern: RegExp, otherwise: Json | undefined): string =>
    (typeof run === "string" ? pattern.exec(run)?.[1] : null) ?? String(otherwise ?? "");
  const path = written(/(?:^|\s)(?:-c|--config)[ =]+["']?([^\s"']+)/, config);
  const repeats = Number(written(/--repeat[ =]+(\d+)/, repeat));
  return {
    configuration:
      path === "" || path.includes("$") ? null : posix.join(typeof directory === "string" ? directory : "", path),
    repeats: Number.isInteger(repeats) && repeats > 0 ? repeats : null,
  };
}

function isOurs(job: Json): boolean {
  return /\bprompt-assay@/.test(JSON.stringify(job));
}

function parsed(text: string): Json {
  try {
    return parse(text) as Json;
  } catch {
    return null;
  }
}

function mapOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
