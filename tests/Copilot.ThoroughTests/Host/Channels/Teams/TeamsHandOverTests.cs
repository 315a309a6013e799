using Copilot.Contracts;
using Copilot.Host;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>A conversation in Teams is handed over as in the web chat: a to-do is proposed on the record that was last spoken of.</summary>
public sealed class TeamsHandOverTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly PracticeWriter todo = new("odoo.schedule_activity");
    private TeamsHouse house = null!;

    public async Task InitializeAsync()
    {
        var ready = await WriterHouse.WithAsync(new CopilotHostOptions { Configure = _ => { } }, folder, todo, "ScheduleActivityTool");
        house = await TeamsHouse.StartAsync(options => options with
        {
            Settings = new Dictionary<string, string?>([.. options.Settings, .. ready.Settings]),
            Configure = services =>
            {
                options.Configure!(services);
                ready.Configure!(services);
            },
        });
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_colleague_gets_what_is_to_be_done_on_the_record_that_was_spoken_of()
    {
        await AskedAsync();

        await house.Teams.BringAsync(house.Teams.Message("Hand this over to Lena Vogt: call the customer, they wait: since Monday."));

        var card = await house.Teams.NextMessageAsync();
        Assert.Contains("proposal.decide", Assert.Single(card.Cards).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(new RecordRef("sale.order", 42), todo.Focus);
        Assert.Equal(("Lena Vogt", "call the customer, they wait: since Monday"), ((string?)todo.Arguments!["person"], (string?)todo.Arguments["message"]));
        Assert.Equal(0, todo.Executed);
    }

    [Fact]
    public async Task Without_words_the_last_question_is_handed_to_oneself()
    {
        await AskedAsync();

        await house.Teams.BringAsync(house.Teams.Message("hand over"));

        await house.Teams.NextMessageAsync();
        Assert.Equal("Take over: Where is it?", (string?)todo.Arguments!["message"]);
        Assert.False(todo.Arguments.ContainsKey("person"));
    }

    [Fact]
    public async Task Before_anything_was_asked_it_is_said_what_to_do_first_in_the_reader_s_language()
    {
        await house.LinkAsync();
        var message = house.Teams.Message("hand over");
        message["locale"] = "de-DE";
        await house.Teams.BringAsync(message);

        Assert.StartsWith("In diesem Gespräch war von keinem Datensatz die Rede", (await house.Teams.NextMessageAsync()).Text, StringComparison.Ordinal);
        Assert.Null(todo.Arguments);
    }

    private async Task AskedAsync()
    {
        await house.LinkAsync();
        house.Runner.Ending = turn => turn with { Sources = [.. turn.Sources, Some.Source with { Id = "S2" }], Proposals = [] };
        await house.Teams.BringAsync(house.Teams.Message("Where is it?"));
        Assert.StartsWith("It is late", (await house.Teams.NextMessageAsync()).Text, StringComparison.Ordinal);
    }
}
