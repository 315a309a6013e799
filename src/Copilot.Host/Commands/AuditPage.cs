using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Governance.Audit;

namespace Copilot.Host.Commands;

/// <summary>Prints an audit entry for people.</summary>
internal static class AuditPage
{
    private static readonly JsonSerializerOptions Indented = new(ContractJson.Options) { WriteIndented = true };

    /// <summary>Prints one entry: a line that says what happened, then its content.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>A task.</returns>
    public static Task WriteAsync(TextWriter writer, AuditRecord entry)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture, $"#{entry.Seq} {entry.At:yyyy-MM-dd HH:mm:ss.fff}Z {JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Kind.ToString())} by {entry.CallerId}");
        return writer.WriteLineAsync(TerminalText.Clean($"{head}\n{JsonSerializer.Serialize(entry.Content, Indented)}\nhash {entry.Hash}\n"));
    }
}
