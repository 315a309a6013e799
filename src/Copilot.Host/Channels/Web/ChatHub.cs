using System.Runtime.CompilerServices;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Microsoft.AspNetCore.SignalR;

namespace Copilot.Host.Channels.Web;

/// <summary>The web chat's line to the service. The client calls the stream <c>Ask(request)</c> and gets the events of the turn; stopping the stream stops the turn.</summary>
internal sealed class ChatHub(QuestionDesk desk) : Hub
{
    /// <summary>The hub's address.</summary>
    public const string Path = "/hubs/chat";

    private const string Channel = "web";

    /// <summary>Asks a question.</summary>
    /// <param name="request">The question. Untrusted.</param>
    /// <param name="cancellationToken">The client stopped the stream or is gone.</param>
    /// <returns>The events, the last of type <c>turn</c>.</returns>
    /// <exception cref="HubException">The question can't be asked; the text says why.</exception>
    public async IAsyncEnumerable<JsonElement> Ask(AskRequest? request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var accepted = await desk.AcceptAsync(request, Context.User!.Caller(), Channel, cancellationToken);
        if (accepted.Turn is null)
        {
            throw new HubException(accepted.Problem!.Detail);
        }

        await foreach (var update in desk.RunAsync(accepted.Turn, cancellationToken))
        {
            // As an element: the hub protocol writes an object by its own type and would leave out "type".
            yield return JsonSerializer.SerializeToElement(update, ContractJson.Options);
        }
    }
}
