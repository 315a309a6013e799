using Copilot.Contracts;
using Copilot.Host.Channels.Teams;
using Copilot.Host.Channels.Teams.Store;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>What the bot in Teams remembers of where people are and what they were told: shared by all nodes, and of several nodes one acts.</summary>
public abstract class TeamsContract(StoreUnderTest store) : StoreContract(store)
{
    private readonly PracticeClock clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    internal override IReadOnlyList<SchemaStep> Steps => TeamsSchemaStore.Steps;

    [SkippableFact]
    public async Task Where_somebody_is_is_kept_as_it_was_last_and_closed_chats_open_when_the_person_writes()
    {
        var (one, two) = (new TeamsPlaceStore(Database, clock), new TeamsPlaceStore(Another(), clock));
        await one.KeepAsync("T1", "Person", Place("a:1"), "de-DE", None);
        clock.Move(TimeSpan.FromHours(1));
        await two.KeepAsync("t1", "person", Place("a:2"), null, None);
        var known = Assert.Single(await one.OpenAsync(None));
        Assert.Equal(("t1", "person", "a:2", null), (known.Tenant, known.Person, known.Place.ConversationId, known.Locale));
        Assert.Equal(clock.GetUtcNow() - TimeSpan.FromHours(1), known.NewsUpTo);

        await one.CloseAsync("t1", "PERSON", "HTTP 403", None);
        Assert.Empty(await two.OpenAsync(None));
        Assert.Equal(("t1", "person", clock.GetUtcNow()), Assert.Single(await two.ClosedAsync(None)));
        await two.KeepAsync("t1", "person", Place("a:2"), null, None);
        Assert.Single(await one.OpenAsync(None));
        await one.ForgetAsync("t1", "person", None);
        Assert.Null(await two.FindAsync("t1", "person", None));
    }

    [SkippableFact]
    public async Task Of_many_that_would_tell_somebody_one_does_and_may_give_it_back()
    {
        var places = new TeamsPlaceStore(Database, clock);
        await places.KeepAsync("t", "p", Place("a:1"), null, None);
        var known = (await places.FindAsync("t", "p", None))!;
        var later = clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new TeamsPlaceStore(Another(), clock).TakeNewsAsync(known, later, later, None))));
        Assert.Single(taken, mine => mine);
        Assert.Equal((later, later), await Told(places));
        Assert.True(await places.TakeNewsAsync(known with { NewsUpTo = later }, known.NewsUpTo, null, None));
        Assert.Equal((known.NewsUpTo, null), await Told(places));

        await places.WishAsync("t", "p", "off", None);
        clock.Move(TimeSpan.FromDays(1));
        await places.WishAsync("t", "p", "70", None);
        Assert.Equal(("70", clock.GetUtcNow()), ((await places.FindAsync("t", "p", None))!.Threshold, (await places.FindAsync("t", "p", None))!.NewsUpTo));
    }

    [SkippableFact]
    public async Task A_card_is_brought_once_and_again_only_when_whoever_took_it_never_sent_it()
    {
        var cards = new TeamsCardStore(Database, clock);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new TeamsCardStore(Another(), clock).TakeAsync(Card("p1", "a:1"), None))));
        var mine = Assert.Single(taken, t => t is not null)!;
        Assert.Empty(await cards.BehindAsync("p1", 99, None));
        clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal(mine.Id, (await cards.TakeAsync(Card("p1", "a:1"), None))?.Id);
        await cards.BroughtAsync(mine.Id, "m-1", None);
        clock.Move(TimeSpan.FromMinutes(6));
        Assert.Null(await cards.TakeAsync(Card("p1", "a:1"), None));

        // Shown where it was asked for: that person's chat has it already.
        await cards.KnowAsync(Card("p2", "a:1") with { Message = "m-2", Shown = 4 }, None);
        await cards.KnowAsync(Card("p2", "a:1") with { Message = "m-2", Shown = 1 }, None);
        Assert.Null(await cards.TakeAsync(Card("p2", "a:1"), None));
        Assert.Equal(4, Assert.Single(await cards.BehindAsync("p2", 5, None)).Shown);
        Assert.Empty(await cards.BehindAsync("p2", 4, None));
    }

    [SkippableFact]
    public async Task A_message_is_brought_up_to_a_change_by_one_and_rounds_never_go_back()
    {
        var cards = new TeamsCardStore(Database, clock);
        await cards.KnowAsync(Card("p1", "a:1") with { Message = "m-1", Shown = 1 }, None);
        var card = Assert.Single(await cards.BehindAsync("p1", 3, None));
        Assert.Equal(("m-1", "a:1", 1), (card.Message, card.Place.ConversationId, card.Shown));
        var turned = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new TeamsCardStore(Another(), clock).TurnAsync(card.Id, 1, 3, None))));
        Assert.Single(turned, mine => mine);

        Assert.Null(await cards.UpToAsync("proposals", None));
        await cards.CameToAsync("proposals", 7, None);
        await cards.CameToAsync("proposals", 5, None);
        Assert.Equal(7, await cards.UpToAsync("proposals", None));
    }

    private static TeamsPlace Place(string thread) => new(new Uri("https://smba.example/emea/"), thread, new TeamsAccount { Id = "28:bot", Name = "Copilot" }, new TeamsAccount { Id = "29:p", AadObjectId = "p" }, "m-0", true);

    private static ShownCard Card(string proposal, string thread) => new() { Id = string.Empty, Proposal = proposal, Tenant = "t", Person = "p", Place = Place(thread), Locale = "en-GB" };

    private static async Task<(DateTimeOffset, DateTimeOffset?)> Told(TeamsPlaceStore places) => await places.FindAsync("t", "p", None) is { } known ? (known.NewsUpTo, known.ToldAt) : default;
}
