namespace Copilot.Models.Chat.Access;

/// <summary>Signs in with the key of the configuration, or not at all.</summary>
/// <param name="model">The model.</param>
internal sealed class KeySignIn(ModelOptions model) : IEndpointSignIn
{
    private readonly (string Name, string Value)? _header = model.ApiKey is { } key
        ? model.Kind == ModelKind.Azure ? ("api-key", key) : ("Authorization", "Bearer " + key)
        : null;

    /// <inheritdoc/>
    public ValueTask<(string Name, string Value)?> HeaderAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_header);

    /// <inheritdoc/>
    public bool Refused(string value) => false;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is open.
    }
}
