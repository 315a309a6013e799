using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Odoo.Answers;

/// <summary>Makes facts, with values written as <see cref="Fact.Value"/> asks.</summary>
internal static class FactOf
{
    public static Fact Text(string name, string? value) => new(name, FactKind.Text, Phrase.Clean(value, 240));

    public static Fact Code(string name, string? value) => new(name, FactKind.Code, Phrase.Clean(value, 80));

    public static Fact Number(string name, decimal value) => new(name, FactKind.Number, Plain(value));

    public static Fact Quantity(string name, decimal value, string unit) => new(name, FactKind.Quantity, Plain(Math.Round(value, 2)), Phrase.Clean(unit, 20));

    public static Fact Money(string name, decimal value, string currency) => new(name, FactKind.Money, Math.Round(value, 2).ToString("0.00", CultureInfo.InvariantCulture), currency);

    public static Fact Percent(string name, decimal value) => new(name, FactKind.Percent, Plain(Math.Round(value, 1)));

    public static Fact Date(string name, DateOnly value) => new(name, FactKind.Date, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Fact Days(string name, int value) => new(name, FactKind.Days, Plain(value), "days");

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
