using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Testing.Service;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>What happens elsewhere while somebody looks: it shows by itself, without a reload.</summary>
public sealed class LiveTests(OpenBooksService service) : IClassFixture<OpenBooksService>
{
    private const float Patience = 90_000;

    [SkippableFact]
    public async Task A_proposal_that_is_decided_elsewhere_changes_in_every_open_chat()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Operations manager");
        await chat.AskAsync("Which orders are at risk of missing their promised ship date this week, and why?");
        var order = Regex.Match(await chat.AnswerAsync(), @"S\d{5}").Value;
        await chat.AskAsync($"move {order} to next Friday");
        var here = chat.Last.Locator("copilot-proposal");
        await Expect(here.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true })).ToBeVisibleAsync();

        // Another window, another machine: nothing is shared but the service.
        await using var other = await ChatPage.OpenAsync(service);
        await other.SignInAsync("Operations manager");
        await other.Page.GotoAsync(new Uri(service.Address, "console/proposals").ToString());
        var there = other.Page.GetByRole(AriaRole.Region, new() { Name = await here.Locator("section").GetAttributeAsync("aria-label") });
        await there.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await there.GetByRole(AriaRole.Textbox).FillAsync("Not this week.");
        await there.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();

        await Expect(here.GetByRole(AriaRole.Status)).ToHaveTextAsync("Rejected by Henrik Aalto.", new() { Timeout = Patience });
        await Expect(here).ToContainTextAsync("Not this week.");
        await Expect(here.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(there.GetByRole(AriaRole.Status)).ToHaveTextAsync("Rejected by Henrik Aalto.");
        await chat.PictureAsync("proposal-decided-elsewhere");
        await other.PictureAsync("proposals-page");
        await other.MeetsAccessibilityRulesAsync("proposals page");
        chat.HasNoComplaints();
        other.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_new_exception_raises_the_badge_of_an_open_chat_and_stands_in_its_inbox()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        using var odoo = new OdooCalls(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{service.Port}")));
        using var buyer = await CopilotClient.SignInAsync(service.Address, "purchaser", CancellationToken.None);
        await using var chat = await ChatPage.OpenAsync(service);
        var before = await SettledAsync(chat, buyer);
        await chat.SignInAsync("Purchaser");
        var inbox = chat.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Exceptions") });
        await Expect(inbox.Locator(".badge")).ToHaveTextAsync(before.Count.ToString(CultureInfo.InvariantCulture), new() { Timeout = Patience });

        var name = await DelayAsync(odoo, before);
        using var hint = new HttpClient { BaseAddress = service.Address };
        using var told = await hint.PostAsJsonAsync("/api/v1/exceptions/webhook?secret=" + OpenBooksService.Secret, new { _model = "purchase.order" });
        told.EnsureSuccessStatusCode();

        await Expect(inbox.Locator(".badge")).Not.ToHaveTextAsync(before.Count.ToString(CultureInfo.InvariantCulture), new() { Timeout = Patience });
        await Expect(chat.Page.Locator("[aria-live=polite]")).ToContainTextAsync("new exception");
        await inbox.ClickAsync();
        var panel = chat.Page.GetByRole(AriaRole.Complementary, new() { Name = "Exceptions" });
        await Expect(panel).ToContainTextAsync("Late receipt: " + name);
        await chat.PictureAsync("exception-live");
        await chat.MeetsAccessibilityRulesAsync("exceptions, live");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_conversation_is_handed_over_and_the_to_do_in_odoo_holds_what_was_asked()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Operations manager");
        await chat.AskAsync("Which orders are at risk of missing their promised ship date this week, and why?");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Hand over" }).ClickAsync();
        var panel = chat.Page.GetByRole(AriaRole.Complementary, new() { Name = "Hand over" });
        await panel.GetByLabel("What is to be done?").FillAsync("Call the customer about the new date");
        await chat.PictureAsync("hand-over");
        await chat.MeetsAccessibilityRulesAsync("hand over");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Hand over" }).ClickAsync();

        await Expect(panel.GetByRole(AriaRole.Status)).ToContainTextAsync(new Regex("^Done"), new() { Timeout = Patience });
        await chat.PictureAsync("hand-over-done");
        await chat.MeetsAccessibilityRulesAsync("handed over");
        using var books = new PracticeBooks(service.Port);
        var made = Assert.Single(await books.ReadAsync("mail.activity", "[['summary','ilike','Call the customer about the new date']]", CancellationToken.None, "summary", "note", "res_model"));
        Assert.Equal("sale.order", (string?)made["res_model"]);
        Assert.Contains("Handed over from a conversation with the copilot", (string?)made["note"], StringComparison.Ordinal);
        Assert.Contains("Which orders are at risk", (string?)made["note"], StringComparison.Ordinal);
        chat.HasNoComplaints();
    }

    /// <summary>Waits until the first look is over, and so long ago that nothing of it is news to whoever comes now.</summary>
    private static async Task<IReadOnlyList<string>> SettledAsync(ChatPage chat, CopilotClient buyer)
    {
        while (true)
        {
            var list = await buyer.ReadAsync("/api/v1/exceptions?state=open", CancellationToken.None);
            var cases = list.GetProperty("exceptions").EnumerateArray().ToList();
            if (cases.Count == 0)
            {
                await chat.Page.WaitForFunctionAsync("(at) => Date.now() > at", DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeMilliseconds());
                continue;
            }

            var last = cases.Max(c => c.GetProperty("firstSeen").GetDateTimeOffset());
            await chat.Page.WaitForFunctionAsync("(at) => Date.now() > at", last.AddSeconds(11).ToUnixTimeMilliseconds());
            return [.. cases.Select(c => c.GetProperty("title").GetString()!)];
        }
    }

    /// <summary>A purchase order that was on its way becomes late.</summary>
    private static async Task<string> DelayAsync(OdooCalls odoo, IReadOnlyList<string> known)
    {
        var lines = (await odoo.CallAsync(
            "purchase.order.line",
            "search_read",
            [new JsonArray(new JsonArray("state", "=", "purchase"), new JsonArray("qty_received", "=", 0), new JsonArray("company_id", "=", 1))],
            new JsonObject { ["fields"] = new JsonArray("order_id", "date_planned", "product_qty"), ["order"] = "date_planned desc, id" }))!.AsArray();
        var line = lines.First(l => !known.Any(title => title.Contains((string)l!["order_id"]![1]!, StringComparison.Ordinal)))!;
        await odoo.CallAsync(
            "purchase.order.line", "write", [new JsonArray((int)line["id"]!), new JsonObject { ["date_planned"] = DateTime.UtcNow.AddDays(-9).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) }]);
        return ((string)line["order_id"]![1]!).Split(' ')[0];
    }
}
