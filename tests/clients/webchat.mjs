// A page with Microsoft's Web Chat on it, and the Direct Line it speaks to, both on this machine; prints the page's address.
// node webchat.mjs GATE BUNDLE   (GATE takes activities in for the bot; BUNDLE is the script of botframework-webchat)
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const express = require('express');
const { getRouter } = require('offline-directline');

const [gate, bundle] = process.argv.slice(2);
const say = console.log;

// The connector tells what it does on standard output; that belongs to the address.
console.log = console.warn = () => {};
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Web Chat</title><link rel="icon" href="data:,"><script src="/webchat.js"></script></head>
<body style="margin:0"><main id="chat" style="height:100vh"></main><script>
const directLine = window.WebChat.createDirectLine({ domain: location.origin + '/directline', secret: 'none', webSocket: false, pollingInterval: 300 });
window.heard = [];
directLine.activity$.subscribe((activity) => window.heard.push(activity));
window.WebChat.renderWebChat({ directLine, userID: 'somebody', username: 'Sofia Marin', locale: 'en-GB' }, document.getElementById('chat'));
</script></body></html>`;
const app = express();
const server = app.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  app.get('/', (_, response) => response.type('html').send(page));
  app.get('/webchat.js', (_, response) => response.sendFile(bundle, { dotfiles: 'allow' }));
  app.use(getRouter(address, gate, true));
  say(address);
});
