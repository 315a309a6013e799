namespace Copilot.Odoo.Client;

/// <summary>A method call.</summary>
internal sealed record OdooCall
{
    public required string Model { get; init; }

    public required string Method { get; init; }

    public IReadOnlyList<object?> Arguments { get; init; } = [];

    public IReadOnlyDictionary<string, object?> Named { get; init; } = new Dictionary<string, object?>();

    /// <summary>Whether the call changes nothing; only such calls are tried again after a transient fault.</summary>
    public required bool IsRead { get; init; }
}
