using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Policies;

/// <summary>Which kinds of data may go to which model, from the policies file.</summary>
internal sealed class ModelPolicy(PolicyFile policies) : IModelPolicy
{
    public bool MayRead(ChatModel model, IReadOnlyCollection<DataClass> data) => data.Count > 0 && data.All(policies.For(model).MayRead.Contains);
}
