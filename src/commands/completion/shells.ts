import type { ShellName } from "../completion.ts";
import { writeBash } from "./bash.ts";
import type { CompletedCommand } from "./completed-command.ts";
import { writeFish } from "./fish.ts";
import { writePowershell } from "./powershell.ts";
import { writeZsh } from "./zsh.ts";

/** How each shell is taught: the text of a script, by all commands. */
export const shells: Readonly<Record<ShellName, (commands: readonly CompletedCommand[]) => string>> = {
  bash: writeBash,
  zsh: writeZsh,
  fish: writeFish,
  powershell: writePowershell,
};
