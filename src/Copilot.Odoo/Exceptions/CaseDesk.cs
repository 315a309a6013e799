using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Watching;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Exceptions;

/// <inheritdoc cref="IExceptionDesk"/>
internal sealed class CaseDesk(CaseStore cases, ExceptionWatch watch, CaseSight sight, IOdooClient client, IOptions<ExceptionOptions> options, TimeProvider time) : IExceptionDesk, IExceptionFeed
{
    /// <summary>The most cases that are looked at for one list: beyond them only the least pressing are left out.</summary>
    public const int Most = 500;

    private const int LongestReason = 500;

    /// <inheritdoc/>
    public TimeSpan Pace => TimeSpan.FromMinutes(options.Value.PaceMinutes);

    /// <inheritdoc/>
    public async Task<ExceptionPage> ListAsync(Caller caller, bool all, CancellationToken cancellationToken)
    {
        var seen = await SightAsync(caller, await cases.ListAsync(caller.Tenant, all, Most, cancellationToken), cancellationToken);
        var (lookedAt, stale) = await watch.StandingAsync(cancellationToken);
        return new ExceptionPage([.. seen.Select(Show)], lookedAt, stale);
    }

    /// <inheritdoc/>
    public async Task<ExceptionCase?> FindAsync(Caller caller, string id, CancellationToken cancellationToken)
        => await SeeAsync(caller, id, cancellationToken) is { } seen ? Show(seen) : null;

    /// <inheritdoc/>
    public async Task<ExceptionCase?> SettleAsync(Caller caller, string id, ExceptionState state, string? reason, CancellationToken cancellationToken)
    {
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (state == ExceptionState.New)
        {
            throw new CopilotException("A case can't be made new by hand; say seen, acting, resolved or dismissed.");
        }

        if (state == ExceptionState.Dismissed && reason is null)
        {
            throw new CopilotException("Say why it is dismissed, so that others understand it.");
        }

        if (reason?.Length > LongestReason)
        {
            throw new CopilotException($"The reason has {reason.Length} characters; {LongestReason} are the most.");
        }

        return await ChangeAsync(caller, id, k => CaseLife.Settle(k, caller, state, reason, time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    public Task NoteProposalAsync(Caller caller, string id, Proposal proposal, CancellationToken cancellationToken)
        => ChangeAsync(caller, id, k => CaseLife.Propose(k, caller, proposal, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc/>
    public async Task<ExceptionNews> NewsAsync(Caller caller, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var news = await cases.NewsAsync(caller.Tenant, since, Most, cancellationToken);
        if (news.Count == 0)
        {
            return new ExceptionNews([], 0, since);
        }

        var upTo = news.Max(k => k.NewsAt);
        var fresh = await SightAsync(caller, [.. news.Where(k => k.State == ExceptionState.New && Concerns(caller, k))], cancellationToken);
        if (fresh.Count == 0)
        {
            return new ExceptionNews([], 0, upTo);
        }

        var open = await SightAsync(caller, [.. (await cases.ListAsync(caller.Tenant, all: false, Most, cancellationToken)).Where(k => Concerns(caller, k))], cancellationToken);
        return new ExceptionNews([.. fresh.Select(Show)], open.Count, upTo);
    }

    /// <summary>The cases a person may see, the most pressing first.</summary>
    /// <exception cref="OdooException">Odoo can't be asked; tools say that as they say it everywhere.</exception>
    public async Task<IReadOnlyList<SeenCase>> SeenAsync(Caller caller, bool all, CancellationToken cancellationToken)
        => await AllowedAsync(caller, await cases.ListAsync(caller.Tenant, all, Most, cancellationToken), cancellationToken);

    /// <summary>One case as a person may see it; null when the person may not.</summary>
    public async Task<SeenCase?> SeeAsync(Caller caller, string id, CancellationToken cancellationToken)
        => await cases.FindAsync(caller.Tenant, id, cancellationToken) is { } kept && await SightAsync(caller, [kept], cancellationToken) is [var seen] ? seen : null;

    public Task<IReadOnlyList<CaseEvent>> EventsAsync(string id, CancellationToken cancellationToken) => cases.EventsAsync(id, cancellationToken);

    private bool Concerns(Caller caller, KeptCase kept) => kept.Score >= options.Value.ThresholdOf(caller) && Taxonomy.Find(kept.Found.Kind)?.Concerns(caller) == true;

    private async Task<ExceptionCase?> ChangeAsync(Caller caller, string id, Func<KeptCase, (KeptCase, CaseEvent)?> change, CancellationToken cancellationToken)
        => await SeeAsync(caller, id, cancellationToken) is { } seen && await cases.ChangeAsync(caller.Tenant, id, change, cancellationToken) is { } kept ? Show(seen with { Kept = kept }) : null;

    private async Task<IReadOnlyList<SeenCase>> SightAsync(Caller caller, IReadOnlyList<KeptCase> kept, CancellationToken cancellationToken)
    {
        try
        {
            return await AllowedAsync(caller, kept, cancellationToken);
        }
        catch (OdooException down)
        {
            throw new CopilotException("Odoo can't be asked now what you may see, so no exceptions can be shown. Try again in a moment.", down) { IsTransient = true };
        }
    }

    private async Task<IReadOnlyList<SeenCase>> AllowedAsync(Caller caller, IReadOnlyList<KeptCase> kept, CancellationToken cancellationToken)
    {
        try
        {
            return await sight.SeeAsync(caller, kept, cancellationToken);
        }
        catch (OdooException refused) when (refused.Fault == OdooFault.AccessDenied)
        {
            return [];
        }
    }

    private ExceptionCase Show(SeenCase seen) => new()
    {
        Id = seen.Kept.Id,
        Kind = seen.Found.Kind,
        Title = seen.Found.Title,
        Summary = seen.Details.Count == 0 ? seen.Found.Summary : $"{seen.Found.Summary} {seen.Details[0].Text}",
        Cause = seen.Found.Cause,
        Impact = new ExceptionImpact
        {
            Revenue = seen.Revenue,
            Margin = seen.Margin,
            CustomerClass = seen.CustomerClass,
            Sla = seen.Promised is { } day ? $"promised {Phrase.Day(day)}" : null,
            Recoverable = seen.Found.Recoverable,
        },
        Score = seen.Kept.Score,
        Confidence = seen.Found.Confidence,
        OwnerRole = seen.Kind.OwnerRole,
        State = seen.Kept.State,
        FirstSeen = seen.Kept.FirstSeen,
        LastSeen = seen.Kept.LastSeen,
        Records = [.. seen.Records.Select(r => new ExceptionRecord(r.Model, r.Id, r.Name, client.RecordUri(r.Ref)))],
        Actions = [.. seen.Actions.Select(a => new ExceptionAction(a.Tool, a.Summary, a.Question) { Arguments = a.Arguments })],
        Reason = seen.Kept.Reason,
    };
}
