import type { ModelRequest, Reply } from "../model.ts";
import { canonicalHash } from "../source/json.ts";
import { messageText } from "./message-text.ts";
import { createReply } from "./reply.ts";

/** What the simulated support desk sorts messages into. */
export const simulatedLabels = ["billing", "bug", "account", "shipping", "feature", "other"] as const;

type Label = (typeof simulatedLabels)[number];

/** Words by which a topic is recognised; `other` is what is left. */
const topics: Readonly<Record<Exclude<Label, "other">, RegExp>> = {
  billing:
    /\b(?:bill(?:ed|ing)?|charg(?:e|es|ed|ing)|invoices?|refund(?:s|ed)?|pa(?:y|id|yments?)|price|credit card|money|cost)\b/i,
  bug: /\b(?:bugs?|crash(?:es|ed|ing)?|errors?|broken|freez(?:e|es|ing)|fails?|not work(?:ing)?|(?:doesn|won)['’]t (?:work|load|open|start))\b/i,
  account:
    /\b(?:accounts?|pass(?:word|code)s?|log(?:ging|ged)? ?in|login|sign(?:ing|ed)? ?in|e-?mail address|user ?name|profile)\b/i,
  shipping:
    /\b(?:ship(?:s|ped|ping|ment)?|deliver(?:y|ed|ies)?|packages?|parcels?|courier|tracking|arriv(?:e|ed|es))\b/i,
  feature:
    /\b(?:features?|would (?:love|like)|wish|suggest(?:ion)?|could you add|please add|dark mode|support for|integrat(?:e|ion))\b/i,
};

const askedForLabelOnly = /\b(?:label only|only (?:with )?(?:the|one|a) label|nothing but the label|just the label)\b/i;
const ruleForSeveral = /\b(?:several|two|both|more than one|multiple)\b[^.]*\bbilling\b/i;

/** Wrong on this share of messages, the same whatever the instructions: both versions of a prompt err alike. */
const hardMessages = 0.05;
/** And on this share of requests, as the dice of a real model would have it. */
const unluckyRequests = 0.02;

/**
 * A simulated model: it plays the triage of a support desk, reading its instructions as a real one would.
 * Deterministic; anything that it does not know it answers with a short echo.
 */
export function simulateReply(request: ModelRequest): Reply {
  const instructions = request.messages.filter(({ role }) => role === "system" || role === "developer");
  const instruction = instructions.map(messageText).join("\n");
  const last = request.messages.findLast(({ role }) => role === "user");
  const message = last === undefined ? "" : messageText(last);
  const isTriage = simulatedLabels.every((label) => instruction.toLowerCase().includes(label));
  const text = isTriage ? triage(request, instruction, message) : `Simulated answer to: ${message.trim().slice(0, 80)}`;
  const asked = request.messages.map(messageText).join("\n");
  return createReply(text, {
    tokens: { input: estimateTokens(asked), output: estimateTokens(text) },
    model: request.model.startsWith("simulated") ? request.model : `simulated-${request.model}`,
  });
}

function triage(request: ModelRequest, instruction: string, message: string): string {
  const right = sort(message, ruleForSeveral.test(instruction));
  const chance = fraction({ parameters: request.parameters, messages: request.messages.map(messageText) });
  const wrong = fraction(message) < hardMessages || chance < unluckyRequests;
  const label = wrong ? mistakeFor(right, message) : right;
  if (askedForLabelOnly.test(instruction)) return label;
  const sentences = [
    `Thanks for sharing this! I would sort it under **${label}**.`,
    `This one looks like ${label} to me.`,
    `The best fit here is "${label}", so that the right team can help quickly.`,
  ];
  return sentences[Math.floor(fraction([message]) * sentences.length)] ?? label;
}

/** With a rule for messages that fit several labels money comes first; without one, whatever is mentioned first. */
function sort(message: string, hasRule: boolean): Label {
  const found = Object.entries(topics)
    .map(([label, words]) => ({ label: label as Label, at: message.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  if (hasRule && found.some(({ label }) => label === "billing")) return "billing";
  return found[0]?.label ?? "other";
}

function mistakeFor(right: Label, message: string): Label {
  const others = simulatedLabels.filter((label) => label !== right);
  return others[Math.floor(fraction({ message }) * others.length)] ?? "other";
}

/** A number in [0, 1) that depends on the value alone. */
function fraction(value: Parameters<typeof canonicalHash>[0]): number {
  return Number.parseInt(canonicalHash(value).slice(0, 8), 16) / 2 ** 32;
}

/** Four characters a token, as English text has it. */
function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
