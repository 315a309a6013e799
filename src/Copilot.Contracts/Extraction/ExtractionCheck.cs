namespace Copilot.Contracts;

/// <summary>A check of a document against itself.</summary>
/// <param name="Name">What was checked: <c>lines_sum_to_net</c>, <c>net_plus_tax_is_total</c>, <c>dates_in_order</c>, <c>iban_valid</c>, …</param>
/// <param name="Ok">Whether it holds.</param>
public sealed record ExtractionCheck(string Name, bool Ok);
