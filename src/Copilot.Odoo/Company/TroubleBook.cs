namespace Copilot.Odoo.Company;

/// <summary>The trouble that ended in a period and in the one before.</summary>
/// <param name="Now">Of the period asked for.</param>
/// <param name="Before">Of the one it is compared with.</param>
internal sealed record TroubleBook(IReadOnlyList<EndedTrouble> Now, IReadOnlyList<EndedTrouble> Before)
{
    /// <summary>Whether there is a helpdesk that the account may read.</summary>
    public bool HasTickets { get; init; }

    /// <summary>Whether there is more than is read at once.</summary>
    public bool IsCut { get; init; }
}
