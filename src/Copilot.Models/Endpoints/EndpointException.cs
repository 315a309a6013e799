namespace Copilot.Models.Endpoints;

/// <summary>Trouble with one request; it never leaves this room, <see cref="FaultTexts"/> turns it into words.</summary>
/// <param name="fault">What went wrong.</param>
/// <param name="detail">What the server said or what was found, short; never a text that was sent.</param>
/// <param name="inner">The fault behind it.</param>
internal sealed class EndpointException(EndpointFault fault, string detail, Exception? inner = null) : Exception($"{fault}: {detail}", inner)
{
    /// <summary>Gets what went wrong.</summary>
    public EndpointFault Fault { get; } = fault;

    /// <summary>Gets what the server said or what was found.</summary>
    public string Detail { get; } = detail;

    /// <summary>Gets the HTTP status; 0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>Gets how long the server asks to be left alone; null when it does not say.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Gets the share of a too long text that fits, where the server said so.</summary>
    public double? FittingShare { get; init; }

    /// <summary>Gets how many tokens the model's context has, where the server said so.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>Gets what the server itself says about asking again (<c>x-should-retry</c>); null when it says nothing.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>Gets a value indicating whether the same request may succeed later.</summary>
    public bool IsPassing => Fault is EndpointFault.Unreachable or EndpointFault.TimedOut or EndpointFault.Busy or EndpointFault.Failed;

    /// <summary>Gets the same trouble in other words.</summary>
    /// <param name="detail">The words; null for the same.</param>
    /// <param name="shouldRetry">What the server says about asking again; null for the same.</param>
    public EndpointException But(string? detail = null, bool? shouldRetry = null) => new(Fault, detail ?? Detail, InnerException)
    {
        Status = Status,
        Wait = Wait,
        FittingShare = FittingShare,
        ContextTokens = ContextTokens,
        ShouldRetry = shouldRetry ?? ShouldRetry,
    };
}
