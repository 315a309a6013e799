using System.Globalization;

namespace Copilot.Evals.Truth;

/// <summary>A value that the company's data hold at this moment.</summary>
internal sealed record TruthValue(TruthKind Kind, IReadOnlyList<string> Items, decimal Amount = 0, DateOnly Day = default)
{
    /// <summary>A list need not be told to the end: a tool shows the first so many and says how many there are.</summary>
    public const int LongestList = 10;

    /// <summary>Gets how many of the items must occur.</summary>
    public int AtLeast { get; init; } = Math.Min(Items.Count, LongestList);

    /// <summary>Words of which one variant must occur.</summary>
    public static TruthValue Words(params IReadOnlyList<string> variants) => new(TruthKind.Words, variants);

    /// <summary>Words that must all occur.</summary>
    public static TruthValue All(IReadOnlyList<string> items) => new(TruthKind.All, items);

    /// <summary>Words of which some must occur, for lists that are ranked in more than one right way.</summary>
    public static TruthValue Some(IReadOnlyList<string> items, int atLeast) => new(TruthKind.All, items) { AtLeast = Math.Min(items.Count, atLeast) };

    /// <summary>A number.</summary>
    public static TruthValue Number(decimal amount) => new(TruthKind.Number, [], amount);

    /// <summary>A day.</summary>
    public static TruthValue On(DateOnly day) => new(TruthKind.Day, [], 0, day);

    /// <summary>How it is put into a question.</summary>
    public override string ToString() => Kind switch
    {
        TruthKind.Number => Amount.ToString("0.##", CultureInfo.InvariantCulture),
        TruthKind.Day => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TruthKind.Words => Items.Count == 0 ? string.Empty : Items[0],
        _ => string.Join(", ", Items),
    };
}
