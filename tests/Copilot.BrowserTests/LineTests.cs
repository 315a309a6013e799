using System.Text.Json.Nodes;
using Copilot.Testing.Service;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>Lost connections, pages that are loaded again, two tabs: a question is asked once, and its answer arrives.</summary>
public sealed class LineTests(ChatService service) : IClassFixture<ChatService>
{
    [SkippableFact]
    public async Task A_question_typed_without_a_connection_is_sent_once_when_there_is_one()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Purchaser");
        await chat.OfflineAsync(true);
        await chat.Box.FillAsync("Which receipts are late?");
        await chat.Box.PressAsync("Enter");
        await Expect(chat.Last.Locator(".status")).ToContainTextAsync("sent as soon as there is one");
        await Expect(chat.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("No connection");
        await chat.PictureAsync("offline");
        await chat.MeetsAccessibilityRulesAsync("offline");

        await chat.OfflineAsync(false);

        await Expect(chat.Last.Locator("copilot-card table")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Single(await TurnsAsync(chat));
    }

    [SkippableFact]
    public async Task An_answer_goes_on_after_the_line_was_cut_in_the_middle_of_it()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.BlankAsync(service);
        var asked = new List<string>();
        var cut = false;
        await chat.Page.RouteWebSocketAsync("**/hubs/chat**", line =>
        {
            var server = line.ConnectToServer();
            line.OnMessage(message =>
            {
                if (message.Text is { } text && text.Contains("\"target\":\"Ask\"", StringComparison.Ordinal))
                {
                    lock (asked)
                    {
                        asked.Add(text);
                    }
                }

                server.Send(message.Text!);
            });
            server.OnMessage(message =>
            {
                // The first event gets through, then nothing more: the cable is out.
                if (!cut && message.Text!.Contains("\"number\":1", StringComparison.Ordinal))
                {
                    cut = true;
                    line.Send(message.Text.Split('\u001e')[0] + '\u001e');
                    _ = line.CloseAsync();
                }
                else
                {
                    line.Send(message.Text!);
                }
            });
        });
        await chat.Page.GotoAsync(service.Address.ToString());
        await chat.SignInAsync("Operations manager");

        await chat.AskAsync("Which orders are at risk of missing their promised ship date this week, and why?");

        Assert.Matches(@"S\d{5}", await chat.AnswerAsync());
        Assert.True(cut);
        lock (asked)
        {
            Assert.Equal(2, asked.Count);
            var (first, second) = (Request(asked[0]), Request(asked[1]));
            Assert.Equal((string?)first["clientId"], (string?)second["clientId"]);
            Assert.Equal((0, 1), ((int)first["after"]!, (int)second["after"]!));
        }

        Assert.Single(await TurnsAsync(chat));
    }

    [SkippableFact]
    public async Task A_page_that_is_loaded_again_goes_on_where_it_was()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Service agent");
        await chat.AskAsync("How long may a customer take to return goods?");
        var before = await chat.AnswerAsync();
        await chat.OfflineAsync(true);
        await chat.Box.FillAsync("Within what time must transport damage be reported?");
        await chat.Box.PressAsync("Enter");
        await Expect(chat.Messages).ToHaveCountAsync(2);
        await chat.OfflineAsync(false);

        await chat.Page.ReloadAsync();

        await Expect(chat.Messages).ToHaveCountAsync(2);
        await Expect(chat.Last.Locator(".answer")).ToContainTextAsync("3 working days", new() { Timeout = 60_000 });
        Assert.Equal(before, await chat.Messages.First.Locator(".answer").InnerTextAsync());
        Assert.Equal(2, (await TurnsAsync(chat)).Count);
    }

    [SkippableFact]
    public async Task A_tab_that_the_browser_put_to_sleep_has_its_answer_when_it_wakes()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Purchaser");
        var browser = await chat.Page.Context.NewCDPSessionAsync(chat.Page);
        await chat.Box.FillAsync("Which receipts are late?");
        await chat.Box.PressAsync("Enter");
        await Expect(chat.Messages).ToHaveCountAsync(1);
        await browser.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = "frozen" });

        // The service answers while the page stands still.
        using var client = await CopilotClient.SignInAsync(service.Address, "purchaser", CancellationToken.None);
        Assert.NotEmpty((await client.AskAsync("Which purchase orders are not confirmed?", null, CancellationToken.None)).Sources);

        await browser.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = "active" });

        await Expect(chat.Last.Locator("copilot-card table")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Single(await TurnsAsync(chat));
    }

    [SkippableFact]
    public async Task Two_tabs_that_show_the_same_conversation_both_see_what_is_asked_in_one()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var first = await ChatPage.OpenAsync(service);
        await first.SignInAsync("Accountant");
        await first.AskAsync("Who may release a credit hold?");
        var second = await first.TabAsync(service);
        await second.SignInAsync("Accountant");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "History" }).ClickAsync();
        await second.Page.GetByRole(AriaRole.List, new() { Name = "History" }).GetByRole(AriaRole.Button, new() { NameRegex = new("^Who may release a credit hold") }).First.ClickAsync();
        await Expect(second.Messages).ToHaveCountAsync(1);

        await first.AskAsync("Which invoices are overdue, and by how much?");

        await Expect(second.Messages).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Expect(second.Last).ToContainTextAsync("INV/");
        await Expect(first.Messages).ToHaveCountAsync(2);
    }

    private static JsonNode Request(string sent) => JsonNode.Parse(sent.Split('\u001e')[0])!["arguments"]![0]!;

    private static async Task<JsonArray> TurnsAsync(ChatPage chat)
    {
        var text = await chat.Page.EvaluateAsync<string>(
            """
            async () => {
              const read = async (path) => (await fetch('/api/v1/' + path, { headers: { Authorization: 'Bearer ' + JSON.parse(sessionStorage.getItem('distribution-copilot.session')).token } })).text();
              return read('conversations/' + JSON.parse(sessionStorage.getItem('distribution-copilot.place')).conversationId);
            }
            """);
        return JsonNode.Parse(text)!["turns"]!.AsArray();
    }
}
