namespace Copilot.Documents.Layout;

/// <summary>In which direction text runs on a page.</summary>
internal enum Turn
{
    /// <summary>From left to right.</summary>
    Upright,

    /// <summary>From top to bottom.</summary>
    Down,

    /// <summary>Upside down.</summary>
    Over,

    /// <summary>From bottom to top.</summary>
    Up,
}
