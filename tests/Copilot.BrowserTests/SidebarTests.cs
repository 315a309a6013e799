using System.Text.Json;
using System.Text.RegularExpressions;
using Copilot.Testing;
using Copilot.Testing.Service;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The sidebar in a frame of a page that speaks as the addon in Odoo does.</summary>
public sealed partial class SidebarTests(SidebarService service) : IClassFixture<SidebarService>
{
    [SkippableFact]
    public async Task A_record_is_summed_up_on_opening_and_questions_are_about_it()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(service.Around.Origin);
        var (id, name) = await OrderAsync();

        var frame = await ShowAsync(chat, "sales-rep", id, name);

        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        Assert.Contains(name, await AnswerAsync(frame, 1), StringComparison.Ordinal);
        await chat.PictureAsync("sidebar");
        await MeetsAccessibilityRulesAsync(chat, "sidebar with a brief");
        await frame.GetByRole(AriaRole.Textbox, new() { Name = "Your question" }).FillAsync("Which customer is this order for?");
        await frame.GetByRole(AriaRole.Textbox, new() { Name = "Your question" }).PressAsync("Enter");
        Assert.Contains(name, await AnswerAsync(frame, 2), StringComparison.Ordinal);
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task An_answer_goes_into_the_message_of_odoo_without_the_marks_of_its_sources()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(service.Around.Origin);
        var (id, name) = await OrderAsync();
        var frame = await ShowAsync(chat, "sales-rep", id, name);
        await AnswerAsync(frame, 1);

        await frame.GetByRole(AriaRole.Button, new() { Name = "Into a message" }).ClickAsync();

        await Expect(frame.GetByText("Read it before you send it")).ToBeVisibleAsync();
        var said = await chat.Page.EvaluateAsync<JsonElement>("() => window.said.find(m => m.type === 'distribution-copilot:insert')");
        var text = said.GetProperty("text").GetString()!;
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[S\d|\*\*", text);
    }

    [SkippableFact]
    public async Task An_answer_is_read_changed_and_posted_as_a_note_on_the_record()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(service.Around.Origin);
        var (id, name) = await OrderAsync();
        var frame = await ShowAsync(chat, "sales-rep", id, name);
        await AnswerAsync(frame, 1);

        await frame.GetByRole(AriaRole.Button, new() { Name = "As a note" }).ClickAsync();
        var panel = frame.GetByRole(AriaRole.Region, new() { Name = $"Note on {name}" });
        var box = panel.GetByRole(AriaRole.Textbox, new() { Name = "Text of the note" });
        var text = await box.InputValueAsync();
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[S\d|\*\*", text);
        await box.FillAsync("Told the customer today.\n" + text);
        await chat.PictureAsync("sidebar-note");
        await MeetsAccessibilityRulesAsync(chat, "sidebar, note");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Post the note" }).ClickAsync();

        await Expect(panel.GetByRole(AriaRole.Status)).ToContainTextAsync(new Regex("^Done"), new() { Timeout = 60_000 });
        await Expect(panel).ToContainTextAsync("Told the customer today.");
        await chat.PictureAsync("sidebar-note-posted");
        await MeetsAccessibilityRulesAsync(chat, "sidebar, note posted");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "As a note" })).ToBeFocusedAsync();
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task Another_record_begins_anew_and_the_same_one_does_not()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(service.Around.Origin);
        var (id, name) = await OrderAsync();
        var frame = await ShowAsync(chat, "sales-rep", id, name);
        await AnswerAsync(frame, 1);
        await chat.Page.EvaluateAsync("() => window.tell('record', { record: window.record })");
        await chat.Page.EvaluateAsync("() => window.tell('record', { record: { model: 'res.partner', id: 1, about: { model: 'res.partner', id: 1 }, name: 'Somebody else' } })");

        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Somebody else");
        await AnswerAsync(frame, 1);
        await Expect(frame.Locator("copilot-message .question")).ToContainTextAsync("this contact");
    }

    [SkippableFact]
    public async Task A_supplier_is_summed_up_as_a_supplier_and_a_lead_with_what_is_missing_on_it()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(service.Around.Origin);
        var supplier = await RecordAsync("purchaser", "Tell me about Shenhua Glove Works", SupplierId());

        var frame = await ShowAsync(chat, "purchaser", supplier, "Shenhua Glove Works", model: "res.partner");

        var brief = await AnswerAsync(frame, 1);
        Assert.Contains("still to come", brief, StringComparison.Ordinal);
        Assert.Contains("came on time", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("Revenue", brief, StringComparison.Ordinal);
        await chat.PictureAsync("sidebar-supplier");
        await MeetsAccessibilityRulesAsync(chat, "sidebar with a supplier");
        await using var other = await OpenAsync(service.Around.Origin);
        var lead = await RecordAsync("sales-rep", "Which opportunities are open?", LeadId());

        frame = await ShowAsync(other, "sales-rep", lead, "A lead", model: "crm.lead");

        brief = await AnswerAsync(frame, 1);
        Assert.Contains("expected at", brief, StringComparison.Ordinal);
        Assert.Contains("looks after it", brief, StringComparison.Ordinal);
        await other.PictureAsync("sidebar-lead");
        other.HasNoComplaints();
    }

    [SkippableFact]
    public async Task The_sidebar_speaks_the_language_of_odoo()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(service.Around.Origin);
        var (id, name) = await OrderAsync();

        var frame = await ShowAsync(chat, "sales-rep", id, name, "de-DE");

        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "In eine Nachricht" })).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Als Notiz" })).ToBeVisibleAsync();
        await AnswerAsync(frame, 1, "Erneut fragen");
        await MeetsAccessibilityRulesAsync(chat, "sidebar in German");
    }

    [SkippableFact]
    public async Task Who_is_not_let_in_is_told_so()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(service.Around.Origin);
        await chat.Page.EvaluateAsync("() => { window.signIn = () => window.tell('token', { token: 'a.b.c', record: null }); window.show('x', null); }");

        await Expect(chat.Page.FrameLocator("iframe").GetByRole(AriaRole.Alert)).ToContainTextAsync("unreadable");
        await MeetsAccessibilityRulesAsync(chat, "sidebar, refused");
    }

    [SkippableFact]
    public async Task A_page_that_is_not_listed_gets_no_sidebar()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(service.Around.OtherOrigin);
        await chat.Page.EvaluateAsync("() => new Promise((done) => { window.signIn = done; window.show('sales-rep', null); })");

        Assert.Equal(0, await chat.Page.FrameLocator("iframe").Locator("copilot-sidebar-page").CountAsync());
    }

    [SkippableFact]
    public async Task By_itself_the_page_says_where_it_belongs()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await OpenAsync(new Uri(service.Address, "sidebar").ToString());

        await Expect(chat.Page.GetByText("shown by Odoo")).ToBeVisibleAsync();
        await chat.MeetsAccessibilityRulesAsync("sidebar by itself");
        chat.HasNoComplaints();
    }

    private async Task<ChatPage> OpenAsync(string address)
    {
        var chat = await ChatPage.BlankAsync(service, 460, 820);
        await chat.Page.GotoAsync(address);
        return chat;
    }

    private static async Task<IFrameLocator> ShowAsync(ChatPage chat, string login, int id, string name, string language = "en", string model = "sale.order")
    {
        await chat.Page.EvaluateAsync(
            "([login, id, name, language, model]) => window.show(login, { model, id: +id, about: { model, id: +id }, name }, language)",
            new[] { login, id.ToString(System.Globalization.CultureInfo.InvariantCulture), name, language, model });
        return chat.Page.FrameLocator("iframe");
    }

    private static async Task<string> AnswerAsync(IFrameLocator frame, int number, string finished = "Ask again")
    {
        await Expect(frame.Locator("copilot-message")).ToHaveCountAsync(number, new() { Timeout = 30_000 });
        var last = frame.Locator("copilot-message").Last;
        await Expect(last.GetByRole(AriaRole.Button, new() { Name = finished })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return await last.Locator(".answer").InnerTextAsync();
    }

    private static async Task MeetsAccessibilityRulesAsync(ChatPage chat, string state)
    {
        var frame = chat.Page.Frames.Single(f => f.Url.EndsWith("/sidebar", StringComparison.Ordinal));
        await frame.EvaluateAsync(await File.ReadAllTextAsync(RepositoryRoot.Join("src", "widget", "node_modules", "axe-core", "axe.min.js")));
        var found = await frame.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.help + ' | ' + v.nodes.map(n => JSON.stringify(n.target) + ' ' + n.failureSummary).join(' || '))");
        Assert.True(found.Length == 0, state + ":\n" + string.Join('\n', found));
    }

    /// <summary>An order of the practice company that its sales rep may see.</summary>
    private async Task<(int Id, string Name)> OrderAsync()
    {
        using var client = await CopilotClient.SignInAsync(service.Address, "sales-rep", CancellationToken.None);
        var turn = await client.AskAsync("Which orders are at risk this week?", null, CancellationToken.None);
        var found = turn.Sources.Select(source => (Id: RecordId().Match(source.Uri ?? string.Empty), Name: OrderName().Match(source.Title))).First(pair => pair.Id.Success && pair.Name.Success);
        return (int.Parse(found.Id.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), found.Name.Value);
    }

    /// <summary>The record behind the first source of an answer that is of the kind.</summary>
    private async Task<int> RecordAsync(string persona, string question, Regex kind)
    {
        using var client = await CopilotClient.SignInAsync(service.Address, persona, CancellationToken.None);
        var turn = await client.AskAsync(question, null, CancellationToken.None);
        return int.Parse(turn.Sources.Select(source => kind.Match(source.Uri ?? string.Empty)).First(m => m.Success).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"res\.partner/(\d+)")]
    private static partial Regex SupplierId();

    [GeneratedRegex(@"crm\.lead/(\d+)")]
    private static partial Regex LeadId();

    [GeneratedRegex(@"sale\.order/(\d+)")]
    private static partial Regex RecordId();

    [GeneratedRegex(@"\bS\d{4,}\b")]
    private static partial Regex OrderName();
}
