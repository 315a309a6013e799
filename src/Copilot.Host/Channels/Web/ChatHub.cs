using System.Runtime.CompilerServices;
using System.Text.Json;
using Copilot.Host.Identity;
using Microsoft.AspNetCore.SignalR;

namespace Copilot.Host.Channels.Web;

/// <summary>
/// The web chat's line to the service. The client calls the stream <c>Ask(request)</c> and gets the numbered events of the turn. Without a <c>clientId</c>
/// stopping the stream stops the turn; with one the turn goes on, the same call brings what comes <c>after</c> an event, and <c>Stop(clientId)</c> stops it.
/// </summary>
internal sealed class ChatHub(QuestionDesk desk, LiveTurns live, WebListeners listeners) : Hub
{
    /// <summary>The hub's address.</summary>
    public const string Path = "/hubs/chat";

    private const string Channel = "web";

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        listeners.Enter(Context.ConnectionId, Context.User!.Caller());
        return base.OnConnectedAsync();
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        listeners.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Asks a question, or goes on with one that was asked.</summary>
    /// <param name="request">The question. Untrusted.</param>
    /// <param name="cancellationToken">The client stopped the stream or is gone.</param>
    /// <returns>The events, the last of type <c>turn</c>.</returns>
    /// <exception cref="HubException">The question can't be asked; the text says why.</exception>
    public async IAsyncEnumerable<JsonElement> Ask(AskRequest? request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = request?.ClientId is null ? OnceAsync(request, cancellationToken) : AgainAsync(request, request.ClientId, cancellationToken);
        await foreach (var update in events.WithCancellation(cancellationToken))
        {
            yield return update;
        }
    }

    /// <summary>Stops the turn of a question.</summary>
    /// <param name="clientId">The client's own id of the question.</param>
    /// <returns>A task.</returns>
    public Task Stop(string? clientId)
        => clientId is null ? Task.CompletedTask : live.StopAsync(Context.User!.Caller(), clientId, Context.ConnectionAborted);

    private async IAsyncEnumerable<JsonElement> OnceAsync(AskRequest? request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var update in desk.RunAsync(await AcceptAsync(request, cancellationToken), cancellationToken))
        {
            yield return NumberedUpdate.Of(update, ++number);
        }
    }

    private async IAsyncEnumerable<JsonElement> AgainAsync(AskRequest request, string clientId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var caller = Context.User!.Caller();
        if (QuestionShape.Fault(request, LanguageOf(request)) is { } fault)
        {
            throw new HubException(fault);
        }

        var known = await live.FindAsync(caller, clientId, cancellationToken);
        var id = known is (var before, false)
            ? before
            : await live.BeginAsync(await AcceptAsync(request, cancellationToken), clientId, known?.TurnId, cancellationToken);
        await foreach (var update in live.FollowAsync(caller, id, request.After ?? 0, cancellationToken))
        {
            yield return update;
        }
    }

    private async Task<Contracts.TurnRequest> AcceptAsync(AskRequest? request, CancellationToken cancellationToken)
    {
        var accepted = await desk.AcceptAsync(request, Context.User!.Caller(), Channel, cancellationToken);
        return accepted.Turn ?? throw new HubException(accepted.Problem!.In(LanguageOf(request)).Detail);
    }

    private string LanguageOf(AskRequest? request) => CallerLanguage.Read(request?.Language) ?? Context.User!.Caller().Language;
}
