import { missingSettings } from "../errors.ts";
import type { CallResult, Json, Problem, ProviderConfig } from "../model.ts";
import { isObject } from "../source/json.ts";
import { failed, redact, toOneLine } from "./failure.ts";
import { createFetch } from "./http-fetch.ts";
import type { ProviderContext } from "./provider-type.ts";
import { text } from "./read-json.ts";

const defaultAuthority = "https://login.microsoftonline.com";
const audience = "api://AzureADTokenExchange";
/** A token is renewed this long before it ends. */
const reserveMs = 5 * 60_000;

/** A token for a call, or why there is none. */
export type TokenResult = { readonly token: string } | { readonly failure: CallResult };

interface Identity {
  readonly tenantId: string;
  readonly clientId: string;
  readonly authority: string;
  readonly requestUrl: string;
  readonly requestToken: string;
}

/** Where each part of the identity is read: assay.yml first, then the environment. */
function readIdentity({ settings = {} }: ProviderConfig, { environment }: ProviderContext): Identity {
  const read = (key: string, variable: string): string => text(settings[key]) ?? environment[variable]?.trim() ?? "";
  return {
    tenantId: read("tenantId", "AZURE_TENANT_ID"),
    clientId: read("clientId", "AZURE_CLIENT_ID"),
    authority: (read("authority", "AZURE_AUTHORITY_HOST") || defaultAuthority).replace(/\/+$/, ""),
    requestUrl: environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "",
    requestToken: environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "",
  };
}

/** What lacks for a token: the application's ids, or the job's permission to ask GitHub who it is. */
export function checkIdentity(name: string, config: ProviderConfig, context: ProviderContext): readonly Problem[] {
  const identity = readIdentity(config, context);
  const problems: Problem[] = [];
  const lacking = [
    ...(identity.tenantId === "" ? ["tenantId (or AZURE_TENANT_ID)"] : []),
    ...(identity.clientId === "" ? ["clientId (or AZURE_CLIENT_ID)"] : []),
  ];
  if (lacking.length > 0) {
    problems.push(
      missingSettings(name, lacking, "Both are ids of the application in Entra, and no secrets.", config.place),
    );
  }
  if (identity.requestUrl === "" || identity.requestToken === "") {
    const hint = "Give the job this permission: permissions: { id-token: write }. Outside of GitHub Actions use a key.";
    problems.push(missingSettings(name, ["a token of GitHub's for this job"], hint, config.place));
  }
  return problems;
}

/** Exchanges GitHub's word for who this job is for a token of Entra's, and keeps that until it ends. */
export function createTokenSource(
  config: ProviderConfig,
  context: ProviderContext,
  scope: string,
): (signal: AbortSignal) => Promise<TokenResult> {
  let current: { readonly result: Promise<TokenResult & { readonly expires?: number }> } | null = null;
  let expires = Number.POSITIVE_INFINITY;
  return async (signal) => {
    if (current === null || Date.now() > expires - reserveMs) {
      expires = Number.POSITIVE_INFINITY;
      current = { result: exchange(readIdentity(config, context), context, scope, signal) };
    }
    const mine = current;
    const result = await mine.result;
    // A refusal is asked about again by the next call, if there is one.
    if ("failure" in result && current === mine) current = null;
    if (result.expires !== undefined && current === mine) expires = result.expires;
    return result;
  };
}

async function exchange(
  identity: Identity,
  context: ProviderContext,
  scope: string,
  signal: AbortSignal,
): Promise<TokenResult & { readonly expires?: number }> {
  const asked = new URL(identity.requestUrl);
  asked.searchParams.set("audience", audience);
  const github = await askJson(asked, "GitHub", { authorization: `Bearer ${identity.requestToken}` }, context, signal);
  if ("failure" in github) return github;
  const assertion = text(github.body["value"]);
  if (assertion === null) return refused("GitHub gave no token for this job");
  const url = new URL(`${identity.authority}/${encodeURIComponent(identity.tenantId)}/oauth2/v2.0/token`);
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: identity.clientId,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    scope,
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const entra = await askJson(url, "Entra", headers, context, signal, form.toString(), assertion);
  if ("failure" in entra) return entra;
  const token = text(entra.body["access_token"]);
  if (token === null) return refused("Entra gave no token");
  const seconds = entra.body["expires_in"];
  return { token, expires: Date.now() + (typeof seconds === "number" ? seconds : 600) * 1000 };
}

/** Asks one of the two; their errors are told without what was sent to them. */
async function askJson(
  url: URL,
  who: string,
  headers: Readonly<Record<string, string>>,
  context: ProviderContext,
  signal: AbortSignal,
  form: string | null = null,
  secret: string | null = null,
): Promise<{ readonly body: Readonly<Record<string, Json>> } | { readonly failure: CallResult }> {
  try {
    const settings = form === null ? { headers, signal } : { method: "POST", headers, body: form, signal };
    const response = await createFetch(url, context.environment)(url, settings);
    const body = (await response.json().catch(() => null)) as Json;
    if (response.status === 200 && isObject(body)) return { body };
    const said = isObject(body) ? (text(body["error_description"]) ?? text(body["error"])) : null;
    const words = said === null ? "" : `: ${toOneLine(redact(said, secret))}`;
    return refused(`${who} gave no token for this job: ${response.status}${words}`, response.status);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      failure: failed("connection", `no connection to ${url.origin}: ${toOneLine(message)}`, { retryable: true }),
    };
  }
}

function refused(message: string, httpStatus: number | null = null): { readonly failure: CallResult } {
  const retryable = httpStatus !== null && (httpStatus === 429 || httpStatus >= 500);
  return { failure: failed(retryable ? "server" : "refused-key", message, { httpStatus, retryable }) };
}
