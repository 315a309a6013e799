namespace Copilot.Documents.Pdf;

/// <summary>What a PDF says about itself.</summary>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Title">Its title property, or null when there is none worth showing.</param>
internal sealed record PdfFacts(int Pages, string? Title)
{
    /// <summary>Gets the frames of the pages asked for; pages whose frame can't be read are missing.</summary>
    public IReadOnlyDictionary<int, PageFrame> Frames { get; init; } = new Dictionary<int, PageFrame>();
}
