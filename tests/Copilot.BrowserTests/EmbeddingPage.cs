namespace Copilot.BrowserTests;

/// <summary>Somebody else's page on an origin of its own, with as strict a content policy as a page can have that loads anything from elsewhere.</summary>
internal sealed class EmbeddingPage : LocalPage
{
    /// <inheritdoc/>
    protected override string? Policy => $"default-src 'none'; script-src 'self' http://{Service.Authority}; connect-src http://{Service.Authority} ws://{Service.Authority}; img-src data:; style-src 'none'; base-uri 'none'";

    /// <inheritdoc/>
    protected override (string Type, string Body) Answer(string request)
    {
        var host = Service.Authority;
        return request.Contains(" /page.js ", StringComparison.Ordinal)
            ? ("text/javascript", $$"""
                document.querySelector('distribution-copilot').token = async () => {
                  window.asked = (window.asked ?? 0) + 1;
                  window.kept ??= fetch('http://{{host}}/api/v1/demo/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"persona":"sales-rep"}' }).then((r) => r.json());
                  return (await window.kept).token;
                };
                """)
            : request.Contains(" / ", StringComparison.Ordinal)
                ? ("text/html", $"""
                    <!doctype html><html lang="en"><head><title>Intranet</title><link rel="icon" href="data:,"><script type="module" src="http://{host}/widget.js"></script>
                    <script type="module" src="/page.js"></script></head><body><main><h1>Intranet</h1></main><distribution-copilot></distribution-copilot></body></html>
                    """)
                : ("text/plain", string.Empty);
    }
}
