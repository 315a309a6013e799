namespace Copilot.Knowledge;

/// <summary>Where the library is searched when that is Qdrant; documents, labels and text stay in the store.</summary>
public sealed class QdrantOptions
{
    /// <summary>Gets or sets its REST address, for example <c>http://127.0.0.1:6333</c>. No default: without it the store itself is searched.</summary>
    public Uri? Url { get; set; }

    /// <summary>Gets or sets the key it is opened with, one that may write; null when it has none. It must not go over the net without https.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Gets or sets how vectors are kept in memory: <c>none</c> as they are, <c>int8</c> in a quarter of the room, <c>binary</c> in a thirty-second, for models of
    /// 1,000 numbers and more. Default <c>none</c>. What is found is scored again with the exact vectors. A change fills a new index; the old one answers no more meanwhile, the store does.
    /// </summary>
    public string Quantization { get; set; } = "none";

    /// <summary>Gets or sets how long a question may take, in seconds. Default 5, range 1–60. After that the store itself answers.</summary>
    public int QuestionSeconds { get; set; } = 5;

    /// <summary>Gets what is wrong with the values; empty when all is well.</summary>
    internal IEnumerable<string> Faults()
    {
        if (Quantization is not ("none" or "int8" or "binary"))
        {
            yield return $"Copilot:Qdrant:Quantization is \"{Quantization}\"; use none, int8 or binary.";
        }

        if (ApiKey is { } key && key.Any(c => c is <= ' ' or > '~'))
        {
            yield return "Copilot:Qdrant:ApiKey holds blanks or characters that no key has; copy it again, without quotes and line breaks.";
        }

        if (QuestionSeconds is < 1 or > 60)
        {
            yield return $"Copilot:Qdrant:QuestionSeconds is {QuestionSeconds}; use a number from 1 to 60.";
        }
    }
}
