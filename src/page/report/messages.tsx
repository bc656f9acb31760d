import type { CaseDetail, ShownMessage } from "../../model.ts";
import { formatCounted } from "../../report/numbers.ts";
import { showName, showText } from "../show-text.ts";
import type { Details } from "./read-details.ts";
import { TextDiff } from "./text-diff.tsx";

interface Sent {
  readonly detail: CaseDetail;
  readonly details: Details;
}

/** What the model was asked last: of a case, most often all that is its own. */
export function LastMessage({ detail, details }: Sent) {
  const last = pairMessages(detail).at(-1);
  if (last === undefined) return null;
  return (
    <section class="asked">
      <h4>
        Sent last <span class="muted">({showName(last.role)})</span>
      </h4>
      <MessageText pair={last} details={details} />
    </section>
  );
}

/** All that was sent: where both versions sent something, as one text in which the differences are marked. */
export function AllMessages({ detail, details }: Sent) {
  const pairs = pairMessages(detail);
  if (pairs.length < 2) return null;
  return (
    <details class="messages">
      <summary>
        <h4>
          All {formatCounted(pairs.length, "message")} as they were sent
          {pairs.some(({ before, after }) => before !== null && after !== null) && ", both versions in one"}
        </h4>
      </summary>
      {pairs.map((pair, index) => (
        <section key={index} class="message">
          <h5>
            {showName(pair.role)}
            {pair.only !== null && <span class="muted"> ({pair.only} only)</span>}
          </h5>
          <MessageText pair={pair} details={details} />
        </section>
      ))}
    </details>
  );
}

function MessageText({ pair: { before, after }, details }: { readonly pair: Pair; readonly details: Details }) {
  const [old, young] = [before, after].map((each) => (each === null ? null : details.textOf(each)));
  return (
    <pre>{old != null && young != null ? <TextDiff before={old} after={young} /> : showText(old ?? young ?? "")}</pre>
  );
}

/** A message of both versions at the same place. */
interface Pair {
  readonly role: string;
  readonly before: ShownMessage | null;
  readonly after: ShownMessage | null;
  /** The version that alone has it, where both sent messages. */
  readonly only: "baseline" | "candidate" | null;
}

function pairMessages({ messages: { baseline, candidate } }: CaseDetail): readonly Pair[] {
  const count = Math.max(baseline?.length ?? 0, candidate?.length ?? 0);
  return Array.from({ length: count }, (_, index): Pair => {
    const [before, after] = [baseline?.[index] ?? null, candidate?.[index] ?? null];
    const alone = baseline === null || candidate === null || (before !== null && after !== null);
    const only = alone ? null : before === null ? "candidate" : "baseline";
    return { role: after?.role ?? before?.role ?? "", before, after, only };
  });
}
