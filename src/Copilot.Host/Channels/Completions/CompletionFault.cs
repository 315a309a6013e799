using System.Text.Json.Nodes;

namespace Copilot.Host.Channels.Completions;

/// <summary>Problems in the shape of OpenAI's errors, for the addresses below <c>/v1</c>.</summary>
internal static class CompletionFault
{
    /// <summary>Says whether a request speaks that API.</summary>
    /// <param name="context">The request.</param>
    /// <returns>True below <c>/v1</c>.</returns>
    public static bool Speaks(HttpContext context) => context.Request.Path.StartsWithSegments("/v1");

    /// <summary>Writes a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The body.</returns>
    public static JsonObject Of(Problem problem) => new()
    {
        ["error"] = new JsonObject
        {
            ["message"] = problem.Detail,
            ["type"] = problem.Status switch
            {
                401 => "authentication_error",
                403 => "permission_error",
                404 => "not_found_error",
                429 => "rate_limit_error",
                >= 500 => "server_error",
                _ => "invalid_request_error",
            },
            ["param"] = problem.Parameter,
            ["code"] = problem.Kind.Replace('-', '_'),
        },
    };
}
