using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Governance.Policies.Rulebook;

/// <summary>Everything that is wrong with a policies file, so that it is said at once and not one by one.</summary>
internal sealed class PolicyFaults(string file)
{
    private readonly List<(long Line, string Text)> faults = [];

    /// <summary>Notes a fault.</summary>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="text">What was found and how to repair it, with a full stop.</param>
    public void Add(long line, string text) => faults.Add((line, text));

    /// <summary>Ends the reading when anything was wrong.</summary>
    /// <exception cref="CopilotException">Something was.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
        {
            throw new CopilotException("The policies can't be used, and without them nothing is allowed:\n" + string.Join(
                '\n', faults.OrderBy(f => f.Line).Select(f => string.Create(CultureInfo.InvariantCulture, $"- {file} line {f.Line}: {f.Text}"))));
        }
    }
}
