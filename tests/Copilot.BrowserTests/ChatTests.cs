using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The web chat as people use it, in a real browser against the real service.</summary>
public sealed class ChatTests(ChatService service) : IClassFixture<ChatService>
{
    private const string MainQuestion = "Which orders are at risk of missing their promised ship date this week, and why?";

    [SkippableFact]
    public async Task A_sales_rep_gets_the_main_question_answered_by_keyboard_alone()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.MeetsAccessibilityRulesAsync("sign-in");
        await chat.PictureAsync("sign-in");
        await chat.Page.Keyboard.PressAsync("Tab");
        await Expect(chat.Page.GetByRole(AriaRole.Combobox, new() { Name = "Language" })).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Tab");
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Sales representative" })).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Box).ToBeFocusedAsync();
        await chat.PictureAsync("start");
        await chat.MeetsAccessibilityRulesAsync("start");

        await chat.Page.Keyboard.TypeAsync(MainQuestion);
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Last.Locator(".question")).ToContainTextAsync(MainQuestion);

        // The first question of a service that has just started finds nothing warm.
        await Expect(chat.Last.Locator("copilot-card table")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(chat.Last.GetByRole(AriaRole.Button, new() { Name = "Ask again" })).ToBeVisibleAsync();
        Assert.Matches(@"S\d{5}", await chat.AnswerAsync());
        Assert.True(await chat.Last.Locator(".answer .mark").CountAsync() > 3);
        Assert.True(await chat.Last.Locator(".sources button").CountAsync() > 1);
        await Expect(chat.Box).ToBeFocusedAsync();
        await chat.PictureAsync("answer");
        await chat.MeetsAccessibilityRulesAsync("answer");

        var mark = chat.Last.Locator(".answer li .mark").First;
        await mark.FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Drawer).ToBeVisibleAsync();
        await Expect(chat.Drawer.Locator("dl dd").First).ToBeVisibleAsync();
        await Expect(chat.Drawer).ToContainTextAsync(new Regex("S0\\d{4}"));
        await chat.ShowTopAsync();
        await chat.PictureAsync("chat");
        await chat.MeetsAccessibilityRulesAsync("record drawer");
        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(chat.Drawer).ToHaveCountAsync(0);
        await Expect(mark).ToBeFocusedAsync();

        await chat.AskAsync("only those of Nordlicht");
        Assert.Contains("Nordlicht", await chat.AnswerAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Baltic", await chat.AnswerAsync(), StringComparison.Ordinal);
        await chat.AskAsync("why?");
        Assert.True(await chat.Last.Locator(".sources button").CountAsync() > 0, await chat.AnswerAsync());
        await chat.PictureAsync("follow-up");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_passage_opens_marked_in_its_document()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service, scheme: ColorScheme.Dark);
        await chat.MeetsAccessibilityRulesAsync("dark sign-in");
        await chat.SignInAsync("Service agent");
        await chat.AskAsync("Within what time must transport damage be reported?");
        await chat.Last.Locator(".sources button").First.ClickAsync();
        await Expect(chat.Drawer.Locator("mark").First).ToBeVisibleAsync();
        var marked = string.Concat(await chat.Drawer.Locator("mark").AllInnerTextsAsync());
        Assert.Contains("within 3 working days", marked, StringComparison.Ordinal);
        Assert.True((await chat.Drawer.Locator(".document").InnerTextAsync()).Length > marked.Length + 100);
        await chat.PictureAsync("passage-dark");
        await chat.MeetsAccessibilityRulesAsync("dark passage drawer");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task On_a_phone_nothing_scrolls_sideways_but_tables()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service, 390, 844);
        await chat.FitsItsWidthAsync();
        await chat.PictureAsync("phone-sign-in");
        await chat.SignInAsync("Operations manager");
        await chat.FitsItsWidthAsync();
        await chat.PictureAsync("phone-start");
        await chat.AskAsync(MainQuestion);
        await chat.PictureAsync("phone-answer");
        await chat.FitsItsWidthAsync();
        await chat.MeetsAccessibilityRulesAsync("phone");
        await chat.Last.Locator(".sources button").First.ClickAsync();
        await Expect(chat.Drawer).ToBeVisibleAsync();
        await chat.FitsItsWidthAsync();
        await chat.PictureAsync("phone-source");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Close source" }).ClickAsync();
        await Expect(chat.Drawer).ToHaveCountAsync(0);
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_question_can_be_stopped_and_another_role_sign_in()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);

        // The question is held up on its way out, so that there is something to stop.
        var holds = true;
        await chat.Page.RouteWebSocketAsync("**/hubs/chat**", line =>
        {
            var server = line.ConnectToServer();
            line.OnMessage(message =>
            {
                if (!Volatile.Read(ref holds) || !message.Text!.Contains("\"target\":\"Ask\"", StringComparison.Ordinal))
                {
                    server.Send(message.Text!);
                }
            });
        });
        await chat.SignInAsync("Purchaser");
        await chat.Box.FillAsync("Which receipts are late?");
        await chat.Box.PressAsync("Enter");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(chat.Last).ToContainTextAsync("Stopped.");
        await chat.PictureAsync("stopped");
        Volatile.Write(ref holds, false);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();
        await Expect(chat.Last.Locator("copilot-card table")).ToBeVisibleAsync();
        await chat.PictureAsync("purchaser");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await chat.SignInAsync("Accountant");
        await Expect(chat.Messages).ToHaveCountAsync(0);
        await chat.AskAsync("Which invoices are overdue, and by how much?");
        await Expect(chat.Last).ToContainTextAsync("INV/");
        await chat.PictureAsync("accountant");
        await chat.AskAsync("hello");
        await chat.AskAsync("What will the weather be like in Lyon tomorrow?");
        await chat.PictureAsync("no-answer");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Markup_in_questions_documents_and_ERP_fields_is_text()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Service agent");
        foreach (var question in HostileTexts.Questions)
        {
            await chat.AskAsync(question);
            await Expect(chat.Last.Locator(".question")).ToContainTextAsync(question[..12]);
            await NothingForeignAsync(chat);
        }

        await chat.AskAsync(HostileTexts.AboutThePortal);
        await NothingForeignAsync(chat);
        foreach (var button in await chat.Last.Locator(".sources button").AllAsync())
        {
            await button.ClickAsync();
            await Expect(chat.Drawer.Locator("mark, dl").First).ToBeVisibleAsync();
            await NothingForeignAsync(chat);
        }

        await chat.PictureAsync("hostile");
        await chat.AskAsync(HostileTexts.AboutTheTickets);
        await NothingForeignAsync(chat);
        Assert.All(chat.Requests, url => Assert.StartsWith(service.Address.GetLeftPart(UriPartial.Authority), url.Replace("ws://", "http://", StringComparison.Ordinal), StringComparison.Ordinal));
        chat.HasNoComplaints();
    }

    private static async Task NothingForeignAsync(ChatPage chat)
        => Assert.Equal(0, await chat.Page.Locator("copilot-message img, copilot-message script, copilot-message iframe, copilot-message svg, copilot-source-drawer img, copilot-source-drawer script, copilot-message a[href^='javascript']").CountAsync());
}
