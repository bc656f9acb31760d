import { expect, it } from "vitest";
import { createRepository } from "../support/repository.ts";
import { runMain } from "./support.ts";

const prompt = (model: string, parameters: string, text: string): string =>
  `model: ${model}\nmodelParameters: ${parameters}\nmessages:\n  - role: system\n    content: ${JSON.stringify(text)}\n  - { role: user, content: "{{n}}" }\n`;

it("check hints at what is likely not meant, with what to do, and fails for none of it", async () => {
  const { directory } = await createRepository({
    "assay.yml": 'scorers: [{ equals: { value: "{{expected}}" } }]\ngolden: golden.jsonl\n',
    "golden.jsonl": '{"vars":{"n":"a","locale":"de","extra":"x"},"expected":"b"}\n',
    "prompts/open.prompt.yml": prompt(
      "openai/gpt-4-32k",
      "{}",
      '```json\n{"a": 1}\nUse <b>{locale}</b></b> and {{tone.',
    ),
    "prompts/refused.prompt.yml": prompt(
      "openai/o3-mini-2025-01-31",
      "{ temperature: 0.2 }",
      "Sort {{locale}}{{extra}}",
    ),
    "prompts/limit.prompt.yml": prompt("openai/o3", "{ temperature: 0, max_tokens: 9 }", "Sort {{locale}}{{extra}}"),
    "prompts/both.prompt.yml": prompt(
      "anthropic/claude-haiku-4-5",
      "{ temperature: 0.2, top_p: 0.9 }",
      "Sort {{locale}}{{extra}}",
    ),
    "prompts/unknown.prompt.yml": prompt("openai/gpt-0-none", "{}", "You are brief. Sort {{locale}}{{extra}}"),
  });
  const { exitCode, output } = await runMain(directory, "check");
  const hints = output.split("\n").flatMap((line) => /^ {2}hint {5}(.*)/.exec(line)?.[1] ?? []);
  expect(exitCode).toBe(0);
  expect(hints.filter((hint) => !hint.includes("gpt-0-none"))).toEqual([
    '"anthropic/claude-haiku-4-5" refuses temperature beside top_p: leave one of them out',
    expect.stringMatching(/^"openai\/o3" (?:will be|was) retired on 2026-12-11: name another model$/),
    '"openai/o3" refuses temperature, max_tokens: its limit is called max_completion_tokens, the rest stays unset',
    "a fence of code is not closed",
    "<b> is opened once and closed 2 times",
    "{{ and }} are not as many",
    "{locale} in single braces is sent as it is; write {{locale}}",
    "cases bring extra, which the prompt does not use",
    '"openai/gpt-4-32k" was retired on 2025-06-06: name another model',
    '"openai/o3-mini-2025-01-31" was retired on 2026-10-23: name another model',
    '"openai/o3-mini-2025-01-31" refuses temperature: leave it unset',
  ]);
  expect(output).toContain('the price list does not know "openai/gpt-0-none"');
  expect(output).toContain("Checklists for prompts");
});
