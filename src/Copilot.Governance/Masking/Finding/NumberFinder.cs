using System.Collections.Frozen;
using Copilot.Governance.Masking.Numbers;

namespace Copilot.Governance.Masking.Finding;

/// <summary>Finds accounts, cards, tax and personal numbers and telephone numbers: one walk from digit to digit.</summary>
internal sealed class NumberFinder(FrozenSet<MaskClass> wanted, FrozenSet<string> personalNumbers)
{
    private const int LongestLetters = 8;

    private readonly PersonalNumbers persons = new(personalNumbers);
    private readonly DigitRun run = new();
    private readonly DigitRun bracketed = new();

    public void Find(ReadOnlySpan<char> text, List<Found> found)
    {
        var at = 0;
        while (at < text.Length)
        {
            var next = text[at..].IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                return;
            }

            var digit = at + next;
            var start = WordStart(text, digit, at);
            at = TextAround.BeginsAt(text, start) && At(text, start, digit) is { } hit ? Keep(found, hit) : AfterWord(text, digit);
        }
    }

    private static int Keep(List<Found> found, Found hit)
    {
        found.Add(hit);
        return hit.End;
    }

    private Found? At(ReadOnlySpan<char> text, int start, int digit)
        => start < digit ? Lettered(text, start) : Prefixed(text, start) ?? Digits(text, start);

    /// <summary>A word that begins with letters.</summary>
    private Found? Lettered(ReadOnlySpan<char> text, int start)
    {
        if (Wants(MaskClass.Iban) && Ibans.At(text, start) is { End: > 0 } iban)
        {
            return Of(start, iban.End, MaskClass.Iban, iban.Plain);
        }

        if (Wants(MaskClass.PersonalNumber) && persons.WithLetters(text, start) is > 0 and var end)
        {
            return Of(start, end, MaskClass.PersonalNumber);
        }

        if (!Wants(MaskClass.TaxNumber))
        {
            return null;
        }

        var announced = TextAround.Announced(text, start, NumberWords.Tax);
        return VatNumbers.At(text, start, announced) is { End: > 0 } vat ? Of(start, vat.End, MaskClass.TaxNumber, vat.Plain)
            : announced && AfterWord(text, start) is var word && word - start is >= 8 and <= 15 && DigitCount(text[start..word]) >= 7 ? Of(start, word, MaskClass.TaxNumber)
            : null;
    }

    /// <summary>Digits with a country before them and one separator between: <c>DE 123456789</c>, <c>CHE-123.456.789</c>, <c>GB 12 …</c>.</summary>
    private Found? Prefixed(ReadOnlySpan<char> text, int digit)
    {
        if (digit < 3 || !(DigitRun.IsSpace(text[digit - 1]) || text[digit - 1] == '-') || !char.IsAsciiLetterUpper(text[digit - 2]))
        {
            return null;
        }

        var start = digit - 2;
        while (start > 0 && digit - start <= LongestLetters && char.IsAsciiLetterUpper(text[start - 1]))
        {
            start--;
        }

        if (!TextAround.BeginsAt(text, start))
        {
            return null;
        }

        if (Wants(MaskClass.TaxNumber) && VatNumbers.At(text, start, TextAround.Announced(text, start, NumberWords.Tax)) is { End: > 0 } vat)
        {
            return Of(start, vat.End, MaskClass.TaxNumber, vat.Plain);
        }

        return Wants(MaskClass.PersonalNumber) && persons.WithLetters(text, start) is > 0 and var end ? Of(start, end, MaskClass.PersonalNumber) : null;
    }

    private Found? Digits(ReadOnlySpan<char> text, int digit)
    {
        run.Read(text, digit, brackets: false);
        if (Wants(MaskClass.Card) && Cards.Groups(run) is > 0 and var card && TextAround.EndsAt(text, run.End(card)))
        {
            return Of(digit, run.End(card), MaskClass.Card, new string(run.First(card)));
        }

        if (Wants(MaskClass.PersonalNumber))
        {
            // "12345678Z" and "131052-308T" begin with digits and end with a letter.
            if (persons.Groups(text, digit, run) is > 0 and var groups)
            {
                return Of(digit, run.End(groups), MaskClass.PersonalNumber, new string(run.First(groups)));
            }

            if (persons.WithLetters(text, digit) is > 0 and var end)
            {
                return Of(digit, end, MaskClass.PersonalNumber);
            }
        }

        return Tax(text, digit) ?? Phone(text, digit);
    }

    private Found? Tax(ReadOnlySpan<char> text, int digit)
    {
        if (!Wants(MaskClass.TaxNumber) || run.Digits.Length < 8 || !TextAround.Announced(text, digit, NumberWords.Tax))
        {
            return null;
        }

        for (var groups = run.Groups; groups >= 1; groups--)
        {
            if (run.First(groups).Length is >= 8 and <= 14 && TextAround.EndsAt(text, run.End(groups)))
            {
                return Of(digit, run.End(groups), MaskClass.TaxNumber, new string(run.First(groups)));
            }
        }

        return null;
    }

    private Found? Phone(ReadOnlySpan<char> text, int digit)
    {
        if (!Wants(MaskClass.Phone))
        {
            return null;
        }

        var open = digit > 0 && text[digit - 1] == '(';
        var begin = open ? digit - 1 : digit;
        bracketed.Read(text, begin, brackets: true);
        var plus = digit > 0 && text[digit - 1] == '+' ? digit - 1 : open && digit > 1 && text[digit - 2] == '+' ? digit - 2 : -1;
        var groups = 0;
        if (plus >= 0)
        {
            groups = TextAround.BeginsAt(text, plus) ? Phones.International(text, plus, bracketed, plus: true) : 0;
        }
        else if (bracketed.Digits.StartsWith("00") && !open)
        {
            groups = Phones.International(text, begin, bracketed, plus: false);
        }

        if (groups > 0)
        {
            var whole = plus > 0 && text[plus - 1] == '(' && bracketed.Groups > 1 && bracketed.Separator(2) == ')';
            return Of(whole ? plus - 1 : plus >= 0 ? plus : begin, bracketed.End(groups), MaskClass.Phone, PhoneKey(bracketed.First(groups), plus >= 0));
        }

        groups = plus < 0 ? Phones.National(text, begin, bracketed) : 0;
        return groups > 0 ? Of(begin, bracketed.End(groups), MaskClass.Phone, new string(bracketed.First(groups))) : null;
    }

    private static string PhoneKey(ReadOnlySpan<char> digits, bool plus) => "+" + (plus ? new string(digits) : new string(digits[2..]));

    private bool Wants(MaskClass kind) => wanted.Contains(kind);

    private static Found Of(int start, int end, MaskClass kind, string? key = null) => new(start, end - start, kind, key);

    /// <summary>Where the word begins that a digit stands in, when it begins with letters.</summary>
    private static int WordStart(ReadOnlySpan<char> text, int digit, int least)
    {
        var start = digit;
        while (start > least && digit - start < LongestLetters && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static int AfterWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }

    private static int DigitCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return count;
    }
}
