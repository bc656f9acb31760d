import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PromptReport, ReportPage } from "../../model.ts";
import { Cases } from "./cases.tsx";
import { type Choice, chooseCases, everything } from "./choose-cases.ts";
import { Help } from "./help.tsx";
import { PromptList } from "./prompt-list.tsx";
import { PromptView } from "./prompt-view.tsx";
import { openDetails } from "./read-details.ts";
import { formatRoute, isNamed, parseRoute } from "./route.ts";
import { Summary } from "./summary.tsx";
import { Versions } from "./versions.tsx";

/** The whole page. The address says what is shown, and following a link is all that changes it. */
export function App({ page }: { readonly page: ReportPage }) {
  const { report } = page;
  const route = useRoute();
  const details = useDetails();
  const ordered = useMemo(() => orderPrompts(report.prompts), [report]);
  const prompt = report.prompts.find(({ name }) => isNamed(name, route.prompt)) ?? ordered[0] ?? null;
  const index = prompt === null ? -1 : report.prompts.indexOf(prompt);
  const promptPage = page.prompts[index] ?? null;
  const [choice, setChoice] = useState<Choice>(everything);
  const positions = useMemo(
    () =>
      prompt === null || promptPage === null
        ? []
        : chooseCases(prompt.cases, choice, promptPage.metric, (position, search) => {
            const line = promptPage.details[position] ?? null;
            return line !== null && details.holds(line, search);
          }),
    [prompt, promptPage, choice, details],
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
        {prompt !== null && promptPage !== null && (
          <>
            <PromptList prompts={ordered} shown={prompt} />
            <PromptView key={index} prompt={prompt} page={promptPage} />
            <Cases
              key={`cases ${index}`}
              prompt={prompt}
              page={promptPage}
              details={details}
              choice={choice}
              setChoice={setChoice}
              positions={positions}
              selected={selected}
              choose={choose}
              search={search}
              samples={report.samples?.path ?? null}
            />
          </>
        )}
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

function orderPrompts(prompts: readonly PromptReport[]): readonly PromptReport[] {
  return prompts.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}
