namespace Copilot.Contracts;

/// <summary>What customers got of something over time, read with the caller's own rights.</summary>
public sealed record DemandHistory
{
    /// <summary>Gets what it is about, with names as the ERP writes them; products by their internal reference.</summary>
    public required DemandScope Scope { get; init; }

    /// <summary>Gets the product's name; null when it is not about one product.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the unit of the quantities.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets the first day that was looked at.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the day it was read, in the caller's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Gets the days on which something left or came back, oldest first.</summary>
    public required IReadOnlyList<DemandDay> Days { get; init; }

    /// <summary>Gets the name of the company it left from; null where histories were not asked for by place.</summary>
    public string? Company { get; init; }

    /// <summary>Gets how many products it adds up.</summary>
    public required int Products { get; init; }

    /// <summary>Gets the periods with special prices, to come included; null when the caller may not see price lists, or when it is not about one product.</summary>
    public IReadOnlyList<PromotionPeriod>? Promotions { get; init; }

    /// <summary>Gets the days off, to come included, earliest first; null when the ERP keeps no calendar the caller may see.</summary>
    public IReadOnlyList<ClosedDay>? Closed { get; init; }

    /// <summary>Gets the days without stock; null when it is not about one product.</summary>
    public EmptyDays? Empty { get; init; }

    /// <summary>Gets what is on the shelf and on its way; null when it is not about one product.</summary>
    public StockOutlook? Stock { get; init; }

    /// <summary>Gets where a person opens what it is about, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>Gets the product's record; null when it is not about one product.</summary>
    public RecordRef? Record { get; init; }

    /// <summary>Gets the warehouse's record; null when it is about all warehouses.</summary>
    public RecordRef? Place { get; init; }

    /// <summary>Gets what was left out, as whole sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
