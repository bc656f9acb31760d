import type { CompletedCommand, Completion } from "./completed-command.ts";

/** For fish: `prompt-assay completion fish | source`. */
export function writeFish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options, operands }) => {
    const within = `complete -c prompt-assay -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c prompt-assay -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
      ...options.map(
        ({ flag, description, value }) =>
          `${within} -l ${flag.slice("--".length)}${value === null ? "" : ` -r ${complete(value)}`} -d ${quote(description)}`,
      ),
      ...(operands === null || operands === "other" ? [] : [`${within} ${complete(operands)}`]),
    ];
  });
  return `# Completion of prompt-assay in fish: prompt-assay completion fish | source
complete -c prompt-assay -f
${lines.join("\n")}
`;
}

function complete(value: Completion): string {
  if (value === "file") return "-F";
  if (value === "folder") return "-f -a '(__fish_complete_directories)'";
  return value === "other" ? "-f" : `-f -a '${value.join(" ")}'`;
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
