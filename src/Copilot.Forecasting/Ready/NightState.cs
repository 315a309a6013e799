namespace Copilot.Forecasting.Ready;

/// <summary>How far making forecasts ready has come.</summary>
internal sealed record NightState
{
    /// <summary>Gets from when on nights count: the moment somebody first looked.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets the night that is being worked on or was done last: the moment it was due.</summary>
    public DateTimeOffset? Night { get; init; }

    /// <summary>Gets when that night's work was done; null while it is under way.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Gets when forecasts of all products were last ready.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>Gets how many products of all scopes are done.</summary>
    public int Done { get; init; }

    /// <summary>Gets how many of them had to be made anew.</summary>
    public int Made { get; init; }

    /// <summary>Gets what could not be read, as a whole sentence; null when all was.</summary>
    public string? Trouble { get; init; }
}
