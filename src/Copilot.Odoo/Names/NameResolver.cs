using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Names;

/// <summary>
/// Turns the names in a call's arguments into records, all names at once and with the caller's rights.
/// Each name takes one round trip, and a second one (by beginnings of words) only when nothing matches.
/// </summary>
internal sealed class NameResolver(IOdooClient client, IErpCredentials credentials)
{
    private const int MostCandidates = 200;
    private const int MostChoices = 5;

    /// <summary>The most round trips one name takes.</summary>
    public const int RoundTripsPerName = 2;

    /// <summary>Resolves the given parameters that were said; the first that is unclear or unknown stops the call.</summary>
    public async Task<ResolvedNames> ResolveAsync(ToolContext context, ToolArguments arguments, IReadOnlyList<ToolParameter> parameters, CancellationToken cancellationToken)
    {
        var said = parameters.Where(p => arguments.Text(p.Name) is not null).ToList();
        var found = await Task.WhenAll(said.Select(p => FindAsync(context.Caller, p.Slot, arguments.Text(p.Name)!, cancellationToken)));
        var resolved = new Dictionary<string, ResolvedName>();
        foreach (var (parameter, matches) in said.Zip(found))
        {
            if (matches.Count == 1)
            {
                resolved[parameter.Name] = matches[0];
                continue;
            }

            var typed = arguments.Text(parameter.Name)!;
            return new ResolvedNames(resolved) { Stop = matches.Count == 0 ? Unknown(parameter.Slot, typed) : Unclear(parameter.Slot, typed, matches) };
        }

        return new ResolvedNames(resolved);
    }

    /// <summary>All records a name may mean, best kind of match only.</summary>
    public async Task<IReadOnlyList<ResolvedName>> FindAsync(Caller caller, SlotKind kind, string name, CancellationToken cancellationToken)
    {
        var source = NameSource.For(kind);
        var strict = await SearchAsync(caller, source, name, source.Matching(name), cancellationToken);
        return strict.Count > 0 ? strict
            : source.Resembling(name) is { } loose ? await SearchAsync(caller, source, name, loose, cancellationToken)
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

    private async Task<IReadOnlyList<ResolvedName>> SearchAsync(Caller caller, NameSource source, string name, OdooDomain domain, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            caller, new OdooQuery { Model = source.Model, Domain = domain, Fields = source.Fields, Limit = MostCandidates }, cancellationToken);
        var best = NameMatch.Best(name, page.Rows, source.NamesOf);
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
