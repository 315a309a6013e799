using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Policies;

/// <summary>Checks, once the whole house is put together, that the policies speak of tools that exist. Called by Host at start.</summary>
public sealed class PolicyCheck
{
    private readonly PolicyFile policies;
    private readonly IReadOnlyList<string> tools;
    private readonly IReadOnlyList<string> actions;

    internal PolicyCheck(PolicyFile policies, IEnumerable<ITool> tools)
    {
        this.policies = policies;
        List<ITool> all = [.. tools];
        this.tools = all.ConvertAll(t => t.Definition.Name);
        actions = [.. all.OfType<IActionTool>().Select(t => t.Definition.Name)];
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

        foreach (var name in policies.Shared.Where(n => !Reading(n).Any()))
        {
            faults.Add(1, $"'shared' speaks of '{name}', which is no look-up; the look-ups are {string.Join(", ", Reading("*").Order(StringComparer.Ordinal))}.");
        }

        // A house without actions has nothing for these rules to speak of.
        foreach (var rule in actions.Count > 0 ? policies.Actions.Rules : [])
        {
            foreach (var name in (rule.Tools ?? []).Where(n => !actions.Any(a => n.EndsWith('*') ? a.StartsWith(n[..^1], StringComparison.Ordinal) : a == n)))
            {
                faults.Add(rule.Line, $"the action rule '{rule.Name}' speaks of '{name}', which is no action; the actions are {string.Join(", ", actions.Order(StringComparer.Ordinal))}.");
            }
        }

        faults.ThrowIfAny();
    }

    private IEnumerable<string> Reading(string name) => tools.Except(actions).Where(t => name.EndsWith('*') ? t.StartsWith(name[..^1], StringComparison.Ordinal) : t == name);
}
