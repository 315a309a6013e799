using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;
using Copilot.Governance.Masking;
using Copilot.Governance.Masking.Numbers;
using Copilot.Governance.Policies.Actions;

namespace Copilot.Governance.Policies.Rulebook;

/// <summary>Reads <c>policies.yaml</c>. Loud: whatever is unknown, missing, out of bounds or contradicts itself stops the start with file, line and repair.</summary>
internal sealed class PolicyFileReader
{
    private const long LargestFile = 1_000_000;

    private readonly PolicyFaults faults;

    private PolicyFileReader(PolicyFaults faults) => this.faults = faults;

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="CopilotException">It can't be used; the message lists every fault.</exception>
    public static PolicyFile Load(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LargestFile }
                ? Read(path, File.ReadAllText(path))
                : throw new CopilotException($"The policies are missing: there is no file {path} (of at most 1 MB), and without it nothing is allowed. Take policies/policies.yaml of the program, or name yours with Copilot__Governance__Policies.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CopilotException($"The policies in {path} can't be read, and without them nothing is allowed. Let the service's account read the file.", e);
        }
    }

    /// <summary>Reads and checks a text.</summary>
    /// <param name="path">Where it came from, for messages.</param>
    /// <param name="text">YAML.</param>
    /// <exception cref="CopilotException">It can't be used; the message lists every fault.</exception>
    public static PolicyFile Read(string path, string text)
    {
        var faults = new PolicyFaults(path);
        var file = YamlPart.Read(text, faults) is { } root ? new PolicyFileReader(faults).Read(path, text, root) : null;
        faults.ThrowIfAny();
        return file!;
    }

    private PolicyFile Read(string path, string text, YamlPart root)
    {
        var parts = root.Keys("version", "grants", "tools", "shared", "hidden_figures", "models", "masking", "budgets", "actions");
        Needed(parts, root, "version")?.Number(1, 1, whole: true);
        var models = Needed(parts, root, "models");
        var kinds = models?.Keys("cloud", "in-house");
        var rules = parts.TryGetValue("tools", out var tools) ? ToolRuleReader.Read(tools) : [];
        RuleConflicts.Find(rules, faults);
        return new PolicyFile
        {
            Path = path,
            Grants = Grants(Needed(parts, root, "grants")),
            Rules = rules,
            Shared = parts.TryGetValue("shared", out var shared) && shared.Items().Count > 0 ? ToolRuleReader.ToolNames(shared) : [],
            Figures = parts.TryGetValue("hidden_figures", out var figures) ? FiguresOf(figures) : FrozenDictionary<string, FrozenSet<MoneyKind>>.Empty,
            Cloud = Model(models, kinds, "cloud"),
            InHouse = Model(models, kinds, "in-house"),
            PersonalNumbers = parts.TryGetValue("masking", out var masking) ? PersonalNumbersOf(masking) : FrozenSet<string>.Empty,
            Budgets = parts.TryGetValue("budgets", out var budgets) ? Budgets(budgets) : BudgetRules.None,
            Actions = parts.TryGetValue("actions", out var actions) ? new ActionRulesReader(faults).Read(actions) : ActionRules.None,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
    }

    private YamlPart? Needed(IReadOnlyDictionary<string, YamlPart> parts, YamlPart holder, string key)
    {
        if (parts.TryGetValue(key, out var part))
        {
            return part;
        }

        faults.Add(holder.Line, $"'{(holder.Name.Length == 0 ? key : holder.Name + "." + key)}' is missing; see docs/policies.md for what it says.");
        return null;
    }

    private static FrozenDictionary<string, FrozenSet<DataClass>> Grants(YamlPart? grants)
    {
        var found = new Dictionary<string, FrozenSet<DataClass>>(StringComparer.Ordinal);
        foreach (var (role, part) in grants?.Keys([.. RoleNames.All]) ?? new Dictionary<string, YamlPart>())
        {
            found[role] = part.ListOf(DataWords.ByName).ToFrozenSet();
        }

        return found.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, FrozenSet<MoneyKind>> FiguresOf(YamlPart figures)
    {
        var words = Enum.GetValues<MoneyKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), k => k);
        return figures.Keys([.. RoleNames.All]).ToFrozenDictionary(role => role.Key, role => role.Value.ListOf(words).ToFrozenSet(), StringComparer.Ordinal);
    }

    private ModelRules Model(YamlPart? models, IReadOnlyDictionary<string, YamlPart>? kinds, string kind)
    {
        if (models is null || Needed(kinds!, models, kind) is not { } part)
        {
            return new ModelRules(FrozenSet<DataClass>.Empty, Enum.GetValues<MaskClass>().ToFrozenSet());
        }

        var keys = part.Keys("may_read", "hide");
        return new ModelRules(
            Needed(keys, part, "may_read")?.ListOf(DataWords.ByName).ToFrozenSet() ?? FrozenSet<DataClass>.Empty,
            Needed(keys, part, "hide")?.ListOf(MaskWords.ByName).ToFrozenSet() ?? Enum.GetValues<MaskClass>().ToFrozenSet());
    }

    private static FrozenSet<string> PersonalNumbersOf(YamlPart masking)
    {
        if (!masking.Keys("personal_numbers").TryGetValue("personal_numbers", out var list))
        {
            return FrozenSet<string>.Empty;
        }

        var known = PersonalNumbers.Names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i);
        return list.ListOf(known).Select(i => PersonalNumbers.Names[i]).ToFrozenSet();
    }

    private static BudgetRules Budgets(YamlPart budgets)
    {
        var keys = budgets.Keys("reduced_at", "hold", "caller", "company", "tenant");
        var hold = keys.TryGetValue("hold", out var set) ? Limit(set) : new BudgetLimit(8000, null);
        return new BudgetRules(
            keys.TryGetValue("reduced_at", out var at) ? (int)at.Number(1, 100, whole: true) : 80,
            hold.Tokens ?? 0,
            hold.Money ?? 0,
            keys.TryGetValue("caller", out var caller) ? Limit(caller) : BudgetLimit.None,
            keys.TryGetValue("company", out var company) ? Limit(company) : BudgetLimit.None,
            keys.TryGetValue("tenant", out var tenant) ? Limit(tenant) : BudgetLimit.None);
    }

    private static BudgetLimit Limit(YamlPart part)
    {
        var keys = part.Keys("tokens", "money");
        if (keys.Count == 0)
        {
            part.Fault("limits nothing; write tokens, money or both, or remove it.");
        }

        return new BudgetLimit(
            keys.TryGetValue("tokens", out var tokens) ? (long)tokens.Number(0, 1_000_000_000_000, whole: true) : null,
            keys.TryGetValue("money", out var money) ? money.Number(0, 1_000_000_000, whole: false) : null);
    }
}
