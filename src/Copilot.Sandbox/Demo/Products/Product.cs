namespace Copilot.Sandbox.Demo.Products;

/// <summary>A product as the departments see it.</summary>
internal sealed class Product
{
    public required int Id { get; init; }

    public required int TemplateId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required Family Family { get; init; }

    public required int CategoryId { get; init; }

    public required int UnitId { get; init; }

    /// <summary>Today's list price in EUR.</summary>
    public required decimal ListPrice { get; init; }

    /// <summary>Today's cost in EUR.</summary>
    public required decimal Cost { get; init; }

    /// <summary>How often it is bought, compared with its family.</summary>
    public required double Popularity { get; init; }

    /// <summary>The quantity a middling customer buys at a time.</summary>
    public required int UsualQuantity { get; init; }

    public bool Lots => Family.Lots && !Code.StartsWith("CCP-LOG", StringComparison.Ordinal);

    public bool Expires => Lots && Family.ShelfMonths > 0 && !Code.StartsWith("CCP-EPS", StringComparison.Ordinal) && !Code.StartsWith("CCP-PUR", StringComparison.Ordinal);

    public bool Intermittent => Family.Code == "BRG";

    /// <summary>Falls under the rules for dangerous goods.</summary>
    public bool Hazardous => Code.StartsWith("CLN-", StringComparison.Ordinal) && !Code.StartsWith("CLN-HND", StringComparison.Ordinal) && !Code.StartsWith("CLN-WIP", StringComparison.Ordinal);

    public string Label => $"[{Code}] {Name}";
}
