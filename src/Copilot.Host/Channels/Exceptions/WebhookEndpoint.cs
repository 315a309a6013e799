using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Exceptions.Watching;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Copilot.Host.Channels.Exceptions;

/// <summary>
/// <c>POST /api/v1/exceptions/webhook</c>: Odoo's automation rules tell that a record has changed. Only the model's name is taken from what they send; what changed is read from
/// Odoo itself, so a forged call can at most make the watch look. Without a configured secret there is no such address.
/// </summary>
internal static class WebhookEndpoint
{
    private const string Header = "X-Copilot-Secret";
    private const string Query = "secret";
    private const int LargestBody = 64 * 1024;
    private const int LongestSecret = 512;

    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapPost("/exceptions/webhook", ReceiveAsync).AllowAnonymous()
            .WithName("exceptionWebhook").WithSummary("For automation rules of the business system: says that a record of a model has changed. Needs the shared secret.")
            .Produces(202).ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(413);

    private static async Task<IResult> ReceiveAsync(HttpContext context, ExceptionWatch watch, IOptions<ExceptionOptions> options, CancellationToken cancellationToken)
    {
        if (options.Value.WebhookSecret.Length == 0)
        {
            return Problems.NothingHere.ToResult(context);
        }

        if (!Knows(context.Request, options.Value.WebhookSecret))
        {
            return Problems.WrongSecret.ToResult(context);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        if (context.Request.ContentLength > LargestBody)
        {
            return Problems.TooLarge.ToResult(context);
        }

        if (await ModelAsync(context.Request, cancellationToken) is not { } model)
        {
            return Problems.BadBody.ToResult(context);
        }

        // Whether it is one that is watched is nobody's business out there.
        await watch.HintAsync(model, cancellationToken);
        return Results.Accepted();
    }

    /// <summary>Compares in constant time, and hashes first so that not even the length shows.</summary>
    private static bool Knows(HttpRequest request, string secret)
    {
        var said = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query[Query].ToString();
        return said.Length <= LongestSecret && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(said)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>The model that Odoo names: <c>_model</c> as its own webhooks write it, or <c>model</c>.</summary>
    private static async Task<string?> ModelAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 8 }, cancellationToken);
            return body.RootElement.ValueKind == JsonValueKind.Object
                && (body.RootElement.TryGetProperty("_model", out var model) || body.RootElement.TryGetProperty("model", out model)) && model.ValueKind == JsonValueKind.String
                ? model.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
