import type { Problem } from "../model.ts";
import { formatKeys, type Keys } from "./key-path.ts";
import { messages } from "./messages.ts";
import type { RuleContext } from "./rule.ts";
import type { WrittenConfig, WrittenGlobs } from "./written.ts";

/** In the path of a golden set `{name}` alone is filled in. */
export function checkGoldenPaths({ written, source }: RuleContext): readonly Problem[] {
  return listScopes(written).flatMap(({ golden, keys }) => {
    const path = [...keys, "golden"];
    const placeholders = golden?.match(/\{+[^{}]*\}+/g) ?? [];
    return placeholders
      .filter((placeholder) => placeholder !== "{name}")
      .map((placeholder) => ({
        ...messages.unknownPlaceholder(formatKeys(path), placeholder),
        place: source.place(path),
      }));
  });
}

/**
 * A glob becomes a backtracking regular expression. Groups could make it exponential, and many wildcards in a row
 * of a high degree: within these bounds it answers in milliseconds, whatever files are called.
 */
export function checkGlobs({ written, source }: RuleContext): readonly Problem[] {
  return listScopes(written).flatMap(({ prompts, dependsOn, keys }) =>
    [...listGlobs(prompts, [...keys, "prompts"]), ...listGlobs(dependsOn, [...keys, "dependsOn"])].flatMap(
      ({ glob, path }) => {
        const place = source.place(path);
        const name = formatKeys(path);
        if (glob.startsWith("!")) return [{ ...messages.negatedGlob(name), place }];
        if (/[()]/.test(glob)) return [{ ...messages.groupInGlob(name), place }];
        const costly = glob.split("**").length > 4 || glob.split("/").some((part) => part.split(/\*+|\+/).length > 4);
        return costly ? [{ ...messages.costlyGlob(name), place }] : [];
      },
    ),
  );
}

function listGlobs(prompts: WrittenGlobs | undefined, path: Keys): readonly { glob: string; path: Keys }[] {
  if (typeof prompts === "string") return [{ glob: prompts, path }];
  return (prompts ?? []).flatMap((glob, i) => (glob === null ? [] : [{ glob, path: [...path, i] }]));
}

interface PathScope {
  readonly prompts: WrittenGlobs | undefined;
  readonly dependsOn: WrittenGlobs | undefined;
  readonly golden: string | undefined;
  readonly keys: Keys;
}

/** Where `prompts`, `golden` and `dependsOn` may stand: in the file itself and in its overrides. */
function listScopes({ prompts, golden, dependsOn, overrides = [] }: WrittenConfig): readonly PathScope[] {
  return [
    { prompts, golden, dependsOn, keys: [] },
    ...overrides.map((entry, i) => ({
      prompts: entry?.prompts,
      golden: entry?.golden,
      dependsOn: entry?.dependsOn,
      keys: ["overrides", i],
    })),
  ];
}
