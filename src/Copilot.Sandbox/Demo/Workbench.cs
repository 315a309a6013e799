using System.Globalization;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Demo;

/// <summary>What every department works with: the sink, the calendar, dice of its own and the number series.</summary>
internal sealed class Workbench(IRecordSink sink, BusinessCalendar calendar, int seed)
{
    private readonly Dictionary<string, int> series = [];
    private readonly Dictionary<string, int> reserved = [];

    public BusinessCalendar Calendar => calendar;

    public int Add(string model, Dictionary<string, object?> values) => sink.Add(model, values);

    /// <summary>Hands out an id before its record is written, for records that name each other; use it for all records of a model or none.</summary>
    public int Reserve(string model) => reserved[model] = reserved.GetValueOrDefault(model) + 1;

    /// <summary>The next number of a series, such as <c>LYO/OUT/</c> with five digits.</summary>
    public string Number(string prefix, int digits = 5)
    {
        var next = series[prefix] = series.GetValueOrDefault(prefix) + 1;
        return prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Dice of one department: a change in one department's draws leaves the others as they were.</summary>
    public Random Dice(string department)
    {
        var mixed = seed;
        foreach (var letter in department)
        {
            mixed = unchecked((mixed * 31) + letter);
        }

        return new Random(mixed);
    }
}
