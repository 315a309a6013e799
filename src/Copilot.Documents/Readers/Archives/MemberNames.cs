using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Archives;

/// <summary>Names the members of one container as people know them: without any step out of its folder, not too long, no two alike.</summary>
/// <param name="longest">The longest name in characters.</param>
internal sealed class MemberNames(int longest)
{
    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _again = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names a member.</summary>
    /// <param name="name">Its name as the container has it.</param>
    public string Of(string name)
    {
        var steps = CleanText.Line(name).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(s => s is not ("." or "..") && !(s.Length == 2 && s[1] == ':'));
        var plain = string.Join('/', steps);
        plain = plain.Length == 0 ? "unnamed" : plain;
        var extension = Path.GetExtension(plain) is { Length: <= 16 } end ? end : string.Empty;
        var stem = plain[..^extension.Length];
        var cut = Math.Max(1, longest - extension.Length - 8);
        stem = stem.Length <= cut ? stem : stem[..(char.IsHighSurrogate(stem[cut - 1]) ? cut - 1 : cut)];
        var once = stem + extension;
        while (!_given.Add(once))
        {
            var number = _again[stem + extension] = _again.GetValueOrDefault(stem + extension, 1) + 1;
            once = $"{stem} ({number}){extension}";
        }

        return once;
    }
}
