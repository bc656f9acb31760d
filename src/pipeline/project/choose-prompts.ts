import { nearest, noVariants, quote, UserError } from "../../errors.ts";
import type { Change, Problem, PromptVersion, Variant } from "../../model.ts";
import type { RunOptions } from "../options.ts";
import type { Project } from "./load-project.ts";

/** What a comparison is about: the changes that are judged, and the prompts that are tried in variants. */
export interface Choice {
  readonly changes: readonly Change[];
  readonly varied: readonly Change[];
  readonly variants: readonly Variant[];
  /** Variants that stand in files of their own, by the path of the prompt that they are of. */
  readonly fileVariants: ReadonlyMap<string, readonly FileVariant[]>;
}

/** A variant with all of its configuration. */
export interface FileVariant {
  readonly name: string;
  readonly version: PromptVersion;
}

/** Characters of a model's name; it becomes part of the name of a variant. */
const nameLimit = 256;

/**
 * Variants are run of the prompts that were named, else of those that changed. Where none changed and models were asked
 * for, of every prompt: whoever asks wants to see them compared. Throws a UserError for a prompt that is not there.
 */
export function choosePrompts(changes: readonly Change[], goalposts: Project, options: RunOptions): Choice {
  const { prompts, models } = options;
  const variants = models === undefined ? (goalposts.config.variants ?? []) : models.map(modelVariant);
  const present = changes.filter(({ candidate }) => candidate !== null);
  const fileVariants =
    options.variants === true ? findFileVariants(present) : new Map<string, readonly FileVariant[]>();
  if (options.variants === true && fileVariants.size === 0 && variants.length === 0) throw new UserError(noVariants());
  const isVaried = ({ path }: Change): boolean => variants.length > 0 || fileVariants.has(path);
  if (prompts !== undefined) {
    const named = namedPrompts(prompts, present);
    return { changes: named, varied: named.filter(isVaried), variants, fileVariants };
  }
  const changed = present.filter(({ kind }) => kind === "changed" || kind === "new" || kind === "repaired");
  const isAsked = models !== undefined || options.variants === true;
  const varied = (changed.some(isVaried) || !isAsked ? changed : present).filter(isVaried);
  return { changes, varied, variants, fileVariants };
}

/** The variants of each prompt that is there: `menu.formal.prompt` of `menu.prompt`. */
function findFileVariants(present: readonly Change[]): ReadonlyMap<string, readonly FileVariant[]> {
  const paths = new Set(present.map(({ path }) => path));
  const found = new Map<string, FileVariant[]>();
  for (const { candidate } of present) {
    const version = candidate?.version;
    if (version?.variantOf === undefined || !paths.has(version.variantOf.path)) continue;
    const { path, name } = version.variantOf;
    found.set(path, [...(found.get(path) ?? []), { name, version }]);
  }
  return found;
}

function modelVariant(model: string): Variant {
  return { name: model.slice(0, nameLimit), model, parameters: {}, place: { path: "--models" } };
}

function namedPrompts(names: readonly string[], present: readonly Change[]): readonly Change[] {
  const isNamed = ({ name, path }: Change, written: string): boolean => name === written || path === written;
  const known = present.flatMap(({ name, path }) => [name, path]);
  const problems = names
    .filter((written) => !present.some((change) => isNamed(change, written)))
    .map((written): Problem => {
      const near = nearest(written, known);
      const all = [...new Set(present.map(({ name }) => name))].sort().slice(0, 20).join(", ");
      return {
        message: `--prompt names ${quote(written)}, which is no prompt here`,
        hint: near === null ? `Prompts here: ${all}.` : `Did you mean ${quote(near)}?`,
      };
    });
  if (problems.length > 0) throw new UserError(problems);
  return present.filter((change) => names.some((written) => isNamed(change, written)));
}
