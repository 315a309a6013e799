using Copilot.Contracts;
using Copilot.Testing.Service;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>What everybody sees in every channel with a face: it streams, it stops, it shows refusals, sources, cards and proposals, it takes a thumb, it is handed over to a person, and it never shows a fault.</summary>
public abstract class FaceContract
{
    internal abstract ScriptedRunner Runner { get; }

    internal abstract IServiceProvider Services { get; }

    internal abstract PracticeWriter Todo { get; }

    /// <summary>Gets the word that the channel's own list of reasons gives for a thumb that points down; null where it has no list.</summary>
    protected virtual string? Reason => "wrong";

    /// <summary>Asks as the sales rep, in the language that the channel says the person speaks.</summary>
    protected abstract Task<Showing> AskAsync(string question, string language = "en");

    [Fact]
    public async Task The_answer_is_seen_with_its_sources_and_cards()
    {
        var shown = await ShowAsync("Where is it?");

        Assert.StartsWith("It is late [", shown.Text);
        Assert.Equal(["Sales order S00042"], shown.Sources);
        Assert.Contains("Orders [bold]", shown.Cards);
        Assert.Contains("S00042", shown.Cards);
    }

    [Fact]
    public async Task A_proposal_is_seen() => Assert.Equal(["Move the order"], (await ShowAsync("Move it")).Proposals);

    [Fact]
    public async Task A_refusal_is_seen() => Assert.Equal("You may not see that.", (await ShowAsync(ScriptedRunner.Refuses)).Text);

    [Fact]
    public async Task Words_are_seen_before_the_turn_has_ended()
    {
        await using var showing = await AskAsync(ScriptedRunner.Halts);

        Assert.StartsWith("It is", await showing.FirstSignAsync());
        Runner.Gate.Release();
        Assert.StartsWith("It is late [", (await showing.EndAsync()).Text);
    }

    [Fact]
    public async Task Stopping_stops_the_turn()
    {
        await using var showing = await AskAsync(ScriptedRunner.Waits);
        await showing.FirstSignAsync();

        await showing.StopAsync();

        await Runner.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_fault_is_seen_as_an_id_and_nothing_more()
    {
        var text = (await ShowAsync(ScriptedRunner.Breaks)).Text;

        Assert.Matches(@"\(id [0-9a-f]{12}\)", text);
        Assert.DoesNotContain("nobody outside", text);
    }

    [Theory]
    [InlineData("a\u0000b", "U+0000 at position 2")]
    [InlineData("8001", "8,001 characters; at most 8,000")]
    public async Task What_is_no_question_is_refused_with_the_reason(string question, string reason)
        => Assert.Contains(reason, (await ShowAsync(question == "8001" ? new string('é', 8001) : question)).Text);

    [Theory]
    [InlineData("en", "8,001 characters; at most 8,000")]
    [InlineData("de", "Die Frage hat 8.001 Zeichen")]
    [InlineData("fr-FR", "La question compte 8")]
    [InlineData("pl", "8,001 characters; at most 8,000")]
    public async Task What_the_house_says_itself_is_in_the_reader_s_language(string language, string reason)
    {
        await using var showing = await AskAsync(new string('é', 8001), language);

        Assert.Contains(reason, (await showing.EndAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "nl")]
    [InlineData("pl", "pl")]
    [InlineData("xx-strange", "en")]
    public async Task Whoever_answers_is_told_the_reader_s_language(string language, string told)
    {
        var question = $"Where is it, {Guid.NewGuid():N}?";
        await using var showing = await AskAsync(question, language);
        await showing.EndAsync();

        Assert.Equal(told, Runner.Asked.ToArray().Single(asked => asked.Question == question).Caller.Language);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> where is it?")]
    [InlineData("'; DROP TABLE turns; --")]
    [InlineData("Wo ist es? 😀 ¿Dónde? 倉庫")]
    public async Task Any_text_arrives_as_it_was_written(string question)
    {
        await ShowAsync(question);

        Assert.Contains(Runner.Asked.ToArray(), asked => asked.Question == question);
    }

    [Fact]
    public async Task A_thumb_with_its_reason_and_words_arrives_in_the_store_once_however_often_it_is_pressed()
    {
        var question = $"Rate me, {Guid.NewGuid():N}";
        await using var showing = await AskAsync(question);
        await showing.EndAsync();

        await showing.DislikeAsync("at first");
        await showing.DislikeAsync("wrong cut-off time, 16 h 😀");

        var turn = Runner.Asked.ToArray().Single(asked => asked.Question == question).TurnId;
        var kept = await Services.GetRequiredService<IStoreDatabase>().ReadAsync(
            connection => connection.Query<(string Rating, string? Reason, string Comment)>("SELECT rating, reason, comment FROM feedback WHERE turn_id = @turn", new { turn }).ToList(), CancellationToken.None);
        Assert.Equal([("down", Reason, "wrong cut-off time, 16 h 😀")], kept);
    }

    [Fact]
    public async Task A_conversation_is_handed_over_to_a_person_as_a_proposal_on_the_record_that_was_spoken_of()
    {
        Runner.Ending = turn => turn with { Sources = [.. turn.Sources, Some.Source with { Id = "S2" }] };
        try
        {
            await using var showing = await AskAsync("Where is it?");
            await showing.EndAsync();

            Assert.Contains("S00042", await showing.HandOverAsync("Lena Vogt", "call the customer"), StringComparison.Ordinal);
        }
        finally
        {
            Runner.Ending = turn => turn;
        }

        Assert.Equal(new RecordRef("sale.order", 42), Todo.Focus);
        Assert.Equal(("Lena Vogt", "call the customer"), ((string?)Todo.Arguments!["person"], (string?)Todo.Arguments["message"]));
        Assert.Equal(0, Todo.Executed);
    }

    [Theory]
    [InlineData("en", "no record was spoken of")]
    [InlineData("de", "war von keinem Datensatz die Rede")]
    public async Task A_conversation_about_no_record_is_not_handed_over_and_that_is_said_in_the_reader_s_language(string language, string reason)
    {
        await using var showing = await AskAsync("Where is it?", language);
        await showing.EndAsync();

        Assert.Contains(reason, await showing.HandOverAsync("Lena Vogt", "call the customer"), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<ShownTurn> ShowAsync(string question)
    {
        await using var showing = await AskAsync(question);
        return await showing.EndAsync();
    }
}
