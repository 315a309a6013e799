using Copilot.Testing.Documents;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>A document brought along into the chat: sent, asked about, cited, opened at its page, and nobody else's.</summary>
public sealed class UploadTests(ChatService service) : IClassFixture<ChatService>
{
    [SkippableFact]
    public async Task An_uploaded_pdf_is_asked_about_cited_and_opened_at_its_page_by_its_owner_alone()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        Skip.If(!HasPoppler, "poppler is not installed (Debian: apt-get install poppler-utils).");
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Purchaser");

        await AttachAsync(chat, "carriage.pdf", "application/pdf", Terms());
        var chip = chat.Page.GetByRole(AriaRole.List, new() { Name = "Files to ask about" }).GetByRole(AriaRole.Listitem);
        await Expect(chip).ToHaveClassAsync("ready", new() { Timeout = 60_000 });
        await chat.MeetsAccessibilityRulesAsync("attached file");
        await chat.PictureAsync("attached");
        await chat.AskAsync("Within how many days must damage in transit be reported to the carrier?");

        Assert.Contains("11 days", await chat.AnswerAsync(), StringComparison.Ordinal);
        await Expect(chat.Last.GetByRole(AriaRole.List, new() { Name = "Attached files" })).ToContainTextAsync("carriage.pdf");
        await Expect(chip).ToHaveCountAsync(0);
        await Expect(chat.Page.GetByText("Going on with carriage.pdf.")).ToBeVisibleAsync();
        await chat.Last.Locator(".answer .mark").First.ClickAsync();
        var address = (await chat.Drawer.GetByRole(AriaRole.Link, new() { Name = "Open the whole document" }).GetAttributeAsync("href"))!;
        await chat.PictureAsync("answer-from-upload");
        chat.HasNoComplaints();

        await chat.Page.GotoAsync(address);
        await Expect(chat.Page.Locator("copilot-page-picture img")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(chat.Page.GetByText("page 2 of 2", new() { Exact = true })).ToBeVisibleAsync();
        Assert.True(await chat.Page.Locator("copilot-page-picture svg rect").CountAsync() > 0);
        await chat.PictureAsync("source-of-upload");

        await using var other = await ChatPage.OpenAsync(service);
        await other.SignInAsync("Accountant");
        await other.Page.GotoAsync(address);
        await Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no finished turn");
        await Expect(other.Page.Locator("copilot-page-picture")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_file_that_can_not_be_read_says_why_and_can_be_removed_by_keyboard()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service, 390, 844);
        await chat.SignInAsync("Service agent");

        await AttachAsync(chat, "run.exe", "application/octet-stream", "MZ"u8.ToArray());

        var chip = chat.Page.GetByRole(AriaRole.List, new() { Name = "Files to ask about" }).GetByRole(AriaRole.Listitem);
        await Expect(chip).ToHaveClassAsync("refused", new() { Timeout = 60_000 });
        await Expect(chip.Locator(".state")).Not.ToBeEmptyAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("run.exe");
        await chat.MeetsAccessibilityRulesAsync("refused file");
        await chat.FitsItsWidthAsync();
        await chip.GetByRole(AriaRole.Button, new() { Name = "Remove run.exe" }).FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chip).ToHaveCountAsync(0);
        await Expect(chat.Box).ToBeFocusedAsync();
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_file_dropped_on_the_chat_is_taken_and_asked_about()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Purchaser");
        var window = chat.Page.Locator(".chat");
        var hint = chat.Page.GetByText("Drop files here to ask about them");
        await using var carried = await chat.Page.EvaluateHandleAsync("""
            () => {
              const carried = new DataTransfer();
              carried.items.add(new File(['# Terms of storage\n\nEmpty crates are stored for 17 days free of charge.'], 'storage.md', { type: 'text/markdown' }));
              return carried;
            }
            """);
        var what = new Dictionary<string, object> { ["dataTransfer"] = carried };

        await window.DispatchEventAsync("dragenter", what);
        await Expect(hint).ToBeVisibleAsync();
        await chat.PictureAsync("dropping");
        await window.DispatchEventAsync("dragover", what);
        await window.DispatchEventAsync("drop", what);

        await Expect(hint).ToHaveCountAsync(0);
        var chip = chat.Page.GetByRole(AriaRole.List, new() { Name = "Files to ask about" }).GetByRole(AriaRole.Listitem);
        await Expect(chip).ToHaveClassAsync("ready", new() { Timeout = 60_000 });
        await chat.AskAsync("For how many days are empty crates stored free of charge?");
        Assert.Contains("17 days", await chat.AnswerAsync(), StringComparison.Ordinal);
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Text_dragged_over_the_chat_is_no_file()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Purchaser");
        await using var carried = await chat.Page.EvaluateHandleAsync("() => { const carried = new DataTransfer(); carried.setData('text/plain', 'just words'); return carried; }");

        await chat.Page.Locator(".chat").DispatchEventAsync("dragenter", new Dictionary<string, object> { ["dataTransfer"] = carried });

        await Expect(chat.Page.GetByText("Drop files here to ask about them")).ToHaveCountAsync(0);
        chat.HasNoComplaints();
    }

    private static bool HasPoppler
        => new[] { "pdftotext", "pdftoppm", "pdfinfo" }.All(name => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))));

    private static Task AttachAsync(ChatPage chat, string name, string type, byte[] bytes)
        => chat.Page.Locator("copilot-ask-box input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = bytes });

    private static byte[] Terms() => new PdfSketch { Title = "Terms of carriage" }
        .Text(60, 80, "Terms of carriage", 20, "F2")
        .Lines(60, 130, 11, "These terms hold for all consignments that are carried by road.", "Pallets are exchanged one for one at the place of delivery.")
        .Page()
        .Text(60, 80, "4 Damage in transit", 16, "F2")
        .Lines(60, 120, 11, "Damage in transit must be reported to the carrier within 11 days of delivery.", "The report names the consignment and shows pictures of the damage.")
        .Page()
        .Build();
}
