import { measure } from "../measure.ts";

/** How long it took until a streamed answer began. */
export const timeToFirstToken = measure({
  description: "Passes where a streamed answer began in time; without `max` the time is watched.",
  example: "- time-to-first-token: { max: 800 }",
  unit: "ms",
  measuresCall: true,
  readsFirstToken: true,
  read: ({ reply }) => reply.timeToFirstTokenMs,
  unknown: "the answer was not streamed",
});
