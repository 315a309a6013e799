namespace Copilot.Documents.Readers.Office.Slides;

/// <summary>What a slide's text stands on: the size of the slides and the colour behind them.</summary>
/// <param name="Width">The width in units of 1/914,400 inch; 0 when not known.</param>
/// <param name="Height">The height in the same units.</param>
/// <param name="Ground">The colour behind the slide; "unknown" for a picture, a gradient or a theme of its own.</param>
/// <param name="Paper">The theme's colour of paper.</param>
internal sealed record SlideLook(long Width, long Height, string Ground, string Paper)
{
    /// <summary>Gets the look of a slide, which may have a background of its own.</summary>
    public static SlideLook Of(OfficeNode content, SlideLook behind)
        => content.Child("cSld", "bg") is { } background ? behind with { Ground = GroundOf(background, behind.Paper) } : behind;

    /// <summary>Reads the look that a layout gives to its slides.</summary>
    public static SlideLook Behind(OfficePackage package, string? layout, long width, long height)
    {
        var master = layout is null ? null : package.Related(layout, "slideMaster");
        var theme = master is null ? null : package.Node(package.Related(master, "theme"));
        var paper = theme?.Child("themeElements", "clrScheme")?.Child("lt1")?.Children is [var light, ..] ? light["lastClr"] ?? light.Value ?? "FFFFFF" : "FFFFFF";
        var ground = (package.Node(layout)?.Child("cSld", "bg") ?? package.Node(master)?.Child("cSld", "bg")) is { } background ? GroundOf(background, paper) : paper;
        return new SlideLook(width, height, ground, paper);
    }

    /// <summary>Gets the colour of a plain fill; null when there is none, "unknown" when it is not plain.</summary>
    public static string? Fill(OfficeNode? properties, string paper)
    {
        if (properties?.Child("solidFill") is { } solid)
        {
            return Colour(solid, paper);
        }

        return properties?.Children.Any(c => c.Name is "gradFill" or "blipFill" or "pattFill" or "grpFill") == true ? "unknown" : null;
    }

    /// <summary>Gets the colour named in a fill.</summary>
    public static string Colour(OfficeNode fill, string paper) => fill.Children switch
    {
        [{ Name: "srgbClr", Value: { } rgb }, ..] => rgb,
        [{ Name: "sysClr" } system, ..] => system["lastClr"] ?? "unknown",
        [{ Name: "schemeClr", Value: "bg1" or "lt1" } scheme, ..] when scheme.Children.Count == 0 => paper,
        _ => "unknown",
    };

    /// <summary>Says whether a shape at that place is out of sight.</summary>
    public bool IsOffSlide(OfficeNode? transform)
    {
        var offset = transform?.Child("off");
        var extent = transform?.Child("ext");
        if (Width <= 0 || offset is null || extent is null || !long.TryParse(offset["x"], out var x) || !long.TryParse(offset["y"], out var y)
            || !long.TryParse(extent["cx"], out var across) || !long.TryParse(extent["cy"], out var down))
        {
            return false;
        }

        return x >= Width || y >= Height || x + Math.Max(0, across) <= 0 || y + Math.Max(0, down) <= 0;
    }

    private static string GroundOf(OfficeNode background, string paper)
        => background.Child("bgRef") is { } reference ? Colour(reference, paper) : Fill(background.Child("bgPr"), paper) ?? "unknown";
}
