import type { CallResult, Failure, LimitStates } from "../model.ts";
import type { Clock } from "./clock.ts";
import { isCutShort } from "./not-made.ts";
import { createPace, type Outcome } from "./pace.ts";
import type { Throttle } from "./throttle.ts";

/** Of a provider, shared by its models: what assay.yml says it admits. */
export interface Quota {
  readonly requests: Throttle | null;
  readonly tokens: Throttle | null;
}

/** The right to make one call. */
export interface Place {
  /** Makes room for the next call; `tokens` is what it took, null where that is unknown. */
  leave(result: CallResult, tokens: number | null): void;
}

/** The way to one model of a provider: calls enter one by one, as fast as its pace and its provider's quota allow. */
export interface Lane {
  /**
   * Waits for a place; repeats go before first attempts, or they would wait behind the whole plan. Null once the lane
   * is closed.
   */
  enter(repeat: boolean): Promise<Place | null>;
  /** Lets nobody in any more; whoever has a place keeps it. */
  close(): void;
  /** Why there is no point in further calls: for two minutes nothing came but failures. Null while there is. */
  down(): Failure | null;
}

type Waiter = (place: Place | null) => void;

/** Whatever a provider asks for, nobody waits longer at once. */
const longestPauseMs = 60_000;
/** A model from which for so long, and so often in a row, nothing came but failures is given up. */
const patienceMs = 120_000;
const patienceCalls = 10;

export function createLane(fixed: number | null, quota: Quota, clock: Clock): Lane {
  const pace = createPace(fixed);
  // First in, first out.
  const first = new Set<Waiter>();
  const repeats = new Set<Waiter>();
  const closed = new AbortController();
  let active = 0;
  let started = 0;
  let timer: number | null = null;
  /** Mean tokens of an answered call, from the latest ones. */
  let usualTokens = 0;
  const misfortune = { calls: 0, since: clock.now(), last: null as Failure | null };

  const waitFor = (now: number): number =>
    Math.max(pace.wait(now), quota.requests?.wait(now) ?? 0, quota.tokens?.wait(now) ?? 0);

  /** Admits whoever may go now, and comes back when the next one may. */
  const pump = (): void => {
    for (;;) {
      if (active >= pace.window) return;
      const now = clock.now();
      const wait = waitFor(now);
      const queue = repeats.size > 0 ? repeats : first;
      const [waiter] = queue;
      if (waiter === undefined) return;
      if (wait > 0) {
        wakeAt(now + wait);
        return;
      }
      queue.delete(waiter);
      waiter(occupy(now));
    }
  };

  /** One timer at a time: the earliest. */
  const wakeAt = (time: number): void => {
    if (timer !== null && timer <= time) return;
    timer = time;
    void clock.sleep(Math.max(1, time - clock.now()), closed.signal).then(() => {
      if (timer === time) timer = null;
      pump();
    });
  };

  const occupy = (startedAt: number): Place => {
    const tokens = usualTokens;
    active++;
    const number = ++started;
    pace.start(startedAt);
    quota.requests?.take(1, startedAt);
    quota.tokens?.take(tokens, startedAt);
    return {
      leave(result, used) {
        active--;
        const endedAt = clock.now();
        if (used !== null) {
          quota.tokens?.correct(used - tokens);
          usualTokens = usualTokens === 0 ? used : 0.9 * usualTokens + 0.1 * used;
        }
        pace.end({
          startedAt,
          endedAt,
          what: outcomeOf(result),
          demand: first.size + repeats.size > 0,
          underWay: active,
        });
        const pause = pauseOf(result, { since: started - number, usualTokens });
        if (pause > 0) pace.pauseUntil(endedAt + pause);
        note(result, endedAt);
        pump();
      },
    };
  };

  const note = (result: CallResult, now: number): void => {
    if (result.status === "failed" && isCutShort(result.failure)) return;
    if (result.status === "failed" && result.failure.retryable) {
      if (misfortune.calls === 0) misfortune.since = now;
      misfortune.calls++;
      misfortune.last = result.failure;
    } else {
      misfortune.calls = 0;
    }
  };

  return {
    enter: (repeat) =>
      new Promise((admit) => {
        if (closed.signal.aborted) return admit(null);
        (repeat ? repeats : first).add(admit);
        pump();
      }),
    close() {
      closed.abort();
      for (const admit of [...repeats, ...first]) admit(null);
      repeats.clear();
      first.clear();
    },
    down: () =>
      misfortune.calls >= patienceCalls && clock.now() - misfortune.since >= patienceMs ? misfortune.last : null,
  };
}

function outcomeOf(result: CallResult): Outcome["what"] {
  if (result.status === "completed") return "answered";
  const { kind } = result.failure;
  if (kind === "rate-limit") return "rejected";
  if (kind === "timeout") return "timeout";
  return kind === "server" || kind === "connection" || kind === "malformed" ? "overloaded" : "other";
}

/** How long a provider asks everybody to wait: in so many words, or by telling that nothing is left. */
function pauseOf(result: CallResult, sent: { readonly since: number; readonly usualTokens: number }): number {
  const asked = result.status === "failed" ? (result.failure.retryAfterMs ?? 0) : 0;
  return Math.min(longestPauseMs, Math.max(asked, pauseOfLimits(result.limits, sent)));
}

/** `since`: calls sent after the one that was answered: they have been counted by the provider, or will be. */
function pauseOfLimits(
  limits: LimitStates | undefined,
  { since, usualTokens }: { readonly since: number; readonly usualTokens: number },
): number {
  const { requests = null, tokens = null } = limits ?? {};
  const noRequests = requests !== null && requests.remaining - since < 1;
  const noTokens = tokens !== null && tokens.remaining - since * usualTokens < usualTokens;
  return Math.max(noRequests ? (requests.resetMs ?? 0) : 0, noTokens ? (tokens.resetMs ?? 0) : 0);
}
