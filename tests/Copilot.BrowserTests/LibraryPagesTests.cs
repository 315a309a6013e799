using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The pages beside the chat: a source on a page of its own, and the library's console.</summary>
public sealed class LibraryPagesTests(ChatService service) : IClassFixture<ChatService>
{
    [SkippableFact]
    public async Task A_cited_passage_opens_on_a_page_of_its_own()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Service agent");
        await chat.AskAsync("Within what time must transport damage be reported?");
        await chat.Last.Locator(".sources button").First.ClickAsync();
        var address = await chat.Drawer.GetByRole(AriaRole.Link, new() { Name = "Open the whole document" }).GetAttributeAsync("href");

        await chat.Page.GotoAsync(address!);

        await Expect(chat.Page.Locator("mark").First).ToBeVisibleAsync();
        Assert.Contains("within 3 working days", string.Concat(await chat.Page.Locator("mark").AllInnerTextsAsync()), StringComparison.Ordinal);
        var download = await chat.Page.RunAndWaitForDownloadAsync(() => chat.Page.GetByRole(AriaRole.Button, new() { Name = "Download the original" }).ClickAsync());
        Assert.EndsWith(".md", download.SuggestedFilename, StringComparison.Ordinal);
        await chat.PictureAsync("source-page");
        await chat.MeetsAccessibilityRulesAsync("source page");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Somebody_elses_source_does_not_open()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Service agent");
        await chat.AskAsync("Within what time must transport damage be reported?");
        await chat.Last.Locator(".sources button").First.ClickAsync();
        var address = await chat.Drawer.GetByRole(AriaRole.Link, new() { Name = "Open the whole document" }).GetAttributeAsync("href");
        await using var other = await ChatPage.OpenAsync(service);
        await other.SignInAsync("Purchaser");

        await other.Page.GotoAsync(address!);

        await Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no finished turn");
        await Expect(other.Page.Locator("mark")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task The_console_shows_documents_passages_and_what_a_role_would_find()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Operations manager");
        await chat.Page.GotoAsync(new Uri(service.Address, "console/knowledge").ToString());
        var rows = chat.Page.GetByRole(AriaRole.Region, new() { Name = "Documents" }).Locator("tbody tr");
        await Expect(rows.First).ToBeVisibleAsync();
        Assert.True(await rows.CountAsync() >= 40);
        await chat.PictureAsync("console-documents");
        await chat.MeetsAccessibilityRulesAsync("console documents");

        await chat.Page.GetByLabel("Title, id, source or subject").FillAsync("returns");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(rows.GetByText("superseded by").First).ToBeVisibleAsync();
        await rows.Locator("button").First.ClickAsync();
        await Expect(chat.Page.Locator("ol.passages li").First).ToBeVisibleAsync();
        await chat.PictureAsync("console-passages");
        await chat.MeetsAccessibilityRulesAsync("console passages");

        await chat.Page.GetByRole(AriaRole.Tab, new() { Name = "Try a question" }).ClickAsync();
        await chat.Page.GetByRole(AriaRole.Textbox, new() { Name = "Question" }).FillAsync("margin floor for gloves");
        await chat.Page.GetByRole(AriaRole.Combobox, new() { Name = "As" }).SelectOptionAsync("warehouse-supervisor");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        var filtered = chat.Page.GetByRole(AriaRole.Region, new() { Name = "Filtered documents" });
        await Expect(filtered).ToContainTextAsync("policy-margin-floors");
        await Expect(filtered).ToContainTextAsync("reader");
        await chat.PictureAsync("console");
        await chat.MeetsAccessibilityRulesAsync("console find");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Other_roles_are_told_that_the_console_is_not_theirs()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service, 390, 844);
        await chat.SignInAsync("Sales representative");

        await chat.Page.GotoAsync(new Uri(service.Address, "console/knowledge").ToString());

        await Expect(chat.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Only operations managers and auditors");
        Assert.Equal(0, await chat.Page.GetByText("SOP").CountAsync());
    }
}
