import type { Batches, BatchStep, CallResult, Failure, Provider } from "../model.ts";

/** How much of what a provider says is told; the id of its request, which support asks for, stays. */
const toldLength = 300;
const requestId = / \(request [^()]{1,90}\)$/;

/**
 * The same provider, but what it says of a failure passes `tell` first and is shortened then: cut the other way round, half of
 * what must not be told would not be known for it.
 */
export function tellFailures(provider: Provider, tell: (failure: Failure) => string): Provider {
  const told = (failure: Failure): Failure => ({ ...failure, message: shorten(tell(failure)) });
  const result = (given: CallResult): CallResult =>
    given.status === "failed" ? { ...given, failure: told(given.failure) } : given;
  const wrap =
    (call: Provider["call"]): Provider["call"] =>
    async (...given) =>
      result(await call(...given));
  const { batches } = provider;
  return {
    ...provider,
    call: wrap(provider.call.bind(provider)),
    ...(provider.embed && { embed: wrap(provider.embed.bind(provider)) }),
    ...(batches && { batches: wrapBatches(batches, told, result) }),
  };
}

function wrapBatches(
  batches: Batches,
  told: (failure: Failure) => Failure,
  result: (given: CallResult) => CallResult,
): Batches {
  const step = <Value>(given: BatchStep<Value>): BatchStep<Value> =>
    given.status === "failed" ? { ...given, failure: told(given.failure) } : given;
  return {
    upload: async (...given) => step(await batches.upload(...given)),
    start: async (...given) => step(await batches.start(...given)),
    async look(...given) {
      const looked = await batches.look(...given);
      if (looked.status === "failed") return step(looked);
      return { ...looked, value: { ...looked.value, rest: told(looked.value.rest) } };
    },
    async collect(...given) {
      const collected = await batches.collect(...given);
      if (collected.status === "failed") return step(collected);
      return { ...collected, value: new Map([...collected.value].map(([id, each]) => [id, result(each)])) };
    },
  };
}

function shorten(message: string): string {
  const [id = ""] = requestId.exec(message) ?? [];
  const said = [...message.slice(0, message.length - id.length)];
  return said.length <= toldLength ? message : `${said.slice(0, toldLength - 1).join("")}…${id}`;
}
