using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Who may be named as a reader of a document: roles, single users, everybody.</summary>
internal static class ReaderNames
{
    /// <summary>What may be written, for people.</summary>
    public static string Choices => $"\"all\", some of {string.Join(", ", RoleNames.All)}, or \"{Reader.UserPrefix}ID\" for one person";

    /// <summary>Gets the first name that names nobody, or null.</summary>
    public static string? Unknown(IReadOnlyList<string> readers)
        => readers.FirstOrDefault(r => r != DocumentLabel.Everyone && !RoleNames.All.Contains(r, StringComparer.Ordinal) && !IsUser(r));

    /// <summary>Makes the list short when everybody is in it.</summary>
    public static IReadOnlyList<string> Everybody(IReadOnlyList<string> names)
        => names.Any(n => string.Equals(n, DocumentLabel.Everyone, StringComparison.OrdinalIgnoreCase)) ? [DocumentLabel.Everyone] : names;

    private static bool IsUser(string reader)
        => reader.StartsWith(Reader.UserPrefix, StringComparison.Ordinal) && reader.Length > Reader.UserPrefix.Length && !reader.Any(char.IsWhiteSpace);
}
