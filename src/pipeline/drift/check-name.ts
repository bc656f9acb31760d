import { noSuchPrompt, severalPrompts, UserError } from "../../errors.ts";

/** Throws a UserError where somebody typed a name that is no prompt's, or that of several. */
export function checkName(typed: string, known: readonly { readonly name: string; readonly path: string }[]): void {
  if (known.some(({ path }) => path === typed)) return;
  const named = known.filter(({ name }) => name === typed);
  if (named.length > 1)
    throw new UserError(
      severalPrompts(
        typed,
        named.map(({ path }) => path),
      ),
    );
  if (named.length === 0)
    throw new UserError(
      noSuchPrompt(
        typed,
        known.flatMap(({ name, path }) => [name, path]),
      ),
    );
}
