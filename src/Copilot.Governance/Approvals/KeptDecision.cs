using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>A decision as it is kept: with the rights its maker had then.</summary>
/// <param name="By">Who decided.</param>
/// <param name="Said">What people see of it.</param>
internal sealed record KeptDecision(Caller By, ProposalDecision Said);
