import type { CompletedCommand, Completion } from "./completed-command.ts";

/** For zsh: `source <(prompt-assay completion zsh)`, once `compinit` has run. */
export function writeZsh(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name, summary }) => `      ${quote(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, options, operands }) => {
    const specifications = [
      ...options.map(({ flag, description, value }) =>
        quote(
          `*${flag}[${description.replace(/[[\]\\]/g, "\\$&")}]${value === null ? "" : `:value:${complete(value)}`}`,
        ),
      ),
      ...(operands === null ? [] : [quote(`*:operand:${complete(operands)}`)]),
    ];
    return `    ${name})\n      _arguments \\\n        ${specifications.join(" \\\n        ")}\n      ;;`;
  });
  return `# Completion of prompt-assay in zsh: source <(prompt-assay completion zsh)
_prompt_assay() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(
${names.join("\n")}
    )
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join("\n")}
  esac
}
compdef _prompt_assay prompt-assay
`;
}

function complete(value: Completion): string {
  if (value === "file") return "_files";
  if (value === "folder") return "_files -/";
  return value === "other" ? " " : `(${value.join(" ")})`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
