namespace Copilot.Documents.Pictures;

/// <summary>What somebody put onto paper in a place.</summary>
internal enum InkKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Print that is regular: framed, or letters of one height in a row. No free strokes.</summary>
    Stamp,

    /// <summary>Free strokes, alone.</summary>
    Pen,

    /// <summary>Free strokes beside or across a stamp.</summary>
    PenAndStamp,
}
