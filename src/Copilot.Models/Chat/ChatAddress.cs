using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat;

/// <summary>Where chats go in OpenAI's format, Azure's older addresses with a deployment and a version included.</summary>
internal static class ChatAddress
{
    private const string Call = "/chat/completions";

    /// <summary>Gets the address.</summary>
    /// <param name="model">The model.</param>
    public static Uri Of(ModelOptions model)
    {
        if (model.Kind == ModelKind.Ollama)
        {
            return EndpointAddress.Of(model, "/v1" + Call);
        }

        if (model.Kind != ModelKind.Azure || model.Chat.ApiVersion is not { } version)
        {
            return EndpointAddress.Of(model, Call);
        }

        // People paste anything from the resource to the whole address.
        var path = model.Endpoint!.AbsolutePath.TrimEnd('/');
        var openAi = path.IndexOf("/openai", StringComparison.OrdinalIgnoreCase);
        path = openAi < 0 ? path : path[..openAi];
        return new UriBuilder(model.Endpoint)
        {
            Path = $"{path}/openai/deployments/{Uri.EscapeDataString(model.Model)}{Call}",
            Query = "api-version=" + Uri.EscapeDataString(version),
            Fragment = string.Empty,
        }.Uri;
    }
}
