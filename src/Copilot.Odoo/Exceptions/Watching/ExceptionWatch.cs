using System.Diagnostics;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Exceptions.Watching;

/// <summary>
/// Watches the business system. One node at a time looks for changes by <c>write_date</c>, and looks through what they may have touched; hints of a webhook are followed at once, and
/// everything is looked through now and then. Called by Host again and again, on several nodes at once.
/// </summary>
public sealed class ExceptionWatch
{
    private const string Tenant = "default";
    private const int PastDays = 90;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);
    private static readonly string[] Watched = [.. Taxonomy.All.SelectMany(k => k.Watches).Distinct()];

    private readonly WatchStore watch;
    private readonly CaseStore cases;
    private readonly Scanner scanner;
    private readonly ChangeLook changes;
    private readonly INodeRoster nodes;
    private readonly ExceptionOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<ExceptionWatch> logger;

    internal ExceptionWatch(WatchStore watch, CaseStore cases, Scanner scanner, ChangeLook changes, INodeRoster nodes, IOptions<ExceptionOptions> options, TimeProvider time, ILogger<ExceptionWatch> logger)
    {
        this.watch = watch;
        this.cases = cases;
        this.scanner = scanner;
        this.changes = changes;
        this.nodes = nodes;
        this.options = options.Value;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Looks if it is time to, if there is a hint, and if no other node does.</summary>
    /// <param name="cancellationToken">Stops the look; what was not taken in is found again.</param>
    /// <returns>Whether this node looked.</returns>
    public async Task<bool> TendAsync(CancellationToken cancellationToken)
    {
        if (!options.Enabled)
        {
            return false;
        }

        var node = await nodes.EnterAsync(cancellationToken);
        var before = await watch.StateAsync(Tenant, cancellationToken);
        var now = time.GetUtcNow();
        var hints = await watch.HintsAsync(Tenant, cancellationToken);
        if (hints.Count == 0 && before.LookedAt + options.Poll > now && before.Trouble is null)
        {
            return false;
        }

        var gone = before.Node is { } other && other != node ? await nodes.GoneAsync([other], cancellationToken) : new HashSet<string>();
        if (!await watch.LeaseAsync(Tenant, node, gone, now, now + Lease, cancellationToken))
        {
            return false;
        }

        await LookAsync(node, hints, cancellationToken);
        return true;
    }

    /// <summary>Notes that records of a model have changed, for whichever node watches.</summary>
    /// <param name="model">Odoo's name of the model. Untrusted; one that is not watched is ignored.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether it is a watched one.</returns>
    public async Task<bool> HintAsync(string model, CancellationToken cancellationToken)
    {
        if (!Watched.Contains(model))
        {
            return false;
        }

        await watch.HintAsync(Tenant, model, time.GetUtcNow(), cancellationToken);
        return true;
    }

    /// <summary>Finds out what became of proposals that were made from cases.</summary>
    /// <param name="desk">Where proposals are seen.</param>
    /// <param name="cancellationToken">Stops before the next proposal.</param>
    /// <returns>A task.</returns>
    public async Task FollowAsync(IApprovalDesk desk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        foreach (var kept in (await cases.ListAsync(Tenant, all: false, CaseDesk.Most, cancellationToken)).Where(k => k.Proposals.Any(p => !p.IsOver)))
        {
            foreach (var made in kept.Proposals.Where(p => !p.IsOver))
            {
                if (await desk.FindAsync(made.Requester, made.Id, cancellationToken) is { } stands && stands.State != made.State)
                {
                    await cases.ChangeAsync(Tenant, kept.Id, k => CaseLife.Follow(k, made with { State = stands.State }, time.GetUtcNow()), cancellationToken);
                }
            }
        }
    }

    /// <summary>Says what is wrong with the watch, for people.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>When it last looked, and what is wrong; null when nothing is.</returns>
    public async Task<(DateTimeOffset? LookedAt, string? Stale)> StandingAsync(CancellationToken cancellationToken)
    {
        var state = await watch.StateAsync(Tenant, cancellationToken);
        return (state.LookedAt, WatchWords.Stale(state, options, time.GetUtcNow()));
    }

    /// <summary>Looks now when nobody has for too long, so that whoever asks is told the present: a terminal has no watch beside it.</summary>
    internal async Task FreshenAsync(CancellationToken cancellationToken)
    {
        var state = await watch.StateAsync(Tenant, cancellationToken);
        if (state.LookedAt is not { } looked || looked + options.StaleAfter <= time.GetUtcNow())
        {
            await TendAsync(cancellationToken);
        }
    }

    private async Task LookAsync(string node, IReadOnlyList<(string Model, DateTimeOffset At)> hints, CancellationToken cancellationToken)
    {
        // Read again: the node that had the watch before may have looked since.
        var before = await watch.StateAsync(Tenant, cancellationToken);
        var now = time.GetUtcNow();
        try
        {
            var (changed, marks) = await changes.LookAsync(ServiceAccount.Of(Tenant), Watched, before.Marks, cancellationToken);
            var sweeps = before.SweptAt is not { } swept || swept + options.Sweep <= now || DayOf(swept) != DayOf(now);
            var touched = changed.Concat(hints.Select(h => h.Model)).ToHashSet(StringComparer.Ordinal);
            List<string> kinds = [.. Taxonomy.All.Where(k => sweeps || k.Watches.Any(touched.Contains)).Select(k => k.Name)];
            var after = before with { LookedAt = now, Trouble = null, Marks = marks };
            if (kinds.Count > 0)
            {
                var past = await cases.PastAsync(Tenant, now.AddDays(-PastDays), cancellationToken);
                var started = Stopwatch.GetTimestamp();
                var scan = await scanner.RunAsync(Tenant, kinds, past, now, cancellationToken);
                if (!await cases.ApplyAsync(Tenant, node, scan, time.GetUtcNow(), cancellationToken))
                {
                    return;
                }

                Log.Scanned(logger, scan.Looked.Count, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, scan.Found.Count);
                after = after with { ScannedAt = now, SweptAt = sweeps ? now : before.SweptAt, Blind = [.. before.Blind.Except(kinds).Concat(scan.Blind).Order(StringComparer.Ordinal)] };
            }

            await watch.SaveAsync(Tenant, node, after, cancellationToken);
            await watch.ForgetAsync(Tenant, hints, cancellationToken);
        }
        catch (OdooException down)
        {
            Log.WatchBlocked(logger, down.Fault.ToString());
            await watch.SaveAsync(Tenant, node, before with { Trouble = WatchWords.Trouble(down.Fault) }, cancellationToken);
        }
        catch (CopilotException wrong)
        {
            Log.WatchBlocked(logger, wrong.GetType().Name);
            await watch.SaveAsync(Tenant, node, before with { Trouble = wrong.Message }, cancellationToken);
        }
    }

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone)).DateTime);
}
