import type { Ref } from "preact";

const keys: readonly (readonly [key: string, what: string])[] = [
  ["j", "next case"],
  ["k", "case before"],
  ["Enter", "go to the case that is shown"],
  ["/", "search"],
  ["Escape", "leave the search; close this"],
  ["?", "these keys"],
];

/** The keys of the page, in a window of their own. */
export function Help({ dialog }: { readonly dialog: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={dialog} aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">The address names the prompt and the case that are shown: copy it to point somebody there.</p>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
