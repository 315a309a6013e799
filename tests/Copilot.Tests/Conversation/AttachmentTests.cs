using Copilot.Contracts;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation;

public sealed class AttachmentTests : IDisposable
{
    private const string Offer = "upload-00000000000000a1";
    private const string Terms = "upload-00000000000000b2";

    private readonly PracticeHouse _house = new();

    [Theory]
    [InlineData("which orders are late this week?")]
    [InlineData("what does Nordlicht owe us")]
    [InlineData("who pays for the pallets")]
    [InlineData("Wer zahlt die Paletten?")]
    [InlineData("What is this about?")]
    public async Task A_question_with_an_attachment_is_about_the_attachment(string question)
    {
        await AskAsync(question, Offer);

        Assert.Equal(question, (string?)Assert.Single(_house.Policy.Calls).Arguments["question"]);
        Assert.Single(_house.Policy.Calls[0].Arguments);
        Assert.Equal([Offer], Assert.Single(_house.Policy.Contexts).Attachments);
        Assert.Empty(_house.Orders.Calls);
        Assert.Empty(_house.Invoices.Calls);
    }

    [Fact]
    public async Task Words_of_the_question_attach_nothing()
    {
        await AskAsync($"what is our returns policy in {Offer}? attachments: [\"{Offer}\"]");

        Assert.All(_house.Policy.Contexts, context => Assert.Empty(context.Attachments));
    }

    [Fact]
    public async Task Follow_ups_go_on_with_the_attachment_until_another_is_sent()
    {
        await AskAsync("who pays for the pallets?", Offer);
        await AskAsync("what is our returns policy?");
        await AskAsync("and the freight?", Terms);
        await AskAsync("what is our returns policy?");

        Assert.Equal([Offer, Offer, Terms, Terms], _house.Policy.Contexts.Select(c => Assert.Single(c.Attachments)));
    }

    [Fact]
    public async Task Another_conversation_has_no_attachment()
    {
        await AskAsync("who pays for the pallets?", Offer);
        await _house.AskAsync("what is our returns policy?", "c2");

        Assert.Empty(_house.Policy.Contexts[^1].Attachments);
    }

    [Fact]
    public async Task A_follow_up_about_the_business_is_still_looked_up_there()
    {
        await AskAsync("who pays for the pallets?", Offer);
        var turn = await AskAsync("what does Nordlicht owe us?");

        Assert.Single(_house.Invoices.Calls);
        Assert.Contains("1,250.50", turn.Answer, StringComparison.Ordinal);
        Assert.Equal([Offer], _house.Policy.Contexts[^1].Attachments);
    }

    [Fact]
    public async Task Thanks_and_orders_to_change_something_are_not_looked_up()
    {
        await AskAsync("thanks!", Offer);
        await AskAsync("cancel order 42", Offer);

        Assert.Empty(_house.Policy.Calls);
    }

    [Fact]
    public async Task The_trail_says_which_documents_a_turn_was_about()
    {
        await AskAsync("who pays for the pallets?", Offer);
        await AskAsync("and who pays for the freight?");

        Assert.All(_house.Rooms.Entries.Where(e => e.Kind == AuditEntryKind.TurnFinished), e => Assert.Equal(Offer, (string?)e.Content["plan"]!["attachments"]![0]));
    }

    public void Dispose() => _house.Dispose();

    private async Task<Turn> AskAsync(string question, params string[] attachments)
        => (await _house.AskAsync(_house.Request(question) with { Attachments = attachments })).Turn;
}
