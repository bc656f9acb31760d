import type { CompletedCommand, Completion } from "./completed-command.ts";

/** For PowerShell: `prompt-assay completion powershell | Out-String | Invoke-Expression`. Paths it completes by itself. */
export function writePowershell(commands: readonly CompletedCommand[]): string {
  const entries = commands.map(({ name, summary, options, operands }) => {
    const flags = options.map(({ flag, description, value }) => {
      const words = value === null ? "$null" : list(value);
      return `      ${quote(flag)} = @{ Text = ${quote(description)}; Value = ${words} }`;
    });
    return `    ${quote(name)} = @{ Text = ${quote(summary)}; Operands = ${operands === null ? "@()" : list(operands)}; Options = [ordered]@{\n${flags.join("\n")}\n    } }`;
  });
  return `# Completion of prompt-assay in PowerShell: prompt-assay completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName prompt-assay -ScriptBlock {
  param($word, $ast, $position)
  $commands = [ordered]@{
${entries.join("\n")}
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

function list(value: Completion): string {
  return typeof value === "string" ? "@()" : `@(${value.map(quote).join(", ")})`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
