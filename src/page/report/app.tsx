import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PromptReport, Report, ReportPage } from "../../model.ts";
import { Cases } from "./cases.tsx";
import { type Choice, chooseCases, everything } from "./choose-cases.ts";
import { Help } from "./help.tsx";
import { Printed } from "./printed.tsx";
import { PromptList } from "./prompt-list.tsx";
import { PromptView } from "./prompt-view.tsx";
import { openDetails } from "./read-details.ts";
import { formatRoute, isNamed, parseRoute } from "./route.ts";
import { findScore, listScores } from "./score-list.ts";
import { Summary } from "./summary.tsx";
import { Versions } from "./versions.tsx";

/** The whole page. The address says what is shown, and following a link is all that changes it. */
export function App({ page }: { readonly page: ReportPage }) {
  const { report } = page;
  const route = useRoute();
  const details = useDetails();
  const prompts = useMemo(() => listPrompts(report), [report]);
  const ordered = useMemo(
    () => [...orderPrompts(report.prompts), ...prompts.slice(report.prompts.length)],
    [report, prompts],
  );
  const prompt = prompts.find(({ name }) => isNamed(name, route.prompt)) ?? ordered[0] ?? null;
  const index = prompt === null ? -1 : prompts.indexOf(prompt);
  const promptPage = page.prompts[index] ?? null;
  const [choice, setChoice] = useState<Choice>(everything);
  const scores = useMemo(() => (prompt === null ? [] : listScores(prompt)), [prompt]);
  const score = findScore(scores, choice.score, promptPage?.metric ?? null);
  const positions = useMemo(
    () =>
      prompt === null || promptPage === null
        ? []
        : chooseCases(prompt.cases, choice, score, (position, search) => {
            const line = promptPage.details[position] ?? null;
            return line !== null && details.holds(line, search);
          }),
    [prompt, promptPage, choice, score, details],
  );
  const linked = prompt?.cases.findIndex(({ id }) => isNamed(id, route.caseId)) ?? -1;
  // Until one is chosen, the first of the list is shown.
  const selected = linked >= 0 ? linked : (positions[0] ?? null);
  const search = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDialogElement>(null);

  const choose = (position: number): void => {
    const entry = prompt?.cases[position];
    if (prompt === null || entry === undefined) return;
    // Not a step back each: the browser's button leads out of the page.
    history.replaceState(null, "", formatRoute({ prompt: prompt.name, caseId: entry.id }));
    dispatchEvent(new HashChangeEvent("hashchange"));
  };
  const move = (step: 1 | -1): void => {
    const row = selected === null ? -1 : positions.indexOf(selected);
    const next = row < 0 ? (step === 1 ? 0 : positions.length - 1) : row + step;
    const position = positions[Math.max(0, Math.min(positions.length - 1, next))];
    if (position !== undefined) choose(position);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => {
      const shown = document.getElementById("case");
      shown?.scrollIntoView({ block: "start" });
      shown?.focus({ preventScroll: true });
    },
    "/": () => {
      search.current?.scrollIntoView({ block: "center" });
      search.current?.focus();
    },
    "?": () => (help.current?.open ? help.current.close() : help.current?.showModal()),
  });
  useEffect(() => {
    // A link to a case leads to it, wherever on the page it stands.
    if (linked >= 0) document.getElementById("case")?.scrollIntoView();
  }, []);
  const printing = usePrinting();
  const printed = useMemo(() => {
    const places = new Map(prompts.map((each, at) => [each, at]));
    return ordered.flatMap((each) => {
      const own = page.prompts[places.get(each) ?? -1];
      return own === undefined ? [] : [{ prompt: each, page: own }];
    });
  }, [prompts, ordered, page]);
  useEffect(() => {
    document.title = `Prompt Assay: ${page.headline}`;
  }, [page]);

  return (
    <>
      <main>
        <Summary page={page} />
        {(report.variants ?? []).map((versions, position) => (
          <Versions key={position} report={versions} words={page.variants[position] ?? []} />
        ))}
        {prompt !== null && (
          <PromptList prompts={ordered} variants={prompts.length - report.prompts.length} shown={prompt} />
        )}
        {prompt !== null && promptPage !== null && (
          <div class={printing ? "no-print" : ""}>
            <PromptView key={index} prompt={prompt} page={promptPage} />
            <Cases
              key={`cases ${index}`}
              prompt={prompt}
              page={promptPage}
              details={details}
              scores={scores}
              score={score}
              choice={choice}
              setChoice={setChoice}
              positions={positions}
              selected={selected}
              choose={choose}
              search={search}
              samples={report.samples?.path ?? null}
            />
          </div>
        )}
        {printing && <Printed prompts={printed} />}
      </main>
      <footer class="page-foot">
        <p>
          Prompt Assay. A dash stands for what is not known; what failed or could not be scored is never counted as 0.
        </p>
        <button type="button" class="no-print" onClick={() => help.current?.showModal()}>
          Keys <kbd>?</kbd>
        </button>
      </footer>
      <Help dialog={help} />
    </>
  );
}

/** Whether the page is about to go to paper, or is shown as it would look there. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => matchMedia("print").matches);
  useEffect(() => {
    const paper = matchMedia("print");
    const follow = (): void => setPrinting(paper.matches);
    const begin = (): void => setPrinting(true);
    const end = (): void => setPrinting(false);
    paper.addEventListener("change", follow);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      paper.removeEventListener("change", follow);
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

function useRoute() {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}

/** Details stand behind the script, so that the page is drawn before they are read. */
function useDetails() {
  const [details, setDetails] = useState(openDetails);
  useEffect(() => {
    if (document.readyState !== "loading") return setDetails(openDetails());
    const read = () => setDetails(openDetails());
    document.addEventListener("DOMContentLoaded", read, { once: true });
    return () => document.removeEventListener("DOMContentLoaded", read);
  }, []);
  return details;
}

type Keys = Readonly<Record<string, () => void>>;

/** Keys of the page; where something is written they are letters. */
function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
        if (event.key === "Escape" || (event.key === "Enter" && target.type === "search")) target.blur();
        return;
      }
      // A button, a link or a fold that has the focus is pressed by Enter.
      const pressed = target instanceof Element && target.closest("button, a, summary, dialog") !== null;
      if (pressed && event.key === "Enter") return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

const order = [
  "regression",
  "below-threshold",
  "error",
  "skipped",
  "inconclusive",
  "improvement",
  "no-regression",
  "above-threshold",
  "new",
  "unchanged",
  "deleted",
] as const satisfies readonly PromptReport["verdict"][];

/** In the order of the page's own: the report's prompts, and behind them its variants. */
function listPrompts({ prompts, variants = [] }: Report): readonly PromptReport[] {
  return [...prompts, ...variants.flatMap(({ versions }) => versions.flatMap(({ details }) => details ?? []))];
}

function orderPrompts(prompts: readonly PromptReport[]): readonly PromptReport[] {
  return prompts.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}
