using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The queue in the console: seen while it works, and worked with by keyboard alone.</summary>
public sealed class QueuePageTests(QueueService service) : IClassFixture<QueueService>
{
    [SkippableFact]
    public async Task The_queue_shows_what_failed_and_a_file_put_right_is_read_again_by_keyboard()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync("Operations manager");
        var refused = chat.Page.GetByRole(AriaRole.Region, new() { Name = "Refused files" });
        var ledger = refused.GetByRole(AriaRole.Row).Filter(new() { HasText = "ledger.md" });
        await Expect(ledger).ToContainTextAsync("emperor");
        await Expect(refused.GetByRole(AriaRole.Row).Filter(new() { HasText = "torn.pdf" })).ToHaveCountAsync(1);
        await chat.PictureAsync("console-queue");
        await chat.MeetsAccessibilityRulesAsync("console queue");
        service.Write("documents/prices/ledger.md", "---\ntitle: Ledger\nreaders: [accountant]\n---\n# Ledger\n\nThe ledger is closed.\n");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Retry: ledger.md" }).FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(ledger).ToHaveCountAsync(0);
        await Expect(chat.Page.GetByRole(AriaRole.Region, new() { Name = "Last runs" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "retry" })).ToContainTextAsync("1 new");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_source_is_looked_at_now_and_the_page_follows_by_itself()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync("Operations manager");
        for (var i = 0; i < 400; i++)
        {
            service.Write(string.Create(CultureInfo.InvariantCulture, $"letters/{i}.txt"), string.Create(CultureInfo.InvariantCulture, $"Letter {i}: prices rise by {i} % in March.\n"));
        }

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Sync now: supplier letters" }).ClickAsync();

        var run = chat.Page.GetByRole(AriaRole.Region, new() { Name = "Last runs" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "supplier letters" }).First;
        await Expect(run).ToContainTextAsync(new System.Text.RegularExpressions.Regex("progress|%|done"));
        await chat.PictureAsync("console-queue-busy");
        await chat.MeetsAccessibilityRulesAsync("console queue at work");
        await Expect(run).ToContainTextAsync("401 / 401", new() { Timeout = 90_000 });
        await Expect(run).ToContainTextAsync("401 new");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task The_health_of_the_parts_says_which_voice_speaks()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync("Auditor");

        await chat.Page.GetByRole(AriaRole.Tab, new() { Name = "Health" }).ClickAsync();

        var parts = chat.Page.GetByRole(AriaRole.Region, new() { Name = "Parts of the service" });
        await Expect(parts.GetByRole(AriaRole.Row).Filter(new() { HasText = "Who writes answers" })).ToContainTextAsync("The rules");
        await Expect(parts.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new("^\\s*Documents") })).ToContainTextAsync("works");
        await Expect(parts.GetByRole(AriaRole.Row).Filter(new() { HasText = "Reading desk" })).ToContainTextAsync("works");
        await chat.PictureAsync("console-health");
        await chat.MeetsAccessibilityRulesAsync("console health");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Auditors_see_the_queue_on_a_phone_in_the_dark_without_buttons()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync("Auditor", 390, ColorScheme.Dark);

        await Expect(chat.Page.GetByRole(AriaRole.Region, new() { Name = "Sources" })).ToContainTextAsync("supplier letters");
        Assert.Equal(0, await chat.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Retry|Sync)") }).CountAsync());
        Assert.Equal(0, await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await chat.PictureAsync("console-queue-phone");
        await chat.MeetsAccessibilityRulesAsync("console queue on a phone");
        chat.HasNoComplaints();
    }

    private async Task<ChatPage> OpenAsync(string role, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var chat = await ChatPage.OpenAsync(service, width, scheme: scheme);
        await chat.SignInAsync(role);
        await chat.Page.GotoAsync(new Uri(service.Address, "console/knowledge").ToString());

        // By keyboard: the arrow moves from one tab to the next.
        await chat.Page.GetByRole(AriaRole.Tab, new() { Name = "Documents" }).FocusAsync();
        await chat.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(chat.Page.GetByRole(AriaRole.Tab, new() { Name = "Queue" })).ToBeFocusedAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = "Sources" })).ToBeVisibleAsync();
        return chat;
    }
}
