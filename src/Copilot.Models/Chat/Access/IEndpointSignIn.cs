namespace Copilot.Models.Chat.Access;

/// <summary>Says who asks: a header of each request.</summary>
internal interface IEndpointSignIn : IDisposable
{
    /// <summary>Gets the header.</summary>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <returns>Name and value; null where none is needed.</returns>
    /// <exception cref="Endpoints.EndpointException">Nothing to sign in with was to be had.</exception>
    ValueTask<(string Name, string Value)?> HeaderAsync(CancellationToken cancellationToken);

    /// <summary>Notes that a header was refused.</summary>
    /// <param name="value">Its value.</param>
    /// <returns>Whether another one can be had, so that asking again may help.</returns>
    bool Refused(string value);
}
