using Copilot.Conversation.Speaking;

namespace Copilot.Host.Channels;

/// <summary>An error as clients see it (RFC 9457).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Kind">A stable word for programs; the end of the problem's <c>type</c>.</param>
/// <param name="Title">What kind of trouble, for people.</param>
/// <param name="Detail">What to do about this one.</param>
internal sealed record Problem(int Status, string Kind, string Title, string Detail)
{
    /// <summary>Says it in another language, where the house has the words.</summary>
    /// <param name="language">An ISO 639-1 code.</param>
    /// <returns>The same problem.</returns>
    public Problem In(string language) => this with { Title = Phrases.In(language, Title), Detail = Phrases.In(language, Detail) };

    /// <summary>Gets the part of the request that is at fault, where one is.</summary>
    public string? Parameter { get; init; }
}
