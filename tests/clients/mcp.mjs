// Speaks to `copilot mcp` with the official client and prints what it saw as one JSON object.
// node mcp.mjs COPILOT.dll PERSONA
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const [program, persona] = process.argv.slice(2);
const began = performance.now();
const transport = new StdioClientTransport({ command: 'dotnet', args: [program, 'mcp', '--as', persona], env: process.env, stderr: 'pipe' });
let remarks = '';
transport.stderr.on('data', (data) => (remarks += data));
const faults = [];
const client = new Client({ name: 'distribution-copilot-tests', version: '1.0.0' });
client.onerror = (fault) => faults.push(String(fault)); // a line that is not the protocol lands here
await client.connect(transport);
const greetedMs = Math.round(performance.now() - began);
const patient = { timeout: 240_000 };
const { tools } = await client.listTools({}, patient);
const ask = (name, args) => client.callTool({ name, arguments: args }, undefined, patient);
const stock = await ask('odoo__stock', { product: 'GLV-NIT-L' });
const wrong = await ask('odoo__stock', { bogus: 1 });
const policy = await ask('knowledge__search', { question: 'How long may a customer return goods?' });
const many = await Promise.all(Array.from({ length: 20 }, () => ask('odoo__stock', { product: 'GLV-NIT-L' })));
let unknown = null;
try {
  await ask('odoo__open_invoices', {});
} catch (refusal) {
  unknown = { code: refusal.code, message: refusal.message };
}
const closing = performance.now();
const pid = transport.pid;
await client.close();
let alive = true;
try {
  process.kill(pid, 0);
} catch {
  alive = false;
}
process.stdout.write(JSON.stringify({
  server: client.getServerVersion(), instructions: client.getInstructions(), greetedMs, closedMs: Math.round(performance.now() - closing), alive, faults, remarks,
  tools, stock, wrong, policy, unknown, turns: new Set(many.map((result) => result.structuredContent.turnId)).size,
}));
