using Copilot.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The chat in a window of its own, as a person meets it. Whatever the browser complains about is kept and must be nothing.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private static readonly float Patience = 30_000;
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private ChatPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add(message.Type + ": " + message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add("page error: " + error);
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Requests.Add(request.Url);
            }
        };
    }

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public ILocator Box => Page.GetByRole(AriaRole.Textbox, new() { Name = "Your question" });

    public ILocator Messages => Page.Locator("copilot-message");

    public ILocator Last => Messages.Last;

    public ILocator Drawer => Page.GetByRole(AriaRole.Complementary, new() { Name = "Source" });

    public static async Task<ChatPage> OpenAsync(
        ChatService service, int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB")
    {
        var page = await BlankAsync(service, width, height, scheme, locale);
        await page.Page.GotoAsync(service.Address.ToString());
        await Expect(page.Page.Locator("copilot-sign-in h2")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>A window that shows nothing yet.</summary>
    public static async Task<ChatPage> BlankAsync(
        ChatService service, int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB")
    {
        var context = await service.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = locale,
            TimezoneId = "Europe/Paris",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new ChatPage(context, await context.NewPageAsync());
    }

    /// <summary>Another tab of the same window.</summary>
    public async Task<ChatPage> TabAsync(ChatService service)
    {
        var tab = new ChatPage(_context, await _context.NewPageAsync());
        await tab.Page.GotoAsync(service.Address.ToString());
        await Expect(tab.Page.Locator("copilot-sign-in h2")).ToBeVisibleAsync();
        return tab;
    }

    public Task OfflineAsync(bool offline) => _context.SetOfflineAsync(offline);

    public async Task SignInAsync(string role)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = role }).ClickAsync();
        await Expect(Box).ToBeVisibleAsync();
    }

    public async Task AskAsync(string question)
    {
        var before = await Messages.CountAsync();
        await Box.FillAsync(question);
        await Box.PressAsync("Enter");
        await Expect(Messages).ToHaveCountAsync(before + 1);
        await Expect(Last.GetByRole(AriaRole.Button, new() { Name = "Ask again" })).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    public Task<string> AnswerAsync() => Last.Locator(".answer").InnerTextAsync();

    /// <summary>Runs axe-core inside the page (through the debugger, which the content policy does not stop) and fails on any violation.</summary>
    public async Task MeetsAccessibilityRulesAsync(string state)
    {
        var axe = RepositoryRoot.Join("src", "widget", "node_modules", "axe-core", "axe.min.js");
        Assert.True(File.Exists(axe), "axe-core is not installed: npm ci in src/widget");
        await Page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        var found = await Page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.help + ' | ' + v.nodes.map(n => JSON.stringify(n.target) + ' ' + n.failureSummary).join(' || '))");
        Assert.True(found.Length == 0, state + ":\n" + string.Join('\n', found));
    }

    public async Task FitsItsWidthAsync()
    {
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
        var wide = await Page.EvaluateAsync<string[]>(
            """
            () => {
              const log = document.querySelector('distribution-copilot').shadowRoot.querySelector('.log');
              if (!log || log.scrollWidth <= log.clientWidth) return [];
              const found = [];
              const visit = (root) => root.querySelectorAll('*').forEach((e) => {
                if (e.getBoundingClientRect().right > log.clientWidth + 0.5 && !e.closest('.scroll')) found.push(e.outerHTML.slice(0, 120));
                if (e.shadowRoot) visit(e.shadowRoot);
              });
              visit(log);
              return ['the conversation scrolls sideways', ...found.slice(0, 8)];
            }
            """);
        Assert.Empty(wide);
    }

    public Task ShowTopAsync()
        => Page.EvaluateAsync("() => { document.querySelector('distribution-copilot').shadowRoot.querySelector('.log').scrollTop = 0; }");

    /// <summary>Writes a picture when somebody asked for pictures.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("COPILOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".png") });
        }
    }

    /// <summary>Nothing was logged as an error, nothing blocked by the content policy, no script of others ran.</summary>
    public void HasNoComplaints() => Assert.Empty(_complaints);

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
