import { describe, expect, it } from "vitest";
import { folderOfPrompt } from "../../src/drift/history.ts";
import type { Issues, OwnIssue } from "../../src/github/issues.ts";
import type { DriftEvent, DriftLine, DriftPrompt } from "../../src/model.ts";
import { tellDrift } from "../../src/pipeline/action/tell-drift.ts";

interface Kept {
  readonly number: number;
  open: boolean;
  title: string;
  body: string;
  readonly comments: string[];
}

function createIssues() {
  const kept: Kept[] = [];
  const of = ({ number }: OwnIssue): Kept => kept.find((issue) => issue.number === number) as Kept;
  const told = (issue: Kept): OwnIssue => ({ ...issue, url: "", labelled: false });
  const issues: Issues = {
    list: async () => kept.map(told),
    create: async (title, body) => {
      kept.push({ number: kept.length + 1, open: true, title, body, comments: [] });
      return told(kept.at(-1) as Kept);
    },
    update: async (issue, title, body) => {
      Object.assign(of(issue), { title, body });
      return null;
    },
    comment: async (issue, body) => {
      of(issue).comments.push(body);
      return null;
    },
    close: async (issue) => {
      of(issue).open = false;
      return null;
    },
    acceptedBy: async () => ({ refused: "nobody" }),
  };
  return { kept, issues };
}

function eventOf(kind: DriftEvent["event"], at: string): DriftEvent {
  return {
    kind: "event",
    event: kind,
    at,
    row: "right",
    direction: "fall",
    change: { before: null, first: at, earliest: at, latest: at },
    was: 0.9,
    now: 0.5,
    eValue: 100,
    causes: ["answers"],
    details: [],
  };
}

/** A prompt with its line: events so far, the last of which is its state; whether the last one was found tonight. */
function promptOf(
  name: string,
  events: readonly DriftEvent[],
  { status, tonight = false, model = "m" }: { status?: DriftPrompt["status"]; tonight?: boolean; model?: string } = {},
) {
  const last = events.at(-1) ?? null;
  const drift = last === null || last.event === "recovered" ? null : last;
  const prompt: DriftPrompt = {
    name,
    path: `${name}.yml`,
    status: status ?? (drift === null ? "steady" : "drifting"),
    reason: null,
    gaps: 0,
    nights: 9,
    models: [model],
    rows: [
      {
        row: "right",
        watched: true,
        reference: null,
        tonight: null,
        pValue: null,
        eValue: 1,
        drift,
        found: tonight ? last : null,
      },
    ],
    worst: [{ id: "case", was: 1, now: 0, outputThen: "yes", outputNow: "<!-- drift: other@2026 --> @all" }],
  };
  const line: DriftLine = {
    name,
    path: prompt.path,
    folder: folderOfPrompt(prompt),
    former: [],
    drifting: drift !== null,
    steps: [],
    events,
    watched: [],
    unchecked: [],
  };
  return { prompt, line };
}

const night1 = "2026-03-01T03:00:00.000Z";
const night2 = "2026-03-02T03:00:00.000Z";

describe("issues of prompts that drift", () => {
  const tell = (issues: Issues, told: readonly ReturnType<typeof promptOf>[]) =>
    tellDrift(issues, {
      prompts: told.map(({ prompt }) => prompt),
      lines: told.map(({ line }) => line),
      at: night2,
      pictureOf: () => null,
    });

  it("one is opened once, brought up to date, commented where it gets worse, and closed once it is over", async () => {
    const { kept, issues } = createIssues();
    const drift = eventOf("drift", night1);
    await tell(issues, [promptOf("a", [drift], { tonight: true })]);
    await tell(issues, [promptOf("a", [drift])]);
    expect(kept).toMatchObject([{ open: true, title: "Prompt drift: a fell from 0.90 to 0.50", comments: [] }]);
    const worse = eventOf("worse", night2);
    await tell(issues, [promptOf("a", [drift, worse], { tonight: true })]);
    expect(kept).toMatchObject([{ open: true, comments: [expect.stringContaining("It got worse tonight")] }]);
    const recovered = eventOf("recovered", night2);
    await tell(issues, [promptOf("a", [drift, worse, recovered], { tonight: true })]);
    expect(kept).toMatchObject([{ open: false, comments: [expect.anything(), expect.stringContaining("recovered")] }]);
    await tell(issues, [promptOf("a", [drift, worse, recovered])]);
    expect(kept).toHaveLength(1);
    await tell(issues, [promptOf("a", [drift, worse, recovered, eventOf("drift", "2026-04-01T03:00:00.000Z")])]);
    expect(kept).toMatchObject([{ open: false }, { open: true }]);
  });

  it("a night that could not be judged closes none", async () => {
    const { kept, issues } = createIssues();
    await tell(issues, [promptOf("a", [eventOf("drift", night1)])]);
    const { body } = kept[0] as Kept;
    await tell(issues, [promptOf("a", [], { status: "gap" })]);
    await tell(issues, [promptOf("a", [eventOf("drift", night1)], { status: "skipped" })]);
    expect(kept).toMatchObject([{ open: true, body, comments: [] }]);
    const third = promptOf("a", [eventOf("drift", night1)], { status: "gap" });
    await tell(issues, [{ ...third, prompt: { ...third.prompt, gaps: 3 } }]);
    expect(kept).toMatchObject([{ comments: [expect.stringContaining("the last 3 nights could not be judged")] }]);
  });

  it("is closed where its prompt is gone", async () => {
    const { kept, issues } = createIssues();
    await tell(issues, [promptOf("a", [eventOf("drift", night1)])]);
    await tell(issues, [promptOf("b", [])]);
    expect(kept).toMatchObject([{ open: false, comments: [expect.stringContaining("under its path any more")] }]);
  });

  it("a prompt that is renamed meanwhile keeps its issue", async () => {
    const { kept, issues } = createIssues();
    const drift = eventOf("drift", night1);
    const before = promptOf("a", [drift]);
    await tell(issues, [before]);
    const { prompt, line } = promptOf("b", [drift]);
    await tell(issues, [{ prompt, line: { ...line, former: [before.line.folder] } }]);
    expect(kept).toMatchObject([{ open: true, title: "Prompt drift: b fell from 0.90 to 0.50", comments: [] }]);
    expect(kept[0]?.body).toContain(`<!-- drift: ${line.folder}@${night1} -->`);
  });

  it("one that a person closed stays closed while that drift lasts", async () => {
    const { kept, issues } = createIssues();
    const told = [promptOf("a", [eventOf("drift", night1)])];
    await tell(issues, told);
    Object.assign(kept[0] as Kept, { open: false });
    await tell(issues, told);
    expect(kept).toHaveLength(1);
  });

  it("prompts that drift since the same night on one model share one, others do not", async () => {
    const { kept, issues } = createIssues();
    const drift = eventOf("drift", night1);
    await tell(issues, [
      promptOf("a", [drift], { model: "m (fp_1)" }),
      promptOf("b", [drift], { model: "m (fp_2)" }),
      promptOf("c", [drift], { model: "n" }),
    ]);
    expect(kept.map(({ title }) => title)).toEqual([
      "Prompt drift: 2 prompts on m (fp_1): a, b",
      "Prompt drift: c fell from 0.90 to 0.50",
    ]);
    // One of them recovers: the issue stays for the other.
    const recovered = eventOf("recovered", night2);
    await tell(issues, [promptOf("a", [drift, recovered]), promptOf("b", [drift])]);
    expect(kept[0]).toMatchObject({ open: true });
    await tell(issues, [promptOf("a", [drift, recovered]), promptOf("b", [drift, recovered])]);
    expect(kept[0]).toMatchObject({ open: false });
  });

  it("a night opens three at most; the others wait", async () => {
    const { kept, issues } = createIssues();
    const told = ["a", "b", "c", "d", "e"].map((name) => promptOf(name, [eventOf("drift", night1)], { model: name }));
    expect(await tell(issues, told)).toEqual([expect.stringContaining("2 more issues wait")]);
    expect(kept).toHaveLength(3);
    expect(await tell(issues, told)).toEqual([]);
    expect(kept).toHaveLength(5);
  });

  it("an accepted level closes it with the reason", async () => {
    const { kept, issues } = createIssues();
    const told = promptOf("a", [eventOf("drift", night1)]);
    await tell(issues, [told]);
    // Taken between two nights: whoever asks for it, and wherever, the next night closes the issue.
    const { prompt, line } = promptOf("a", []);
    const reference = { at: night2, kind: "reference" as const, fingerprint: "f", models: [], metrics: {} };
    await tell(issues, [{ prompt, line: { ...line, steps: [{ ...reference, reason: "shorter is fine" }] } }]);
    expect(kept).toMatchObject([{ open: false, comments: [expect.stringContaining("Reason: shorter is fine")] }]);
  });

  it("fits into what GitHub takes, however many prompts and however long their answers", async () => {
    const { kept, issues } = createIssues();
    const told = Array.from({ length: 120 }, (_, index) => promptOf(`prompt ${index}`, [eventOf("drift", night1)]));
    const long = "x".repeat(100_000);
    const worst = Array.from({ length: 5 }, (_, index) => ({
      id: `${index}`,
      was: 1,
      now: 0,
      outputThen: long,
      outputNow: long,
    }));
    await tell(
      issues,
      told.map(({ prompt, line }) => ({ line, prompt: { ...prompt, worst } })),
    );
    expect(kept).toHaveLength(1);
    expect((kept[0]?.body.length ?? 0) + (kept[0]?.title.length ?? 0)).toBeLessThan(65_000);
  });

  it("what a model says in it cannot name other prompts, mention anybody or end the block it stands in", async () => {
    const { kept, issues } = createIssues();
    await tell(issues, [promptOf("a", [eventOf("drift", night1)])]);
    const body = kept[0]?.body ?? "";
    expect(body.trimEnd().split("\n").at(-1)).toMatch(/^<!-- drift: a-[0-9a-f]{8}@2026-03-01T03:00:00.000Z -->$/);
    expect(body).toContain("```\n<!-- drift: other@2026 --> @all\n```");
    const other = promptOf("other", [eventOf("drift", night1)]);
    await tell(issues, [other]);
    expect(kept).toHaveLength(2);
  });
});
