namespace Copilot.Documents.Readers.Office.Word;

/// <summary>How a run of text looks, as far as seeing it goes. A null was not said and comes from the style below.</summary>
internal readonly record struct RunLook
{
    /// <summary>Gets whether it is hidden text.</summary>
    public bool? Vanish { get; init; }

    /// <summary>Gets whether it is bold.</summary>
    public bool? Bold { get; init; }

    /// <summary>Gets its colour, RRGGBB or <c>auto</c>.</summary>
    public string? Colour { get; init; }

    /// <summary>Gets its size in half points.</summary>
    public int? Size { get; init; }

    /// <summary>Gets the colour behind it.</summary>
    public string? Ground { get; init; }

    /// <summary>Reads the properties of a run or a style.</summary>
    public static RunLook Of(OfficeNode? properties) => properties is null ? default : new RunLook
    {
        Vanish = properties.Switch("vanish"),
        Bold = properties.Switch("b"),
        Colour = properties.Child("color")?.Value,
        Size = properties.Child("sz")?.Number("val"),

        // A highlight is always a strong colour; its name serves, since no text has it as its colour.
        Ground = properties.Child("highlight")?.Value is { } highlight and not ("none" or "white") ? highlight : GroundOf(properties),
    };

    /// <summary>Gets the fill of a shading; null when it is clear.</summary>
    public static string? GroundOf(OfficeNode? properties)
    {
        var shading = properties?.Child("shd");
        return shading?["fill"] is { } fill && !fill.Equals("auto", StringComparison.OrdinalIgnoreCase) ? fill
            : shading?.Value is "solid" ? shading["color"]
            : null;
    }

    /// <summary>Lays this look over another.</summary>
    public RunLook Over(RunLook below) => new()
    {
        Vanish = Vanish ?? below.Vanish,
        Bold = Bold ?? below.Bold,
        Colour = Colour ?? below.Colour,
        Size = Size ?? below.Size,
        Ground = Ground ?? below.Ground,
    };

    /// <summary>Says whether a person can't see it: hidden, up to 2 points high, or in the colour of what is behind it.</summary>
    /// <param name="ground">The colour behind the paragraph.</param>
    public bool IsUnseen(string? ground) => Vanish == true || Size is <= 4 || Paint.Unseen(Colour, Ground ?? ground);
}
