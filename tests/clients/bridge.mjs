// Makes calls of the official TypeScript package for another process: a line of JSON for each, and one in return.
//
// Not a test: `test_official_clients.py` runs it, with the folder of the package in NODE_PATH. A call is
// `{operation, beta, ids, arguments}`; what comes back is `{value}` or `{error}`. Without `ids` it is asked whether the
// package has such a method: `{exists}`. Bytes are `{"$bytes": base64}`, files `{"$file": [name, base64, type]}`.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url); // unlike `import`, it looks into NODE_PATH
const { default: Anthropic, toFile } = require("@anthropic-ai/sdk");

const options = { maxRetries: 0 };
const clients = {
  api: new Anthropic(options),
  admin: new Anthropic({ ...options, apiKey: process.env.ANTHROPIC_ADMIN_API_KEY }),
};

const bare = (name) => name.replaceAll("_", "").toLowerCase();

// `mcp_oauth_validate` is `mcpOAuthValidate` there: names are compared without their case.
function member(owner, name) {
  const names = [...Object.getOwnPropertyNames(owner), ...Object.getOwnPropertyNames(Object.getPrototypeOf(owner))];
  return owner[names.find((each) => bare(each) === bare(name))];
}

async function revive(value) {
  if (Array.isArray(value)) return Promise.all(value.map(revive));
  if (value === null || typeof value !== "object") return value;
  if ("$file" in value) {
    const [name, data, type] = value.$file;
    return toFile(Buffer.from(data, "base64"), name, type ? { type } : undefined);
  }
  const entries = await Promise.all(Object.entries(value).map(async ([key, each]) => [key, await revive(each)]));
  return Object.fromEntries(entries);
}

async function plain(value) {
  if (typeof value?.arrayBuffer === "function") {
    return { $bytes: Buffer.from(await value.arrayBuffer()).toString("base64") };
  }
  const isPage = typeof value?.getPaginatedItems === "function";
  if (!isPage && typeof value?.[Symbol.asyncIterator] === "function") {
    const items = [];
    for await (const item of value) items.push(item);
    return items;
  }
  return isPage ? { ...value, data: value.getPaginatedItems() } : value;
}

function find({ operation, beta }) {
  const path = operation.replace(/^admin\.(organization\.)?/, "organization.");
  const client = path === operation ? clients.api : clients.admin;
  let owner = null;
  let found = beta ? client.beta : client;
  for (const name of path.split(".")) [owner, found] = [found, found && member(found, name)];
  return found?.bind(owner);
}

async function call(request) {
  const method = find(request);
  const { ids, arguments: given } = request;
  if (!ids) return { exists: Boolean(method) };
  const params = await revive(given);
  try {
    return { value: (await plain(await method(...ids, params))) ?? null };
  } catch (error) {
    return { error: `${error.name}: ${error.message}` };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await call(JSON.parse(line))));
}
