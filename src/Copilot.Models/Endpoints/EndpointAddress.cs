namespace Copilot.Models.Endpoints;

/// <summary>Where requests go. People give addresses with and without the version, a slash or the last part; all of these work.</summary>
internal static class EndpointAddress
{
    private const string OpenAi = "https://api.openai.com/v1";
    private const string Ollama = "http://127.0.0.1:11434";

    /// <summary>Gets the address of a call.</summary>
    /// <param name="model">The model.</param>
    /// <param name="call">The call with a slash before it: <c>/embeddings</c>.</param>
    /// <returns>The address; a query such as Azure's <c>api-version</c> is kept.</returns>
    public static Uri Of(ModelOptions model, string call)
    {
        var given = model.Endpoint ?? new Uri(model.Kind == ModelKind.Ollama ? Ollama : OpenAi);
        var path = Without(given.AbsolutePath.TrimEnd('/'), call);
        path = model.Kind switch
        {
            ModelKind.Azure when !path.Contains("/openai", StringComparison.OrdinalIgnoreCase) => path + "/openai/v1",
            ModelKind.Ollama => Without(Without(path, "/v1"), "/api"),
            ModelKind.OpenAi when path.Length == 0 => "/v1",
            _ => path,
        };
        return new UriBuilder(given) { Path = path + call, Fragment = string.Empty }.Uri;
    }

    private static string Without(string path, string end)
        => path.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? path[..^end.Length] : path;
}
