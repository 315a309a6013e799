using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The interface in six languages, from right to left, large, and small.</summary>
public sealed class LanguageTests(ChatService service) : IClassFixture<ChatService>
{
    [SkippableTheory]
    [InlineData("de-DE", "Wer fragt?", "Vertrieb", "Ihre Frage", "2.071,20 €", "Fragen")]
    [InlineData("fr-FR", "Qui pose la question ?", "Commercial", "Votre question", "2 071,20 €", "Demander")]
    [InlineData("es-ES", "¿Quién pregunta?", "Comercial", "Su pregunta", "2071,20 €", "Preguntar")]
    [InlineData("nl-NL", "Wie vraagt?", "Verkoper", "Uw vraag", "€ 2.071,20", "Vragen")]
    [InlineData("it-IT", "Chi chiede?", "Commerciale", "La tua domanda", "2071,20 €", "Chiedi")]
    public async Task The_whole_chat_speaks_the_language_of_the_browser_and_writes_numbers_its_way(string locale, string who, string role, string box, string money, string ask)
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service, locale: locale);
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = who })).ToBeVisibleAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = role }).First.ClickAsync();
        var question = chat.Page.GetByRole(AriaRole.Textbox, new() { Name = box });
        await Expect(question).ToBeVisibleAsync();
        await chat.MeetsAccessibilityRulesAsync(locale + " start");
        await question.FillAsync("Which orders are at risk of missing their promised ship date this week, and why?");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = ask, Exact = true }).ClickAsync();
        await Expect(chat.Last.Locator("copilot-card table")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var cells = Regex.Replace(string.Join('|', await chat.Last.Locator("copilot-card td.number").AllInnerTextsAsync()), @"[\u00a0\u202f]", " ");
        Assert.Contains(money, cells, StringComparison.Ordinal);
        Assert.Equal(locale[..2], await chat.Page.Locator(".frame").GetAttributeAsync("lang"));
        await chat.MeetsAccessibilityRulesAsync(locale);
        await chat.PictureAsync("language-" + locale[..2]);
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_language_that_was_chosen_is_kept()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.Page.GetByRole(AriaRole.Combobox, new() { Name = "Language" }).SelectOptionAsync("it");
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = "Chi chiede?" })).ToBeVisibleAsync();

        await chat.Page.ReloadAsync();

        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = "Chi chiede?" })).ToBeVisibleAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Combobox, new() { Name = "Lingua" })).ToHaveValueAsync("it");
    }

    [SkippableFact]
    public async Task In_a_page_that_runs_from_right_to_left_the_chat_does_too()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.Page.EvaluateAsync("() => { document.documentElement.dir = 'rtl'; }");
        await chat.SignInAsync("Purchaser");
        await chat.AskAsync("Which receipts are late?");
        await chat.FitsItsWidthAsync();
        var (question, send) = ((await chat.Last.Locator(".question").BoundingBoxAsync())!, (await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).BoundingBoxAsync())!);
        Assert.True(question.X < 640 && send.X < 640, "the question and the button stand on the left");
        await chat.ShowTopAsync();
        await chat.PictureAsync("right-to-left");
        await chat.MeetsAccessibilityRulesAsync("right to left");
    }

    [SkippableTheory]
    [InlineData(640, 430)]
    [InlineData(320, 640)]
    public async Task At_two_hundred_percent_and_on_the_smallest_phone_everything_is_reachable(int width, int height)
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service, width, height);
        await chat.SignInAsync("Operations manager");
        await chat.AskAsync("Which receipts are late and who is affected?");
        await chat.FitsItsWidthAsync();
        foreach (var name in new[] { "History", "New", "Sign out" })
        {
            await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = name }).First).ToBeInViewportAsync();
        }

        await Expect(chat.Box).ToBeInViewportAsync();
        await chat.PictureAsync($"small-{width}");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "History" }).ClickAsync();
        await chat.FitsItsWidthAsync();
        await chat.MeetsAccessibilityRulesAsync($"{width} wide");
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true })).ToBeInViewportAsync();
    }
}
