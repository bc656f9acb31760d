import { measure } from "../measure.ts";

/** How long the call took. */
export const latency = measure({
  description: "Passes where the answer came in time; without `max` the time is watched, as it is of every sample.",
  example: "- latency: { name: fast, max: 3000 }",
  unit: "ms",
  measuresCall: true,
  read: ({ latencyMs }) => latencyMs,
  unknown: "the time of the call is unknown",
});
