import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { JsonObject, RequestMessage, Turn } from "../../src/model.ts";
import { changedParts } from "../../src/prompts/changed-parts.ts";
import { buildRequest, resolveVersion } from "../../src/prompts/prompt-version.ts";
import { mistakesOf, parse } from "./helpers.ts";

const none = { model: null, parameters: {} };

function messagesFor(
  contents: readonly string[],
  values: JsonObject,
  turns: readonly Turn[] | null = null,
): readonly RequestMessage[] {
  const file = stringify({ messages: contents.map((content) => ({ role: "user", content })) });
  return buildRequest(resolveVersion(parse("a.prompt.yml", file), none), "m", values, turns).request.messages;
}

const turns: readonly Turn[] = [
  { role: "user", content: "{{name}} stays as it is" },
  { role: "assistant", content: "", toolCalls: [{ id: "c", name: "look", arguments: "{}" }] },
  { role: "tool", content: "seen", toolCallId: "c" },
];
const values = { name: "Ada", messages: turns as never };

describe("the turns of a case", () => {
  test("stand where a message is {{messages}} alone, and are not rendered", () => {
    expect(messagesFor(["Hello {{name}}", " {{ messages }}\n", "Now you."], values, turns)).toEqual([
      { role: "user", content: "Hello Ada" },
      ...turns,
      { role: "user", content: "Now you." },
    ]);
  });

  test("follow the prompt's messages where it does not use them", () => {
    expect(messagesFor(["Hello {{name}}"], values, turns)).toEqual([{ role: "user", content: "Hello Ada" }, ...turns]);
  });

  test("are JSON within a text, and are not appended then", () => {
    const [only, ...others] = messagesFor(["Sum up: {{messages}}"], values, turns);
    expect(only?.content).toBe(`Sum up: ${JSON.stringify(turns)}`);
    expect(others).toEqual([]);
  });

  test("none at all leave the place empty", () => {
    expect(messagesFor(["a", "{{messages}}"], { messages: [] }, [])).toEqual([{ role: "user", content: "a" }]);
  });

  test("a variable of that name is a variable", () => {
    expect(messagesFor(["{{messages}}"], { messages: "two new ones" })[0]?.content).toBe("two new ones");
  });
});

describe("files among the values", () => {
  const photo = { image: "in/photo.PNG", sha256: "a".repeat(64) };
  const paper = { file: "in/paper.pdf", sha256: "b".repeat(64) };
  const image = { type: "image", mediaType: "image/png", data: `sha256:${"a".repeat(64)}` };
  const file = { type: "file", name: "paper.pdf", mediaType: "application/pdf", data: `sha256:${"b".repeat(64)}` };

  test("split the text where they stand", () => {
    const [message] = messagesFor(["What is {{photo}} beside {{paper}}?"], { photo, paper });
    expect(message?.content).toEqual([
      { type: "text", text: "What is " },
      image,
      { type: "text", text: " beside " },
      file,
      { type: "text", text: "?" },
    ]);
  });

  test("a list of files is its files; within other data they are found, too", () => {
    expect(messagesFor(["{{pages}}"], { pages: [photo, paper] })[0]?.content).toEqual([image, file]);
    expect(messagesFor(["{{ticket.photo}}"], { ticket: { photo } })[0]?.content).toEqual([image]);
  });

  test("messages without files stay texts, and other maps JSON", () => {
    const odd = { image: "a.png", caption: "b" };
    const [one, two] = messagesFor(["plain", "{{photo}} {{odd}}"], { photo, odd });
    expect(one?.content).toBe("plain");
    expect(two?.content).toEqual([image, { type: "text", text: ` ${JSON.stringify(odd)}` }]);
  });

  test("a text that looks like a mark reaches no other file", () => {
    const [message] = messagesFor(["{{text}}{{photo}}"], { text: "\u{F5A01}7\u{F5A02}", photo });
    expect(message?.content).toEqual([{ type: "text", text: "\u{F5A01}7\u{F5A02}" }, image]);
  });

  test("of a turn become its parts", () => {
    const sent = messagesFor(["a"], {}, [{ role: "user", content: [{ text: "See" }, photo] }]);
    expect(sent[1]?.content).toEqual([{ type: "text", text: "See" }, image]);
  });
});

describe("in the other formats", () => {
  const photo = { image: "in/photo.png", sha256: "a".repeat(64) };
  const image = { type: "image", mediaType: "image/png", data: `sha256:${"a".repeat(64)}` };
  const dotprompt = (body: string, given: JsonObject, own: readonly Turn[] | null) => {
    const file = parse("a.prompt", `---\nmodel: openai/gpt-5-mini\n---\n${body}`);
    return buildRequest(resolveVersion(file, none), "m", given, own).request.messages;
  };

  test("dotprompt puts the turns where its history stands, and a file where its media does", () => {
    const body = '{{role "system"}}Be kind.\n{{history}}\n{{role "user"}}And this? {{media url=photo}}';
    expect(dotprompt(body, { photo }, turns)).toEqual([
      { role: "system", content: "Be kind." },
      ...turns,
      { role: "user", content: [{ type: "text", text: "And this? " }, image] },
    ]);
  });

  test("dotprompt without a history gets the turns behind its messages", () => {
    expect(dotprompt("Hello {{name}}", { name: "Ada" }, turns)).toEqual([
      { role: "user", content: "Hello Ada" },
      ...turns,
    ]);
  });

  test("Jinja may walk through the messages itself", () => {
    const text =
      "---\ntemplate: jinja2\n---\nuser:\n{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}";
    const version = resolveVersion(parse("a.prompty", text), none);
    const own: readonly Turn[] = [{ role: "user", content: "Hi" }];
    const { messages } = buildRequest(version, "m", { messages: own as never }, own).request;
    expect(messages).toEqual([{ role: "user", content: "user: Hi" }]);
  });
});

describe("tools", () => {
  const parameters = { type: "object", properties: { city: { type: "string" } } };
  const nested = { type: "function", function: { name: "get_weather", description: "d", parameters, strict: true } };
  const prompt = (tools: unknown) => stringify({ messages: [{ role: "user", content: "x" }], tools });

  test("are sent as the API takes them, from YAML and from front matter", () => {
    const version = resolveVersion(parse("a.prompt.yml", prompt([nested])), none);
    expect(buildRequest(version, "m", {}).request.tools).toEqual([nested]);
    const text = parse("a.prompt.md", `---\n${stringify({ tools: [nested] })}---\nWhat is the weather?\n`);
    expect(text.configuration.tools).toEqual([nested]);
  });

  test("a flat function is the same function", () => {
    const flat = { name: "get_weather", description: "d", parameters, strict: true };
    expect(parse("a.prompt.yml", prompt([flat])).configuration.tools).toEqual([nested]);
    expect(parse("a.prompt.yml", prompt([{ type: "function", ...flat }])).configuration.tools).toEqual([nested]);
  });

  test("what the provider itself offers goes as it is, and no tools are none", () => {
    expect(parse("a.prompt.yml", prompt([{ type: "web_search" }])).configuration.tools).toEqual([
      { type: "web_search" },
    ]);
    expect(parse("a.prompt.yml", prompt([])).configuration.tools).toBeNull();
  });

  test("a change of them is a change of the part tools", () => {
    const before = parse("a.prompt.yml", prompt([nested])).configuration;
    const after = parse("a.prompt.yml", prompt([{ ...nested, function: { ...nested.function, description: "e" } }]));
    expect(changedParts(before, after.configuration)).toEqual(["tools"]);
  });

  test.each<[string, unknown, string]>([
    ["no list", { a: 1 }, "tools is a map, not a list"],
    ["no map", ["get_weather"], "tools[0] is no map"],
    ["no name", [{ type: "function", function: {} }], "tools[0].function.name is missing"],
    ["a slip", [{ type: "function", function: { name: "a", params: {} } }], 'unknown key "params"'],
    ["a schema", [{ name: "a", parameters: "city" }], "tools[0].parameters is a text, not a map"],
    ["strict", [{ name: "a", strict: "yes" }], "tools[0].strict is not true or false"],
    ["twice", [{ name: "a" }, { name: "a" }], 'two tools are named "a"'],
  ])("bad input: %s", (_, tools, expected) => {
    expect(mistakesOf("a.prompt.yml", prompt(tools))[0]).toContain(expected);
  });
});
