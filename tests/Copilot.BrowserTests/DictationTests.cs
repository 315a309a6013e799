using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>Speaking instead of typing, where the browser can listen. A page script stands for the browser's ear.</summary>
public sealed class DictationTests(ChatService service) : IClassFixture<ChatService>
{
    private const string Ear = """
        window.SpeechRecognition = window.webkitSpeechRecognition = class {
          start() { window.ear = this; }
          stop() { this.onend(); }
        };
        window.hear = (...said) => window.ear.onresult({ results: said.map((transcript) => [{ transcript }]) });
        """;

    [SkippableFact]
    public async Task A_question_is_spoken_seen_while_it_is_said_and_asked()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(Ear);
        var button = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Dictate" });
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("en-GB", await chat.Page.EvaluateAsync<string>("() => window.ear.lang"));

        await chat.Page.EvaluateAsync("() => window.hear('How long may a customer')");
        await Expect(chat.Box).ToHaveValueAsync("How long may a customer");
        await chat.PictureAsync("dictation");
        await chat.MeetsAccessibilityRulesAsync("dictation");
        await chat.Page.EvaluateAsync("() => { window.hear('How long may a customer take', 'to return goods'); window.ear.onend(); }");

        await Expect(chat.Box).ToHaveValueAsync("How long may a customer take to return goods");
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await chat.Box.PressAsync("Enter");
        await Expect(chat.Last.GetByRole(AriaRole.Button, new() { Name = "Ask again" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Contains("days", await chat.AnswerAsync(), StringComparison.Ordinal);
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task What_was_typed_before_stays_and_what_is_said_comes_behind_it()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(Ear);
        await chat.Box.FillAsync("Which receipts are late");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Dictate" }).ClickAsync();

        await chat.Page.EvaluateAsync("() => window.hear('in Lyon')");

        await Expect(chat.Box).ToHaveValueAsync("Which receipts are late in Lyon");
    }

    [SkippableFact]
    public async Task A_closed_microphone_is_said_and_silence_is_not()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(Ear);
        var button = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Dictate" });
        await button.ClickAsync();
        await chat.Page.EvaluateAsync("() => { window.ear.onerror({ error: 'no-speech' }); window.ear.onend(); }");
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(chat.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        await button.ClickAsync();
        await chat.Page.EvaluateAsync("() => { window.ear.onerror({ error: 'not-allowed' }); window.ear.onend(); }");

        await Expect(chat.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Allow it in the browser, or type");
        await chat.MeetsAccessibilityRulesAsync("no microphone");
    }

    [SkippableFact]
    public async Task Where_the_browser_cannot_listen_there_is_no_button()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync("delete window.SpeechRecognition; delete window.webkitSpeechRecognition;");

        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Dictate" })).ToHaveCountAsync(0);
    }

    private async Task<ChatPage> OpenAsync(string script)
    {
        var chat = await ChatPage.BlankAsync(service);
        await chat.Page.AddInitScriptAsync(script);
        await chat.Page.GotoAsync(service.Address.ToString());
        await chat.SignInAsync("Service agent");
        return chat;
    }
}
