using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>Microsoft's Web Chat in a browser: it draws what the bot sends, with its sources and cards.</summary>
public sealed class WebChatTests(WebChatService service) : IClassFixture<WebChatService>
{
    private const float Patience = 60_000;

    [SkippableFact]
    public async Task Microsoft_s_web_chat_shows_a_real_answer_with_its_citations_and_cards()
    {
        Skip.If(service.MissingBecause is not null, service.MissingBecause);
        await using var chat = await ChatPage.BlankAsync(service, 760, 1000);
        await chat.Page.GotoAsync(service.Page.ToString());
        await SayAsync(chat.Page, await service.CodeAsync("sales-rep"));
        await Expect(chat.Page.Locator("#chat")).ToContainTextAsync("Hello Sofia", new() { Timeout = Patience });

        await SayAsync(chat.Page, "How many GLV-NIT-L do we have?");
        var card = chat.Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = "GLV-NIT-L" }).First; // other cards may be pushed to a person who has just been linked
        await Expect(card).ToBeVisibleAsync(new() { Timeout = Patience });
        await chat.PictureAsync("web-chat-of-microsoft-card");

        await SayAsync(chat.Page, "How long may a customer take to return goods?");
        var answer = chat.Page.Locator(".webchat__bubble__content").Filter(new() { Has = chat.Page.Locator(".webchat__link-definitions") }).Last;
        await Expect(answer).ToContainTextAsync("days", new() { Timeout = Patience });
        var cited = await chat.Page.EvaluateAsync<string[]>(
            "() => window.heard.flatMap((a) => a.entities ?? []).filter((e) => e.type === 'https://schema.org/Message').at(-1).citation.map((c) => c.appearance.name)");
        Assert.NotEmpty(cited);

        // Each source stands below the answer by its name.
        var sources = answer.Locator(".webchat__link-definitions__list-item");
        await Expect(sources).ToHaveCountAsync(cited.Length, new() { Timeout = Patience });
        await Expect(sources.First).ToContainTextAsync(cited[0]);
        await chat.PictureAsync("web-chat-of-microsoft");
    }

    /// <summary>Writes and sends. Until Web Chat is connected, and while it draws itself anew, it passes over the Enter key.</summary>
    private static async Task SayAsync(IPage page, string text)
    {
        var box = page.Locator("[data-id='webchat-sendbox-input'], .webchat__send-box-text-box__input").First;
        var said = page.Locator(".webchat__bubble__content").Filter(new() { HasText = text }).First;
        for (var tries = 1; ; tries++)
        {
            if (await box.InputValueAsync() != text)
            {
                await box.FillAsync(text);
            }

            await box.PressAsync("Enter");
            try
            {
                await Expect(said).ToBeVisibleAsync(new() { Timeout = Patience / 10 });
                return;
            }
            catch (PlaywrightException) when (tries < 10)
            {
            }
        }
    }
}
