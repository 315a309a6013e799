using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Tools;

namespace Copilot.Forecasting.Ready;

/// <summary>
/// Makes the forecasts of all products ready: of each warehouse, of each company, and of all together, as people ask for them. What is kept already by the same values is not made again, so a run that was interrupted
/// goes on where it was, and in most nights of a week hardly anything is to be done, since demand is counted by whole weeks. One node at a time works.
/// </summary>
public sealed class ForecastNight
{
    private const string Tenant = "default";
    private const int MostProducts = 20_000;
    private const int MostKept = 20_000;
    private const int Batch = 32;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(3);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    private readonly IDemandCatalogue _catalogue;
    private readonly KeptForecasts _forecasts;
    private readonly ReadyStore _store;
    private readonly INodeRoster _nodes;
    private readonly ForecastNightOptions _options;
    private readonly TimeProvider _time;

    internal ForecastNight(IDemandCatalogue catalogue, KeptForecasts forecasts, ReadyStore store, INodeRoster nodes, ForecastNightOptions options, TimeProvider time)
        => (_catalogue, _forecasts, _store, _nodes, _options, _time) = (catalogue, forecasts, store, nodes, options, time);

    /// <summary>Takes what earlier nights made ready into memory. Once, at start.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>How many forecasts are at hand.</returns>
    public async Task<int> LoadAsync(CancellationToken cancellationToken)
    {
        // The latest used come first and are to stay longest.
        foreach (var (hash, forecast) in (await _store.AllAsync(Tenant, MostKept, cancellationToken)).Reverse())
        {
            _forecasts.Keep(hash, forecast);
        }

        return _forecasts.Count;
    }

    /// <summary>Does what is due; returns at once when nothing is, or another node is at it.</summary>
    /// <param name="cancellationToken">Interrupts between two products; the next call goes on.</param>
    /// <returns>Whether this node worked.</returns>
    /// <exception cref="CopilotException">The business system or the store does not answer.</exception>
    public async Task<bool> TendAsync(CancellationToken cancellationToken)
    {
        if (!_options.Nightly)
        {
            return false;
        }

        var now = _time.GetUtcNow();
        var due = _options.DueBefore(now);
        var state = await _store.StateAsync(Tenant, cancellationToken);
        if (state.Since is not null && (due <= state.Since || (state.Night >= due && state.FinishedAt is { } done && !MayTryAgain(state, due, done, now))))
        {
            return false;
        }

        var node = await _nodes.EnterAsync(cancellationToken);
        if (!await LeaseAsync(node, cancellationToken))
        {
            return false;
        }

        if (state.Since is null)
        {
            // Nights count from the first look on: a house that has just been set up is not busied at once.
            return !await _store.SaveAsync(Tenant, node, state with { Since = now }, cancellationToken);
        }

        // Noted before anything is read, so that nobody is told meanwhile that the night was missed.
        state = state with { Night = due, FinishedAt = null, Done = 0, Made = 0, Trouble = null };
        return !await _store.SaveAsync(Tenant, node, state, cancellationToken) || await WorkAsync(node, state, now, cancellationToken);
    }

    /// <summary>How it stands.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Whether all is as it should be, and in a sentence what is ready since when.</returns>
    public async Task<(bool Ok, string Text)> StandingAsync(CancellationToken cancellationToken)
        => _options.Nightly ? Standing(await _store.StateAsync(Tenant, cancellationToken), _options, _time.GetUtcNow()) : (true, "made when they are asked for");

    /// <summary>How it stands at a moment.</summary>
    internal static (bool Ok, string Text) Standing(NightState state, ForecastNightOptions options, DateTimeOffset now)
    {
        var due = options.DueBefore(now);
        var ready = state.ReadyAt is { } at ? $"all ready as of {Moment(at)}" : "none made ready yet";
        return state switch
        {
            { Since: null } => (true, "not looked yet"),
            { Night: { } night, FinishedAt: null } when night >= due => (true, $"being made ready, {state.Done} products done; {ready}"),
            { Trouble: { } trouble } => (false, $"{ready}; {trouble}"),
            _ when due > state.Since && !(state.Night >= due) && now - due > Lease => (false, $"the night of {Moment(due)} was missed; {ready}"),
            _ => (true, ready),
        };
    }

    /// <summary>What could not be read, as the business system was busy, is read some minutes later, for a while; what is made by then is not made again.</summary>
    private static bool MayTryAgain(NightState state, DateTimeOffset due, DateTimeOffset done, DateTimeOffset now) => state.Trouble is not null && now - done >= Again && now - due < Patience;

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("ddd d MMM yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture) + " UTC";

    private async Task<bool> LeaseAsync(string node, CancellationToken cancellationToken)
    {
        var holder = await _store.NodeAsync(Tenant, cancellationToken);
        var gone = holder is null || holder == node ? new HashSet<string>() : await _nodes.GoneAsync([holder], cancellationToken);
        var now = _time.GetUtcNow();
        return await _store.LeaseAsync(Tenant, node, gone, now, now + Lease, cancellationToken);
    }

    private async Task<bool> WorkAsync(string node, NightState state, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var service = ServiceAccount.Of(Tenant) with { TimeZone = _options.TimeZone };
        var places = await _catalogue.PlacesAsync(Context(service, began), cancellationToken);
        if (places.Data is not { } houses)
        {
            return await FinishAsync(node, state with { Trouble = places.Stop!.Reason ?? "The warehouses can't be read." }, began, cancellationToken);
        }

        var companies = houses.Select(h => h.Company).DistinctBy(c => c.Id).OrderBy(c => c.Id).ToList();
        var scopes = houses.Select(h => (Caller: service with { Companies = [h.Company] }, Scope: new DemandScope { Warehouse = h.Warehouse }))
            .Concat(companies.Select(c => (Caller: service with { Companies = [c] }, Scope: new DemandScope())))
            .Concat(companies.Count > 1 ? [(Caller: service with { Companies = companies }, Scope: new DemandScope())] : []);
        foreach (var (caller, scope) in scopes)
        {
            var read = await _catalogue.EachAsync(Context(caller, began), scope, MostProducts, shelves: false, cancellationToken);
            if (read.Data is not { } data)
            {
                state = state with { Trouble = $"{scope.Warehouse ?? "all warehouses"}: {read.Stop!.Reason ?? read.Stop.QuestionBack}" };
                continue;
            }

            foreach (var part in data.Products.Chunk(Batch))
            {
                state = await MakeAsync(state, part, cancellationToken);
                if (!await LeaseAsync(node, cancellationToken) || !await _store.SaveAsync(Tenant, node, state, cancellationToken))
                {
                    // Another node took over: it finds what is made so far.
                    return true;
                }
            }
        }

        return await FinishAsync(node, state, began, cancellationToken);
    }

    private async Task<NightState> MakeAsync(NightState state, DemandHistory[] part, CancellationToken cancellationToken)
    {
        var series = part.Select(h => (History: h, Demand: CleanDemand.Of(h))).Where(h => h.Demand is not null).Select(h => h.Demand!.Series(h.History, h.History.Scope.Product!)).ToList();
        var (made, used) = (new List<(string, SeriesForecast)>(), new List<string>());
        foreach (var one in series)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = KeptForecasts.Key(one, KeptForecasts.Quarter);
            if (_forecasts.Find(key) is not null)
            {
                used.Add(key);
                continue;
            }

            // One at a time: people who ask meanwhile need the machine, too.
            made.Add((key, await Task.Run(() => _forecasts.Forecast(one, KeptForecasts.Quarter, cancellationToken), cancellationToken)));
        }

        await _store.KeepAsync(Tenant, made, used, _time.GetUtcNow(), cancellationToken);
        return state with { Done = state.Done + part.Length, Made = state.Made + made.Count };
    }

    private async Task<bool> FinishAsync(string node, NightState state, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await _store.SaveAsync(Tenant, node, state with { FinishedAt = now, ReadyAt = state.Trouble is null ? began : state.ReadyAt }, cancellationToken);
        await _store.ForgetAsync(Tenant, now - KeptFor, cancellationToken);
        return true;
    }

    private static ToolContext Context(Caller caller, DateTimeOffset now) => new() { Caller = caller, TurnId = "night", Question = string.Empty, Now = now };
}
