import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/model.ts";
import { mistakesOf, refusal, render, variablesOf } from "./render.ts";

const values: JsonObject = {
  name: "Ada",
  html: "<b>",
  list: [{ x: 1 }, { x: 2 }],
  yes: true,
  user: { name: "Bob" },
  items: ["a", "b"],
};

test.each([
  ["{name} {{literal}} {html}", "Ada {literal} <b>"],
  ['{{"a": {{"b": 1}}}} {name}', '{"a": {"b": 1}} Ada'],
])("f-string %s", (template, expected) => {
  expect(mistakesOf("f-string", template)).toEqual([]);
  expect(render("f-string", template, values)).toBe(expected);
});

test.each([
  ["a { b", "2 a single { (Write {{ for a brace.)"],
  ["a } b", "2 a single } (Write }} for a brace.)"],
  ["{a.b}", "0 {a.b} is no name (Only plain names stand in braces.)"],
  ["{name.__class__}", "0 {name.__class__} is no name (Only plain names stand in braces.)"],
  ["{0} {}", "0 {0} is no name (Only plain names stand in braces.)"],
  ["{a!r} {b:>10}", "0 {a!r} is no name (Only plain names stand in braces.)"],
])("f-string mistakes in %s", (template, expected) => {
  expect(mistakesOf("f-string", template)[0]).toBe(expected);
});

test("f-string: what it reads, and what stays where nothing has that name", () => {
  expect(variablesOf("f-string", "{a} {{b}} {c} {a}")).toEqual(["a", "c"]);
  expect(render("f-string", "{a} {constructor}", {})).toBe("{a} {constructor}");
});

test.each([
  ["{{name}} {{{html}}} {{&html}} {{html}}", "Ada <b> <b> &lt;b&gt;"],
  ["{{#list}}{{x}}{{name}} {{/list}}", "1Ada 2Ada "],
  ["{{#items}}{{.}},{{/items}}{{^missing}}none{{/missing}}{{#yes}}y{{/yes}}", "a,b,noney"],
  ["{{#user}}{{name}}{{/user}} {{user.name}} [{{missing}}] {{! comment }}", "Bob Bob [] "],
])("mustache %s", (template, expected) => {
  expect(mistakesOf("mustache", template)).toEqual([]);
  expect(render("mustache", template, values)).toBe(expected);
});

test.each([
  ["{{#a}}b", "Unclosed section"],
  ["{{a", "Unclosed tag"],
  ["{{> x}}", "the partial x cannot be included"],
  ["{{#a}}".repeat(60) + "{{/a}}".repeat(60), "nested too deeply"],
])("mustache mistakes: %s", (template, expected) => {
  expect(mistakesOf("mustache", template).join("\n")).toContain(expected);
});

test("mustache: what it reads; gadgets give nothing; loops end", () => {
  expect(variablesOf("mustache", "{{a}}{{#list}}{{b}}{{/list}}{{c.d}}")).toEqual(["a", "list?", "b?", "c.d"]);
  expect(render("mustache", "{{constructor}}{{user.__proto__.x}}{{#constructor}}x{{/constructor}}", values)).toBe("");
  const l = Array(1000).fill({});
  const { message, took } = refusal(() => render("mustache", "{{#l}}{{#l}}x{{/l}}{{/l}}", { l }));
  expect(message).toContain("steps");
  expect(took).toBeLessThan(200);
});
