/** The example project of `demo`: a support desk's triage prompt, its golden set, and a tempting edit that breaks it. */

const header = `name: triage
description: Sorts a customer's message into the queue that will answer it.
model: support/simulated-triage
modelParameters:
  temperature: 0
messages:
  - role: system
    content: |
      You sort the messages that reach our support desk.
      Choose exactly one label: billing, bug, account, shipping, feature, other.
`;

const rule = `
      If a message fits several labels, money comes first: choose billing whenever a
      charge, a refund or an invoice is in question, whatever else went wrong, because
      only that queue can refund a customer.
`;

const footer = `
      Answer with the label only.
  - role: user
    content: "{{message}}"
`;

/** The prompt before and after the edit: "tidied up", shorter, and cheaper on every call. */
export const promptPath = "prompts/triage.prompt.yml";
export const baselinePrompt = `${header}${rule}${footer}`;
export const candidatePrompt = `${header}${footer}`;

/** assay.yml of the example; the simulated model is served over HTTP on loopback. */
export function assayYml(baseUrl: string): string {
  return `prompts: ["prompts/*.prompt.yml"]
golden: "golden/{name}.jsonl"
providers:
  # A simulated model, served on this machine: no key, no network.
  support: { baseUrl: "${baseUrl}", keyEnv: null }
scorers:
  - equals: { name: right-queue, value: "{{expected}}" }
# One answer a case and no early stop: the example is small and costs nothing.
run: { trials: 1 }
gate: { stopEarly: false }
`;
}

export const goldenPath = "golden/triage.jsonl";

/** The golden set: one case a line. */
export function goldenSet(): string {
  const line = ([message, expected, tag]: (typeof cases)[number], index: number): string =>
    JSON.stringify({ id: `${tag}-${String(index + 1).padStart(2, "0")}`, vars: { message }, expected, tags: [tag] });
  return `${cases.map(line).join("\n")}\n`;
}

/** Message, the queue it belongs to, and the kind of case. */
const cases: readonly (readonly [message: string, expected: string, tag: string])[] = [
  ["Where can I download my invoice for March?", "billing", "plain"],
  ["You charged my credit card on the 3rd instead of the 5th.", "billing", "plain"],
  ["Is there a lower price for schools?", "billing", "plain"],
  ["I would like a refund for the second seat we never used.", "billing", "plain"],
  ["Can we pay yearly instead of monthly?", "billing", "plain"],
  ["Our finance team asks for a VAT number on every invoice.", "billing", "plain"],
  ["The export button crashes the app every time.", "bug", "plain"],
  ["I get error 502 when I open the dashboard.", "bug", "plain"],
  ["Search is broken since yesterday's update.", "bug", "plain"],
  ["The calendar freezes as soon as I scroll back a year.", "bug", "plain"],
  ["Uploading a photo fails at 99 percent.", "bug", "plain"],
  ["The map doesn't load on my phone.", "bug", "plain"],
  ["How do I change my password?", "account", "plain"],
  ["I cannot log in since I got a new phone.", "account", "plain"],
  ["Please change the email address on file to my new one.", "account", "plain"],
  ["Can two people share one account?", "account", "plain"],
  ["My username shows my maiden name.", "account", "plain"],
  ["Please delete my profile and everything in it.", "account", "plain"],
  ["My parcel has been in the same depot for a week.", "shipping", "plain"],
  ["The tracking page says delivered, but nothing is here.", "shipping", "plain"],
  ["Do you ship to Norway?", "shipping", "plain"],
  ["The courier left the package in the rain.", "shipping", "plain"],
  ["When will my order arrive?", "shipping", "plain"],
  ["I would love a dark mode.", "feature", "plain"],
  ["Could you add an export to spreadsheets?", "feature", "plain"],
  ["I wish the app had support for two languages at once.", "feature", "plain"],
  ["Please add keyboard shortcuts.", "feature", "plain"],
  ["Your team was so kind on the phone, thank you!", "other", "plain"],
  ["Are you hiring designers this summer?", "other", "plain"],
  ["What are your opening hours on Sunday?", "other", "plain"],
  ["The app crashed during checkout and I was charged twice.", "billing", "two-topics"],
  ["I cannot log in any more, yet you keep charging me.", "billing", "two-topics"],
  ["My parcel never arrived, so I want a refund.", "billing", "two-topics"],
  ["Since the error on Monday my invoice shows the wrong amount.", "billing", "two-topics"],
  ["I closed my account in May and was billed in June.", "billing", "two-topics"],
  ["The delivery was late, will you refund the express fee?", "billing", "two-topics"],
  ["The discount code fails and the full price was taken.", "billing", "two-topics"],
  ["After the password reset my payment method was gone.", "billing", "two-topics"],
  ["The package was empty. Who gives me my money back?", "billing", "two-topics"],
  ["A bug in the cart doubled my order and my bill.", "billing", "two-topics"],
  ["I wish I could see the refund you promised last week.", "billing", "two-topics"],
  ["Sign in works again, but the lost days were charged.", "billing", "two-topics"],
];
