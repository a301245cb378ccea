// Drives a sandbox with the official TypeScript package, through every endpoint that both of them have.
//
// Not a test: `test_official_clients.py` runs it, with the folder of the package in NODE_PATH. It prints a line for each
// step that went as it does on the API, and ends with the first that did not.

import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url); // unlike `import`, it looks into NODE_PATH
const { default: Anthropic, toFile } = require("@anthropic-ai/sdk");
const { jsonSchemaOutputFormat } = require("@anthropic-ai/sdk/helpers/json-schema");
const { betaTool, betaJSONSchemaOutputFormat } = require("@anthropic-ai/sdk/helpers/beta/json-schema");

const client = new Anthropic({ maxRetries: 0 });
const admin = new Anthropic({ maxRetries: 0, apiKey: process.env.ANTHROPIC_ADMIN_API_KEY });

const model = "claude-opus-5";
const messages = [{ role: "user", content: "Why is the sea blue?" }];
const question = { model, max_tokens: 500, messages };
const asked = [{ role: "user", content: "What is the weather in Oslo?" }];
const inputSchema = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
const weather = { name: "get_weather", description: "The weather in a city.", input_schema: inputSchema };
const runnable = betaTool({
  name: "get_weather",
  description: "The weather in a city.",
  inputSchema,
  run: ({ city }) => `sunny in ${city}`,
});
const format = {
  type: "object",
  properties: { city: { type: "string" }, degrees: { type: "integer" } },
  required: ["city", "degrees"],
  additionalProperties: false,
};
const skillFiles = async () => [
  await toFile(Buffer.from("---\nname: greeting\ndescription: Greets.\n---\nSay hello.\n"), "greeting/SKILL.md"),
];

const step = (name) => console.log(`ok  ${name}`);
const text = (message) =>
  message.content.map((block) => (block.type === "text" ? block.text : "")).join("");

async function all(list) {
  const items = [];
  for await (const item of list) items.push(item);
  return items;
}

// ---- messages

async function driveMessages() {
  const message = await client.messages.create(question);
  assert.equal(message.stop_reason, "end_turn");
  assert.match(text(message), /Why is the sea blue\?/);
  assert.ok(message._request_id.startsWith("req_"));
  step("messages.create");

  const { data, response, request_id } = await client.messages.create(question).withResponse();
  assert.equal(request_id, response.headers.get("request-id"));
  assert.equal(text(data), text(message));
  step("messages.create.withResponse");

  const events = await all(await client.messages.create({ ...question, stream: true }));
  assert.equal(events.at(0).type, "message_start");
  assert.equal(events.at(-1).type, "message_stop");
  step("messages.create(stream: true)");

  const pieces = [];
  const stream = client.messages.stream(question).on("text", (piece) => pieces.push(piece));
  const final = await stream.finalMessage();
  assert.ok(pieces.length > 1);
  assert.equal(pieces.join(""), text(message));
  assert.equal(await stream.finalText(), text(message));
  assert.equal(final.usage.output_tokens, message.usage.output_tokens);
  step("messages.stream");

  const thought = [];
  const thinking = client.messages.stream({ ...question, max_tokens: 2000, thinking: { type: "adaptive" } });
  const thinker = await thinking.on("thinking", (piece) => thought.push(piece)).finalMessage();
  assert.equal(thinker.content[0].thinking, thought.join(""));
  const history = [
    ...messages,
    { role: "assistant", content: thinker.content },
    { role: "user", content: "And green?" },
  ];
  assert.match(text(await client.messages.create({ ...question, messages: history })), /turn 2/);
  step("messages.stream(thinking) and its continuation");

  assert.equal((await client.messages.create({ ...question, max_tokens: 5 })).stop_reason, "max_tokens");
  const stopped = await client.messages.create({ ...question, stop_sequences: ["sea"] });
  assert.deepEqual([stopped.stop_reason, stopped.stop_sequence], ["stop_sequence", "sea"]);
  step("messages.create(max_tokens: 5), (stop_sequences)");

  const counted = await client.messages.countTokens({ model, messages });
  assert.equal(counted.input_tokens, message.usage.input_tokens);
  assert.deepEqual(await client.beta.messages.countTokens({ model, messages }), counted);
  step("messages.countTokens");
}

async function driveTools() {
  const body = { model, max_tokens: 500, messages: asked, tools: [weather] };
  const message = await client.messages.create(body);
  const use = message.content.at(-1);
  assert.equal(message.stop_reason, "tool_use");
  assert.deepEqual([use.name, Object.keys(use.input)], ["get_weather", ["city"]]);
  const results = [{ type: "tool_result", tool_use_id: use.id, content: "rain" }];
  const turns = [...asked, { role: "assistant", content: message.content }, { role: "user", content: results }];
  assert.match(text(await client.messages.create({ ...body, messages: turns })), /get_weather answered: rain/);
  step("messages.create(tools)");

  const streamed = await client.messages.stream(body).finalMessage();
  assert.deepEqual(streamed.content.at(-1).input, use.input);
  step("messages.stream(tools)");

  const parsed = await client.messages.parse({
    ...question,
    output_config: { format: jsonSchemaOutputFormat(format) },
  });
  assert.equal(typeof parsed.parsed_output.degrees, "number");
  const inBeta = await client.beta.messages.parse({
    ...question,
    output_config: { format: betaJSONSchemaOutputFormat(format) },
  });
  assert.equal(typeof inBeta.parsed_output.city, "string");
  step("messages.parse, beta.messages.parse");
}

async function driveRunners() {
  const body = { model, max_tokens: 500, messages: asked, tools: [runnable] };
  for (const thread of [{}, { thread: false }]) {
    const runner = client.beta.messages.toolRunner({ ...body, ...thread });
    const replies = await all(runner);
    assert.deepEqual(replies.map((reply) => reply.stop_reason), ["tool_use", "end_turn"]);
    assert.match(text(replies.at(-1)), /get_weather answered: sunny in/);
    step(`beta.messages.toolRunner(${JSON.stringify(thread)})`);
  }

  let last;
  for await (const stream of client.beta.messages.toolRunner({ ...body, stream: true })) {
    last = await stream.finalMessage();
  }
  assert.match(text(last), /get_weather answered: sunny in/);
  step("beta.messages.toolRunner(stream: true)");

  const thread = client.beta.messages.thread({ model, max_tokens: 500, system: "Be kind." });
  const says = (content) => [{ role: "user", content }];
  await thread.send(says("My name is Ada."));
  assert.match(text(await thread.send(says("What is my name?"))), /turn 2/);
  assert.match(text(await thread.stream(says("Why?")).finalMessage()), /turn 3/);
  const fork = thread.fork();
  assert.match(text(await thread.send(says("How?"))), /turn 4/);
  assert.match(text(await fork.send(says("When?"))), /turn 4/);
  step("beta.messages.thread, continued, streamed and forked");
}

// ---- batches, models

async function driveBatches() {
  const requests = [
    { custom_id: "good", params: { model, max_tokens: 100, messages } },
    { custom_id: "wrong", params: { model: "no-such-model", max_tokens: 100, messages } },
  ];
  for (const [name, batches] of [
    ["messages.batches", client.messages.batches],
    ["beta.messages.batches", client.beta.messages.batches],
  ]) {
    const batch = await batches.create({ requests });
    assert.equal(batch.processing_status, "in_progress");
    assert.ok((await all(batches.list({ limit: 5 }))).some((each) => each.id === batch.id));
    const deadline = Date.now() + 30_000;
    let ended = batch;
    while (ended.processing_status !== "ended") {
      assert.ok(Date.now() < deadline);
      ended = await batches.retrieve(batch.id);
    }
    assert.deepEqual([ended.request_counts.succeeded, ended.request_counts.errored], [1, 1]);
    const results = new Map((await all(await batches.results(batch.id))).map((line) => [line.custom_id, line.result]));
    assert.equal(results.get("wrong").type, "errored");
    assert.match(text(results.get("good").message), /Why is the sea blue\?/);
    assert.equal((await batches.delete(batch.id)).type, "message_batch_deleted");
    await assert.rejects(batches.retrieve(batch.id), Anthropic.NotFoundError);
    const canceled = await batches.cancel((await batches.create({ requests })).id);
    assert.ok(["canceling", "ended"].includes(canceled.processing_status));
    step(`${name}.create, .list, .retrieve, .results, .cancel, .delete`);
  }
}

async function driveModels() {
  for (const models of [client.models, client.beta.models]) {
    const every = await all(models.list({ limit: 2 }));
    assert.ok(every.length > 2);
    assert.equal(new Set(every.map((each) => each.id)).size, every.length);
    assert.equal((await models.retrieve(model)).id, model);
    await assert.rejects(models.retrieve("no-such-model"), Anthropic.NotFoundError);
  }
  step("models.list, .retrieve");
}

// ---- files, skills

async function driveFiles() {
  for (const [name, files] of [
    ["files", client.files],
    ["beta.files", client.beta.files],
  ]) {
    const upload = async (number) =>
      files.upload({ file: await toFile(Buffer.from(`Text ${number}.`), `${number}.txt`, { type: "text/plain" }) });
    const uploads = [await upload(0), await upload(1), await upload(2)];
    const [first] = uploads;
    assert.deepEqual([first.filename, first.mime_type, first.size_bytes], ["0.txt", "text/plain", 7]);
    const listed = new Set((await all(files.list({ limit: 2 }))).map((each) => each.id));
    assert.ok(uploads.every((each) => listed.has(each.id)));
    assert.equal((await files.retrieveMetadata(first.id)).id, first.id);
    await assert.rejects(files.download(first.id), Anthropic.BadRequestError);
    assert.equal((await files.delete(first.id)).id, first.id);
    await assert.rejects(files.retrieveMetadata(first.id), Anthropic.NotFoundError);
    step(`${name}.upload, .list, .retrieveMetadata, .delete`);
  }

  const message = await client.messages.create({
    ...question,
    messages: [{ role: "user", content: "Write a file with Python." }],
    tools: [{ type: "code_execution_20250825", name: "code_execution" }],
  });
  const made = message.content[1].content.content[0].file_id;
  assert.equal(await (await client.files.download(made)).text(), "Write a file with Python.\n");
  assert.equal(await (await client.beta.files.download(made)).text(), "Write a file with Python.\n");
  step("files.download of a file that code made");
}

async function driveSkills() {
  for (const [name, skills] of [
    ["skills", client.skills],
    ["beta.skills", client.beta.skills],
  ]) {
    const skill = await skills.create({ files: await skillFiles(), display_name: `Greeting of ${name}` });
    assert.equal(skill.display_name, `Greeting of ${name}`);
    assert.ok((await all(skills.list({ limit: 2 }))).some((each) => each.id === skill.id));
    assert.equal((await skills.retrieve(skill.id)).latest_version_id, skill.latest_version_id);
    const version = await skills.versions.create(skill.id, { files: await skillFiles() });
    assert.deepEqual([version.name, version.description], ["greeting", "Greets."]);
    assert.equal((await all(skills.versions.list(skill.id, { limit: 1 }))).length, 2);
    assert.equal((await skills.versions.retrieve("latest", { skill_id: skill.id })).id, version.id);
    if (name === "beta.skills") {
      const packed = await (await skills.versions.download(version.id, { skill_id: skill.id })).arrayBuffer();
      assert.equal(Buffer.from(packed).toString("latin1", 0, 2), "PK");
    }
    const deleted = await skills.versions.delete(version.id, { skill_id: skill.id });
    assert.equal(deleted.type, "skill_version_deleted");
    assert.equal((await skills.delete(skill.id)).type, "skill_deleted");
    await assert.rejects(skills.retrieve(skill.id), Anthropic.NotFoundError);
    step(`${name}.create, .list, .retrieve, .delete, .versions`);
  }
}

// ---- the organization

async function driveOrganization(organization, name) {
  assert.equal((await organization.retrieve()).type, "organization");

  const user = (await all(organization.users.list({ limit: 1 }))).find((each) => each.name === "Grace Hopper");
  assert.equal((await organization.users.retrieve(user.id)).email, user.email);
  assert.equal((await organization.users.update(user.id, { role: "billing" })).role, "billing");
  assert.equal((await organization.users.update(user.id, { role: "user" })).role, "user");
  step(`${name}.users.list, .retrieve, .update`);

  const email = `${name.replace(".", "-")}-of-node@example.com`;
  const invite = await organization.invites.create({ email, role: "user" });
  assert.deepEqual([invite.email, invite.status], [email, "pending"]);
  assert.ok((await all(organization.invites.list({ limit: 1 }))).some((each) => each.id === invite.id));
  assert.equal((await organization.invites.retrieve(invite.id)).id, invite.id);
  assert.equal((await organization.invites.delete(invite.id)).type, "invite_deleted");
  step(`${name}.invites.create, .list, .retrieve, .delete`);

  const workspace = await organization.workspaces.create({ name: `Of ${name}` });
  const workspace_id = workspace.id;
  assert.ok((await all(organization.workspaces.list({ limit: 1 }))).some((each) => each.id === workspace_id));
  assert.equal((await organization.workspaces.retrieve(workspace_id)).name, workspace.name);
  assert.equal((await organization.workspaces.update(workspace_id, { name: "Renamed" })).name, "Renamed");
  const { members } = organization.workspaces;
  await members.add(workspace_id, { user_id: user.id, workspace_role: "workspace_user" });
  assert.deepEqual((await all(members.list(workspace_id))).map((each) => each.user_id), [user.id]);
  assert.equal((await members.retrieve(user.id, { workspace_id })).workspace_role, "workspace_user");
  const changed = await members.update(user.id, { workspace_id, workspace_role: "workspace_developer" });
  assert.equal(changed.workspace_role, "workspace_developer");
  assert.equal((await members.remove(user.id, { workspace_id })).type, "workspace_member_deleted");
  assert.ok((await organization.workspaces.archive(workspace_id)).archived_at);
  step(`${name}.workspaces.create, .list, .retrieve, .update, .archive, .members`);

  const [key] = await all(organization.apiKeys.list({ limit: 1 }));
  assert.equal((await organization.apiKeys.retrieve(key.id)).name, key.name);
  assert.equal((await organization.apiKeys.update(key.id, { name: "A new name" })).name, "A new name");
  step(`${name}.apiKeys.list, .retrieve, .update`);
}

async function driveLeaving() {
  const { users } = admin.organization;
  const gone = (await all(users.list())).find((each) => each.name === "Grace Hopper");
  assert.equal((await users.remove(gone.id)).type, "user_deleted");
  await assert.rejects(users.retrieve(gone.id), Anthropic.NotFoundError);
  step("organization.users.remove");
}

// ---- errors

async function driveErrors() {
  await assert.rejects(client.messages.create({ ...question, max_tokens: -1 }), (error) => {
    assert.ok(error instanceof Anthropic.BadRequestError);
    assert.equal(error.error.error.type, "invalid_request_error");
    assert.ok(error.requestID.startsWith("req_"));
    return true;
  });
  // The sandbox takes every key, unless it is told not to.
  const refused = { headers: { "x-sandbox-fault": "401" } };
  await assert.rejects(client.models.list({}, refused), Anthropic.AuthenticationError);
  await assert.rejects(client.organization.retrieve(), Anthropic.PermissionDeniedError);
  step("errors: 400, 401, 403");
}

await driveMessages();
await driveTools();
await driveRunners();
await driveBatches();
await driveModels();
await driveFiles();
await driveSkills();
await driveOrganization(admin.organization, "organization");
await driveOrganization(admin.beta.organization, "beta.organization");
await driveLeaving();
await driveErrors();
