import { describe, expect, it } from "vitest";
import { type Choice, chooseCases, countChanges, everything } from "../../src/page/report/choose-cases.ts";
import { formatRoute, isNamed, parseRoute } from "../../src/page/report/route.ts";
import { showText } from "../../src/page/show-text.ts";
import { hostileTexts } from "../report/hostile.ts";
import { sampledReport } from "./sampled-report.ts";

const cases = sampledReport(14).report.prompts[0]?.cases ?? [];
const never = () => false;
const choose = (changes: Partial<Choice>, holds: (index: number, search: string) => boolean = never) =>
  chooseCases(cases, { ...everything, ...changes }, { name: "helpful", gated: true, sign: 1 }, holds);

describe("which cases are listed", () => {
  it.each([
    ["all, the worst first", {}, [2, 9, 5, 12, 6, 13, 3, 10, 0, 1, 4, 7, 8, 11]],
    [
      "by change of the score, without one last",
      { order: "difference" },
      [2, 9, 0, 1, 4, 7, 8, 11, 3, 10, 5, 6, 12, 13],
    ],
    ["what got better", { change: "better" }, [3, 10]],
    ["those of a tag", { tag: "billing", order: "golden" }, [0, 3, 6, 9, 12]],
    ["those whose name holds a word, in any case", { search: " TICKET-00003 " }, [2]],
  ] as const)("%s", (_, changes, expected) => expect(choose(changes)).toEqual(expected));

  it("looks into the details for what the report does not hold", () => {
    expect(choose({ search: "deep", order: "golden" }, (index, search) => index === 7 && search === "deep")).toEqual([
      7,
    ]);
  });

  it("orders what is better below by how far it rose", () => {
    const falling = { name: "helpful", gated: true, sign: -1 } as const;
    expect(chooseCases(cases, { ...everything, order: "difference" }, falling, never).slice(0, 3)).toEqual([3, 10, 0]);
  });

  it("counts what there is of each change", () => {
    expect(countChanges(cases)).toEqual([
      ["worse", 2],
      ["better", 2],
      ["failed", 2],
      ["unscored", 2],
      ["same", 6],
    ]);
  });
});

describe("the address of a case", () => {
  it.each(hostileTexts)("leads back to it: %j", (text) => {
    const route = parseRoute(formatRoute({ prompt: `a/${text}`, caseId: text }));
    expect(isNamed(`a/${text}`, route.prompt)).toBe(true);
    if (text !== "") expect(isNamed(text, route.caseId)).toBe(true);
  });

  it("may be damaged", () => expect(parseRoute("#triage/%E0%A4%A")).toEqual({ prompt: "triage", caseId: "%E0%A4%A" }));
});

describe("a text as it is shown", () => {
  it("hides nothing", () => {
    expect(showText("a\u202eb\u0000c\r\nd\te")).toBe("a\\u{202e}b\\u{0}c\nd\te");
    expect(showText("👩‍👩‍👧 é नि")).toBe("👩‍👩‍👧 é नि");
  });
});
