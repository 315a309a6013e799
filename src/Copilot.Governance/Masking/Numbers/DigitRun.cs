namespace Copilot.Governance.Masking.Numbers;

/// <summary>Groups of digits with single separators between them: <c>0341 555 0200</c>, <c>4111-1111-…</c>. Filled again for each place that is looked at.</summary>
internal sealed class DigitRun
{
    private const int MostDigits = 26;
    private const int MostGroups = 12;

    private readonly char[] digits = new char[MostDigits];
    private readonly int[] counts = new int[MostGroups];
    private readonly int[] ends = new int[MostGroups];
    private readonly char[] separators = new char[MostGroups];

    /// <summary>How many groups there are.</summary>
    public int Groups { get; private set; }

    /// <summary>All digits.</summary>
    public ReadOnlySpan<char> Digits => digits.AsSpan(0, Groups == 0 ? 0 : counts[Groups - 1]);

    /// <summary>The digits of the first groups.</summary>
    public ReadOnlySpan<char> First(int groups) => digits.AsSpan(0, counts[groups - 1]);

    /// <summary>Where the n-th group (from 1) ends in the text.</summary>
    public int End(int group) => ends[group - 1];

    /// <summary>How many digits the n-th group (from 1) has.</summary>
    public int Size(int group) => counts[group - 1] - (group == 1 ? 0 : counts[group - 2]);

    /// <summary>What stands before the n-th group (from 2); <c>(</c> or <c>)</c> where there are brackets.</summary>
    public char Separator(int group) => separators[group - 1];

    /// <summary>Reads from a digit, or a bracket before one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin.</param>
    /// <param name="brackets">Whether brackets may stand around groups.</param>
    public void Read(ReadOnlySpan<char> text, int at, bool brackets)
    {
        Groups = 0;
        var count = 0;
        var i = at;
        var separator = '\0';
        if (brackets && i < text.Length && text[i] == '(')
        {
            separator = '(';
            i++;
        }

        while (Groups < MostGroups)
        {
            var from = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]) && count < MostDigits)
            {
                digits[count++] = text[i++];
            }

            if (i == from || (i < text.Length && char.IsAsciiDigit(text[i])))
            {
                break;
            }

            (counts[Groups], ends[Groups], separators[Groups]) = (count, i, separator);
            Groups++;
            var next = Step(text, i, brackets, out separator);
            if (next < 0)
            {
                break;
            }

            i = next;
        }
    }

    /// <summary>Whether all separators up to a group are this one.</summary>
    public bool AllSeparated(int groups, char by)
    {
        for (var g = 2; g <= groups; g++)
        {
            if (Separator(g) != by)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the sizes of the first groups are exactly these.</summary>
    public bool Sized(params ReadOnlySpan<int> sizes)
    {
        if (Groups < sizes.Length)
        {
            return false;
        }

        for (var g = 0; g < sizes.Length; g++)
        {
            if (Size(g + 1) != sizes[g])
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\u2007';

    private static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2013';

    /// <summary>Goes over the separator before the next digit; -1 when there is none.</summary>
    private static int Step(ReadOnlySpan<char> text, int i, bool brackets, out char separator)
    {
        separator = '\0';
        var from = i;
        while (i < text.Length && i - from < 3)
        {
            var c = text[i];
            if (IsSpace(c) || IsDash(c) || c is '.' or '/')
            {
                // Two separators only beside a bracket: ") " or " (".
                if (separator is not ('\0' or '(' or ')'))
                {
                    break;
                }

                separator = separator == '\0' ? (IsSpace(c) ? ' ' : IsDash(c) ? '-' : c) : separator;
            }
            else if (brackets && c is '(' or ')')
            {
                separator = c;
            }
            else
            {
                break;
            }

            i++;
        }

        return i > from && i < text.Length && char.IsAsciiDigit(text[i]) ? i : -1;
    }
}
