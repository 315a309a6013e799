using System.Globalization;
using System.Runtime.ExceptionServices;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Channels.Teams.Store;

namespace Copilot.Host.Channels.Teams.Telling;

/// <summary>Tells people in Teams of new exceptions that concern them, at most once in the configured pace, what came in between together. Of several nodes one tells each person.</summary>
internal sealed class ExceptionCourier(IExceptionFeed feed, TeamsPlaceStore places, PeopleDesk people, TeamsPost post, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Tells everybody once who is due.</summary>
    /// <param name="cancellationToken">Stops before the next person.</param>
    /// <returns>How many people were told something.</returns>
    /// <exception cref="CopilotException">Somebody's rights can't be asked just now; the others were told.</exception>
    /// <exception cref="TeamsDeliveryException">The channel takes nothing just now; nobody who was not told is marked as told.</exception>
    public async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var told = 0;
            ExceptionDispatchInfo? trouble = null;
            foreach (var place in await places.OpenAsync(cancellationToken))
            {
                try
                {
                    told += await TellAsync(place, cancellationToken) ? 1 : 0;
                }
                catch (CopilotException one)
                {
                    // The rights of one person can't be asked; that is no reason to keep it from the others.
                    trouble ??= ExceptionDispatchInfo.Capture(one);
                }
            }

            trouble?.Throw();
            return told;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<bool> TellAsync(KnownPlace place, CancellationToken cancellationToken)
    {
        if (place.Threshold == AlertWish.Off || place.ToldAt + feed.Pace > time.GetUtcNow() || await people.WhoAsync(place.Tenant, place.Person, cancellationToken) is not { } caller)
        {
            return false;
        }

        var news = await feed.NewsAsync(caller, place.NewsUpTo, cancellationToken);
        if (news.UpTo == place.NewsUpTo)
        {
            return false;
        }

        var least = double.TryParse(place.Threshold, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var own) ? own : 0;
        var cases = news.Cases.Where(c => c.Score >= least).ToList();
        if (!await places.TakeNewsAsync(place, news.UpTo, cases.Count > 0 ? time.GetUtcNow() : place.ToldAt, cancellationToken) || cases.Count == 0)
        {
            return false;
        }

        try
        {
            var message = AnswerMessage.Plain(string.Empty);
            message["summary"] = cases.Count == 1 ? cases[0].Title : string.Create(CultureInfo.InvariantCulture, $"{cases.Count} new exceptions; the most pressing: {cases[0].Title}");
            AnswerMessage.Attach(message, ExceptionCards.Of(cases, news.Open, CardFigures.Culture(place.Locale)));
            return await post.BringAsync(place, message, cancellationToken) is not null;
        }
        catch
        {
            await places.TakeNewsAsync(place with { NewsUpTo = news.UpTo }, place.NewsUpTo, place.ToldAt, CancellationToken.None);
            throw;
        }
    }
}
