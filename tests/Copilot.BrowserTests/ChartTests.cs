using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>Charts: real ones of the practice company, and a forecast with its intervals.</summary>
public sealed class ChartTests(ChatService service) : IClassFixture<ChatService>
{
    private const string Forecast = """
        {"type":"chart","title":"Demand for GLV-NIT-L","sources":["S1"],"unit":"Box","labels":["2026-08","2026-09","2026-10","2026-11","2026-12"],"series":[
        {"name":"Sold","values":[180,210,195,null,null]},
        {"name":"Forecast","values":[null,null,null,204,211],"lower":[null,null,null,170,168],"upper":[null,null,null,240,255],"lower95":[null,null,null,150,140],"upper95":[null,null,null,261,284]}]}
        """;

    [SkippableFact]
    public async Task A_chart_is_drawn_when_there_is_one_read_by_keyboard_and_seen_as_a_table()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Operations manager");
        await chat.AskAsync("Which receipts are late?");
        Assert.DoesNotContain(chat.Requests, url => url.Contains("widget-chart", StringComparison.Ordinal));
        await chat.AskAsync("How were our sales by month this year?");
        var card = chat.Last.Locator("copilot-card").Filter(new() { Has = chat.Page.Locator("copilot-chart") }).First;
        await Expect(card.Locator("copilot-chart svg rect.bar").First).ToBeVisibleAsync();
        Assert.Contains(chat.Requests, url => url.Contains("widget-chart", StringComparison.Ordinal));
        await chat.PictureAsync("chart");
        await chat.MeetsAccessibilityRulesAsync("chart");

        Assert.True(await card.Locator("svg rect.bar").CountAsync() > 5);
        await card.GetByRole(AriaRole.Img).FocusAsync();
        await chat.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(card.Locator("copilot-chart ul strong").Nth(1)).ToHaveTextAsync(new Regex("[0-9]"));
        await card.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Expect(chat.Last.Locator("copilot-card").Filter(new() { HasText = "Show as chart" }).Locator("table tbody tr").First).ToBeVisibleAsync();
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_forecast_shows_both_intervals_and_keeps_them_in_its_table_and_its_file()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.Page.EvaluateAsync("(card) => { const e = document.createElement('copilot-card'); e.card = JSON.parse(card); document.body.replaceChildren(e); }", Forecast);
        var card = chat.Page.Locator("copilot-card");
        await Expect(card.Locator("path.band")).ToHaveCountAsync(2);
        await Expect(card.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", new Regex("Forecast: Nov 26 204 – Dec 26 211"));
        await Expect(card.Locator("ul")).ToContainTextAsync("80 % interval, 95 % interval");
        await card.GetByRole(AriaRole.Img).FocusAsync();
        for (var i = 0; i < 5; i++)
        {
            await chat.Page.Keyboard.PressAsync("ArrowRight");
        }

        await Expect(card.Locator("ul")).ToContainTextAsync("Forecast: 211 · 80 %: 168 – 255 · 95 %: 140 – 284");
        await chat.PictureAsync("forecast");

        await card.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        var file = await chat.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "Save as CSV" }).ClickAsync());
        var lines = (await File.ReadAllTextAsync((await file.PathAsync())!)).Split("\r\n");
        Assert.Equal("2026-12,,211,168,255,140,284", lines[5]);
        Assert.Contains("\"Forecast, lowest (80 %) (Box)\"", lines[0], StringComparison.Ordinal);
        chat.HasNoComplaints();
    }
}
