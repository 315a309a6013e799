using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>One sign-in for every page of the service: at the provider, and back to the page where somebody was.</summary>
public sealed class SignInTests(ProviderService service) : IClassFixture<ProviderService>
{
    private const float Patience = 60_000;

    [SkippableTheory]
    [InlineData("console/proposals?id=nosuch", "Proposals", "There is no proposal of this name that you may see.")]
    [InlineData("console/link", "Your Odoo account", "The copilot reads and writes in Odoo with your own account")]
    [InlineData("console/documents", "Reading desk", "Only accountants, purchasers and operations managers work at the desk.")]
    [InlineData("console/knowledge", "Library console", "Only operations managers and auditors may use the console.")]
    public async Task A_page_signs_in_at_the_provider_and_goes_on_where_it_was(string page, string heading, string shown)
    {
        Skip.If(service.MissingBecause is not null, service.MissingBecause);
        await using var chat = await ChatPage.BlankAsync(service);
        var address = new Uri(service.Address, page).ToString();
        await chat.Page.GotoAsync(address);
        var button = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" });
        await Expect(button).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.Equal(0, await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Accountant" }).CountAsync());
        await chat.MeetsAccessibilityRulesAsync(page + ", signed out");

        await button.ClickAsync();

        await Expect(chat.Page.Locator("header")).ToContainTextAsync("Sofia Marin", new() { Timeout = Patience });
        Assert.Equal(address, chat.Page.Url);
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();
        await Expect(chat.Page.Locator("main")).ToContainTextAsync(shown, new() { Timeout = Patience });
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(button).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task The_chat_itself_stays_where_it_is_and_answers()
    {
        Skip.If(service.MissingBecause is not null, service.MissingBecause);
        await using var chat = await ChatPage.BlankAsync(service);
        await chat.Page.GotoAsync(service.Address.ToString());
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(chat.Box).ToBeVisibleAsync(new() { Timeout = Patience });
        await chat.AskAsync("How many GLV-NIT-L do we have?");

        Assert.Contains("GLV-NIT-L", await chat.AnswerAsync(), StringComparison.Ordinal);
        Assert.Equal(service.Address.ToString(), chat.Page.Url);
    }
}
