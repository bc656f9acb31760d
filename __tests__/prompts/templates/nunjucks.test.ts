import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/model.ts";
import { mistakesOf, render, variablesOf } from "./render.ts";

const values: JsonObject = {
  name: "Ada",
  n: 30,
  f: 0.5,
  yes: true,
  no: false,
  nothing: null,
  empty: [],
  list: ["a", "b"],
  user: { a: 1, b: "x" },
};

/** Expected texts are those of nunjucks 3.2 without escaping, but for the map, which it prints as [object Object]. */
test.each([
  ["{{yes}} {{nothing}} {{list}} {{n}} {{f}}", "true  a,b 30 0.5"],
  ["{% if empty %}t{% else %}f{% endif %}", "t"],
  ["{% for k, v in user %}{{k}}={{v}};{% endfor %}", "a=1;b=x;"],
  ["{% for x in list %}{{loop.index}}{{x}}{{loop.last}} {% endfor %}", "1afalse 2btrue "],
  ["[{{missing}}] {{ missing | default('d') }} {{ '' | default('e', true)}}", "[] d e"],
  ["{{ user | dump }} {{ user }}", '{"a":1,"b":"x"} {"a":1,"b":"x"}'],
  ["{{ name if no else 'x' }} {{ name ~ yes }}", "x Adatrue"],
  ["{{ list | join(', ') }} {{ list | length}} {{ name | upper }}", "a, b 2 ADA"],
  ["{% set z = n + 1 %}{{z}}", "31"],
  ["system:\nx\nuser:\n{{name}}", "system:\nx\nuser:\nAda"],
  ["{%- if yes %} a {%- endif %} b", " a b"],
  ["{{ list[0] }} {{ user.a }} {{ user['b'] }}", "a 1 x"],
  ["{{ empty or 'z'}}{% if name == 'Ada' and n > 3 %}y{% endif %}", "y"],
  ["{{ 'hello world' | title }} {{ 'aB' | capitalize }} {{ ' x ' | trim }}", "Hello World Ab x"],
])("%s", (template, expected) => {
  expect(mistakesOf("nunjucks", template)).toEqual([]);
  expect(render("nunjucks", template, values)).toBe(expected);
});

test.each([
  ["{{ range.constructor('return process.env')() }}", "is not there"],
  ["{{ name.toUpperCase() }}", "the method toUpperCase is not there"],
  ["{{ user | tojson }}", "the filter tojson is not there"],
  ["{{ user | safe | nl2br }}", "the filter nl2br is not there"],
  ["{% include 'x.txt' %}", "{% include %} is no part of the template language here"],
  ["{% raw %}{{x}}{% endraw %}", "{% raw %} is no part of the template language here"],
])("%s is refused by name", (template, told) => {
  expect(mistakesOf("nunjucks", template).join("\n")).toContain(told);
});

test("filters of the one language are none of the other", () => {
  expect(mistakesOf("jinja", "{{ user | dump }}").join("\n")).toContain("the filter dump is not there");
  expect(variablesOf("nunjucks", "{{ user | dump }} {{ env.HOME }}")).toEqual(["user", "env.HOME"]);
});
