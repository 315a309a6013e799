namespace Copilot.Sandbox.Rights;

/// <summary>
/// Who may do what, as Odoo keeps it: access rights of groups on models, record rules, and fields that only some groups see.
/// A model that no group is given is closed to all but the administrator.
/// </summary>
internal sealed class AccessBook
{
    private readonly Dictionary<string, Dictionary<string, Operations>> models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RecordRule>> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> fields = new(StringComparer.Ordinal);

    private AccessBook()
    {
    }

    /// <summary>The rights of the practice company: one file a role in <c>Roles</c>.</summary>
    public static AccessBook Create()
    {
        var book = new AccessBook();
        Roles.Everybody.Define(book);
        Roles.SalesRep.Define(book);
        Roles.SalesDesk.Define(book);
        Roles.WarehouseSupervisor.Define(book);
        Roles.ServiceAgent.Define(book);
        Roles.Purchaser.Define(book);
        Roles.Accountant.Define(book);
        Roles.OperationsLead.Define(book);
        Roles.Auditor.Define(book);
        Roles.Administrator.Define(book);
        GuardedFields.Define(book);
        return book;
    }

    /// <summary>Gives a group operations on models.</summary>
    public AccessBook Allow(string group, Operations operations, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!models.TryGetValue(name, out var groups))
            {
                models.Add(name, groups = new(StringComparer.Ordinal));
            }

            groups[group] = groups.GetValueOrDefault(group) | operations;
        }

        return this;
    }

    public AccessBook Restrict(RecordRule rule)
    {
        if (!rules.TryGetValue(rule.Model, out var known))
        {
            rules.Add(rule.Model, known = []);
        }

        known.Add(rule);
        return this;
    }

    /// <summary>Shows fields of a model to these groups only.</summary>
    public AccessBook Guard(string model, IReadOnlyList<string> groups, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            fields[$"{model}.{name}"] = groups;
        }

        return this;
    }

    /// <summary>The groups that may do this, sorted by name.</summary>
    public IReadOnlyList<string> GroupsFor(string model, Operations operation)
        => models.TryGetValue(model, out var groups)
            ? [.. groups.Where(g => g.Value.HasFlag(operation)).Select(g => g.Key).Order(StringComparer.Ordinal)]
            : [];

    public IReadOnlyList<RecordRule> RulesFor(string model) => rules.TryGetValue(model, out var known) ? known : [];

    /// <summary>The groups that see a field, or null for everybody.</summary>
    public IReadOnlyList<string>? GroupsSeeing(string model, string field) => fields.GetValueOrDefault($"{model}.{field}");
}
