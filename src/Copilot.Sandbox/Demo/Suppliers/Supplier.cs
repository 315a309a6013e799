namespace Copilot.Sandbox.Demo.Suppliers;

/// <summary>A supplier and how it keeps its dates.</summary>
/// <param name="Name">Its name.</param>
/// <param name="City">Where it is.</param>
/// <param name="Country">Country code.</param>
/// <param name="Families">Product families it makes.</param>
/// <param name="LeadDays">Calendar days from order to promised receipt.</param>
/// <param name="LateShare">Share of receipts after the promised date.</param>
/// <param name="LateDays">Business days late, on average, when late.</param>
/// <param name="Orders">Purchase orders in 24 months.</param>
/// <param name="GettingLater">Its lateness grows over the 24 months.</param>
internal sealed record Supplier(
    string Name, string City, string Country, string Families, int LeadDays, double LateShare, double LateDays, int Orders, bool GettingLater = false)
{
    public int PartnerId { get; init; }

    public string Email { get; init; } = "";

    public bool Makes(string family) => Families.Contains(family, StringComparison.Ordinal);
}
