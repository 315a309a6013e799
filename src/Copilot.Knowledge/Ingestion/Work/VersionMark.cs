using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Ingestion;

/// <summary>How the hash of a document is written: the way it was read and cut, the hash of its bytes, and the version its feed gave it.</summary>
internal static class VersionMark
{
    /// <summary>Writes it.</summary>
    public static string Of(string readAs, FileTask task, DocumentLabel label, string hash)
        => $"{Way(readAs, label.Language)}{hash}{(task.Entry is { } entry ? "@" + entry.Version : string.Empty)}";

    /// <summary>Says whether two are of the same bytes, read in the same way.</summary>
    public static bool SameText(string one, string other) => Bytes(one) == Bytes(other);

    /// <summary>Gets the hash of the bytes.</summary>
    public static string Hash(string mark) => Bytes(mark)[(Bytes(mark).LastIndexOf(':') + 1)..];

    /// <summary>Says whether a document of a feed is held in the version the feed has now, read in a given way.</summary>
    public static bool Is(string mark, string readAs, FileTask task)
        => mark.StartsWith(Way(readAs, task.Rule?.Language), StringComparison.Ordinal) && mark.EndsWith("@" + task.Entry!.Version, StringComparison.Ordinal);

    private static string Way(string readAs, string? language) => $"{Chunker.Version}:{WordSplitter.Version}:{readAs}:{language ?? "auto"}:";

    private static string Bytes(string mark) => mark.IndexOf('@', StringComparison.Ordinal) is var at && at < 0 ? mark : mark[..at];
}
