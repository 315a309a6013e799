using System.Globalization;
using System.Text;

namespace Copilot.Sandbox.Orm;

/// <summary>How Python writes, tests and converts the plain values of the wire; Odoo's error texts and numbers come from it.</summary>
internal static class Python
{
    /// <summary>Python's <c>repr</c>.</summary>
    public static string Repr(object? value) => value switch
    {
        null => "None",
        true => "True",
        false => "False",
        string text => Quote(text),
        double number => Number(number),
        IReadOnlyDictionary<string, object?> members => "{" + string.Join(", ", members.Select(m => $"{Quote(m.Key)}: {Repr(m.Value)}")) + "}",
        IReadOnlyList<object?> items => "[" + string.Join(", ", items.Select(Repr)) + "]",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string Tuple(params ReadOnlySpan<object?> items)
    {
        var text = new StringBuilder("(");
        for (var i = 0; i < items.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Repr(items[i]));
        }

        return text.Append(')').ToString();
    }

    /// <summary>A float with its point: <c>14820.0</c>.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E', 'N') < 0 && !double.IsInfinity(value) ? text + ".0" : text;
    }

    public static bool IsFalsy(object? value) => value is null or false or "" or 0L or 0d || (value is IReadOnlyList<object?> { Count: 0 });

    public static double Float(object? value) => value switch
    {
        null or false => 0,
        true => 1,
        long whole => whole,
        int whole => whole,
        double number => number,
        string text => double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault.Value($"could not convert string to float: {Quote(text)}"),
        _ => throw Fault.Type($"float() argument must be a string or a real number, not '{TypeName(value)}'"),
    };

    public static int Int(object? value) => value switch
    {
        null or false => 0,
        true => 1,
        long whole => checked((int)Math.Clamp(whole, int.MinValue, int.MaxValue)),
        int whole => whole,
        double number => (int)number,
        string text => int.TryParse(text.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault.Value($"invalid literal for int() with base 10: {Quote(text)}"),
        _ => throw Fault.Type($"int() argument must be a string, a bytes-like object or a real number, not '{TypeName(value)}'"),
    };

    public static string Str(object? value) => value as string ?? Repr(value);

    private static string TypeName(object? value) => value is IReadOnlyList<object?> ? "list" : "dict";

    private static string Quote(string text)
    {
        var mark = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var quoted = new StringBuilder().Append(mark);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when c == mark => quoted.Append('\\').Append(c),
                _ when char.IsControl(c) => quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append(mark).ToString();
    }
}
