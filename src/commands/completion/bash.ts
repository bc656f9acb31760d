import type { CompletedCommand, Completion } from "./completed-command.ts";

/** For bash 3.2 and newer: `eval "$(prompt-assay completion bash)"`. */
export function writeBash(commands: readonly CompletedCommand[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ flag, value }) =>
      value === null ? [] : [`    "${name} ${flag}") ${complete(value)}; return ;;`],
    ),
  );
  const words = commands.map(
    ({ name, options }) => `    ${name}) options="${options.map(({ flag }) => flag).join(" ")}" ;;`,
  );
  const operands = commands.map(
    ({ name, operands }) => `    ${name}) ${operands === null ? ":" : complete(operands)} ;;`,
  );
  return `# Completion of prompt-assay in bash: eval "$(prompt-assay completion bash)"
_prompt_assay() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" options=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "$command $previous" in
${values.join("\n")}
  esac
  case "$command" in
${words.join("\n")}
  esac
  if [ "\${current#-}" != "$current" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
    return
  fi
  case "$command" in
${operands.join("\n")}
  esac
}
_prompt_assay_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2> /dev/null
  COMPREPLY=($(compgen "$1" -- "$2"))
}
complete -F _prompt_assay prompt-assay
`;
}

function complete(value: Completion): string {
  if (value === "file") return '_prompt_assay_paths -f "$current"';
  if (value === "folder") return '_prompt_assay_paths -d "$current"';
  return value === "other" ? ":" : `COMPREPLY=($(compgen -W "${value.join(" ")}" -- "$current"))`;
}
