using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>A proposed change in the chat: seen with its old and new values, decided with a comment, done.</summary>
public sealed class ProposalTests(ChatService service) : IClassFixture<ChatService>
{
    [SkippableFact]
    public async Task A_change_is_shown_with_old_and_new_values_approved_with_a_comment_and_done()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        var proposal = await ProposeAsync(chat);
        await Expect(proposal.Locator("del").First).Not.ToBeEmptyAsync();
        await Expect(proposal.Locator("ins").First).Not.ToBeEmptyAsync();
        await chat.PictureAsync("proposal");
        await chat.MeetsAccessibilityRulesAsync("proposal");

        await proposal.GetByRole(AriaRole.Button, new() { Name = "Approve with a comment" }).FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(proposal.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await chat.Page.Keyboard.TypeAsync("Agreed by phone.");
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(proposal.GetByRole(AriaRole.Status)).ToContainTextAsync(new Regex("^Done"), new() { Timeout = 60_000 });
        await Expect(proposal).ToContainTextAsync("Agreed by phone.");
        await chat.PictureAsync("proposal-done");
        await chat.MeetsAccessibilityRulesAsync("proposal done");
        chat.HasNoComplaints();
    }

    [SkippableFact]
    public async Task A_change_is_rejected_with_a_reason_and_nothing_is_done()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        await using var chat = await ChatPage.OpenAsync(service);
        var proposal = await ProposeAsync(chat);
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await proposal.GetByRole(AriaRole.Textbox).FillAsync("The customer waits.");
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();

        await Expect(proposal.GetByRole(AriaRole.Status)).ToHaveTextAsync("Rejected by Henrik Aalto.");
        await Expect(proposal).ToContainTextAsync("The customer waits.");
        await Expect(proposal.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        chat.HasNoComplaints();
    }

    private static async Task<ILocator> ProposeAsync(ChatPage chat)
    {
        await chat.SignInAsync("Operations manager");
        await chat.AskAsync("Which orders are at risk of missing their promised ship date this week, and why?");
        var order = Regex.Match(await chat.AnswerAsync(), @"S\d{5}").Value;
        await chat.AskAsync($"move {order} to next Friday");
        var proposal = chat.Last.Locator("copilot-proposal");
        await Expect(proposal).ToHaveCountAsync(1);
        return proposal;
    }
}
