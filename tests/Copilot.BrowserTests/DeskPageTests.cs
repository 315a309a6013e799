using System.Text.RegularExpressions;
using Copilot.Testing.Documents;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The reading desk as a person meets it: by mouse, by keyboard alone, and how many keys and clicks an invoice takes.</summary>
public sealed class DeskPageTests(ChatService service) : IClassFixture<ChatService>
{
    [SkippableFact]
    public async Task An_invoice_is_put_right_with_one_click_and_two_keys_and_the_next_one_needs_none()
    {
        Ready();
        await using var chat = await OpenAsync();
        await LayAsync(chat, ("click-1.pdf", PracticeInvoice.Pdf("KS-2026-0815", vat: "DE111111111")));
        await OpenDocumentAsync(chat, "click-1.pdf");
        var number = chat.Page.GetByLabel("Number", new() { Exact = true });
        await Expect(number).ToBeFocusedAsync();
        await chat.PictureAsync("console-documents");
        await chat.MeetsAccessibilityRulesAsync("a document under review");

        // One click on the word, Enter to Confirm, Enter.
        await chat.Page.GetByRole(AriaRole.Option, new() { Name = "KS-2026-0815" }).ClickAsync();
        await Expect(number).ToHaveValueAsync("KS-2026-0815");
        await Expect(chat.Page.Locator("#m-number")).ToHaveTextAsync("corrected");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true })).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Learned: learnt from 1 document: number is right of 'Zwitscher'");

        // The next of this supplier: its number is there, the keyboard stands on Confirm, one key.
        await chat.Page.GotoAsync(Desk);
        await LayAsync(chat, ("click-2.pdf", PracticeInvoice.Pdf("KS-2026-0999", vat: "DE111111111")));
        await OpenDocumentAsync(chat, "click-2.pdf");
        await Expect(number).ToHaveValueAsync("KS-2026-0999");
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true })).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Confirmed: click-2.pdf");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task By_keyboard_alone_a_word_is_taken_from_the_page_and_the_document_confirmed()
    {
        Ready();
        await using var chat = await OpenAsync();
        await LayAsync(chat, ("keys.pdf", PracticeInvoice.Pdf("KB-77", "Pfeifton", vat: "DE222222222")));
        var link = chat.Page.GetByRole(AriaRole.Button, new() { Name = "keys.pdf" });
        await Expect(link).ToBeVisibleAsync();
        await link.FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        var number = chat.Page.GetByLabel("Number", new() { Exact = true });
        await Expect(number).ToBeFocusedAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Option, new() { Name = "KB-77" })).ToHaveCountAsync(1);

        await chat.Page.Keyboard.PressAsync("F2");
        for (var i = 0; i < 200 && await chat.Page.Locator("rect.at[aria-label='KB-77']").CountAsync() == 0; i++)
        {
            await chat.Page.Keyboard.PressAsync("ArrowRight");
        }

        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(number).ToHaveValueAsync("KB-77");
        await Expect(number).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(chat.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Confirmed: keys.pdf");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task The_list_filters_by_state_says_why_a_file_failed_and_fits_a_phone_in_the_dark()
    {
        Ready();
        await using var chat = await OpenAsync(390, ColorScheme.Dark);
        await LayAsync(chat, ("broken.pdf", "%PDF-1.7\n<img src=x onerror=alert(1)>"u8.ToArray()));
        await chat.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Not readable 1") }).ClickAsync();
        var row = chat.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "broken.pdf" });
        await Expect(row).ToContainTextAsync("Not readable");
        await chat.PictureAsync("console-documents-phone");
        await chat.MeetsAccessibilityRulesAsync("the list of documents on a phone");
        Assert.Equal(0, await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        chat.HasNoComplaints();
    }

    private string Desk => new Uri(service.Address, "console/documents").ToString();

    private static void Ready()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        InstalledProgram.Need("pdftotext", "pdftoppm");
    }

    private async Task<ChatPage> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var chat = await ChatPage.OpenAsync(service, width, scheme: scheme);
        await chat.SignInAsync("Accountant");
        await chat.Page.GotoAsync(Desk);
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new() { Name = "Reading desk" })).ToBeVisibleAsync();
        return chat;
    }

    private static async Task LayAsync(ChatPage chat, params (string Name, byte[] Content)[] files)
    {
        await chat.Page.Locator("input[type=file]").SetInputFilesAsync(files.Select(f => new FilePayload { Name = f.Name, MimeType = "application/pdf", Buffer = f.Content }));
        foreach (var (name, _) in files)
        {
            await Expect(chat.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = name })).ToContainTextAsync(new Regex("To review|Read|Not readable"), new() { Timeout = 60_000 });
        }
    }

    private static async Task OpenDocumentAsync(ChatPage chat, string name)
    {
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Img, new() { Name = "Page 1 of the document" })).ToBeVisibleAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Option).First).ToBeAttachedAsync();
    }
}
