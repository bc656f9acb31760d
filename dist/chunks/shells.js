// src/commands/completion/bash.ts
/** For bash 3.2 and newer: `eval "$(prompt-assay completion bash)"`. */
function writeBash(commands) {
	const values = commands.flatMap(({ name, options }) => options.flatMap(({ flag, value }) => value === null ? [] : [`    "${name} ${flag}") ${complete$2(value)}; return ;;`]));
	const words = commands.map(({ name, options }) => `    ${name}) options="${options.map(({ flag }) => flag).join(" ")}" ;;`);
	const operands = commands.map(({ name, operands }) => `    ${name}) ${operands === null ? ":" : complete$2(operands)} ;;`);
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
function complete$2(value) {
	if (value === "file") return "_prompt_assay_paths -f \"$current\"";
	if (value === "folder") return "_prompt_assay_paths -d \"$current\"";
	return value === "other" ? ":" : `COMPREPLY=($(compgen -W "${value.join(" ")}" -- "$current"))`;
}

// src/commands/completion/fish.ts
/** For fish: `prompt-assay completion fish | source`. */
function writeFish(commands) {
	return `# Completion of prompt-assay in fish: prompt-assay completion fish | source
complete -c prompt-assay -f
${commands.flatMap(({ name, summary, options, operands }) => {
		const within = `complete -c prompt-assay -n '__fish_seen_subcommand_from ${name}'`;
		return [
			`complete -c prompt-assay -n __fish_use_subcommand -a ${name} -d ${quote$2(summary)}`,
			...options.map(({ flag, description, value }) => `${within} -l ${flag.slice(2)}${value === null ? "" : ` -r ${complete$1(value)}`} -d ${quote$2(description)}`),
			...operands === null || operands === "other" ? [] : [`${within} ${complete$1(operands)}`]
		];
	}).join("\n")}
`;
}
function complete$1(value) {
	if (value === "file") return "-F";
	if (value === "folder") return "-f -a '(__fish_complete_directories)'";
	return value === "other" ? "-f" : `-f -a '${value.join(" ")}'`;
}
function quote$2(text) {
	return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

// src/commands/completion/powershell.ts
/** For PowerShell: `prompt-assay completion powershell | Out-String | Invoke-Expression`. Paths it completes by itself. */
function writePowershell(commands) {
	return `# Completion of prompt-assay in PowerShell: prompt-assay completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName prompt-assay -ScriptBlock {
  param($word, $ast, $position)
  $commands = [ordered]@{
${commands.map(({ name, summary, options, operands }) => {
		const flags = options.map(({ flag, description, value }) => {
			const words = value === null ? "$null" : list(value);
			return `      ${quote$1(flag)} = @{ Text = ${quote$1(description)}; Value = ${words} }`;
		});
		return `    ${quote$1(name)} = @{ Text = ${quote$1(summary)}; Operands = ${operands === null ? "@()" : list(operands)}; Options = [ordered]@{\n${flags.join("\n")}\n    } }`;
	}).join("\n")}
  }
  $before = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.Extent.Text })
  $offer = {
    param($text, $help)
    if ($text -like "$word*") { [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $help) }
  }
  if ($before.Count -lt 2) {
    foreach ($entry in $commands.GetEnumerator()) { & $offer $entry.Key $entry.Value.Text }
    return
  }
  $command = $commands[$before[1]]
  if ($null -eq $command) { return }
  $option = $command.Options[$before[-1]]
  if ($null -ne $option -and $null -ne $option.Value) {
    foreach ($text in $option.Value) { & $offer $text $text }
    return
  }
  if ($word -like '-*') {
    foreach ($entry in $command.Options.GetEnumerator()) { & $offer $entry.Key $entry.Value.Text }
    return
  }
  foreach ($text in $command.Operands) { & $offer $text $text }
}
`;
}
function list(value) {
	return typeof value === "string" ? "@()" : `@(${value.map(quote$1).join(", ")})`;
}
function quote$1(text) {
	return `'${text.replaceAll("'", "''")}'`;
}

// src/commands/completion/zsh.ts
/** For zsh: `source <(prompt-assay completion zsh)`, once `compinit` has run. */
function writeZsh(commands) {
	const names = commands.map(({ name, summary }) => `      ${quote(`${name}:${summary}`)}`);
	const cases = commands.map(({ name, options, operands }) => {
		return `    ${name})\n      _arguments \\\n        ${[...options.map(({ flag, description, value }) => quote(`*${flag}[${description.replace(/[[\]\\]/g, "\\$&")}]${value === null ? "" : `:value:${complete(value)}`}`)), ...operands === null ? [] : [quote(`*:operand:${complete(operands)}`)]].join(" \\\n        ")}\n      ;;`;
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
function complete(value) {
	if (value === "file") return "_files";
	if (value === "folder") return "_files -/";
	return value === "other" ? " " : `(${value.join(" ")})`;
}
function quote(text) {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

// src/commands/completion/shells.ts
/** How each shell is taught: the text of a script, by all commands. */
const shells = {
	bash: writeBash,
	zsh: writeZsh,
	fish: writeFish,
	powershell: writePowershell
};

export { shells };