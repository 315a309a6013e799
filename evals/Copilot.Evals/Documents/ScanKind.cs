namespace Copilot.Evals.Documents;

/// <summary>What happens to a page when it is scanned or photographed.</summary>
/// <param name="Name">What is wrong with it, in a word.</param>
internal sealed record ScanKind(string Name)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScanKind> All { get; } =
    [
        new("clean"),
        new("askew") { Skew = 4, Noise = 7 },
        new("unevenly lit") { Shadow = 0.5, Noise = 5 },
        new("faint") { Ink = 120, Paper = 222, Noise = 6 },
        new("speckled") { Specks = 0.003, Skew = 1 },
        new("stamped") { IsStamped = true, Skew = 1, Noise = 5 },
        new("turned") { IsTurned = true, Skew = 1, Noise = 5 },
        new("worn") { Skew = 3, Shadow = 0.3, Ink = 70, Paper = 235, Noise = 9, Specks = 0.0008, IsStamped = true },
        new("coarse") { DotsPerInch = 150, Skew = 2, Noise = 6 },
        new("photographed") { DotsPerInch = 250, IsPhotographed = true },
    ];

    /// <summary>Gets the resolution in dots per inch.</summary>
    public int DotsPerInch { get; init; } = 200;

    /// <summary>Gets by how many degrees it lies askew at most, either way.</summary>
    public double Skew { get; init; }

    /// <summary>Gets how much darker the darkest corner is, 0 to 1.</summary>
    public double Shadow { get; init; }

    /// <summary>Gets the shade of black print, 0 to 255.</summary>
    public int Ink { get; init; }

    /// <summary>Gets the shade of white paper, 0 to 255.</summary>
    public int Paper { get; init; } = 255;

    /// <summary>Gets by how much shades stray (standard deviation).</summary>
    public double Noise { get; init; }

    /// <summary>Gets the share of pixels that are specks, black and white.</summary>
    public double Specks { get; init; }

    /// <summary>Gets a value indicating whether it is stamped.</summary>
    public bool IsStamped { get; init; }

    /// <summary>Gets a value indicating whether it is photographed on a table and no scan.</summary>
    public bool IsPhotographed { get; init; }

    /// <summary>Gets a value indicating whether it lies on a side or on its head.</summary>
    public bool IsTurned { get; init; }
}
