using System.Text.Json.Nodes;
using Copilot.Testing.Helpdesk;

namespace Copilot.BrowserTests;

/// <summary>A page that stands for Odoo's: it holds the sidebar in a frame, signs people in, says which record is in view, and keeps what the sidebar says.</summary>
internal sealed class OdooPage : LocalPage
{
    private readonly PracticeOdoo _odoo = new();

    /// <inheritdoc/>
    protected override (string Type, string Body) Answer(string request)
        => request.Contains(" /token/", StringComparison.Ordinal) ? ("text/plain", Token(request.Split("/token/")[1].Split(' ')[0]))
            : request.Contains(" /page.js ", StringComparison.Ordinal) ? ("text/javascript", Script())
            : ("text/html", """
                <!doctype html><html lang="en"><head><title>Odoo</title><link rel="icon" href="data:,"></head><body style="margin:0"><iframe title="Copilot" style="border:0;width:420px;height:800px"></iframe>
                <script src="/page.js"></script></body></html>
                """);

    private string Token(string login)
    {
        var claims = _odoo.Claims(login);
        claims["groups"] = new JsonArray(login switch { "service-agent" => "helpdesk.group_helpdesk_user", "purchaser" => "purchase.group_purchase_user", _ => "sales_team.group_sale_salesman" });
        return PracticeOdoo.Sign(claims);
    }

    private string Script() => $$"""
        const service = '{{Service.GetLeftPart(UriPartial.Authority)}}';
        const frame = document.querySelector('iframe');
        window.said = [];
        window.tell = (type, more) => frame.contentWindow.postMessage({ type: 'distribution-copilot:' + type, ...more }, service);
        window.signIn = async () => window.tell('token', { token: await (await fetch('/token/' + window.login)).text(), record: window.record, language: window.language });
        window.show = (login, record, language = 'en') => {
          Object.assign(window, { login, record, language });
          frame.onload = window.signIn;
          frame.src = service + '/sidebar';
        };
        window.addEventListener('message', (e) => {
          if (e.origin !== service) return;
          window.said.push(e.data);
          if (e.data.type === 'distribution-copilot:sign-in') window.signIn();
          if (e.data.type === 'distribution-copilot:insert') window.tell('inserted', { done: true });
        });
        """;
}
