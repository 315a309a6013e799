using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>Linking one's account in Odoo, as a person does it.</summary>
public sealed class LinkPageTests(ChatService service) : IClassFixture<ChatService>
{
    [SkippableFact]
    public async Task An_account_is_linked_with_a_password_seen_and_removed()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync("Purchaser");
        await chat.MeetsAccessibilityRulesAsync("link page, nothing linked");

        await chat.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("My password") }).CheckAsync();
        await chat.Page.GetByLabel("Login in Odoo").FillAsync("purchaser");
        await chat.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("purchaser");
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = "Linked", Exact = true })).ToBeVisibleAsync();
        await Expect(chat.Page.Locator("copilot-link-page")).ToContainTextAsync("Tomás Ferreira");
        await Expect(chat.Page.Locator("copilot-link-page")).ToContainTextAsync("Meridian Packaging");
        await chat.PictureAsync("link-page");
        await chat.MeetsAccessibilityRulesAsync("link page, linked");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the link" }).ClickAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = "No account is linked" })).ToBeVisibleAsync();
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task What_odoo_refuses_is_said_and_nothing_is_linked()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync("Accountant", 390);
        await chat.Page.GetByLabel("Login in Odoo").FillAsync("accountant");
        await chat.Page.GetByLabel("API key", new() { Exact = true }).FillAsync("0123456789abcdef0123456789abcdef01234567");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Link account" }).ClickAsync();

        await Expect(chat.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Odoo refused");
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = "No account is linked" })).ToBeVisibleAsync();
        Assert.Equal(0, await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await chat.PictureAsync("link-page-refused");
    }

    private async Task<ChatPage> OpenAsync(string role, int width = 1280)
    {
        var chat = await ChatPage.OpenAsync(service, width);
        await chat.SignInAsync(role);
        await chat.Page.GotoAsync(new Uri(service.Address, "console/link").ToString());
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = "Link your account" })).ToBeVisibleAsync();
        return chat;
    }
}
