namespace Copilot.Contracts;

/// <summary>The kind of a value, for checking and showing it.</summary>
public enum FactKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A reference such as S00042, WID-9 or a lot number.</summary>
    Code,

    /// <summary>A count or plain number.</summary>
    Number,

    /// <summary>A quantity in a unit of measure.</summary>
    Quantity,

    /// <summary>Money in a currency.</summary>
    Money,

    /// <summary>A percentage, 12.5 for 12.5 %.</summary>
    Percent,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A moment, UTC.</summary>
    DateTime,

    /// <summary>A number of days.</summary>
    Days,
}
