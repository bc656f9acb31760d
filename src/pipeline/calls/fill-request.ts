import { createHash } from "node:crypto";
import { UserError } from "../../errors.ts";
import type { ContentPart, ModelRequest } from "../../model.ts";
import type { CaseFile } from "../project/case-files.ts";

const hashed = /^sha256:([0-9a-f]{64})$/;

/** The request with the bytes of its files, read now: they are held as long as the call and no longer. */
export async function fillRequest(request: ModelRequest, files: ReadonlyMap<string, CaseFile>): Promise<ModelRequest> {
  if (!request.messages.some(({ content }) => typeof content !== "string")) return request;
  const messages = await Promise.all(
    request.messages.map(async (message) =>
      typeof message.content === "string"
        ? message
        : { ...message, content: await Promise.all(message.content.map((part) => fillPart(part, files))) },
    ),
  );
  return { ...request, messages };
}

async function fillPart(part: ContentPart, files: ReadonlyMap<string, CaseFile>): Promise<ContentPart> {
  if (part.type === "text") return part;
  const [, sha256 = ""] = hashed.exec(part.data) ?? [];
  const file = files.get(sha256);
  const bytes = (await file?.read()) ?? null;
  if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new UserError({
      message: `the file ${file?.path ?? sha256} was changed while the run was under way`,
      hint: "Run again, and leave the files of the cases as they are until it is done.",
    });
  }
  return { ...part, data: Buffer.from(bytes).toString("base64") };
}
