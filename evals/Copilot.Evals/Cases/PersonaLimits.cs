namespace Copilot.Evals.Cases;

/// <summary>What a persona may not see in any answer, whatever was asked.</summary>
internal sealed record PersonaLimits
{
    /// <summary>Gets models of which no record may be a source.</summary>
    public List<string> Models { get; init; } = [];

    /// <summary>Gets providers whose values must not occur: numbers of other people's orders, for example.</summary>
    public List<string> Hidden { get; init; } = [];

    /// <summary>Gets the companies whose documents may be cited.</summary>
    public List<string> Companies { get; init; } = [];

    /// <summary>Gets the tools that must not answer it, whatever was asked.</summary>
    public List<string> Tools { get; init; } = [];
}
