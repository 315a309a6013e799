namespace Copilot.Conversation.Grounding;

/// <summary>What kind of figure a piece of text is.</summary>
internal enum FigureKind
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A day, perhaps without its year.</summary>
    Day,

    /// <summary>A month of a year.</summary>
    Month,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A reference such as S00042.</summary>
    Code,

    /// <summary>A phrase in quotation marks.</summary>
    Quote,

    /// <summary>Digits that can be read in two ways or in none: they stand only where the evidence writes the same.</summary>
    Unclear,
}
