using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>Product records.</summary>
internal sealed class ProductTruth(SandboxRpc sandbox)
{
    private const string Mark = "Substitutes:";

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("product.name", async (a, t) => TruthValue.Words((await FindAsync(a[0], t)).Text("name")!)),
        new("product.substitutes", SubstitutesAsync),
    ];

    private Task<JsonObject> FindAsync(string code, CancellationToken cancellationToken)
        => sandbox.FindAsync("product.product", $"[['default_code','=','{code}']]", "name description", cancellationToken);

    private async Task<TruthValue> SubstitutesAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var note = (await FindAsync(arguments[0], cancellationToken)).Text("description") ?? string.Empty;
        var at = note.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0
            ? throw new CopilotException($"The note of {arguments[0]} names no substitutes.")
            : TruthValue.All([.. note[(at + Mark.Length)..].Split('\n', '<')[0].Split(',', StringSplitOptions.TrimEntries).Select(code => code.TrimEnd('.'))]);
    }
}
