namespace Copilot.Contracts;

/// <summary>Tells people what is new among the cases that concern them. A channel that speaks of its own accord asks it now and then for each person it can reach. Implemented by Odoo, used by the channels.</summary>
public interface IExceptionFeed
{
    /// <summary>Gets how often a person is told at most; a channel asks no more often, so that what comes at once is told at once.</summary>
    TimeSpan Pace { get; }

    /// <summary>Gets what became news to a person since a moment: cases found (or found again) since, open, of roles the person has, at or above the person's threshold, readable by the person now.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="since"><see cref="ExceptionNews.UpTo"/> of the time before; for the first time the moment from which on the person wants to be told.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The news; most times none.</returns>
    /// <exception cref="CopilotException">The business system or the store can't be asked now; ask again with the same moment.</exception>
    Task<ExceptionNews> NewsAsync(Caller caller, DateTimeOffset since, CancellationToken cancellationToken);
}
