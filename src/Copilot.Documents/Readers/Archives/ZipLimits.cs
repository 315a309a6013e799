namespace Copilot.Documents.Readers.Archives;

/// <summary>How far a ZIP file may go before it is refused. A file that breaks one of them is made to hurt, or must be split by hand.</summary>
internal sealed record ZipLimits
{
    /// <summary>Gets the most members.</summary>
    public int Members { get; init; } = 10_000;

    /// <summary>Gets the most bytes of all members together, unpacked.</summary>
    public long Bytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Gets how many times larger than packed the members may be, once they are larger than <see cref="RatioFrom"/>. Office files reach 100 in rare sheets; deflate's utmost is 1,032.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>Gets the unpacked size from which <see cref="Ratio"/> counts.</summary>
    public long RatioFrom { get; init; } = 16L * 1024 * 1024;

    /// <summary>Gets the largest list of members in bytes.</summary>
    public long Directory { get; init; } = 16L * 1024 * 1024;

    /// <summary>Gets the longest name of a member that is kept; a longer one is shortened.</summary>
    public int Name { get; init; } = 255;
}
