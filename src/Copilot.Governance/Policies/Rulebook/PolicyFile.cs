using System.Collections.Frozen;
using Copilot.Contracts;
using Copilot.Governance.Masking;
using Copilot.Governance.Policies.Actions;

namespace Copilot.Governance.Policies.Rulebook;

/// <summary>What <c>policies.yaml</c> says, read and checked once at start.</summary>
internal sealed record PolicyFile
{
    /// <summary>The file it was read from, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>The kinds of data each role may ask about.</summary>
    public required FrozenDictionary<string, FrozenSet<DataClass>> Grants { get; init; }

    /// <summary>The rules about tools, in the order of the file, which decides nothing.</summary>
    public required IReadOnlyList<ToolRule> Rules { get; init; }

    /// <summary>The look-ups that people without an account of their own may make with the service account: names, or beginnings that end with a star.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>The figures that are kept from each role; a role that is not there sees all that Odoo shows it.</summary>
    public FrozenDictionary<string, FrozenSet<MoneyKind>> Figures { get; init; } = FrozenDictionary<string, FrozenSet<MoneyKind>>.Empty;

    public required ModelRules Cloud { get; init; }

    public required ModelRules InHouse { get; init; }

    /// <summary>The countries' personal numbers to look for.</summary>
    public required FrozenSet<string> PersonalNumbers { get; init; }

    /// <summary>What actions need.</summary>
    public ActionRules Actions { get; init; } = ActionRules.None;

    public required BudgetRules Budgets { get; init; }

    /// <summary>The SHA-256 of the file's text, lower-case hex, for the audit.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether a tool is shared. What writes never is.</summary>
    public bool IsShared(ToolDefinition tool)
        => !tool.Writes && Shared.Any(s => s.EndsWith('*') ? tool.Name.StartsWith(s[..^1], StringComparison.Ordinal) : tool.Name == s);

    /// <summary>The rules for a model.</summary>
    public ModelRules For(ChatModel model) => model.InHouse ? InHouse : Cloud;
}
