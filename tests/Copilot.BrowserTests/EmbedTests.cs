using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The chat in a page of others: another origin, a strict content policy, the page's own sign-in.</summary>
public sealed class EmbedTests(EmbedService service) : IClassFixture<EmbedService>
{
    [SkippableFact]
    public async Task A_listed_page_with_a_strict_policy_holds_the_chat_and_signs_people_in_itself()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.BlankAsync(service);
        await chat.Page.GotoAsync(service.Around.Origin);
        var bubble = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Ask the copilot" });
        await chat.MeetsAccessibilityRulesAsync("closed bubble");
        await bubble.FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Box).ToBeFocusedAsync();
        await Expect(chat.Page.GetByText("Sofia Marin")).ToHaveCountAsync(1);
        await chat.AskAsync("How many nitrile gloves large are free in Lyon?");
        Assert.Matches("[0-9]", await chat.AnswerAsync());
        await chat.PictureAsync("bubble");
        await chat.MeetsAccessibilityRulesAsync("bubble with an answer");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Full page" }).ClickAsync();
        var box = (await chat.Page.Locator(".frame").BoundingBoxAsync())!;
        Assert.True(box.Width > 1200, $"{box.Width} wide");
        await chat.PictureAsync("bubble-whole");
        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(bubble).ToBeFocusedAsync();
        await Expect(chat.Box).ToHaveCountAsync(0);
        Assert.True(await chat.Page.EvaluateAsync<int>("() => window.asked") > 0);
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_page_that_is_not_listed_gets_no_chat()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.BlankAsync(service);
        await chat.Page.GotoAsync(service.Around.OtherOrigin);
        await chat.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.False(await chat.Page.EvaluateAsync<bool>("() => customElements.get('distribution-copilot') !== undefined"));
    }

    [SkippableFact]
    public async Task The_page_around_gives_the_chat_its_colours_and_its_darkness()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.BlankAsync(service);
        await chat.Page.GotoAsync(service.Around.Origin);
        var bubble = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Ask the copilot" });
        await Expect(bubble).ToBeVisibleAsync();
        await chat.Page.EvaluateAsync("() => { const c = document.querySelector('distribution-copilot'); c.style.setProperty('--copilot-accent', 'rgb(90, 20, 120)'); c.theme = 'dark'; }");

        await Expect(bubble).ToHaveCSSAsync("background-color", "rgb(90, 20, 120)");
        await bubble.ClickAsync();
        await Expect(chat.Page.Locator(".frame")).ToHaveCSSAsync("background-color", "rgb(18, 26, 26)");
    }
}
