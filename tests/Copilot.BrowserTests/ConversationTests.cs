using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Copilot.Testing.Service;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>What people do with questions that were asked: find them, change them, judge them, and scroll through many.</summary>
public sealed class ConversationTests(ChatService service) : IClassFixture<ChatService>
{
    [SkippableFact]
    public async Task An_earlier_conversation_is_found_opened_gone_on_with_and_deleted_by_keyboard()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Warehouse supervisor");
        await chat.AskAsync("What do I do when a bin is empty during picking?");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await chat.AskAsync("Which receipts are late, and which orders wait for them?");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "History" }).FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        var search = chat.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search your questions" });
        await Expect(search).ToBeFocusedAsync();
        var list = chat.Page.GetByRole(AriaRole.List, new() { Name = "History" }).GetByRole(AriaRole.Listitem);
        await Expect(list).ToHaveCountAsync(2);
        await chat.PictureAsync("history");
        await chat.MeetsAccessibilityRulesAsync("history");

        await search.FillAsync("EMPTY bin");
        await Expect(list).ToHaveCountAsync(1);
        await chat.Page.Keyboard.PressAsync("Tab");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Messages).ToHaveCountAsync(1);
        await Expect(chat.Last.Locator(".question")).ToContainTextAsync("bin is empty");
        await Expect(chat.Box).ToBeFocusedAsync();
        await chat.Last.Locator(".sources button").First.ClickAsync();
        await Expect(chat.Drawer.Locator("mark").First).ToBeVisibleAsync();
        await chat.Page.Keyboard.PressAsync("Escape");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "History" }).ClickAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Delete the conversation .What do I do") }).ClickAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Really delete" }).ClickAsync();
        await Expect(list).ToHaveCountAsync(1);
        await Expect(chat.Messages).ToHaveCountAsync(0);
        await search.FillAsync("zzz");
        await Expect(chat.Page.GetByText("No conversation holds these words.")).ToBeVisibleAsync();
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_question_is_changed_and_asked_again_and_its_answer_judged_with_a_reason()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Service agent");
        await chat.AskAsync("How long may a customer take to return goods?");
        await chat.Last.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Expect(chat.Box).ToBeFocusedAsync();
        await Expect(chat.Box).ToHaveValueAsync("How long may a customer take to return goods?");
        await chat.AskAsync("Within what time must transport damage be reported?");
        Assert.Contains("3 working days", await chat.AnswerAsync(), StringComparison.Ordinal);

        await chat.Last.Locator("details summary").ClickAsync();
        await Expect(chat.Last.Locator("details li").First).ToContainTextAsync("knowledge search");
        await chat.Last.GetByRole(AriaRole.Button, new() { Name = "Not helpful" }).ClickAsync();
        await Expect(chat.Last.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
        await chat.PictureAsync("reason");
        await chat.MeetsAccessibilityRulesAsync("what was wrong");
        await chat.Last.GetByRole(AriaRole.Radio, new() { Name = "Something is missing" }).CheckAsync();
        await chat.Last.GetByRole(AriaRole.Textbox).FillAsync("The address to report it to.");
        var sent = await chat.Page.RunAndWaitForRequestAsync(() => chat.Last.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync(), new Regex("/feedback$"));

        using var body = JsonDocument.Parse(sent.PostData!);
        Assert.Equal(("down", "missing", "The address to report it to."), (Text(body, "rating"), Text(body, "reason"), Text(body, "comment")));
        await Expect(chat.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("your rating was kept");
        await Expect(chat.Last.GetByRole(AriaRole.Button, new() { Name = "Not helpful" })).ToHaveAttributeAsync("aria-pressed", "true");
        await KeptAsync(Regex.Match(sent.Url, "/turns/([^/]+)/feedback").Groups[1].Value);
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_conversation_of_a_thousand_questions_is_shown_part_by_part_from_its_end()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Auditor");
        await chat.AskAsync("What is our returns policy?");
        var asked = new List<string>();
        await chat.Page.RouteAsync(new Regex("/api/v1/conversations/[^?]+\\?last="), async route =>
        {
            var query = System.Web.HttpUtility.ParseQueryString(new Uri(route.Request.Url).Query);
            lock (asked)
            {
                asked.Add(query["before"] ?? string.Empty);
            }

            await route.FulfillAsync(new() { ContentType = "application/json", Body = Part(query["before"], int.Parse(query["last"]!, CultureInfo.InvariantCulture)) });
        });
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "History" }).ClickAsync();
        await chat.Page.GetByRole(AriaRole.List, new() { Name = "History" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(chat.Last.Locator(".question")).ToContainTextAsync("Question 1000");
        await Expect(chat.Messages).ToHaveCountAsync(30);

        for (var shown = 60; shown <= 120; shown += 30)
        {
            await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Show earlier questions" }).ClickAsync();
            await Expect(chat.Messages).ToHaveCountAsync(shown);
        }

        await Expect(chat.Messages.First.Locator(".question")).ToContainTextAsync("Question 881");
        Assert.Equal(["", "t971", "t941", "t911"], asked);
        await chat.MeetsAccessibilityRulesAsync("long conversation");
        chat.HasNoComplaints();
    }

    /// <summary>The rating stands in the trail of the turn, with its words, where an auditor reads it.</summary>
    private async Task KeptAsync(string turn)
    {
        using var auditor = await CopilotClient.SignInAsync(service.Address, "auditor", CancellationToken.None);
        var entries = (await auditor.ReadAsync($"/api/v1/audit/turns/{turn}", CancellationToken.None)).GetProperty("entries").EnumerateArray();
        var kept = Assert.Single(entries, entry => entry.GetProperty("kind").GetString() == "feedback").GetRawText();
        Assert.Contains("\"missing\"", kept, StringComparison.Ordinal);
        Assert.Contains("The address to report it to.", kept, StringComparison.Ordinal);
    }

    private static string? Text(JsonDocument body, string name) => body.RootElement.GetProperty(name).GetString();

    private static string Part(string? before, int count)
    {
        var end = before is { Length: > 1 } ? int.Parse(before[1..], CultureInfo.InvariantCulture) - 1 : 1000;
        var turns = Enumerable.Range(Math.Max(1, end - count + 1), Math.Min(count, end)).Select(n => new
        {
            turnId = $"t{n}", conversationId = "c", question = $"Question {n}", answer = $"Answer **{n}**.", outcome = "answered", planner = "rules",
            sources = Array.Empty<object>(), toolCalls = Array.Empty<object>(), cards = Array.Empty<object>(), startedAt = "2026-11-20T10:00:00Z", durationMs = 5,
        });
        return JsonSerializer.Serialize(new { id = "c", title = "Long", turns });
    }
}
