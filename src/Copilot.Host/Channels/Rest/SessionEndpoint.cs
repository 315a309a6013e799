using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>POST /api/v1/demo/session</c>: signs in as a persona; exists only while the demo is enabled.</summary>
internal static class SessionEndpoint
{
    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapPost("/demo/session", SignInAsync)
            .AllowAnonymous()
            .WithName("signIn").WithSummary("Signs in as a persona of the demo.")
            .Produces<SessionView>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> SignInAsync(
        SessionRequest request, DemoSessions sessions, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (!sessions.Enabled)
        {
            return Problems.NothingHere.ToResult(context);
        }

        if (Personas.Find(request.Persona) is not { } persona)
        {
            return Problems.NoPersona.ToResult(context);
        }

        var (token, expiresAt) = sessions.Issue(persona);
        await audit.WriteAsync(
            persona.ToCaller(),
            AuditEntryKind.SignedIn,
            new() { ["way"] = "demo", ["expiresAt"] = expiresAt.ToString("O") },
            turnId: null,
            conversationId: null,
            cancellationToken);
        return Results.Json(new SessionView(token, persona.Name, persona.DisplayName, expiresAt), ContractJson.Options);
    }
}
