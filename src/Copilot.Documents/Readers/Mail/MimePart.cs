namespace Copilot.Documents.Readers.Mail;

/// <summary>A part of a message: its header lines, and where its body stands in the message's bytes.</summary>
internal sealed record MimePart
{
    /// <summary>Gets its header lines.</summary>
    public required MimeHeaders Headers { get; init; }

    /// <summary>Gets its type with parameters.</summary>
    public required MimeValue Type { get; init; }

    /// <summary>Gets the offset of its body.</summary>
    public required int Start { get; init; }

    /// <summary>Gets the offset after its body.</summary>
    public required int End { get; init; }

    /// <summary>Gets the parts in it.</summary>
    public required IReadOnlyList<MimePart> Parts { get; init; }

    /// <summary>Gets its transfer encoding.</summary>
    public string? Encoding => Headers.Raw("Content-Transfer-Encoding");

    /// <summary>Gets how it is to be shown: <c>inline</c>, <c>attachment</c>, or empty.</summary>
    public string Disposition => new MimeValue(Headers.Raw("Content-Disposition")).Name;

    /// <summary>Gets its file name, or null.</summary>
    public string? FileName => new MimeValue(Headers.Raw("Content-Disposition"))["filename"] is { Length: > 0 } name ? name : Type["name"];
}
