import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { goldenHash } from "../../src/golden/golden-hash.ts";
import type { Case, ModelRequest, Problem } from "../../src/model.ts";
import { fillRequest } from "../../src/pipeline/calls/fill-request.ts";
import { createCaseFiles } from "../../src/pipeline/project/case-files.ts";
import { withRepository } from "../changes/support.ts";
import { casesOf, told } from "../golden/helpers.ts";
import { createRepository, type TestRepository } from "../support/repository.ts";
import { requestOf } from "../support/requests.ts";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 1]);
const sha256 = createHash("sha256").update(png).digest("hex");
const lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";

const repository: Promise<TestRepository> = createRepository({
  "golden/in/photo.png": png,
  "golden/in/large.png": new Uint8Array(20_000_001),
  "golden/in/half.pdf": new Uint8Array(16_000_000),
  "golden/in/other.pdf": new Uint8Array(15_000_000).fill(1),
  "golden/in/pointer.png": lfs,
  "shared/logo.png": png,
});

/** What becomes of a case with this variable, where assay.yml stands in `golden`. */
async function attach(photo: unknown): Promise<{
  readonly testCase: Case;
  readonly problems: readonly Problem[];
  readonly fill: (request: ModelRequest) => Promise<ModelRequest>;
}> {
  return withRepository(await repository, async (opened) => {
    const files = createCaseFiles(await opened.tree("HEAD"), { directory: "golden" });
    const attached = await files.attach(casesOf([{ id: "a", vars: { photo: photo as never } }])[0] as Case);
    const bytes = new Map(
      await Promise.all([...files.found].map(async ([key, file]) => [key, await file.read()] as const)),
    );
    const found = new Map(
      [...files.found].map(([key, file]) => [key, { ...file, read: async () => bytes.get(key) ?? null }]),
    );
    return { ...attached, fill: (request) => fillRequest(request, found) };
  });
}

/** As a class has them: read from the prototype, so that copying the object leaves them out. */
function readers(values: object): PropertyDescriptorMap {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { get: () => value }]));
}

function readersOwn(values: object): PropertyDescriptorMap {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, enumerable: true }]));
}

describe("files of cases", () => {
  it.each(["in/photo.png", "./in/../in/photo.png", "../shared/logo.png"])(
    "%s is known by its content, and sent whole",
    async (path) => {
      const { testCase, problems, fill } = await attach({ image: path });
      expect(problems).toEqual([]);
      expect(testCase.vars).toEqual({ photo: { image: path, sha256 } });
      const part = { type: "image", mediaType: "image/png", data: `sha256:${sha256}` } as const;
      const request = requestOf({ messages: [{ role: "user", content: [part] }] });
      expect((await fill(request)).messages).toEqual([
        { role: "user", content: [{ ...part, data: Buffer.from(png).toString("base64") }] },
      ]);
    },
  );

  it("another content is another case, another layout of the file is not", async () => {
    const [one] = casesOf([{ id: "a", vars: { photo: { image: "x.png", sha256: "1" } } }]);
    const [other] = casesOf([{ id: "a", vars: { photo: { image: "x.png", sha256: "2" } } }]);
    expect(goldenHash([one as Case])).not.toBe(goldenHash([other as Case]));
  });

  it("a case whose texts are on disk keeps all of them", async () => {
    const [whole] = casesOf([{ id: "a", vars: { photo: { image: "in/photo.png" } }, expected: "e", context: "c" }]);
    const { vars, expected, context, ...rest } = whole as Case;
    const onDisk = Object.create(Object.defineProperties({}, readers({ vars, expected, context })), readersOwn(rest));
    await withRepository(await repository, async (opened) => {
      const files = createCaseFiles(await opened.tree("HEAD"), { directory: "golden" });
      const { testCase } = await files.attach(onDisk as Case);
      expect(testCase).toMatchObject({ id: "a", expected: "e", context: "c", vars: { photo: { sha256 } } });
    });
  });

  it("a hash that somebody wrote is not believed", async () => {
    const { testCase } = await attach({ image: "in/photo.png", sha256: "0".repeat(64) });
    expect(testCase.vars).toEqual({ photo: { image: "in/photo.png", sha256 } });
  });

  it("a file that changes during the run ends it", async () => {
    const changed = new Map([[sha256, { path: "in/photo.png", read: async () => new Uint8Array([1]) }]]);
    const part = { type: "image", mediaType: "image/png", data: `sha256:${sha256}` } as const;
    const filling = fillRequest(requestOf({ messages: [{ role: "user", content: [part] }] }), changed);
    await expect(filling).rejects.toThrow(UserError);
  });

  it.each<[string, unknown, string]>([
    [
      "a slip",
      { image: "in/foto.png" },
      'the case names the file "golden/in/foto.png", which is not in the repository at',
    ],
    ["its nearest", { image: "in/photos.png" }, '(Did you mean "golden/in/photo.png"?)'],
    [
      "outside",
      { image: "../../etc/passwd.png" },
      'the file "../../etc/passwd.png", which is not inside the repository',
    ],
    ["absolute", { image: "/etc/passwd.png" }, 'the file "/etc/passwd.png", which is not inside the repository'],
    ["a back slash", { image: "in\\photo.png" }, "which is not inside the repository"],
    [
      "an ending",
      { image: "in/photo.bmp" },
      'sends "in/photo.bmp" as an image, but its ending is not known (Known endings: .png',
    ],
    ["an image as a file", { file: "in/photo.png" }, 'sends "in/photo.png" as a file, but its ending is not known'],
    ["a large one", { image: "in/large.png" }, '"golden/in/large.png" is larger than 20 MB'],
    [
      "too much together",
      [{ file: "in/half.pdf" }, { file: "in/other.pdf" }],
      'the files of the case "a" are larger than 30 MB',
    ],
    ["a Git LFS pointer", { image: "in/pointer.png" }, "golden/in/pointer.png"],
  ])("bad input: %s", async (_, photo, expected) => {
    const { problems } = await attach(photo);
    expect(told(problems)[0]).toContain(expected);
    expect(problems[0]?.place).toEqual({ path: "a.jsonl", line: 1 });
  });

  it("a symbolic link is not followed", async () => {
    const linked = await createRepository({ "photo.png": png });
    await linked.link("link.png", "photo.png");
    await linked.commit();
    await withRepository(linked, async (opened) => {
      for (const tree of [await opened.tree("HEAD"), await opened.workingTree()]) {
        const files = createCaseFiles(tree, { directory: "" });
        const { problems } = await files.attach(casesOf([{ id: "a", vars: { p: { image: "link.png" } } }])[0] as Case);
        expect(told(problems)[0]).toContain('the case names "link.png", which is a symbolic link');
      }
    });
  });
});
