using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Policies;

/// <summary>Checks, once the whole house is put together, that the policies speak of tools that exist. Called by Host at start.</summary>
public sealed class PolicyCheck
{
    private readonly PolicyFile policies;
    private readonly IReadOnlyList<string> tools;

    internal PolicyCheck(PolicyFile policies, IEnumerable<ITool> tools)
    {
        this.policies = policies;
        this.tools = [.. tools.Select(t => t.Definition.Name)];
    }

    /// <summary>Checks.</summary>
    /// <exception cref="CopilotException">A rule names a tool that is not there; the message says which, where, and what there is.</exception>
    public void Run()
    {
        var faults = new PolicyFaults(policies.Path);
        foreach (var rule in policies.Rules)
        {
            foreach (var name in rule.When.Tools ?? [])
            {
                var known = name.EndsWith('*') ? tools.Any(t => t.StartsWith(name[..^1], StringComparison.Ordinal)) : tools.Contains(name);
                if (!known)
                {
                    faults.Add(rule.Line, $"the rule '{rule.Name}' speaks of a tool '{name}', which is not there; the tools are {string.Join(", ", tools.Order(StringComparer.Ordinal))}.");
                }
            }
        }

        faults.ThrowIfAny();
    }
}
