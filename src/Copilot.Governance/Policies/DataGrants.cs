using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Policies;

/// <summary>Which kinds of data a role may see, from the policies file.</summary>
internal sealed class DataGrants(PolicyFile policies) : IDataGrants
{
    public bool MaySee(Caller caller, DataClass data) => caller.Roles.Any(r => policies.Grants.TryGetValue(r, out var granted) && granted.Contains(data));
}
