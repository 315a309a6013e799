namespace Copilot.Sandbox.Orm;

/// <summary>A method that may be called over the wire.</summary>
/// <param name="Name">The name.</param>
/// <param name="Model">The one model that has it, or null for all.</param>
/// <param name="OnRecords">Whether the first argument is the list of ids.</param>
/// <param name="Changes">Whether it may change records, and so runs alone.</param>
/// <param name="Signature">The parameters.</param>
/// <param name="Run">Does the work; null is Python's None, which the wire leaves out.</param>
internal sealed record Method(string Name, string? Model, bool OnRecords, bool Changes, Signature Signature, Func<Call, object?> Run)
{
    /// <summary>A method of the model itself that only reads.</summary>
    public static Method Asking(string name, string parameters, Func<Call, object?> run, string? keywordOwner = null)
        => new(name, null, OnRecords: false, Changes: false, new($"BaseModel.{name}", parameters, keywordOwner), run);

    /// <summary>A method of records that only reads.</summary>
    public static Method Reading(string name, string parameters, Func<Call, object?> run, string? model = null)
        => new(name, model, OnRecords: true, Changes: false, new($"{model ?? "BaseModel"}.{name}", parameters), run);

    /// <summary>A method of records that changes them: <c>write</c>, a button.</summary>
    public static Method Changing(string name, string parameters, Func<Call, object?> run, string? model = null)
        => new(name, model, OnRecords: true, Changes: true, new($"{model ?? "BaseModel"}.{name}", parameters), run);
}
