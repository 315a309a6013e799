using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The inbox of exceptions, fed with answers of the agreed shape.</summary>
public sealed class InboxTests(ChatService service) : IClassFixture<ChatService>
{
    private const string Exceptions = """
        {"exceptions":[{"id":"e1","kind":"late_receipt","title":"Receipt LYO/IN/00413 is 4 days late","summary":"200 Box of GLV-NIT-L, <b>two</b> orders wait for it.","cause":"Supplier has not confirmed a new date",
        "impact":{"revenue":{"amount":2071.2,"currency":"EUR"},"customerClass":"A","sla":"promised Tue 24 Nov 2026","recoverable":true},"score":80,"confidence":0.9,"ownerRole":"purchaser","state":"new","firstSeen":"2026-11-19T08:00:00Z","lastSeen":"2026-11-21T08:00:00Z",
        "records":[{"model":"stock.picking","id":413,"name":"LYO/IN/00413","uri":"https://odoo.example.com/413"},{"model":"x","id":1,"name":"No link","uri":"javascript:alert(1)"}],
        "actions":[{"tool":"knowledge.search","summary":"What does the supplier pay?","question":"What penalty does Delta Chem pay for late deliveries?"}]},
        {"id":"e2","kind":"credit_hold","title":"S05346 is held for credit","summary":"Held since Monday.","cause":null,"impact":{"customerClass":null,"sla":null,"recoverable":null},"score":30,"confidence":null,"ownerRole":null,"state":"new","firstSeen":"2026-11-18T08:00:00Z",
        "lastSeen":"2026-11-21T08:00:00Z","records":[],"actions":[]}],"scannedAt":"2026-11-21T08:00:00Z","stale":"Odoo did not answer at the last look."}
        """;

    [SkippableFact]
    public async Task Open_exceptions_are_counted_shown_asked_about_and_dismissed_with_a_reason()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        var dismissed = new List<string>();
        await chat.Page.RouteAsync("**/api/v1/me", async route =>
        {
            var real = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = real, Body = Regex.Replace(await real.TextAsync(), "\"hasExceptions\":(true|false)", "\"hasExceptions\":true") });
        });
        await chat.Page.RouteAsync("**/api/v1/exceptions?state=open", async route =>
        {
            using var all = JsonDocument.Parse(Exceptions);
            var open = all.RootElement.GetProperty("exceptions").EnumerateArray().Where(e => !dismissed.Contains(e.GetProperty("id").GetString()!)).ToList();
            await route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(new { exceptions = open, scannedAt = "2026-11-21T08:00:00Z", stale = "Odoo did not answer at the last look." }) });
        });
        await chat.Page.RouteAsync("**/api/v1/exceptions/*/state", async route =>
        {
            using var body = JsonDocument.Parse(route.Request.PostData!);
            Assert.Equal(("dismissed", "Agreed with the customer."), (body.RootElement.GetProperty("state").GetString(), body.RootElement.GetProperty("reason").GetString()));
            dismissed.Add(new Uri(route.Request.Url).Segments[^2].TrimEnd('/'));
            await route.FulfillAsync(new() { ContentType = "application/json", Body = "{}" });
        });
        await chat.SignInAsync("Purchaser");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Exceptions : 2 open exceptions" }).ClickAsync();

        var inbox = chat.Page.GetByRole(AriaRole.Complementary, new() { Name = "Exceptions" });
        await Expect(inbox).ToContainTextAsync("€2,071.20");
        await Expect(inbox).ToContainTextAsync("<b>two</b> orders");
        await Expect(inbox).ToContainTextAsync(new Regex(@"Customer class\s*A\s*Promise\s*promised Tue 24 Nov 2026\s*Can still be kept\s*yes"));
        await Expect(inbox).ToContainTextAsync("Odoo did not answer at the last look.");
        await Expect(inbox.GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        await chat.PictureAsync("exceptions");
        await chat.MeetsAccessibilityRulesAsync("exceptions");

        await inbox.GetByRole(AriaRole.Button, new() { Name = "Not a problem" }).Nth(1).ClickAsync();
        await Expect(inbox.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await chat.Page.Keyboard.TypeAsync("Agreed with the customer.");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(inbox.Locator("li.case")).ToHaveCountAsync(1);
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Exceptions : 1 open exception" })).ToBeVisibleAsync();

        await inbox.GetByRole(AriaRole.Button, new() { Name = "What does the supplier pay?" }).ClickAsync();
        await Expect(chat.Last.Locator(".question")).ToContainTextAsync("What penalty does Delta Chem pay");
        await Expect(chat.Last.GetByRole(AriaRole.Button, new() { Name = "Ask again" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        chat.HasNoComplaints();
    }
}
