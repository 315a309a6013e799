using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Names;

/// <summary>
/// Turns the names in a call's arguments into records, all names at once and with the caller's rights.
/// Each name takes one round trip, and a second one only when nothing matches (by beginnings of words) or too much does (by the exact name).
/// </summary>
internal sealed class NameResolver(IOdooClient client, IErpCredentials credentials)
{
    private const int MostCandidates = 200;
    private const int MostChoices = 5;

    /// <summary>The most round trips one name takes.</summary>
    public const int RoundTripsPerName = 2;

    /// <summary>Resolves the given parameters that were said; the first that is unclear or unknown stops the call.</summary>
    public Task<ResolvedNames> ResolveAsync(ToolContext context, ToolArguments arguments, IReadOnlyList<ToolParameter> parameters, CancellationToken cancellationToken)
        => ResolveAsync(context, [.. parameters.Select(p => (p.Name, p.Slot, arguments.Text(p.Name)))], cancellationToken);

    /// <summary>Resolves the names that were said; the first that is unclear or unknown stops the call.</summary>
    public async Task<ResolvedNames> ResolveAsync(ToolContext context, IReadOnlyList<(string Parameter, SlotKind Kind, string? Name)> names, CancellationToken cancellationToken)
    {
        var said = names.Where(n => n.Name is not null).ToList();
        var found = await Task.WhenAll(said.Select(n => FindAsync(context.Caller, n.Kind, n.Name!, cancellationToken)));
        var resolved = new Dictionary<string, ResolvedName>();
        foreach (var ((parameter, kind, typed), matches) in said.Zip(found))
        {
            if (matches.Count == 1)
            {
                resolved[parameter] = matches[0];
                continue;
            }

            return new ResolvedNames(resolved) { Stop = matches.Count == 0 ? Unknown(kind, typed!) : Unclear(kind, typed!, matches) };
        }

        return new ResolvedNames(resolved);
    }

    /// <summary>All records a name may mean, best kind of match only.</summary>
    public async Task<IReadOnlyList<ResolvedName>> FindAsync(Caller caller, SlotKind kind, string name, CancellationToken cancellationToken)
    {
        var source = NameSource.For(kind);
        var rows = await RowsAsync(caller, source, source.Matching(name), cancellationToken);
        if (rows.Count == MostCandidates)
        {
            // The one that is called exactly so must not be lost among those that were cut off.
            return Best(source, name, rows.UnionBy(await RowsAsync(caller, source, source.Exactly(name), cancellationToken), r => r.Id));
        }

        var strict = Best(source, name, rows);
        return strict.Count > 0 ? strict
            : source.Resembling(name) is { } loose ? Best(source, name, await RowsAsync(caller, source, loose, cancellationToken))
            : [];
    }

    /// <summary>The caller's own Odoo user; null when the account may not read users. One round trip.</summary>
    public async Task<ResolvedName?> MyselfAsync(Caller caller, CancellationToken cancellationToken)
    {
        var account = await credentials.ForAsync(caller, cancellationToken);
        var page = await client.SearchReadAsync(
            caller, new OdooQuery { Model = "res.users", Domain = OdooDomain.Where("login", "=", account.Login), Fields = ["name"], Limit = 1 }, cancellationToken);
        return page.Rows.Count == 0 ? null : new ResolvedName(page.Rows[0].Id, page.Rows[0].Text("name") ?? caller.DisplayName, null, page.Rows[0]);
    }

    private async Task<IReadOnlyList<OdooRow>> RowsAsync(Caller caller, NameSource source, OdooDomain domain, CancellationToken cancellationToken)
        => (await client.SearchReadAsync(caller, new OdooQuery { Model = source.Model, Domain = domain, Fields = source.Fields, Limit = MostCandidates }, cancellationToken)).Rows;

    private static IReadOnlyList<ResolvedName> Best(NameSource source, string name, IEnumerable<OdooRow> rows)
    {
        var best = NameMatch.Best(name, rows, source.NamesOf);
        var preferred = source.Preferred is { } prefer && best.Any(prefer) ? best.Where(prefer) : best;
        return [.. preferred.Select(r => new ResolvedName(r.Id, source.NameOf(r), source.CodeOf(r), r))];
    }

    private static ToolResult Unknown(SlotKind kind, string name)
        => new() { Outcome = ToolOutcome.Ok, Found = false, Reason = $"I found no {NameSource.For(kind).Word} called {Phrase.Quoted(name)} among those you may see." };

    private static ToolResult Unclear(SlotKind kind, string name, IReadOnlyList<ResolvedName> matches)
    {
        var choices = matches.Take(MostChoices).Select(m => m.Code is null ? m.Name : $"{m.Code} ({m.Name})").Select(c => Phrase.Clean(c, 80)).ToList();
        var more = matches.Count > MostChoices ? " (there are more)" : string.Empty;
        return new ToolResult
        {
            Outcome = ToolOutcome.Ok,
            Found = false,
            QuestionBack = $"{Phrase.Quoted(name)} fits more than one {NameSource.For(kind).Word}: which one do you mean, {Phrase.List(choices, "or")}{more}?",
        };
    }
}
