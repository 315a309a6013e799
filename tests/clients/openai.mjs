// Asks the copilot with the official client of OpenAI's API and prints what it saw as one JSON object.
// node openai.mjs ADDRESS TOKEN QUESTION
import OpenAI from 'openai';

const [address, token, question] = process.argv.slice(2);
const client = new OpenAI({ baseURL: `${address}v1`, apiKey: token, maxRetries: 0 });
const model = 'distribution-copilot';
const models = [];
for await (const found of await client.models.list()) models.push(found.id);

const whole = await client.chat.completions.create({ model, messages: [{ role: 'user', content: question }] });
const said = whole.choices[0].message;

const chunks = [];
const stream = await client.chat.completions.create({ model, stream: true, stream_options: { include_usage: true }, messages: [{ role: 'user', content: question }] });
for await (const chunk of stream) chunks.push(chunk);

const runner = client.chat.completions.stream({ model, messages: [{ role: 'user', content: question }, said, { role: 'user', content: 'And why?' }] });
const followUp = await runner.finalChatCompletion();

const refusal = async (parameters, key = token) => {
  try {
    await new OpenAI({ baseURL: `${address}v1`, apiKey: key, maxRetries: 0 }).chat.completions.create({ model, messages: [{ role: 'user', content: question }], ...parameters });
    return null;
  } catch (error) {
    return { kind: error.constructor.name, status: error.status, code: error.code, param: error.param, message: error.message };
  }
};
process.stdout.write(JSON.stringify({
  models, whole,
  streamed: chunks.map((chunk) => chunk.choices[0]?.delta?.content ?? '').join(''),
  finish: chunks.map((chunk) => chunk.choices[0]?.finish_reason).filter(Boolean),
  last: chunks.find((chunk) => chunk.choices[0]?.finish_reason)?.copilot,
  usage: chunks.at(-1).usage,
  followUp,
  several: await refusal({ n: 2 }),
  tools: await refusal({ tools: [{ type: 'function', function: { name: 'x', parameters: {} } }] }),
  other: await refusal({ model: 'gpt-4o' }),
  stranger: await refusal({}, 'sk-wrong'),
}));
