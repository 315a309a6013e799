using System.Globalization;
using Copilot.Forecasting;

namespace Copilot.Host.Commands;

/// <summary>Reads the long table of <c>copilot forecast</c>: <c>series,period,value</c>, one row a value.</summary>
internal static class ForecastInput
{
    private const int BetweenLooks = 100_000;
    private static readonly string[] Unknown = ["", "nan", "na", "n/a", "null"];

    /// <summary>Reads it.</summary>
    /// <param name="terminal">Where progress is shown.</param>
    /// <param name="file">The file; separated by commas, semicolons or tabs.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows by series.</returns>
    /// <exception cref="BadInputException">The file is missing or a row is not what it should be; the message names the line.</exception>
    public static SeriesTable Read(Terminal terminal, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new BadInputException($"There is no file {file.FullName}.");
        }

        try
        {
            using var stream = file.OpenRead();
            using var reader = new StreamReader(stream);
            return Read(terminal, new CsvRows(reader), stream, file.Name, cancellationToken);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file.FullName} can't be read: {trouble.Message}");
        }
    }

    private static SeriesTable Read(Terminal terminal, CsvRows rows, FileStream stream, string name, CancellationToken cancellationToken)
    {
        var header = rows.Next() ?? throw new BadInputException($"{name} is empty; its first line should be series,period,value.");
        var (series, period, value) = (Column(header, "series", name), Column(header, "period", name), Column(header, "value", name));
        var wanted = Math.Max(series, Math.Max(period, value)) + 1;
        var table = new SeriesTable();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var bar = new Progress(terminal, "reading");
        for (var row = 1L; rows.Next() is { } fields; row++)
        {
            if (row % BetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                bar.Show(stream.Position, stream.Length);
            }

            if (fields.Count < wanted)
            {
                throw new BadInputException($"Line {rows.Line} of {name} has {fields.Count} of {wanted} columns.");
            }

            // One text a series is kept, not one a row.
            var id = names.TryGetValue(fields[series], out var known) ? known : names[fields[series]] = fields[series];
            if (Number(fields[value], rows.Separator != ',') is not { } number)
            {
                throw new BadInputException($"Line {rows.Line} of {name}: \"{Short(fields[value])}\" is no number. Write 12.5, or nothing where no value is known.");
            }

            if (!table.TryAdd(id, fields[period], number))
            {
                throw new BadInputException($"Line {rows.Line} of {name}: \"{Short(fields[period])}\" is no period. Write 2024-03-05, 2024-W07, 2024-03, 2024Q1, 2024 or a whole number.");
            }
        }

        return table.Names.Count > 0 ? table : throw new BadInputException($"{name} has no rows below its first line.");
    }

    private static int Column(IReadOnlyList<string> header, string column, string name)
    {
        for (var at = 0; at < header.Count; at++)
        {
            if (string.Equals(header[at], column, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        throw new BadInputException($"{name} has no column {column}; its first line should be series,period,value, and is \"{Short(string.Join(',', header))}\".");
    }

    private static double? Number(string written, bool comma)
    {
        if (Unknown.Contains(written, StringComparer.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        // Where commas do not separate columns they may stand before decimals.
        written = comma && !written.Contains('.', StringComparison.Ordinal) ? written.Replace(',', '.') : written;
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
