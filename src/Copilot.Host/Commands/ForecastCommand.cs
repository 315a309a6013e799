using System.CommandLine;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Forecasting;

namespace Copilot.Host.Commands;

/// <summary><c>copilot forecast</c>: forecasts every series of a table. Nothing of the house is started for it.</summary>
internal static class ForecastCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var input = new Option<FileInfo>("--input") { Description = "A table with the columns series, period and value. Periods: 2024-03-05, 2024-W07, 2024-03, 2024Q1, 2024 or whole numbers.", HelpName = "FILE.csv", Required = true };
        var horizon = new Option<int>("--horizon") { Description = $"How many periods ahead, 1 to {SeriesForecaster.FurthestHorizon}.", HelpName = "H", Required = true };
        var frequency = new Option<double?>("--frequency") { Description = "Periods in a season, such as 12 for months, 52 for weeks, 1 for no season; found from the periods when left out.", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Writes one JSON object a series and nothing else." };
        horizon.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var asked) && asked is < 1 or > SeriesForecaster.FurthestHorizon)
            {
                result.AddError($"--horizon {asked} can't be forecast; give 1 to {SeriesForecaster.FurthestHorizon}.");
            }
        });
        var command = new Command("forecast", "Forecasts every series of a table, with the ranges that hold four and nineteen of twenty values.") { input, horizon, frequency, json };
        command.SetAction((arguments, cancellationToken)
            => RunAsync(terminal, arguments.GetValue(input)!, arguments.GetValue(horizon), arguments.GetValue(frequency), arguments.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, FileInfo input, int horizon, double? frequency, bool json, CancellationToken cancellationToken)
    {
        if (frequency is { } season && !(season is >= 1 and <= 100_000))
        {
            throw new BadInputException($"--frequency {season} is no number of periods; give 1 (no season) to 100000.");
        }

        var table = ForecastInput.Read(terminal, input, cancellationToken);
        var refused = new Refusals(terminal);
        using var bar = new Progress(terminal, "forecasting");
        var done = 0;
        var total = table.Names.Count;
        var forecasts = new SeriesForecaster().ForecastAllAsync(SeriesAsync(table, frequency, refused, json, terminal, cancellationToken), horizon, Environment.ProcessorCount, cancellationToken);
        await foreach (var (series, forecast, fault) in forecasts)
        {
            if (forecast is null)
            {
                await refused.TellAsync(fault!);
            }

            var sheet = forecast ?? Nothing(series.Id, fault!);
            await (json ? JsonLines.WriteAsync(terminal.Out, sheet) : terminal.Out.WriteLineAsync(ForecastPage.Write(sheet)));
            bar.Show(++done, total);
        }

        return refused.Count == 0 ? 0 : 1;
    }

    // Rows become a series only when their turn comes, so a large table is not held twice.
    private static async IAsyncEnumerable<TimeSeries> SeriesAsync(
        SeriesTable table, double? frequency, Refusals refused, bool json, Terminal terminal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in table.Names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSeries? series = null;
            try
            {
                series = table.Take(name, frequency);
            }
            catch (CopilotException trouble)
            {
                await refused.TellAsync(trouble.Message);
                if (json)
                {
                    await JsonLines.WriteAsync(terminal.Out, Nothing(name, trouble.Message));
                }
            }

            if (series is not null)
            {
                yield return series;
            }
        }
    }

    private static SeriesForecast Nothing(string name, string why)
        => new() { Series = name, Method = "none", Mean = [], Lower80 = [], Upper80 = [], Lower95 = [], Upper95 = [], Warnings = [why] };

    // A thousand bad series are told by their first few and a number.
    private sealed class Refusals(Terminal terminal)
    {
        private const int Told = 10;

        public int Count { get; private set; }

        public async Task TellAsync(string why)
        {
            Count++;
            if (Count <= Told)
            {
                await terminal.RemarkAsync(why);
            }
            else if (Count == Told + 1)
            {
                await terminal.RemarkAsync("More series could not be forecast; each says so in its own line.");
            }
        }
    }
}
