using Copilot.Contracts;

namespace Copilot.Conversation;

/// <summary>The other rooms, as a turn meets them.</summary>
/// <param name="Guard">The lock.</param>
/// <param name="Audit">The logbook.</param>
/// <param name="Store">The turns.</param>
/// <param name="Catalog">The names.</param>
/// <param name="Tools">What can be looked up or prepared.</param>
/// <param name="Proposals">Where prepared actions go; null when there are none, and then no tool that writes runs.</param>
/// <param name="Approvals">Where people decide them; null when there are none.</param>
internal sealed record TurnRooms(IGuard Guard, IAuditTrail Audit, ITurnStore Store, IEntityCatalog Catalog, IReadOnlyList<ITool> Tools, IProposals? Proposals = null, IApprovalDesk? Approvals = null)
{
    /// <summary>Gets what is kept from roles; null where nothing is.</summary>
    public IFigureRights? Figures { get; init; }
}
