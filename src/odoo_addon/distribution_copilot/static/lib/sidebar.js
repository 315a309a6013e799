/* The copilot beside a record. Plain script that runs as it is in Odoo 14 to 19: it looks at the address of the page and asks the server what is there. */
(function () {
    'use strict';

    var SAYS = 'distribution-copilot:';
    var tab = null, panel = null, frame = null, trouble = null;
    var seen = '', shown = null, open = false, loaded = false;

    function call(route, params) {
        return fetch('/distribution_copilot/' + route, {
            method: 'POST',
            credentials: 'same-origin',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params: params })
        }).then(function (response) { return response.json(); }).then(function (answer) {
            if (answer.error) { throw new Error(answer.error.message); }
            return answer.result;
        });
    }

    /* Until Odoo 17 the address holds #id=7&model=sale.order, since then /odoo/sales/7: an action, or a model, and the record. */
    function place() {
        var hash = new URLSearchParams(location.hash.slice(1));
        if (hash.get('model') && /^[0-9]+$/.test(hash.get('id') || '')) {
            return { model: hash.get('model'), id: Number(hash.get('id')) };
        }
        var parts = location.pathname.split('/').filter(Boolean);
        var last = parts[parts.length - 1];
        if ((parts[0] === 'odoo' || parts[0] === 'scoped_app') && parts.length > 2 && /^[0-9]+$/.test(last)) {
            return { action: decodeURIComponent(parts[parts.length - 2]), id: Number(last) };
        }
        return null;
    }

    function look() {
        var here = place();
        var key = here ? JSON.stringify(here) : '';
        if (key === seen) { return; }
        seen = key;
        if (!here) { show(null); return; }
        call('record', here).then(
            function (record) { if (seen === key) { show(record || null); } },
            function () { if (seen === key) { show(null); } }
        );
    }

    function show(record) {
        shown = record;
        if (record) { build(); }
        if (!tab) { return; }
        draw();
        if (record && open) { begin(); }
    }

    function draw() {
        tab.classList.toggle('shown', !!shown && !open);
        panel.classList.toggle('open', !!shown && open);
        document.body.classList.toggle('distribution-copilot-open', !!shown && open);
        tab.setAttribute('aria-expanded', String(open));
    }

    function element(kind, name, text) {
        var made = document.createElement(kind);
        made.className = name;
        if (text) { made.textContent = text; }
        return made;
    }

    function build() {
        if (tab) { return; }
        tab = element('button', 'distribution-copilot-tab', 'Copilot');
        tab.type = 'button';
        tab.addEventListener('click', function () { open = true; draw(); begin(); });
        panel = element('section', 'distribution-copilot');
        panel.setAttribute('aria-label', 'Copilot');
        var bar = element('div', 'bar', 'Copilot');
        var close = element('button', 'close-copilot', '\u00d7');
        close.type = 'button';
        close.setAttribute('aria-label', 'Close');
        close.addEventListener('click', function () { open = false; draw(); tab.focus(); });
        bar.appendChild(close);
        trouble = element('p', 'trouble');
        trouble.setAttribute('role', 'alert');
        trouble.hidden = true;
        panel.appendChild(bar);
        panel.appendChild(trouble);
        document.body.appendChild(tab);
        document.body.appendChild(panel);
    }

    /* The page is loaded once; from then on it is told which record is in view. */
    function begin() {
        if (!frame) {
            frame = document.createElement('iframe');
            frame.title = 'Copilot';
            frame.allow = 'clipboard-write';
            frame.src = shown.address + '/sidebar';
            frame.addEventListener('load', function () { loaded = true; signIn(); });
            panel.appendChild(frame);
        } else if (loaded) {
            tell('record', { record: shown });
        }
    }

    function signIn() {
        if (!shown) { return; }
        var here = { model: shown.model, id: shown.id };
        call('token', here).then(function (answer) {
            trouble.hidden = !answer.error;
            trouble.textContent = answer.error || '';
            if (answer.token) {
                tell('token', { token: answer.token, record: answer.record, language: document.documentElement.lang || '' });
            }
        }, function (failed) {
            trouble.hidden = false;
            trouble.textContent = failed.message;
        });
    }

    function tell(what, more) {
        frame.contentWindow.postMessage(Object.assign({ type: SAYS + what }, more), shown.address);
    }

    window.addEventListener('message', function (event) {
        if (!frame || !shown || event.source !== frame.contentWindow || event.origin !== shown.address || !event.data) { return; }
        if (event.data.type === SAYS + 'sign-in') {
            signIn();
        } else if (event.data.type === SAYS + 'insert' && typeof event.data.text === 'string') {
            insert(event.data.text.slice(0, 20000)).then(function (done) { tell('inserted', { done: done }); });
        }
    });

    /* The box of the chatter in which a message is written; it has had several names. */
    function box() {
        var all = document.querySelectorAll('.o-mail-Chatter textarea.o-mail-Composer-input, .o_Chatter textarea[class*="ComposerTextInput"]');
        return Array.prototype.filter.call(all, function (one) { return one.className.indexOf('mirrored') < 0 && !one.disabled; })[0] || null;
    }

    function insert(text) {
        var opener = document.querySelector('.o-mail-Chatter-sendMessage, .o_ChatterTopbar_buttonSendMessage, .o_ChatterTopbarView_buttonSendMessage');
        if (!box() && opener) { opener.click(); }
        return new Promise(function (resolve) {
            var tries = 0;
            (function wait() {
                var found = box();
                if (found) {
                    var set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
                    set.call(found, found.value ? found.value + '\n' + text : text);
                    found.dispatchEvent(new Event('input', { bubbles: true }));
                    found.focus();
                    resolve(true);
                } else if (++tries > 30) {
                    resolve(false);
                } else {
                    setTimeout(wait, 100);
                }
            })();
        });
    }

    if (window.top === window && !/\/web\/login/.test(location.pathname)) {
        window.addEventListener('hashchange', look);
        window.addEventListener('popstate', look);
        /* Odoo changes the address without an event that all versions share. */
        setInterval(look, 500);
    }
})();
