using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>The tools that write, by name.</summary>
internal sealed class ActionShelf(IEnumerable<ITool> tools)
{
    private readonly Dictionary<string, IActionTool> byName = tools.OfType<IActionTool>().ToDictionary(t => t.Definition.Name, StringComparer.Ordinal);

    /// <summary>Finds one; null when it is not there, which an old proposal may find after an upgrade.</summary>
    public IActionTool? Find(string name) => byName.GetValueOrDefault(name);
}
