using System.Text;

namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>Reads a number format's code, for example <c>#,##0.00 [$€-407]</c> or <c>dd.mm.yyyy</c>.</summary>
internal static class FormatCode
{
    private const int LongestCode = 500;

    /// <summary>Reads a code.</summary>
    public static CellFormat Read(string code)
    {
        if (code.Length > LongestCode || code.Equals("General", StringComparison.OrdinalIgnoreCase) || code == "@")
        {
            return CellFormat.General;
        }

        if (code.Contains(';', StringComparison.Ordinal) && code.All(c => c is ';' or ' '))
        {
            return new CellFormat { Unseen = true };
        }

        var (letters, marks, before, after) = Section(code);
        if (letters.Contains("general", StringComparison.Ordinal))
        {
            return new CellFormat { Before = before, After = after };
        }

        var isDate = letters.AsSpan().IndexOfAny("yd") >= 0;
        var isTime = letters.AsSpan().IndexOfAny("hs") >= 0;
        if (isDate || isTime || letters.Contains('m', StringComparison.Ordinal))
        {
            return new CellFormat { Date = isDate || !isTime, Time = isTime, Elapsed = letters.Contains('[', StringComparison.Ordinal) };
        }

        return Number(marks, before, after);
    }

    /// <summary>Gets the formats that a file need not write down (ECMA-376 part 1, 18.8.30).</summary>
    public static CellFormat BuiltIn(int id) => id switch
    {
        1 => Read("0"),
        2 => Read("0.00"),
        3 or 37 or 38 => Read("#,##0"),
        4 or 39 or 40 => Read("#,##0.00"),
        9 => Read("0%"),
        10 => Read("0.00%"),
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => Read("yyyy-mm-dd"),
        >= 18 and <= 21 or >= 32 and <= 35 or 45 or 47 => Read("hh:mm:ss"),
        22 => Read("yyyy-mm-dd hh:mm"),
        41 or 42 => Read("#,##0"),
        43 or 44 => Read("#,##0.00"),
        46 => Read("[h]:mm:ss"),
        _ => CellFormat.General,
    };

    private static CellFormat Number(string marks, string before, string after)
    {
        if (!marks.AsSpan().ContainsAny("0#?") || marks.AsSpan().ContainsAny("/-"))
        {
            // Text only, fractions, and digits with signs in between: the number as it is says more.
            return CellFormat.General;
        }

        var last = marks.AsSpan().LastIndexOfAny("0#?");
        var point = marks.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? marks[..(last + 1)] : marks[..point];
        var part = point < 0 || point > last ? string.Empty : marks[(point + 1)..(last + 1)];
        var most = Math.Min(15, part.Count(c => c is '0' or '#' or '?'));
        var percent = marks.Count(c => c == '%');
        return new CellFormat
        {
            Decimals = marks.Contains('e', StringComparison.Ordinal) ? null : (Math.Min(most, part.Count(c => c == '0')), most),
            Digits = Math.Min(30, whole.Count(c => c == '0')),
            Thousands = whole.Trim(',').Contains(',', StringComparison.Ordinal),
            Power = (2 * percent) - (3 * marks[(last + 1)..].Count(c => c == ',')),
            Before = before,
            After = percent > 0 ? after + "%" : after,
        };
    }

    /// <summary>Takes the first section apart: letters that mean dates, marks that mean digits, and the words around.</summary>
    private static (string Letters, string Marks, string Before, string After) Section(string code)
    {
        StringBuilder letters = new(), marks = new(), before = new(), after = new();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            var words = marks.Length == 0 ? before : after;
            switch (c)
            {
                case '"':
                    var end = code.IndexOf('"', i + 1);
                    end = end < 0 ? code.Length : end;
                    words.Append(code, i + 1, end - i - 1);
                    i = end;
                    break;
                case '\\' when i + 1 < code.Length:
                    words.Append(code[++i]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '[':
                    var close = code.IndexOf(']', i);
                    close = close < 0 ? code.Length - 1 : close;
                    var inside = code[(i + 1)..Math.Max(i + 1, close)];
                    if (inside.StartsWith('$'))
                    {
                        words.Append(inside.AsSpan(1, (inside.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? dash : inside.Length) - 1));
                    }
                    else if (inside.Length > 0 && inside.ToLowerInvariant().Trim('h', 'm', 's').Length == 0)
                    {
                        letters.Append('[').Append(inside.ToLowerInvariant());
                    }

                    i = close;
                    break;
                case '0' or '#' or '?' or '.' or ',' or '%' or '/' or '-' when c is not ('-' or '/' or '.' or ',' or '%') || marks.Length > 0:
                    marks.Append(c);
                    break;
                case '.' or '%':
                    marks.Append(c);
                    break;
                case 'e' when marks.Length > 0:
                    marks.Append('e');
                    i++;
                    break;
                case >= 'a' and <= 'z':
                    letters.Append(c);
                    break;
                case ' ' or '$' or '€' or '£' or '¥' or '+' or '(' or ')' or ':':
                    words.Append(c is '(' or ')' or ':' ? "" : code[i].ToString());
                    break;
            }
        }

        return (letters.ToString(), marks.ToString(), before.ToString().TrimStart(), after.ToString().TrimEnd());
    }
}
