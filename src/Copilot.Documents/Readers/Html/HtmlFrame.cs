namespace Copilot.Documents.Readers.Html;

/// <summary>An open element, with all that it hands down to what is inside it.</summary>
internal readonly record struct HtmlFrame
{
    /// <summary>Gets its name in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>Gets a value indicating whether its text is no text: scripts, and menus beside the main content.</summary>
    public bool Skipped { get; init; }

    /// <summary>Gets a value indicating whether it is not shown, and nothing inside it can be.</summary>
    public bool Gone { get; init; }

    /// <summary>Gets a value indicating whether it is switched invisible; an element inside may be visible again.</summary>
    public bool Invisible { get; init; }

    /// <summary>Gets a value indicating whether its letters have no height; an element inside may be larger again.</summary>
    public bool Tiny { get; init; }

    /// <summary>Gets its text colour as RRGGBB; null for the page's own.</summary>
    public string? Colour { get; init; }

    /// <summary>Gets the colour behind it as RRGGBB; null for the page's own white, "unknown" for a picture or a gradient.</summary>
    public string? Ground { get; init; }

    /// <summary>Gets the level of the heading it is in; 0 for none.</summary>
    public int Heading { get; init; }

    /// <summary>Gets how many lists it is in.</summary>
    public int Lists { get; init; }

    /// <summary>Gets a value indicating whether white space counts.</summary>
    public bool Preformatted { get; init; }

    /// <summary>Gets a value indicating whether it belongs to the main content.</summary>
    public bool Main { get; init; }

    /// <summary>Gets a value indicating whether it is part of an earlier message that is quoted.</summary>
    public bool Quoted { get; init; }

    /// <summary>Gets a value indicating whether it is a table that only arranges the page, or a part of one.</summary>
    public bool Layout { get; init; }

    /// <summary>Gets a value indicating whether a person does not see its text.</summary>
    public bool IsUnseen => Gone || Invisible || Tiny || Office.Paint.Unseen(Colour, Ground);
}
