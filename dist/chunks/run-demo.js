import { r as toCallOptions, t as publishReport } from "./publish-report.js";
import { n as compare } from "./compare.js";
import { a as simulateReply } from "./registry.js";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execFile } from "node:child_process";

// src/demo/project.ts
/** The example project of `demo`: a support desk's triage prompt, its golden set, and a tempting edit that breaks it. */
const header = `name: triage
description: Sorts a customer's message into the queue that will answer it.
model: support/simulated-triage
modelParameters:
  temperature: 0
messages:
  - role: system
    content: |
      You sort the messages that reach our support desk.
      Choose exactly one label: billing, bug, account, shipping, feature, other.
`;
const rule = `
      If a message fits several labels, money comes first: choose billing whenever a
      charge, a refund or an invoice is in question, whatever else went wrong, because
      only that queue can refund a customer.
`;
const footer = `
      Answer with the label only.
  - role: user
    content: "{{message}}"
`;
/** The prompt before and after the edit: "tidied up", shorter, and cheaper on every call. */
const promptPath = "prompts/triage.prompt.yml";
const baselinePrompt = `${header}${rule}${footer}`;
const candidatePrompt = `${header}${footer}`;
/** assay.yml of the example; the simulated model is served over HTTP on loopback. */
function assayYml(baseUrl) {
	return `prompts: ["prompts/*.prompt.yml"]
golden: "golden/{name}.jsonl"
providers:
  # A simulated model, served on this machine: no key, no network.
  support: { baseUrl: "${baseUrl}", keyEnv: null }
scorers:
  - equals: { name: right-queue, value: "{{expected}}" }
# One answer a case and no early stop: the example is small and costs nothing.
run: { trials: 1 }
gate: { stopEarly: false }
`;
}
const goldenPath = "golden/triage.jsonl";
/** The golden set: one case a line. */
function goldenSet() {
	const line = ([message, expected, tag], index) => JSON.stringify({
		id: `${tag}-${String(index + 1).padStart(2, "0")}`,
		vars: { message },
		expected,
		tags: [tag]
	});
	return `${cases.map(line).join("\n")}\n`;
}
/** Message, the queue it belongs to, and the kind of case. */
const cases = [
	[
		"Where can I download my invoice for March?",
		"billing",
		"plain"
	],
	[
		"You charged my credit card on the 3rd instead of the 5th.",
		"billing",
		"plain"
	],
	[
		"Is there a lower price for schools?",
		"billing",
		"plain"
	],
	[
		"I would like a refund for the second seat we never used.",
		"billing",
		"plain"
	],
	[
		"Can we pay yearly instead of monthly?",
		"billing",
		"plain"
	],
	[
		"Our finance team asks for a VAT number on every invoice.",
		"billing",
		"plain"
	],
	[
		"The export button crashes the app every time.",
		"bug",
		"plain"
	],
	[
		"I get error 502 when I open the dashboard.",
		"bug",
		"plain"
	],
	[
		"Search is broken since yesterday's update.",
		"bug",
		"plain"
	],
	[
		"The calendar freezes as soon as I scroll back a year.",
		"bug",
		"plain"
	],
	[
		"Uploading a photo fails at 99 percent.",
		"bug",
		"plain"
	],
	[
		"The map doesn't load on my phone.",
		"bug",
		"plain"
	],
	[
		"How do I change my password?",
		"account",
		"plain"
	],
	[
		"I cannot log in since I got a new phone.",
		"account",
		"plain"
	],
	[
		"Please change the email address on file to my new one.",
		"account",
		"plain"
	],
	[
		"Can two people share one account?",
		"account",
		"plain"
	],
	[
		"My username shows my maiden name.",
		"account",
		"plain"
	],
	[
		"Please delete my profile and everything in it.",
		"account",
		"plain"
	],
	[
		"My parcel has been in the same depot for a week.",
		"shipping",
		"plain"
	],
	[
		"The tracking page says delivered, but nothing is here.",
		"shipping",
		"plain"
	],
	[
		"Do you ship to Norway?",
		"shipping",
		"plain"
	],
	[
		"The courier left the package in the rain.",
		"shipping",
		"plain"
	],
	[
		"When will my order arrive?",
		"shipping",
		"plain"
	],
	[
		"I would love a dark mode.",
		"feature",
		"plain"
	],
	[
		"Could you add an export to spreadsheets?",
		"feature",
		"plain"
	],
	[
		"I wish the app had support for two languages at once.",
		"feature",
		"plain"
	],
	[
		"Please add keyboard shortcuts.",
		"feature",
		"plain"
	],
	[
		"Your team was so kind on the phone, thank you!",
		"other",
		"plain"
	],
	[
		"Are you hiring designers this summer?",
		"other",
		"plain"
	],
	[
		"What are your opening hours on Sunday?",
		"other",
		"plain"
	],
	[
		"The app crashed during checkout and I was charged twice.",
		"billing",
		"two-topics"
	],
	[
		"I cannot log in any more, yet you keep charging me.",
		"billing",
		"two-topics"
	],
	[
		"My parcel never arrived, so I want a refund.",
		"billing",
		"two-topics"
	],
	[
		"Since the error on Monday my invoice shows the wrong amount.",
		"billing",
		"two-topics"
	],
	[
		"I closed my account in May and was billed in June.",
		"billing",
		"two-topics"
	],
	[
		"The delivery was late, will you refund the express fee?",
		"billing",
		"two-topics"
	],
	[
		"The discount code fails and the full price was taken.",
		"billing",
		"two-topics"
	],
	[
		"After the password reset my payment method was gone.",
		"billing",
		"two-topics"
	],
	[
		"The package was empty. Who gives me my money back?",
		"billing",
		"two-topics"
	],
	[
		"A bug in the cart doubled my order and my bill.",
		"billing",
		"two-topics"
	],
	[
		"I wish I could see the refund you promised last week.",
		"billing",
		"two-topics"
	],
	[
		"Sign in works again, but the lost days were charged.",
		"billing",
		"two-topics"
	]
];

// src/demo/serve-simulated.ts
/** Time that the simulated model takes, in milliseconds: enough to see that calls run side by side. */
const delay = 20;
/** Serves the simulated model over HTTP on loopback, in the protocol of OpenAI's chat completions. */
async function serveSimulated() {
	const server = createServer((request, response) => {
		const chunks = [];
		request.on("data", (chunk) => chunks.push(chunk));
		request.on("end", () => {
			const answer = JSON.stringify(complete(JSON.parse(Buffer.concat(chunks).toString("utf8"))));
			setTimeout(() => response.setHeader("content-type", "application/json").end(answer), delay);
		});
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address();
	return {
		baseUrl: `http://127.0.0.1:${port}/v1`,
		close: () => new Promise((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		})
	};
}
function complete({ model, messages, ...parameters }) {
	const { text, finishReason, tokens, model: served } = simulateReply({
		model,
		messages,
		parameters,
		format: null,
		tools: null
	});
	const [input, output] = [tokens.input ?? 0, tokens.output ?? 0];
	return {
		id: "simulated",
		object: "chat.completion",
		created: 0,
		model: served,
		choices: [{
			index: 0,
			message: {
				role: "assistant",
				content: text
			},
			finish_reason: finishReason.raw
		}],
		usage: {
			prompt_tokens: input,
			completion_tokens: output,
			total_tokens: input + output
		}
	};
}

// src/demo/run-demo.ts
/** Makes the example repository, compares its two versions through the real pipeline, and tells what happened. */
async function runDemo(options, context) {
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-demo-"));
	const server = await serveSimulated();
	try {
		const commit = gitIn(folder);
		await writeFiles(folder, {
			"assay.yml": assayYml(server.baseUrl),
			[promptPath]: baselinePrompt,
			[goldenPath]: goldenSet()
		});
		await commit("Sort messages into queues");
		await writeFiles(folder, { [promptPath]: candidatePrompt });
		context.writeOutput(introduction);
		const inFolder = {
			...context,
			directory: folder
		};
		const outputs = {
			...options,
			json: "reports/report.json",
			markdown: "reports/comment.md",
			html: "reports/report.html"
		};
		const report = await compare({
			...toCallOptions(outputs, inFolder),
			base: "HEAD"
		});
		await publishReport(report, outputs, inFolder);
		context.writeOutput(conclusion(report.exitCode, folder));
	} catch (error) {
		await rm(folder, {
			recursive: true,
			force: true
		});
		throw error;
	} finally {
		await server.close();
	}
}
/** Commits everything in a new repository, with none of the user's hooks, signing or settings. */
function gitIn(folder) {
	const run = promisify(execFile);
	const identity = [
		"-c",
		"user.name=Prompt Assay",
		"-c",
		"user.email=demo@localhost",
		"-c",
		"init.defaultBranch=main"
	];
	const environment = {
		...process.env,
		GIT_CONFIG_GLOBAL: devNull,
		GIT_CONFIG_NOSYSTEM: "1"
	};
	const git = async (...words) => {
		await run("git", [...identity, ...words], {
			cwd: folder,
			env: environment
		});
	};
	return async (message) => {
		await git("init", "--quiet");
		await git("add", "--all");
		await git("commit", "--quiet", "--message", message);
	};
}
async function writeFiles(folder, files) {
	for (const [path, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
}
const introduction = `A support desk sorts its messages with a prompt. Somebody tidies the prompt up:
it gets shorter and cheaper, and every message that was tried by hand still went
to the right queue. Both versions now answer the golden set of 42 messages. The
model is simulated and served on this machine: no key, no network.

`;
function conclusion(exitCode, folder) {
	return `
prompt-assay compare ended with exit code ${exitCode}${exitCode === 1 ? ": this pull request would be red" : ""}.
The reports lie in ${join(folder, "reports")}:
report.html for a browser, comment.md, as the Action would post it, report.json
and report.samples.jsonl for programs.

On your own prompts, in a repository with files such as prompts/NAME.prompt.yml
and golden/NAME.jsonl:

  prompt-assay check      what is found, and what would be run
  prompt-assay compare    your uncommitted edit against the default branch
`;
}

export { runDemo };