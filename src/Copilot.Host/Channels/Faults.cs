using Copilot.Contracts;
using Microsoft.AspNetCore.Diagnostics;

namespace Copilot.Host.Channels;

/// <summary>The edge: what goes wrong is logged once with an id, and leaves as a text a person can use.</summary>
internal sealed class Faults(ILogger<Faults> logger, TimeProvider time) : IExceptionHandler
{
    /// <summary>Logs a fault of ours.</summary>
    /// <param name="exception">The fault.</param>
    /// <returns>The id to show.</returns>
    public string Note(Exception exception)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N")[^12..];
        Log.Fault(logger, id, exception);
        return id;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await Problems.WriteAsync(httpContext, exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge,
            BadHttpRequestException => Problems.BadBody,
            CopilotException trouble => Problems.Trouble(trouble.Message, trouble.IsTransient),
            _ => Problems.Fault(Note(exception)),
        });
        return true;
    }
}
