// Speaks to the bot as Microsoft's Direct Line client does, over a Direct Line that is on this machine; prints what came back, one JSON line a question.
// node directline.mjs GATE QUESTION…   (GATE takes activities in for the bot; this connector itself signs nothing)
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');

// Asked for by the client even where it polls; Node has none before version 22.
globalThis.WebSocket ??= class {};
const express = require('express');
const { getRouter } = require('offline-directline');
const { DirectLine } = require('botframework-directlinejs');

const [gate, ...questions] = process.argv.slice(2);
const say = console.log;

// The connector tells what it does on standard output; that belongs to the answers.
console.log = console.warn = () => {};
const app = express();
const server = app.listen(0, '127.0.0.1', async () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  app.use(getRouter(address, gate, true));
  const line = new DirectLine({ domain: `${address}/directline`, secret: 'none', webSocket: false, pollingInterval: 200 });
  const heard = [];
  let wake = () => {};
  line.activity$.subscribe((activity) => {
    if (activity.type === 'message' && activity.from?.id !== 'somebody') {
      heard.push(activity);
      wake();
    }
  });
  for (const question of questions) {
    const asked = await new Promise((resolve) => line.postActivity({ type: 'message', from: { id: 'somebody', name: 'Sofia Marin' }, text: question, locale: 'en-GB' })
      .subscribe({ next: resolve, error: (e) => { say(JSON.stringify({ question, fault: String(e) })); process.exit(1); } }));

    // An answer may be several messages; the one with the words is waited for.
    let answer;
    while (!(answer = heard.find((activity) => activity.replyToId === asked && activity.text))) {
      await new Promise((resolve) => (wake = resolve));
    }
    say(JSON.stringify({ question, text: answer.text, entities: answer.entities ?? [], attachments: answer.attachments ?? [] }));
  }
  process.exit(0);
});
