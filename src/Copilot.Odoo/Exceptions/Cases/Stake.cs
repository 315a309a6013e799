namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>What one record hit by a case is worth. A person is told the sum of those the person may read.</summary>
/// <param name="Record">The record.</param>
/// <param name="Amount">Its net value, or the part of it that is hit.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="CustomerClass">The customer's class, or null.</param>
/// <param name="Promised">The day promised to the customer, or null.</param>
internal sealed record Stake(CaseRecord Record, decimal Amount, string Currency, string? CustomerClass = null, DateOnly? Promised = null);
