using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Testing.Odoo.Matrix;

/// <summary>Holds a result against the server itself, asked with the account's own login beside the program.</summary>
internal sealed class MatrixWatch(OdooContract contract, Caller caller, int company, MatrixWorld far)
{
    private static readonly JsonSerializerOptions Plain = new(ContractJson.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is shown that must not be, one line each.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(ToolResult result, JsonObject said)
    {
        var faults = new List<string>();
        if (result.Outcome != ToolOutcome.Ok && (result.Findings.Count > 0 || result.Evidence.Count > 0 || result.Cards.Count > 0 || result.Action is not null))
        {
            faults.Add($"{result.Outcome}, and yet it shows something");
        }

        // What was asked may be said back: those words the caller had already.
        var words = said.Aggregate(Words(result), (text, part) => part.Value is JsonValue value && value.TryGetValue<string>(out var own) ? text.Replace(own, string.Empty, StringComparison.Ordinal) : text);
        faults.AddRange(far.Names.Where(n => words.Contains(n, StringComparison.Ordinal) && !said.ToJsonString().Contains(n, StringComparison.Ordinal)).Select(n => $"shows {n}"));
        foreach (var group in result.Evidence.Select(e => e.Record).OfType<RecordRef>().Concat(result.Action?.Records.Select(r => r.Record) ?? []).Distinct().GroupBy(r => r.Model))
        {
            var ids = group.Select(r => r.Id).ToArray();
            if (await CountAsync(group.Key, ids) is var seen && seen != ids.Length)
            {
                faults.Add($"{group.Key} {string.Join(", ", ids)}: the account itself sees {(seen < 0 ? "nothing of this model" : $"{seen} of them")}");
            }
        }

        return faults;
    }

    /// <summary>Whether the account may do this to a record.</summary>
    public async Task<bool> MayAsync(string model, int id, string operation)
    {
        var named = new Dictionary<string, object?> { ["context"] = Context() };
        if (contract.Server.Version >= 18)
        {
            return (await CallAsync(model, "has_access", [new[] { id }, operation], named)).TryGetProperty("result", out var may) && may.ValueKind == JsonValueKind.True;
        }

        var rights = await CallAsync(model, "check_access_rights", [operation], new(named) { ["raise_exception"] = false });
        var rule = await CallAsync(model, "check_access_rule", [new[] { id }, operation], named);
        return rights.TryGetProperty("result", out var yes) && yes.ValueKind == JsonValueKind.True && !rule.TryGetProperty("error", out _);
    }

    /// <summary>All that a person would be shown.</summary>
    public static string Words(ToolResult result)
        => string.Join('\n', [
            .. result.Findings.Select(f => f.Text), result.Reason, result.QuestionBack,
            JsonSerializer.Serialize(result.Evidence, Plain), JsonSerializer.Serialize(result.Cards, Plain), result.Action is null ? null : JsonSerializer.Serialize(result.Action, Plain)]);

    /// <summary>How many of these the account sees in its company; -1 when it may not read the model.</summary>
    private async Task<int> CountAsync(string model, int[] ids)
    {
        object?[] domain = model == "product.product" || model == "product.template" || model == "res.partner"
            ? [new object[] { "id", "in", ids }, new object[] { "active", "in", new[] { true, false } }]
            : [new object[] { "id", "in", ids }];
        var answer = await CallAsync(model, "search_count", [domain], new() { ["context"] = Context() });
        return answer.TryGetProperty("result", out var count) ? count.GetInt32() : -1;
    }

    private Dictionary<string, object?> Context() => new() { ["allowed_company_ids"] = new[] { company } };

    private async Task<JsonElement> CallAsync(string model, string method, object?[] arguments, Dictionary<string, object?> named)
    {
        var (login, secret) = caller.Id.Split('\n') is [var l, var s] ? (l, s) : throw new InvalidOperationException("The caller has no account.");
        var uid = await contract.UidAsync(login, secret);
        return await contract.PostAsync("object", "execute_kw", contract.Server.Database, uid, secret, model, method, arguments, named);
    }
}
