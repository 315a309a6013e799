using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Query;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Rights;

/// <summary>What the caller of one call may do: groups, companies, models, records and fields, with Odoo 19's refusals.</summary>
internal sealed class SessionRights
{
    private const string Cookies = "\n\nIf you really, really need access, perhaps you can win over your friendly administrator with a batch of freshly baked cookies.";
    private readonly Session session;
    private readonly AccessBook book;
    private readonly Lazy<HashSet<string>> groups;
    private readonly Lazy<IReadOnlyList<int>> companies;

    public SessionRights(Session session, AccessBook book)
    {
        this.session = session;
        this.book = book;
        groups = new(() => session.User is { } user
            ? [GroupNames.Everybody, .. user.Many("group_ids").Select(g => g.Text("full_name") ?? g.Text("name") ?? "")]
            : [GroupNames.Everybody]);
        companies = new(ReadCompanies);
    }

    /// <summary>The companies switched on in this call, the current one first.</summary>
    public IReadOnlyList<int> Companies => companies.Value;

    /// <summary>The company that new records belong to.</summary>
    public int CompanyId => session.Context.Companies is { Count: > 0 } ? Companies[0] : session.User?.IdOf("company_id") ?? Companies[0];

    public bool IsIn(string group) => groups.Value.Contains(group);

    public bool MayUse(Session asker, Model model, string operation)
        => asker.IsSystem || book.GroupsFor(model.Name, Of(operation)).Any(IsIn);

    /// <summary>Refuses an operation on a model that none of the caller's groups has.</summary>
    public void CheckModel(Session asker, Model model, string operation)
    {
        if (MayUse(asker, model, operation))
        {
            return;
        }

        var allowed = book.GroupsFor(model.Name, Of(operation));
        var verb = operation switch { "write" => "modify", "create" => "create", "unlink" => "delete", _ => "access" };
        throw Fault.Access($"You are not allowed to {verb} '{model.Title}' ({model.Name}) records.\n\n"
            + (allowed.Count == 0
                ? "No group currently allows this operation."
                : "This operation is allowed for the following groups:\n" + string.Join('\n', allowed.Select(g => $"\t- {g}")))
            + "\n\nContact your administrator to request access if necessary.");
    }

    /// <summary>Whether the caller sees a field at all.</summary>
    public bool Sees(Model model, Field field)
        => book.GroupsSeeing(model.Name, field.Name) is not { } seeing || seeing.Any(IsIn);

    /// <summary>Refuses a field that only other groups see, in reads, writes, conditions and orders alike.</summary>
    public void CheckField(Session asker, Model model, Field field, string operation)
    {
        if (!asker.IsSystem && !Sees(model, field))
        {
            throw Fault.Access($"You do not have enough rights to access the field \"{field.Name}\" on {model.Title} ({model.Name}). Please contact your system administrator.\n\nOperation: {operation}");
        }
    }

    /// <summary>The filter of the record rules, or null where nothing is restricted.</summary>
    public Filter? Rules(Session asker, Model model, string operation)
    {
        if (asker.IsSystem)
        {
            return null;
        }

        var filter = asker.Remember($"rules {model.Name} {operation}", () => Combine(model, Of(operation)));
        return filter == Filter.Everything ? null : filter;
    }

    /// <summary>Refuses records that the rules hide.</summary>
    public void CheckRecords(Session asker, Model model, IEnumerable<Row> rows, string operation)
    {
        if (Rules(asker, model, operation) is not { } rules)
        {
            return;
        }

        var forbidden = rows.Where(row => !rules.Matches(row)).ToList();
        if (forbidden.Count > 0)
        {
            throw Fault.Access("Uh-oh! Looks like you have stumbled upon some top-secret records.\n\n"
                + $"Sorry, {session.User?.Name} (id={session.UserId}) doesn't have '{operation}' access to:\n- {model.Title} ({model.Name})"
                + Cookies + OtherCompany(model, forbidden[0]));
        }
    }

    private Filter Combine(Model model, Operations operation)
    {
        var system = session.AsSystem();
        var all = book.RulesFor(model.Name).Where(r => r.Operations.HasFlag(operation)).ToList();
        var everybody = all.Where(r => r.Group is null).Select(Compile).ToList();
        var own = all.Where(r => r.Group is not null && IsIn(r.Group)).Select(Compile).ToList();
        if (own.Count > 0)
        {
            everybody.Add(Filter.Any(own));
        }

        if (DocumentAccess.Of(session, model) is { } attached)
        {
            everybody.Add(attached);
        }

        return Filter.All(everybody);

        Filter Compile(RecordRule rule)
            => rule.Domain(system) is { Count: > 0 } domain && !AllCompanies(rule)
                ? DomainCompiler.Compile(system, model, DomainParser.Parse(domain))
                : Filter.Everything;
    }

    private bool AllCompanies(RecordRule rule)
        => rule.Group is null && rule.Model != "res.company" && Companies.Count >= session.Database["res.company"].Count;

    private IReadOnlyList<int> ReadCompanies()
    {
        var user = session.User;
        int[] own = user?["company_ids"] as int[] is { Length: > 0 } all ? all : user?.IdOf("company_id") is { } one ? [one] : [.. session.Database["res.company"].Rows().Select(c => c.Id)];
        if (session.Context.Companies is not { } chosen)
        {
            return own;
        }

        return chosen.All(own.Contains) ? chosen : throw Fault.Access("Access to unauthorized or invalid companies.");
    }

    private string OtherCompany(Model model, Row row)
        => model.Find("company_id") is { } field && session.Value(model, row, field) is int company && !Companies.Contains(company)
            && session.User?["company_ids"] is int[] own && own.Contains(company)
            ? $"\n\nThis seems to be a multi-company issue, you might be able to access the record by switching to the company: {session.Find("res.company", company)?.Name}."
            : "";

    private static Operations Of(string operation) => operation switch
    {
        "read" => Operations.Read,
        "write" => Operations.Write,
        "create" => Operations.Create,
        "unlink" => Operations.Unlink,
        _ => throw Fault.Value($"Invalid access operation: {Python.Repr(operation)}"),
    };
}
