using Copilot.Contracts;

namespace Copilot.Odoo.Answers;

/// <summary>Parameters that several tools share, so that planners fill them the same way everywhere.</summary>
internal static class Parameters
{
    public static ToolParameter Name(string name, SlotKind slot, string description, bool required = false)
        => new() { Name = name, Type = ParameterType.Text, Slot = slot, Description = description, Required = required };

    public static ToolParameter Day(string name, SlotKind slot, string description)
        => new() { Name = name, Type = ParameterType.Date, Slot = slot, Description = description };

    public static ToolParameter Customer { get; } = Name("customer", SlotKind.Customer, "A customer's name; all customers when left out.");

    public static ToolParameter Warehouse { get; } = Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out.");

    public static ToolParameter Product { get; } = Name("product", SlotKind.Product, "A product's internal reference or name.");

    public static ToolParameter Company { get; } = Name("company", SlotKind.Company, "A company's name; all companies the caller may see when left out.");

    public static ToolParameter Salesperson { get; } = Name("salesperson", SlotKind.Person, "A salesperson's name; all when left out.");

    public static ToolParameter MinimumAmount { get; } = new()
    {
        Name = "min_amount",
        Type = ParameterType.Number,
        Slot = SlotKind.Money,
        Description = "Only those worth at least this much, in the company's currency.",
    };

    public static ToolParameter Count { get; } = new()
    {
        Name = "count",
        Type = ParameterType.WholeNumber,
        Slot = SlotKind.Count,
        Description = "How many to list; 10 when left out, 50 at most.",
    };

    public static ToolParameter From { get; } = Day("from", SlotKind.PeriodStart, "First day of the period.");

    public static ToolParameter To { get; } = Day("to", SlotKind.PeriodEnd, "Last day of the period; today when left out.");

    public static ToolParameter Supplier { get; } = Name("supplier", SlotKind.Supplier, "A supplier's name; all suppliers when left out.");

    public static ToolParameter Against { get; } = Choice(
        "against",
        "What it is compared with: previous for the period just before (default), last_year for the same days a year ago.",
        ("previous", ["period before", "previous period", "month before", "previous month", "previous quarter"]),
        ("last_year", ["same period last year", "than last year", "against last year", "versus last year", "vs last year", "year on year", "yoy", "to last year", "compared with last year", "a year ago", "the year before", "year before", "previous year", "prior year", "the same period a year before", "vorjahr", "annee precedente", "ano anterior", "vorig jaar", "anno precedente"]));

    public static ToolParameter Scope { get; } = Choice(
        "scope",
        "Whose: mine for the caller's own, all otherwise (default).",
        ("mine", ["my", "mine", "my own", "our own customers of mine", "did i", "have i", "i sold", "i sell", "hatte ich", "habe ich", "mein", "meine", "meinen", "meiner", "mes", "mon", "mis", "mijn", "mio", "miei", "mia", "mie"]),
        ("all", ["all", "everyone", "everybody", "the whole company"]));

    public static ToolParameter Choice(string name, string description, params (string Value, string[] Words)[] choices)
        => new()
        {
            Name = name,
            Type = ParameterType.Text,
            Slot = SlotKind.Choice,
            Description = description,
            Choices = choices.ToDictionary(c => c.Value, c => (IReadOnlyList<string>)c.Words),
        };

    /// <summary>How many to list.</summary>
    public static int Shown(this ToolArguments arguments, int standard = 10) => Math.Min(arguments.Whole("count") ?? standard, 50);
}
