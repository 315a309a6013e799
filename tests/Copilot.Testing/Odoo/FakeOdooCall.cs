using System.Text.Json;

namespace Copilot.Testing.Odoo;

/// <summary>One call that reached the fake server.</summary>
public sealed record FakeOdooCall(string Service, string ServiceMethod, JsonElement Arguments)
{
    public bool IsExecute => ServiceMethod == "execute_kw";

    public int Uid => Arguments[1].GetInt32();

    public string Secret => Arguments[2].GetString()!;

    public string Model => Arguments[3].GetString()!;

    public string Method => Arguments[4].GetString()!;

    public JsonElement Positional => Arguments[5];

    public JsonElement Named => Arguments[6];

    public JsonElement Context => Named.GetProperty("context");

    /// <summary>What was called: <c>sale.order.search_read</c> or <c>common.version</c>.</summary>
    public string What => IsExecute ? $"{Model}.{Method}" : $"{Service}.{ServiceMethod}";
}
