using System.Text.RegularExpressions;

namespace Copilot.Governance.Screening;

/// <summary>The last look at an answer: no images, no markup, no links to hosts that were not allowed, so that shown text can't act or carry data out.</summary>
internal static partial class AnswerScreen
{
    public static string Clean(string answer, IEnumerable<string> allowedHosts)
    {
        var hosts = allowedHosts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var text = Image().Replace(answer, m => m.Groups["text"].Value);
        text = Link().Replace(text, m => MayLead(m.Groups["to"].Value, hosts) ? m.Value : m.Groups["text"].Value);
        text = ReferenceLink().Replace(text, string.Empty);
        text = BareLink().Replace(text, m => MayLead(m.Value, hosts) ? m.Value : $"`{m.Value.Replace("`", string.Empty, StringComparison.Ordinal)}`");
        return Tag().Replace(text, "&lt;");
    }

    private static bool MayLead(string target, HashSet<string> hosts)
        => target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal)
            ? !target.Contains('\\', StringComparison.Ordinal)
            : Uri.TryCreate(target, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https"
                && string.IsNullOrEmpty(uri.UserInfo)
                && (hosts.Contains(uri.Authority) || hosts.Contains(uri.Host));

    [GeneratedRegex(@"(?<!\\)!\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"(?<![\\!])\[(?<text>[^\]]*)\]\(\s*<?(?<to>[^)\s>]*)>?[^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^ {0,3}\[[^\]]+\]:\s*\S+.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceLink();

    [GeneratedRegex(@"(?<![(\w`/])(https?|ftp|file|javascript|data):[^\s<>)\]`]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareLink();

    [GeneratedRegex(@"(?<!\\)<(?=[a-z/!?])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
