namespace Copilot.Knowledge.Ingestion;

/// <summary>How sources are written.</summary>
internal static class FileSource
{
    /// <summary>What stands between a container and the name of its member.</summary>
    public const string Member = "!/";

    /// <summary>Gets the outermost file of a source: the container of a member, else the source itself.</summary>
    public static string Outermost(string source)
        => source.IndexOf(Member, StringComparison.Ordinal) is var at && at < 0 ? source : source[..at];

    /// <summary>Gets the member of a container through which a source inside it is reached: <c>a.zip!/b.eml</c> for <c>a.zip!/b.eml!/c.pdf</c>.</summary>
    public static string Outer(string source, string container)
        => source.IndexOf(Member, container.Length + Member.Length, StringComparison.Ordinal) is var at && at < 0 ? source : source[..at];

    /// <summary>Says whether a source is a file in a folder of this machine, or a member of one.</summary>
    public static bool IsFile(string source) => Path.IsPathFullyQualified(source);
}
