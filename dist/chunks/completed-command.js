// src/commands/completion/completed-command.ts
/** All commands, by what help tells of them. */
function describeCommands(commands) {
	return Object.entries(commands).map(([name, command]) => {
		const [operand] = command.arguments ?? [];
		return {
			name,
			summary: command.summary,
			options: [...command.options.map(({ flags, description, choices }) => {
				const [flag = "", value] = flags.split(" ");
				return {
					flag,
					description,
					value: value === void 0 ? null : choices ?? pathOf(value)
				};
			}), {
				flag: "--help",
				description: "print help",
				value: null
			}],
			operands: operand === void 0 ? null : operand.choices ?? (namesPrompt(operand.name) ? "other" : "file")
		};
	});
}
/** A prompt's name, with its version or not: which there are, only the repository knows. */
function namesPrompt(operand) {
	return operand.startsWith("<name");
}
function pathOf(placeholder) {
	if (placeholder === "<file>") return "file";
	return placeholder === "<folder>" ? "folder" : "other";
}

export { describeCommands };